import { readHousehold, readVillage } from '@thaiqm/contract/household/household-routes.ts'
import type { Actor } from '@thaiqm/core/access/actor.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import { type CallFailure, call } from '../platform/api.ts'
import type { FieldDatabase } from '../platform/field-database.ts'
import { summaryOf } from './household-summary.ts'

export interface StoreParts {
  readonly database: FieldDatabase
  readonly actor: () => Actor
  /** The round that lists are about. */
  readonly roundIdFor: (areaCode: string) => string
  /** Lays this phone's waiting commands over what the server says. */
  readonly layOver: (householdId: string, household: Household | null) => Promise<Household | null>
}

export type Refreshed = { readonly ok: true } | { readonly ok: false; readonly failure: CallFailure }

const WRITE_AT_ONCE = 250

/**
 * The households this phone holds. Screens read only from here; the server is where it is refreshed from, so that a
 * phone without network shows what it last knew.
 */
export const createHouseholdStore = ({ database, actor, roundIdFor, layOver }: StoreParts) => {
  const { summaries, documents, villages, commands } = database

  const write = async (households: readonly Household[]): Promise<void> => {
    const waiting = Map.groupBy(await commands.toArray(), command => command.ledgerId)
    const rows = households.map(household =>
      summaryOf(household, {
        roundId: roundIdFor(household.areaCode),
        actor: actor(),
        waiting: waiting.get(household.id)?.length ?? 0,
      }),
    )
    await database.transaction('rw', summaries, documents, async () => {
      await documents.bulkPut(
        households.map(household => ({ householdId: household.id, areaCode: household.areaCode, household })),
      )
      await summaries.bulkPut(rows)
    })
  }

  /** A household as this phone now sees it: after a command of its own, or after the server's answer. */
  const keep = (household: Household): Promise<void> => write([household])

  const find = async (householdId: string): Promise<Household | undefined> =>
    (await documents.get(householdId))?.household

  const forget = async (householdIds: readonly string[]): Promise<void> => {
    await database.transaction('rw', summaries, documents, async () => {
      await documents.bulkDelete([...householdIds])
      await summaries.bulkDelete([...householdIds])
    })
  }

  const refreshVillage = async (areaCode: string): Promise<Refreshed> => {
    const answer = await call(readVillage, { params: { areaCode } })
    if (!answer.ok) return { ok: false, failure: answer }
    const shown: Household[] = []
    for (const household of answer.value.households) shown.push((await layOver(household.id, household)) ?? household)
    for (let at = 0; at < shown.length; at += WRITE_AT_ONCE) await write(shown.slice(at, at + WRITE_AT_ONCE))

    const known = new Set<string>(shown.map(household => household.id))
    const waiting = new Set((await commands.toArray()).map(command => command.ledgerId))
    const held = await documents.where('areaCode').equals(areaCode).primaryKeys()
    await forget(held.filter(id => !known.has(id) && !waiting.has(id)))
    await villages.update(areaCode, { asOf: answer.value.asOf })
    return { ok: true }
  }

  const refreshHousehold = async (householdId: string): Promise<Refreshed> => {
    const answer = await call(readHousehold, { params: { householdId } })
    if (!answer.ok) {
      // Out of scope by now, or never accepted by the server: what nobody may see must not stay on the phone.
      const gone = answer.kind === 'refused' && answer.status === 404
      if (gone && (await commands.where('ledgerId').equals(householdId).count()) === 0) await forget([householdId])
      return { ok: false, failure: answer }
    }
    const { household } = answer.value
    await keep((await layOver(householdId, household)) ?? household)
    return { ok: true }
  }

  return { keep, find, refreshVillage, refreshHousehold }
}

export type HouseholdStore = ReturnType<typeof createHouseholdStore>
