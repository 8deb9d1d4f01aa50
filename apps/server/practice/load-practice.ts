import { areas } from '@thaiqm/catalogue/catalogue.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { CommandId } from '@thaiqm/core/ledger/identifiers.ts'
import type { CommandEnvelope, LedgerKind } from '@thaiqm/core/sync/command-envelope.ts'
import { type AreaRow, saveAreas } from '../area/area-store.ts'
import { inTransaction, systemScope } from '../platform/database/transaction.ts'
import { runCommands } from '../sync/run-commands.ts'
import type { ServerParts } from '../sync/server-parts.ts'
import { batchesOf, type CommandBatch, sequenceCounter } from './command-batches.ts'
import { type HouseholdStory, type StoryWorld, systemHand } from './household-story.ts'
import { reservedNumbers } from './named-households.ts'
import { tellNamedHouseholds } from './named-stories.ts'
import { tellHousehold } from './practice-history.ts'
import { generateHouseholds } from './practice-households.ts'
import { meetingBatches } from './practice-meetings.ts'
import { needPicker, offerBatches } from './practice-offers.ts'
import { practiceOrganisations } from './practice-organisations.ts'
import { practicePeople } from './practice-people.ts'
import {
  instantOn,
  LAST_DAY_OF_HISTORY,
  PRACTICE_DAY,
  PROVINCE_CODE,
  practiceRounds,
  SET_UP_AT,
} from './practice-rounds.ts'
import { practiceVillages } from './practice-villages.ts'
import { uuidFrom } from './seeded-random.ts'

/** The seed of the province that guides and journeys speak of. */
export const PRACTICE_SEED = 2567

/** Households of the practice province when nobody asks for another number. */
export const PRACTICE_HOUSEHOLDS = 3_000

export interface PracticeOptions {
  readonly households: number
  readonly seed: number
  /** Households written so far, of all; called now and then. */
  readonly onProgress?: (done: number, of: number) => void
}

export interface PracticeSummary {
  /** The day the province lives on, for whoever sets the practice clock. */
  readonly practiceDay: Day
  readonly provinceCode: string
  readonly areas: number
  readonly people: number
  readonly organisations: number
  readonly households: number
  readonly commands: number
  readonly milliseconds: number
}

/** Where the telling ends: the evening before the practice day. */
export const storyWorld = (catalogue: StoryWorld['catalogue']): StoryWorld => ({
  catalogue,
  endsAt: instantOn(LAST_DAY_OF_HISTORY, 20),
})

const areaRows = (): AreaRow[] => [
  ...areas.map(({ code, level, th, en, parentCode, lat, lng }) => ({
    areaCode: code,
    level,
    nameTh: th,
    nameEn: en,
    parentCode,
    latitude: lat,
    longitude: lng,
  })),
  ...practiceVillages.map(village => ({
    areaCode: village.code,
    level: 'VILLAGE' as const,
    nameTh: village.nameTh,
    nameEn: village.nameEn,
    parentCode: village.tambonCode,
    latitude: village.latitude,
    longitude: village.longitude,
  })),
]

const COMMANDS_IN_A_BATCH = 400
/** Households told before they are written: enough to fill batches, few enough to keep memory small. */
const HOUSEHOLDS_IN_A_LOT = 3_200

type NextNumber = ReturnType<typeof sequenceCounter>

const runBatch = async (parts: ServerParts, { hand, commands, at }: CommandBatch): Promise<number> => {
  const receipts = await runCommands(parts, { ...hand, commands, at })
  const wrong = receipts.filter(({ outcome }) => outcome !== 'applied')
  if (wrong.length > 0) {
    const types = wrong.map(({ commandId, refusal }) => {
      const type = commands.find(command => command.commandId === commandId)?.type ?? ''
      return `${type}: ${refusal?.code ?? 'no refusal'}`
    })
    throw new Error(
      `${wrong.length} commands of the practice province were not applied: ${[...new Set(types)].join(', ')}`,
    )
  }
  return receipts.length
}

