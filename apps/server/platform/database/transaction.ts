import { type Actor, actorRange, isSystem, readsReferredOnly, seesRestricted } from '@thaiqm/core/access/actor.ts'
import { type AreaRange, areaRange, wholeRange } from '@thaiqm/core/area/area-code.ts'
import { type Kysely, sql, type Transaction } from 'kysely'

/** The server's connection to its database; only stores and transactions look inside. */
export type Database = Kysely<unknown>

/** An open transaction with its scope set: the only thing a store accepts. */
export type Scoped = Transaction<unknown>

export type DatabaseRole = 'thaiqm_area' | 'thaiqm_partner' | 'thaiqm_system'

/** What the database lets a transaction see: a role, a range of village codes, and whether restricted hardships show. */
export interface Scope {
  readonly role: DatabaseRole
  readonly range: AreaRange
  readonly restricted: boolean
  readonly personId: string
  readonly agencyCode: string
  /** The partner's own organisation; `''` of everybody else. */
  readonly organisationId: string
  /** The one household that a one-time link is for; `''` of everybody else. */
  readonly taskHouseholdId: string
}

/** Reading as an actor: the third wall, drawn by the actor's own post. */
export const readingScope = (actor: Actor): Scope => {
  if (isSystem(actor)) return systemScope
  const isPartner = readsReferredOnly(actor)
  return {
    role: isPartner ? 'thaiqm_partner' : 'thaiqm_area',
    range: isPartner ? areaRange(actor.areaCode) : actorRange(actor),
    // An agency reads what is referred to it, restricted or not; a partner reads nothing restricted.
    restricted: actor.role === 'AGENCY' || seesRestricted(actor),
    personId: actor.personId,
    agencyCode: actor.agencyCode ?? '',
    organisationId: isPartner ? (actor.organisationId ?? '') : '',
    taskHouseholdId: actor.task?.householdId ?? '',
  }
}

/** Writing what was decided for an actor: all hardships of the households in range, restricted ones included. */
export const writingScope = (actor: Actor): Scope => ({
  ...readingScope(actor),
  role: 'thaiqm_system',
  restricted: true,
})

export const systemScope: Scope = {
  role: 'thaiqm_system',
  range: wholeRange,
  restricted: true,
  personId: '',
  agencyCode: '',
  organisationId: '',
  taskHouseholdId: '',
}

/** Changes the scope inside an open transaction; settings end with it and never reach another one. */
export const enterScope = async (trx: Scoped, scope: Scope): Promise<void> => {
  await sql`select set_config('role', ${scope.role}, true),
    set_config('thaiqm.low', ${String(scope.range.low)}, true),
    set_config('thaiqm.high', ${String(scope.range.high)}, true),
    set_config('thaiqm.restricted', ${scope.restricted ? 'on' : 'off'}, true),
    set_config('thaiqm.person', ${scope.personId}, true),
    set_config('thaiqm.agency', ${scope.agencyCode}, true),
    set_config('thaiqm.organisation', ${scope.organisationId}, true),
    set_config('thaiqm.task_household', ${scope.taskHouseholdId}, true)`.execute(trx)
}

/** One transaction under one scope. Nobody else opens one. */
export const inTransaction = <Value>(
  db: Kysely<unknown>,
  scope: Scope,
  work: (trx: Scoped) => Promise<Value>,
): Promise<Value> =>
  db.transaction().execute(async trx => {
    await enterScope(trx, scope)
    return work(trx)
  })
