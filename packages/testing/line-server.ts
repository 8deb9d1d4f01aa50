import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface PushedText {
  readonly to: string
  readonly text: string
  readonly retryKey: string
}

export interface LineServer {
  readonly baseUrl: string
  readonly token: string
  /** What a person would see: a second copy under one retry key is not shown. */
  readonly shown: PushedText[]
  readonly calls: PushedText[]
  /** Answered to the next calls instead of judging them; `hang-up` takes the message and breaks the connection. */
  mood: number | 'takes' | 'hang-up'
  close(): Promise<void>
}

/** Plays the push endpoint of the LINE Messaging API as its reference tells it: token, retry key, status codes. */
export const startLineServer = async (token: string): Promise<LineServer> => {
  const shown: PushedText[] = []
  const calls: PushedText[] = []
  const state: { mood: LineServer['mood'] } = { mood: 'takes' }
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const end = (status: number) => response.writeHead(status, { 'content-type': 'application/json' }).end('{}')
      if (request.url !== '/v2/bot/message/push' || request.method !== 'POST') return end(404)
      if (request.headers.authorization !== `Bearer ${token}`) return end(401)
      const body = JSON.parse(Buffer.concat(parts).toString('utf8')) as { to: string; messages: { text: string }[] }
      const retryKey = String(request.headers['x-line-retry-key'])
      const pushed = { to: body.to, text: body.messages[0]?.text ?? '', retryKey }
      calls.push(pushed)
      if (typeof state.mood === 'number') return end(state.mood)
      if (shown.some(one => one.retryKey === retryKey)) return end(409)
      shown.push(pushed)
      if (state.mood === 'hang-up') request.socket.destroy()
      else end(200)
    })
  })
  server.listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    token,
    shown,
    calls,
    get mood() {
      return state.mood
    },
    set mood(mood) {
      state.mood = mood
    },
    close: () => new Promise(resolve => server.close(() => resolve())),
  }
}
