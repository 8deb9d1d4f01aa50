import {
  listHandovers,
  listHouseholds,
  readHousehold,
  readTimeline,
} from '@thaiqm/contract/household/household-routes.ts'
import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { type Actor, readsReferredOnly, seesRestricted } from '@thaiqm/core/access/actor.ts'
import { hasAbility } from '@thaiqm/core/access/permission.ts'
import { viewHousehold } from '@thaiqm/core/access/view-household.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import type { PersonId } from '@thaiqm/core/ledger/identifiers.ts'
import { refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import { findPersonNames } from '../person/person-store.ts'
import { inTransaction, readingScope } from '../platform/database/transaction.ts'
import { answerRoute } from '../platform/http/answer-route.ts'
import type { HttpParts } from '../platform/http/http-parts.ts'
import { narrowRange } from '../platform/narrow-range.ts'
import { readingOn } from '../platform/reading-on.ts'
import { writeAudit } from '../sync/ledger-store.ts'
import type { ServerParts } from '../sync/server-parts.ts'
import { listHandedOver } from './handover-store.ts'
import { listHouseholdRows } from './household-list-store.ts'
import { findHousehold } from './household-store.ts'
import { withHandsNamed } from './name-hands.ts'
import { readTimelineOf } from './read-timeline.ts'

/** The view crosses the wire as it is; its schema copies what is readonly in core. */
const toWire = (household: Household): HouseholdView => household as HouseholdView

/** Everyone a record mentions, wherever it mentions them. */
const mentionedIn = (household: Household): Set<PersonId> => {
  const ids = [
    ...household.visits.map(v => v.by),
    ...household.surveys.flatMap(s => [s.submittedBy, s.verifiedBy, s.certifiedBy]),
    ...household.problems.flatMap(p => [
      p.recordedBy,
      p.closedBy,
      p.cancellationProposal?.by ?? null,
      ...p.helpedBy,
      ...p.rechecks.map(r => r.by),
    ]),
    ...household.plans.flatMap(p => [p.proposedBy, p.approvedBy, ...p.actions.map(a => a.doneBy)]),
    ...household.assistances.map(a => a.recordedBy),
    ...(household.conflicts ?? []).flatMap(c => [c.standing.by, c.other.by]),
  ]
  return new Set(ids.filter(id => id !== null))
}

const looked = (actor: Actor, act: string, household: Household, { clock }: ServerParts) =>
  [
    {
      at: clock.now(),
      act,
      objectKind: 'household',
      objectId: household.id,
      areaCode: Number(household.areaCode),
      details: { role: actor.role },
    },
  ] as const

export const registerHouseholdRoutes = ({ app, findActor, parts }: HttpParts): void => {
  const { db, keys, catalogue } = parts

  answerRoute(app, findActor, listHouseholds, async ({ actor, query }) => {
    if (!hasAbility(actor, 'read-households') || readsReferredOnly(actor)) return refuse('not-permitted')
    const range = narrowRange(actor, query.area)
    const list = await inTransaction(db, readingScope(actor), trx =>
      listHouseholdRows(trx, {
        ...query,
        range,
        search: query.search ?? '',
        surveyState: query.surveyState ?? null,
        origin: query.origin ?? null,
        restricted: seesRestricted(actor),
      }),
    )
    return succeed({ ...list, page: query.page, asOf: parts.clock.now() })
  })

  answerRoute(app, findActor, listHandovers, async ({ actor, query }) => {
    if (!hasAbility(actor, 'read-households') || readsReferredOnly(actor)) return refuse('not-permitted')
    const range = narrowRange(actor, query.area)
    const found = await inTransaction(db, readingScope(actor), trx => listHandedOver(trx, { ...query, range }))
    return succeed({ ...found, page: query.page })
  })

  answerRoute(app, findActor, readHousehold, async ({ actor, params }) => {
    if (!hasAbility(actor, 'read-households')) return refuse('not-found')
    return inTransaction(db, readingScope(actor), async trx => {
      const stored = await findHousehold(trx, keys, params.householdId)
      if (stored === undefined) return refuse('not-found')
      const viewed = viewHousehold(stored.household, actor, catalogue.findForm, readingOn(parts))
      const household = (await withHandsNamed(trx, keys, [viewed]))[0] ?? viewed
      const names = await findPersonNames(trx, keys, mentionedIn(household))
      await writeAudit(trx, actor, looked(actor, 'ReadHousehold', household, parts))
      const people = [...mentionedIn(household)].map(personId => ({
        personId,
        ...(names.get(personId) ?? { name: 'ระบบ ThaiQM', position: '' }),
      }))
      return succeed({ household: toWire(household), people })
    })
  })

  answerRoute(app, findActor, readTimeline, async ({ actor, params }) => {
    if (!hasAbility(actor, 'read-households')) return refuse('not-found')
    return inTransaction(db, readingScope(actor), async trx => {
      const read = await readTimelineOf(trx, parts, actor, params.householdId)
      return read === undefined ? refuse('not-found') : succeed({ entries: read.entries })
    })
  })
}
