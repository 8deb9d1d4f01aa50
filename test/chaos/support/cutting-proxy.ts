import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** A line between phone and server that breaks where it is told to. */
export interface CuttingProxy {
  readonly url: string
  /** Bytes the phone has sent through since the line was opened. */
  sentBytes(): number
  /** Cuts the line once so many more bytes have gone this way; the byte that cuts does not arrive. */
  cutAfter(bytes: number, way: 'to-server' | 'to-phone'): void
  cuts(): number
  close(): Promise<void>
}

export const openCuttingProxy = async (port: number): Promise<CuttingProxy> => {
  let pending: { way: 'to-server' | 'to-phone'; left: number } | undefined
  let sent = 0
  let cuts = 0
  const sockets = new Set<Socket>()
  const cutAll = () => {
    cuts += 1
    pending = undefined
    // Without a goodbye, as a signal that is gone.
    for (const socket of sockets) socket.resetAndDestroy()
  }
  const pass = (from: Socket, to: Socket, way: 'to-server' | 'to-phone') => {
    from.on('data', (chunk: Buffer) => {
      if (way === 'to-server') sent += chunk.length
      if (pending?.way !== way || chunk.length < pending.left) {
        if (pending?.way === way) pending.left -= chunk.length
        to.write(chunk)
        return
      }
      const part = chunk.subarray(0, pending.left - 1)
      if (part.length === 0) return cutAll()
      to.write(part, () => cutAll())
    })
    from.on('error', () => undefined)
    from.on('close', () => {
      sockets.delete(from)
      to.end()
    })
  }
  const server = createServer(phone => {
    const upstream = connect(port, '127.0.0.1')
    sockets.add(phone).add(upstream)
    pass(phone, upstream, 'to-server')
    pass(upstream, phone, 'to-phone')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    sentBytes: () => sent,
    cutAfter: (bytes, way) => {
      pending = { way, left: bytes }
    },
    cuts: () => cuts,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