/** Rounds, then people, then partners: the office's own ledgers, which households rely on. */
const officeBatches = function* (nextNumber: NextNumber): Generator<CommandBatch> {
  const batch = (
    ledgerKind: LedgerKind,
    type: string,
    rows: readonly { readonly id: string; readonly input: unknown }[],
  ): CommandBatch => ({
    hand: systemHand,
    commands: rows.map(
      ({ id, input }): CommandEnvelope => ({
        commandId: uuidFrom(`command ${type} ${id}`) as CommandId,
        sequence: nextNumber(systemHand),
        ledgerKind,
        ledgerId: id,
        type,
        input,
        madeAt: SET_UP_AT,
        basedOnVersion: null,
      }),
    ),
    at: rows.map(() => SET_UP_AT),
  })
  yield batch(
    'round',
    'PlanRound',
    practiceRounds.map(({ id, overrides: _overrides, ...input }) => ({ id, input })),
  )
  yield batch(
    'person',
    'AddPerson',
    practicePeople.map(({ person: { id, username, name, position, phone, posts } }) => ({
      id,
      input: { username, name, position, phone, posts },
    })),
  )
  yield batch(
    'organisation',
    'AddOrganisation',
    practiceOrganisations.map(({ id, key: _key, ...input }) => ({ id, input })),
  )
}

/** Stories in lots, told only when asked for: the whole province never stands in memory. */
const lotsOf = function* (
  world: StoryWorld,
  { seed, households }: PracticeOptions,
): Generator<readonly HouseholdStory[]> {
  let lot = tellNamedHouseholds(world)
  for (const household of generateHouseholds(String(seed), households, reservedNumbers)) {
    lot.push(tellHousehold(household, world))
    if (lot.length >= HOUSEHOLDS_IN_A_LOT) {
      yield lot
      lot = []
    }
  }
  if (lot.length > 0) yield lot
}

/**
 * Fills an empty database with the practice province: areas, rounds, people, partners, then every household with its
 * past, through the one way to write. The same seed makes the same province. Throws when a command is not applied.
 */
export const loadPractice = async (parts: ServerParts, options: PracticeOptions): Promise<PracticeSummary> => {
  const began = performance.now()
  const { onProgress } = options
  const nextNumber = sequenceCounter()
  const rows = areaRows()
  await inTransaction(parts.db, systemScope, trx => saveAreas(trx, rows))
  let commands = 0
  for (const batch of officeBatches(nextNumber)) commands += await runBatch(parts, batch)
  let households = 0
  const lots = lotsOf(storyWorld(parts.catalogue), options)
  const needs = needPicker()
  // Two lots on their way at once: one is told and decided here while PostgreSQL writes the other.
  const lane = async (): Promise<void> => {
    for (let lot = lots.next(); lot.done !== true; lot = lots.next()) {
      for (const story of lot.value) needs.look(story.current())
      const pasts = lot.value.map(story => story.commands).filter(past => past.length > 0)
      for (const batch of batchesOf(pasts, nextNumber, COMMANDS_IN_A_BATCH)) {
        const applied = await runBatch(parts, batch)
        commands += applied
      }
      households += pasts.length
      onProgress?.(Math.min(households, options.households), options.households)
    }
  }
  await Promise.all([lane(), lane()])
  for (const batch of offerBatches(needs.picked, nextNumber)) commands += await runBatch(parts, batch)
  for (const batch of meetingBatches(nextNumber)) commands += await runBatch(parts, batch)
  return {
    practiceDay: PRACTICE_DAY,
    provinceCode: PROVINCE_CODE,
    areas: rows.length,
    people: practicePeople.length,
    organisations: practiceOrganisations.length,
    households,
    commands,
    milliseconds: Math.round(performance.now() - began),
  }
}
