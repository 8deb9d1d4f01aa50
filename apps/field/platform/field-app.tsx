import { createOutboxSender, type OutboxSender } from '@thaiqm/contract/client/outbox-sender.ts'
import type { SessionView } from '@thaiqm/contract/session/session-routes.ts'
import type { Actor } from '@thaiqm/core/access/actor.ts'
import type { DeviceId } from '@thaiqm/core/ledger/identifiers.ts'
import type { Round } from '@thaiqm/core/round/round.ts'
import { createContext, useContext } from 'react'
import { createHouseholdStore, type HouseholdStore } from '../household/household-store.ts'
import { roundFor } from '../round/current-round.ts'
import { createOutboxStore } from '../sync/outbox-store.ts'
import { createSyncEngine, type SyncEngine } from '../sync/sync-engine.ts'
import { send } from './api.ts'
import { type Clock, clockOf } from './clock.ts'
import type { Judge } from './decide.ts'
import type { StoredSession } from './device-database.ts'
import { deviceIdOf, type FieldDatabase, openFieldDatabase } from './field-database.ts'

/** Everything a screen works with once somebody is signed in. */
export interface FieldApp {
  readonly view: SessionView
  readonly actor: Actor
  readonly clock: Clock
  readonly judge: Judge
  readonly database: FieldDatabase
  readonly households: HouseholdStore
  readonly sender: OutboxSender
  readonly sync: SyncEngine
  readonly roundOf: (areaCode: string) => Round | undefined
}

/** What belongs to one person on this phone for as long as the app is open: one outbox has one sender. */
interface Workplace {
  /** The newest session's; everything below asks it, so that a refreshed session holds at once. */
  judge: Judge
  readonly database: FieldDatabase
  readonly households: HouseholdStore
  readonly sender: OutboxSender
  readonly sync: SyncEngine
}

const workplaces = new Map<string, Workplace>()

const roundByArea = ({ rounds, clock }: Judge, areaCode: string): Round | undefined =>
  roundFor(rounds, areaCode, clock.today())

const openWorkplace = async (judge: Judge): Promise<Workplace> => {
  const { personId } = judge.actor
  const database = openFieldDatabase(personId)
  const deviceId = (await deviceIdOf(database)) as DeviceId
  const judgeNow = (): Judge => workplaces.get(personId)?.judge ?? judge
  const clock: Clock = { now: () => judgeNow().clock.now(), today: () => judgeNow().clock.today() }
  const households = createHouseholdStore({
    database,
    actor: () => judgeNow().actor,
    roundIdFor: areaCode => roundByArea(judgeNow(), areaCode)?.id ?? '',
    layOver: async (householdId, household) => {
      const waiting = await database.commands.where('ledgerId').equals(householdId).sortBy('sequence')
      if (waiting.length === 0) return household
      // The rules come with the catalogue; a phone with nothing waiting does not need them to list a village.
      const { withWaiting } = await import('./decide.ts')
      return withWaiting(householdId, household, waiting, judgeNow())
    },
  })
  const newId = () => crypto.randomUUID()
  const sender = createOutboxSender({ deviceId, store: createOutboxStore(database), send, now: clock.now, newId })
  return { judge, database, households, sender, sync: createSyncEngine({ database, sender, households, clock }) }
}

/** Ready to work for the person of a session; undefined when the session is nobody's. */
export const createFieldApp = async ({ view, readAtMs }: StoredSession): Promise<FieldApp | undefined> => {
  const { actor, rounds } = view
  if (actor === null) return undefined
  const judge: Judge = { actor, clock: clockOf({ now: view.now, readAtMs }), rounds }
  const workplace = workplaces.get(actor.personId) ?? (await openWorkplace(judge))
  workplace.judge = judge
  workplaces.set(actor.personId, workplace)
  const { database, households, sender, sync } = workplace
  const roundOf = (areaCode: string) => roundByArea(judge, areaCode)
  return { view, actor, clock: judge.clock, judge, database, households, sender, sync, roundOf }
}

const FieldAppContext = createContext<FieldApp | undefined>(undefined)

export const FieldAppProvider = FieldAppContext.Provider

export const useFieldApp = (): FieldApp => {
  const app = useContext(FieldAppContext)
  if (app === undefined) throw new Error('this screen is only for somebody signed in')
  return app
}
