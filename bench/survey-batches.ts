import { randomUUID } from 'node:crypto'
import { decisionCatalogue } from '@thaiqm/catalogue/decision-catalogue.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import { decideHouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import { dayOf, type Instant } from '@thaiqm/core/ledger/day.ts'
import type { CommandId, DeviceId } from '@thaiqm/core/ledger/identifiers.ts'
import type { CommandEnvelope, PushBatch } from '@thaiqm/core/sync/command-envelope.ts'
import { nextHouseholds } from '../apps/server/household/household-store.ts'
import { connectPool } from '../apps/server/platform/database/connect.ts'
import { silentLog } from '../apps/server/platform/database/database-log.ts'
import { inTransaction, systemScope } from '../apps/server/platform/database/transaction.ts'
import { readSealingKeys } from '../apps/server/platform/sealing-keys.ts'
import { beginStory, type Hand } from '../apps/server/practice/household-story.ts'
import { getPerson } from '../apps/server/practice/practice-people.ts'
import { practiceRounds } from '../apps/server/practice/practice-rounds.ts'
import { getVillage } from '../apps/server/practice/practice-villages.ts'
import { seededRandom } from '../apps/server/practice/seeded-random.ts'
import { surveyInput } from '../apps/server/practice/survey-story.ts'
import { applicationUrl, keysFile } from './database-address.ts'

/** Complete forms of one district's officer, as a phone sends them. */
export interface SurveyBatch {
  readonly personId: string
  readonly push: PushBatch
}

export const SURVEYS_IN_A_BATCH = 20

const HOUSEHOLDS_READ_AT_ONCE = 500

const world = { catalogue: decisionCatalogue, endsAt: '9999-01-01T00:00:00.000Z' as Instant }

/** Nobody has been there yet in this round, and last round said who lives there. */
const awaitsSurvey = (household: Household): boolean =>
  household.origin === 'BASELINE' &&
  household.status === 'ACTIVE' &&
  household.members.length > 1 &&
  household.visits.length === 0 &&
  household.surveys.length === 0

/** The command that sends a whole form of this household, or nothing when the rules would not take it. */
const surveyOf = (household: Household, hand: Hand, now: Instant): Omit<CommandEnvelope, 'sequence'> | undefined => {
  const random = seededRandom(`survey of ${household.id}`)
  const story = {
    ...beginStory(household.id, getVillage(household.areaCode), random, world),
    household: () => household,
  }
  const plan = { members: household.members, oldConcerns: [], newHardships: [], missedReason: null }
  const input = surveyInput(story, hand, now, plan, world)
  const context = { now, today: dayOf(now), actor: hand.actor, rounds: practiceRounds, ...world.catalogue }
  if (!decideHouseholdCommand(household, { type: 'SubmitSurvey', input }, context).ok) return undefined
  return {
    commandId: random.uuid() as CommandId,
    ledgerKind: 'household',
    ledgerId: household.id,
    type: 'SubmitSurvey',
    input,
    madeAt: now,
    basedOnVersion: household.version,
  }
}

const batchOf = (hand: Hand, commands: readonly Omit<CommandEnvelope, 'sequence'>[]): SurveyBatch => ({
  personId: hand.actor.personId,
  push: {
    // A phone of its own for each batch: numbers are gap-free on each.
    deviceId: randomUUID() as DeviceId,
    epoch: null,
    commands: commands.map((command, index) => ({ ...command, sequence: index + 1 })),
  },
})

/** Some districts' batches would otherwise all come one after the other, and wait for the same counters. */
const shuffled = <Item>(items: readonly Item[]): Item[] => {
  const random = seededRandom('order of batches')
  return items
    .map(item => ({ item, at: random.fraction() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}

/** So many batches of surveys of distinct households of a running server that nobody has surveyed; fewer when there are no more. */
export const makeSurveyBatches = async (
  dataDir: string,
  wanted: number,
  now: Instant,
  size = SURVEYS_IN_A_BATCH,
): Promise<SurveyBatch[]> => {
  const keys = await readSealingKeys(keysFile(dataDir))
  const db = connectPool({ url: await applicationUrl(dataDir), log: silentLog, size: 1 })
  const waiting = new Map<Hand, Omit<CommandEnvelope, 'sequence'>[]>()
  const batches: SurveyBatch[] = []
  try {
    for (let after = '00000000-0000-0000-0000-000000000000'; batches.length < wanted; ) {
      const read = await inTransaction(db, systemScope, trx =>
        nextHouseholds(trx, keys, after, HOUSEHOLDS_READ_AT_ONCE),
      )
      for (const { household } of read.filter(row => awaitsSurvey(row.household))) {
        if (batches.length === wanted) break
        const hand = getPerson(`doff-${household.areaCode.slice(0, 4)}`)
        const command = surveyOf(household, hand, now)
        if (command === undefined) continue
        const own = [...(waiting.get(hand) ?? []), command]
        waiting.set(hand, own.length === size ? [] : own)
        if (own.length === size) batches.push(batchOf(hand, own))
      }
      const last = read.at(-1)
      if (last === undefined) break
      after = last.household.id
    }
    // Where households ran out, the last batches are smaller ones.
    for (const [hand, own] of waiting) if (own.length > 0 && batches.length < wanted) batches.push(batchOf(hand, own))
  } finally {
    await db.destroy()
  }
  return shuffled(batches)
}
