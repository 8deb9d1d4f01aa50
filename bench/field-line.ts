import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'

/** What a phone is told of its area: so many households, made when they are asked for. */
export interface ToldArea {
  readonly total: number
  readonly householdAt: (n: number) => HouseholdView
}

/** Between a phone and the server: everything passes, but an area has as many households as are wanted. */
export interface FieldLine {
  readonly url: string
  tell(area: ToldArea): void
  /** From now on these have changed since the phone last asked. */
  change(households: readonly HouseholdView[]): void
  /** Bytes and pages of areas that went to the phone so far, as they travelled. */
  sent(): { readonly bytes: number; readonly pages: number }
  close(): Promise<void>
}

/** As the server packs its answers. */
const GZIP_LEVEL = 4

export const openFieldLine = async (target: string): Promise<FieldLine> => {
  const { hostname, port } = new URL(target)
  let told: ToldArea | undefined
  let changed: readonly HouseholdView[] = []
  let round = 0
  const sent = { bytes: 0, pages: 0 }

  const pageOf = ({ total, householdAt }: ToldArea, query: URLSearchParams) => {
    const [kind, from = '0'] = (query.get('cursor') ?? 'page-0').split('-')
    const asOf = new Date().toISOString()
    if (kind === 'round') {
      const households = Number(from) < round ? changed : []
      return { households, gone: [], cursor: `round-${round}`, more: false, isFresh: false, isWhole: true, asOf }
    }
    const until = Math.min(total, Number(from) + Number(query.get('limit') ?? 200))
    const households = Array.from({ length: until - Number(from) }, (_, at) => householdAt(Number(from) + at))
    const isLast = until === total
    const cursor = isLast ? `round-${round}` : `page-${until}`
    return { households, gone: [], cursor, more: !isLast, isFresh: from === '0', isWhole: isLast, asOf }
  }

  const tellArea = (area: ToldArea, address: URL, answer: ServerResponse): void => {
    const packed = gzipSync(JSON.stringify(pageOf(area, address.searchParams)), { level: GZIP_LEVEL })
    sent.bytes += packed.length
    sent.pages += 1
    answer
      .writeHead(200, {
        'content-type': 'application/json; charset=utf-8',
        'content-encoding': 'gzip',
        'content-length': packed.length,
        'cache-control': 'no-store',
      })
      .end(packed)
  }

  const passOn = (asked: IncomingMessage, answer: ServerResponse): void => {
    const onward = request({ hostname, port, method: asked.method, path: asked.url, headers: asked.headers }, given => {
      answer.writeHead(given.statusCode ?? 502, given.headers)
      given.pipe(answer)
    })
    onward.once('error', () => answer.destroy())
    asked.pipe(onward)
  }

  const server = createServer((asked, answer) => {
    const address = new URL(asked.url ?? '/', target)
    if (told !== undefined && /^\/api\/areas\/\d+\/changes$/.test(address.pathname)) tellArea(told, address, answer)
    else passOn(asked, answer)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return {
    url: `http://localhost:${address.port}`,
    tell: area => {
      told = area
      changed = []
      round = 0
    },
    change: households => {
      changed = households
      round += 1
    },
    sent: () => ({ ...sent }),
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
