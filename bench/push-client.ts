import { readFile } from 'node:fs/promises'
import { byClients, sendWell } from './requests.ts'

/**
 * The phones, in a process of their own: sends every body of a file of JSON lines `{cookie, body}` with so many clients
 * at once, and prints how long each took. Arguments: address, path, file, clients.
 */
const [url = '', path = '', file = '', clients = '1'] = process.argv.slice(2)

interface Line {
  readonly cookie: string
  readonly body: string
}

const lines = (await readFile(file, 'utf8'))
  .trimEnd()
  .split('\n')
  .map(line => JSON.parse(line) as Line)
const milliseconds: number[] = []
let notApplied = 0
const began = performance.now()
await byClients(Number(clients), lines, async ({ cookie, body }) => {
  const answer = await sendWell(url, { method: 'POST', path, cookie, body })
  milliseconds.push(answer.milliseconds)
  notApplied += answer.body.split('"outcome":"parked"').length - 1
})
process.stdout.write(JSON.stringify({ wholeMs: performance.now() - began, milliseconds, notApplied }))
