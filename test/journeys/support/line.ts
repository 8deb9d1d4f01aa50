import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** The line between a phone and the server. */
export interface Line {
  readonly url: string
  /** No signal: what is open breaks off, and nothing connects. */
  cut(): void
  /** The signal is back. */
  mend(): void
  /** From now on a file arrives changed, as after the office has put a newer version in. */
  change(path: string, by: (text: string) => string): void
  close(): Promise<void>
}

const textOf = async (from: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of from) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString()
}

/** Stands between a browser and a server, so that a story can take the signal away for real. */
export const openLine = async (target: string): Promise<Line> => {
  const { hostname, port } = new URL(target)
  const changes = new Map<string, (text: string) => string>()
  const sockets = new Set<Socket>()
  let isCut = false

  const passOn = (asked: IncomingMessage, answer: ServerResponse) => {
    const change = changes.get(asked.url ?? '')
    const { 'if-none-match': _etag, 'if-modified-since': _since, ...fresh } = asked.headers
    const headers = change === undefined ? asked.headers : { ...fresh, 'accept-encoding': 'identity' }
    const onward = request({ hostname, port, method: asked.method, path: asked.url, headers }, async given => {
      const status = given.statusCode ?? 502
      if (change === undefined) {
        answer.writeHead(status, given.headers)
        given.pipe(answer)
        return
      }
      const { 'content-length': _length, etag: _tag, 'last-modified': _modified, ...rest } = given.headers
      answer.writeHead(status, rest).end(change(await textOf(given)))
    })
    onward.once('error', () => answer.destroy())
    asked.pipe(onward)
  }

  const server = createServer((asked, answer) => (isCut ? answer.destroy() : passOn(asked, answer)))
  server.on('connection', socket => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    if (isCut) socket.destroy()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no free port')
  const breakOff = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: `http://localhost:${address.port}`,
    cut: () => {
      isCut = true
      breakOff()
    },
    mend: () => {
      isCut = false
    },
    change: (path, by) => {
      changes.set(path, by)
    },
    close: async () => {
      breakOff()
      server.close()
      await once(server, 'close')
    },
  }
}
