import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage } from 'node:http'
import type { PushBatch } from '@thaiqm/core/sync/command-envelope.ts'
import { connectOnce } from '../apps/server/platform/database/connect.ts'
import { byClients } from './requests.ts'

/**
 * The least a server can do with a pushed batch: parse it, and insert its surveys as they came, one row each, one
 * durable commit a batch. `serve` puts that behind HTTP; `insert` does it in a bare loop over the bodies of a file.
 * Arguments: mode, database address, then for `insert` file and clients.
 */
const [mode = '', databaseUrl = '', file = '', clients = '1'] = process.argv.slice(2)

const CONNECTIONS = 4
const connections = await Promise.all(Array.from({ length: CONNECTIONS }, () => connectOnce(databaseUrl)))
const free = [...connections]

const insert = async (body: string): Promise<void> => {
  const { commands } = JSON.parse(body) as PushBatch
  const connection = free.pop()
  if (connection === undefined) throw new Error('more clients than connections')
  await connection.query('insert into surveys select * from unnest($1::uuid[], $2::text[])', [
    commands.map(command => command.commandId),
    commands.map(command => JSON.stringify(command.input)),
  ])
  free.push(connection)
}

const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

if (mode === 'serve') {
  const server = createServer(async (request, response) => {
    await insert(await readBody(request))
    response.end('{}')
  })
  server.listen(0, '127.0.0.1', () => process.stdout.write(JSON.stringify(server.address())))
} else {
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n')
  const bodies = lines.map(line => (JSON.parse(line) as { readonly body: string }).body)
  const cpuBefore = process.cpuUsage()
  const milliseconds: number[] = []
  const began = performance.now()
  await byClients(Number(clients), bodies, async body => {
    const begun = performance.now()
    await insert(body)
    milliseconds.push(performance.now() - begun)
  })
  const wholeMs = performance.now() - began
  const { user, system } = process.cpuUsage(cpuBefore)
  process.stdout.write(JSON.stringify({ wholeMs, milliseconds, notApplied: 0, cpuMs: (user + system) / 1_000 }))
  await Promise.all(connections.map(connection => connection.end()))
}
