import { replayHousehold } from '@thaiqm/core/household/evolve-household.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import type { HouseholdId } from '@thaiqm/core/ledger/identifiers.ts'
import { countedItems } from '@thaiqm/core/measure/counted-items.ts'
import { currentRounds, type Round } from '@thaiqm/core/round/round.ts'
import type { RoundLedger } from '@thaiqm/core/round/round-command.ts'
import { type HouseholdRows, householdRows } from '../household/household-rows.ts'
import { inTransaction, type Scoped, systemScope } from '../platform/database/transaction.ts'
import { lookUpHash, openDocument } from '../platform/sealing.ts'
import { findFacts, findOfficeDocuments, type RecordedFact } from '../sync/ledger-store.ts'
import type { ServerParts } from '../sync/server-parts.ts'
import {
  checkedTables,
  countWrongCounters,
  findCountedItems,
  findStoredDocuments,
  findStoredRows,
  findWithoutLedger,
  type LedgerKey,
  nextLedgers,
  type StoredDocument,
  type StoredRow,
} from './check-ledger-store.ts'
import { exitCodes } from './cli-settings.ts'
import { type Command, isOn } from './command.ts'
import { withServer } from './open-for-command.ts'

export type Difference =
  | 'ledger-has-a-gap'
  | 'ledger-not-readable'
  | 'ledger-missing'
  | 'document-missing'
  | 'document-differs'
  | `${keyof HouseholdRows}-differ`
  | 'counted-items-differ'

/** What was rebuilt from the ledgers and how it compares with what is stored. Holds ids and numbers only. */
export interface LedgerCheck {
  readonly households: number
  readonly facts: number
  readonly differences: Readonly<Partial<Record<Difference, readonly string[]>>>
  /** Counters that do not equal what they count; counters, days and sums above them that do not equal the changes written down. */
  readonly wrongCounters: {
    readonly counters: number
    readonly changes: number
    readonly days: number
    readonly rollups: number
    readonly remedies: number
  }
}

/** Text of a value in which the order of keys does not matter; bytes in hexadecimal. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) => {
    if (inner instanceof Uint8Array) return Buffer.from(inner).toString('hex')
    return inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner
  })

/** Buffers turn themselves into JSON before a replacer sees them. */
const plainRow = (row: object): object =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, value instanceof Uint8Array ? new Uint8Array(value) : value]),
  )

const areSameRows = (a: readonly object[], b: readonly object[]): boolean => {
  if (a.length !== b.length) return false
  const texts = (rows: readonly object[]) => rows.map(row => canonical(plainRow(row))).sort()
  const [left, right] = [texts(a), texts(b)]
  return left.every((text, at) => text === right[at])
}

interface Stored {
  readonly documents: ReadonlyMap<string, StoredDocument>
  readonly rows: { readonly [Room in keyof HouseholdRows]: ReadonlyMap<string, readonly StoredRow[]> }
  readonly items: ReadonlyMap<string, readonly StoredRow[]>
}

const rooms = Object.keys(checkedTables) as (keyof HouseholdRows)[]

const byHousehold = (rows: readonly StoredRow[]) => Map.groupBy(rows, row => row.household_id)

const findStored = async (trx: Scoped, ids: readonly string[]): Promise<Stored> => {
  const rows = {} as Record<keyof HouseholdRows, ReadonlyMap<string, readonly StoredRow[]>>
  for (const room of rooms) rows[room] = byHousehold(await findStoredRows(trx, checkedTables[room], ids))
  return { documents: await findStoredDocuments(trx, ids), rows, items: byHousehold(await findCountedItems(trx, ids)) }
}

const itemRows = (household: Household, rounds: readonly Round[], kinds: ServerParts['catalogue']['kinds']) =>
  currentRounds(rounds).flatMap(round =>
    countedItems(household, round, kinds).map(({ measure, problemId, dueOn, detail, eye }) => ({
      household_id: household.id,
      round_id: round.id,
      measure,
      problem_id: problemId,
      area_code: Number(household.areaCode),
      due_on: dueOn,
      detail,
      eye,
    })),
  )

const differencesOf = (
  parts: ServerParts,
  rounds: readonly Round[],
  { id, shardKey }: LedgerKey,
  facts: readonly RecordedFact[],
  stored: Stored,
): Difference[] => {
  if (facts.some(({ version }, at) => version !== at + 1)) return ['ledger-has-a-gap']
  const { keys, catalogue } = parts
  const household = replayHousehold(id as HouseholdId, facts)
  if (household === null) return ['ledger-missing']
  const differences: Difference[] = []
  const document = stored.documents.get(id)
  if (document === undefined) differences.push('document-missing')
  else if (
    document.version !== household.version ||
    document.shardKey !== shardKey ||
    canonical(openDocument(keys, document.document, id)) !== canonical(household)
  )
    differences.push('document-differs')
  const wanted = householdRows(household, shardKey, {
    round: currentRounds(rounds)[0],
    kinds: catalogue.kinds,
    clocks: catalogue.clocks,
    hashNumber: number => lookUpHash(keys, number),
  })
  for (const room of rooms)
    if (!areSameRows(wanted[room], stored.rows[room].get(id) ?? [])) differences.push(`${room}-differ`)
  if (!areSameRows(itemRows(household, rounds, catalogue.kinds), stored.items.get(id) ?? []))
    differences.push('counted-items-differ')
  return differences
}

