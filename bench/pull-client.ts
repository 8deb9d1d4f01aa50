import { readFile } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { gunzipSync } from 'node:zlib'

/**
 * Phones fetching their village for the first time, all at once, in a process of their own: reads JSON lines
 * `{cookie, area}`, opens a socket for each, fetches page after page, comes again when it is asked to, and prints how
 * long each took and what went wrong. Arguments: address, file.
 */
const [url = '', file = ''] = process.argv.slice(2)

interface Phone {
  readonly cookie: string
  readonly area: string
}

interface Page {
  readonly status: number
  readonly retryAfter: number
  readonly body: Buffer
  readonly isPacked: boolean
}

const agent = new Agent({ keepAlive: true, maxSockets: 2_000 })

const fetchPage = (path: string, cookie: string): Promise<Page> =>
  new Promise((resolve, reject) => {
    const asked = request(new URL(path, url), { agent, headers: { cookie, 'accept-encoding': 'gzip' } }, response => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.once('error', reject)
      response.once('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          retryAfter: Number(response.headers['retry-after'] ?? 0),
          body: Buffer.concat(chunks),
          isPacked: response.headers['content-encoding'] === 'gzip',
        }),
      )
    })
    asked.once('error', reject)
    asked.end()
  })

const phones = (await readFile(file, 'utf8'))
  .trimEnd()
  .split('\n')
  .map(line => JSON.parse(line) as Phone)

let errors = 0
let turnedAway = 0
let households = 0
let bytes = 0
const milliseconds: number[] = []

const fetchVillage = async ({ cookie, area }: Phone): Promise<void> => {
  const began = performance.now()
  let cursor = ''
  for (;;) {
    const page = await fetchPage(`/api/areas/${area}/changes?limit=200${cursor}`, cookie)
    if (page.status === 503 && page.retryAfter > 0) {
      turnedAway += 1
      await new Promise(resolve => setTimeout(resolve, page.retryAfter * 1_000))
      continue
    }
    if (page.status !== 200) throw new Error(`answered ${page.status}`)
    bytes += page.body.length
    const text = (page.isPacked ? gunzipSync(page.body) : page.body).toString()
    const answer = JSON.parse(text) as { households: unknown[]; cursor: string; more: boolean }
    households += answer.households.length
    if (!answer.more) break
    cursor = `&cursor=${encodeURIComponent(answer.cursor)}`
  }
  milliseconds.push(performance.now() - began)
}

const began = performance.now()
await Promise.all(
  phones.map(phone =>
    fetchVillage(phone).catch((error: Error) => {
      errors += 1
      process.stderr.write(`  a phone failed: ${error.message}\n`)
    }),
  ),
)
process.stdout.write(
  JSON.stringify({ wholeMs: performance.now() - began, milliseconds, errors, turnedAway, households, bytes }),
)
