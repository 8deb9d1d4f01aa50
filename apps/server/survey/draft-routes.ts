import {
  handOverDraft,
  listDraftColleagues,
  listDrafts,
  removeDraft,
  saveDraft,
} from '@thaiqm/contract/survey/draft-routes.ts'
import { type Actor, actorRange } from '@thaiqm/core/access/actor.ts'
import { mayCommand } from '@thaiqm/core/access/permission.ts'
import { isInRange } from '@thaiqm/core/area/area-code.ts'
import { refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import { actorOf, type Person } from '@thaiqm/core/person/person.ts'
import { findPeople, findPersonNames } from '../person/person-store.ts'
import { inTransaction, systemScope } from '../platform/database/transaction.ts'
import { answerRoute } from '../platform/http/answer-route.ts'
import type { HttpParts } from '../platform/http/http-parts.ts'
import { writeAudit } from '../sync/ledger-store.ts'
import { findDraftsOf, lockDraft, moveDraft, openDraft, removeDraftRow } from './draft-store.ts'
import { keepDraftOf } from './keep-draft.ts'

const maySurvey = (actor: Actor, areaCode: string): boolean =>
  mayCommand(actor, 'SubmitSurvey') && isInRange(areaCode, actorRange(actor))

/** Whoever could go on with a form of a village: an active person with a post that may survey there. */
const isColleague = (person: Person, areaCode: string): boolean =>
  person.status === 'ACTIVE' && person.posts.some(post => maySurvey(actorOf(person, post), areaCode))

const villageOf = (areaCode: number): string => String(areaCode).padStart(8, '0')

/**
 * Forms being filled in, beside the ledger: nothing about a household is a fact until its form is sent. A draft belongs
 * to one holder, who may hand it over; what another phone still sends of it then is refused and stays on that phone.
 */
export const registerDraftRoutes = ({ app, findActor, findSender, parts, unsentWork }: HttpParts): void => {
  const { db, keys, clock } = parts

  answerRoute(
    app,
    findActor,
    saveDraft,
    async ({ actor, params, body }) => keepDraftOf(parts, unsentWork, actor, params.draftId, body),
    findSender,
  )

  answerRoute(
    app,
    findActor,
    removeDraft,
    async ({ actor, params }) => {
      await inTransaction(db, systemScope, trx => removeDraftRow(trx, params.draftId, actor.personId))
      return succeed({})
    },
    findSender,
  )

  answerRoute(app, findActor, listDrafts, async ({ actor }) =>
    inTransaction(db, systemScope, async trx => {
      // A draft of a village that is this person's no longer stays theirs to send, not to read.
      const rows = (await findDraftsOf(trx, actor.personId)).filter(row => maySurvey(actor, villageOf(row.area_code)))
      const names = await findPersonNames(
        trx,
        keys,
        rows.flatMap(row => row.from_person ?? []),
      )
      return succeed({
        drafts: rows.map(row => ({
          draftId: row.draft_id as never,
          householdId: row.household_id as never,
          areaCode: villageOf(row.area_code),
          revision: row.revision,
          changedAt: row.changed_at,
          holderId: actor.personId,
          holderName: actor.name,
          fromName: row.from_person === null ? null : (names.get(row.from_person)?.name ?? ''),
          content: openDraft(keys, row),
        })),
      })
    }),
  )

  answerRoute(app, findActor, listDraftColleagues, async ({ actor, params }) =>
    inTransaction(db, systemScope, async trx => {
      const draft = await lockDraft(trx, params.draftId)
      if (draft?.holder_id !== actor.personId) return refuse('draft-not-yours')
      const areaCode = villageOf(draft.area_code)
      const people = (await findPeople(trx, keys)).filter(p => p.id !== actor.personId && isColleague(p, areaCode))
      return succeed({
        people: people.map(p => ({ personId: p.id, name: p.name, position: p.position })).slice(0, 200),
      })
    }),
  )

  answerRoute(app, findActor, handOverDraft, async ({ actor, params, body }) =>
    inTransaction(db, systemScope, async trx => {
      const draft = await lockDraft(trx, params.draftId)
      if (draft?.holder_id !== actor.personId) return refuse('draft-not-yours')
      const to = (await findPeople(trx, keys)).find(p => p.id === body.toPersonId)
      if (to === undefined || !isColleague(to, villageOf(draft.area_code))) return refuse('outside-area')
      await moveDraft(trx, params.draftId, to.id, actor.personId)
      await writeAudit(trx, actor, [
        {
          at: clock.now(),
          act: 'HandOverDraft',
          objectKind: 'draft',
          objectId: params.draftId,
          areaCode: draft.area_code,
          details: { to: to.id },
        },
      ])
      return succeed({})
    }),
  )
}
