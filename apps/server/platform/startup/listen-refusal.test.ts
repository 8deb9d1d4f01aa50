import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { listenRefusalSentence } from './listen-refusal.ts'

const errorOfListening = async (host: string, port: number): Promise<unknown> => {
  const server = createServer()
  const failed = once(server, 'error')
  server.listen(port, host)
  return (await failed)[0]
}

test('a port that another program holds, and an address this machine has not, are named in both languages', async () => {
  const holder = createServer().listen(0, '127.0.0.1')
  await once(holder, 'listening')
  const address = holder.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const taken = listenRefusalSentence(await errorOfListening('127.0.0.1', port), '127.0.0.1', port)
  holder.close()
  expect(taken?.en).toContain(`Port ${port} is in use`)
  expect(taken?.th).toContain(`พอร์ต ${port}`)

  const nowhere = listenRefusalSentence(await errorOfListening('192.0.2.1', 0), '192.0.2.1', 0)
  expect(nowhere?.en).toContain('192.0.2.1')
})

test('another error is nobody’s port', () => {
  expect(listenRefusalSentence(new Error('no'), '127.0.0.1', 1)).toBeUndefined()
})