interface PageCheck {
  readonly facts: number
  readonly found: ReadonlyMap<string, readonly Difference[]>
}

const checkPage = async (
  trx: Scoped,
  parts: ServerParts,
  rounds: readonly Round[],
  page: readonly LedgerKey[],
): Promise<PageCheck> => {
  const ids = page.map(({ id }) => id)
  const stored = await findStored(trx, ids)
  const found = new Map<string, readonly Difference[]>()
  let count = 0
  for (const ledger of page) {
    try {
      const facts = (await findFacts(trx, parts.keys, [ledger.id])).get(ledger.id) ?? []
      count += facts.length
      const differences = differencesOf(parts, rounds, ledger, facts, stored)
      if (differences.length > 0) found.set(ledger.id, differences)
    } catch {
      found.set(ledger.id, ['ledger-not-readable'])
    }
  }
  return { facts: count, found }
}

const LEDGERS_AT_ONCE = 200
const FIRST = '00000000-0000-0000-0000-000000000000'

/**
 * Rebuilds every household from its ledger and compares it with its document, rows and counts, page by page. What
 * differs is looked at once more, since somebody may have been writing meanwhile.
 */
export const checkLedger = async (parts: ServerParts): Promise<LedgerCheck> => {
  const inSystem = <Value>(work: (trx: Scoped) => Promise<Value>) => inTransaction(parts.db, systemScope, work)
  const rounds = (await inSystem(trx => findOfficeDocuments(trx, 'round', parts.keys))) as RoundLedger[]
  const differences: Partial<Record<Difference, string[]>> = {}
  const note = (kind: Difference, id: string) => {
    differences[kind] = [...(differences[kind] ?? []), id]
  }
  let households = 0
  let facts = 0
  for (let after = FIRST; ; ) {
    const page = await inSystem(trx => nextLedgers(trx, after, LEDGERS_AT_ONCE))
    const last = page.at(-1)
    if (last === undefined) break
    after = last.id
    const checked = await inSystem(trx => checkPage(trx, parts, rounds, page))
    households += page.length
    facts += checked.facts
    const doubtful = page.filter(({ id }) => checked.found.has(id))
    if (doubtful.length === 0) continue
    const { found } = await inSystem(trx => checkPage(trx, parts, rounds, doubtful))
    for (const [id, kinds] of found) for (const kind of kinds) note(kind, id)
  }
  for (const id of await inSystem(findWithoutLedger)) note('ledger-missing', id)
  return { households, facts, differences, wrongCounters: await inSystem(countWrongCounters) }
}

export const isSound = ({ differences, wrongCounters }: LedgerCheck): boolean =>
  Object.keys(differences).length === 0 && Object.values(wrongCounters).every(count => count === 0)

const IDS_SHOWN = 20

const linesOf = (check: LedgerCheck): string[] => [
  `ตรวจแล้ว ${check.households} ครัวเรือน ${check.facts} ข้อเท็จจริง · checked ${check.households} households, ${check.facts} facts`,
  ...Object.entries(check.differences).flatMap(([kind, ids]) => [
    `${kind}: ${ids.length}`,
    ...ids.slice(0, IDS_SHOWN).map(id => `  ${id}`),
  ]),
  ...Object.entries(check.wrongCounters).flatMap(([kind, count]) => (count === 0 ? [] : [`${kind}-differ: ${count}`])),
  isSound(check) ? 'ข้อมูลตรงกันทั้งหมด · everything agrees' : 'พบข้อมูลไม่ตรงกัน · differences were found',
]

export const checkLedgerCommand: Command = {
  name: 'check ledger',
  words: [],
  th: 'สร้างข้อมูลทุกครัวเรือนจากบัญชีเหตุการณ์ใหม่ แล้วเทียบกับที่เก็บไว้',
  en: 'Rebuild every household from its ledger and compare with what is stored',
  options: {},
  run: (line, settings) =>
    withServer(settings, async ({ parts }) => {
      const check = await checkLedger(parts)
      settings.out(isOn(line, 'json') ? JSON.stringify(check) : linesOf(check).join('\n'))
      return isSound(check) ? exitCodes.done : exitCodes.foundWrong
    }),
}
