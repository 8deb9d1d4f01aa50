import { randomBytes, randomUUID } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import { issueTaskLink, listTaskLinks, revokeTaskLink } from '@thaiqm/contract/plan/task-link-routes.ts'
import type { Actor } from '@thaiqm/core/access/actor.ts'
import { hasAbility } from '@thaiqm/core/access/permission.ts'
import { viewHousehold } from '@thaiqm/core/access/view-household.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import { addDays, type dayOf, type Instant } from '@thaiqm/core/ledger/day.ts'
import type { HouseholdId } from '@thaiqm/core/ledger/identifiers.ts'
import { refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import { screenWords } from '@thaiqm/core/need/screen-words.ts'
import type { Organisation } from '@thaiqm/core/organisation/organisation-command.ts'
import type { PlanAction } from '@thaiqm/core/plan/plan.ts'
import { findHousehold } from '../household/household-store.ts'
import { findPerson } from '../person/person-store.ts'
import { inTransaction, readingScope, type Scoped, systemScope } from '../platform/database/transaction.ts'
import { answerRoute } from '../platform/http/answer-route.ts'
import type { HttpParts } from '../platform/http/http-parts.ts'
import { sealDocument } from '../platform/sealing.ts'
import { findOfficeDocumentsById, writeAudit } from '../sync/ledger-store.ts'
import type { ServerParts } from '../sync/server-parts.ts'
import { LINK_DAYS, openAction, taskLinkView } from './task-link.ts'
import {
  endTaskLink,
  findTaskLink,
  findTaskLinksOf,
  hashOfToken,
  revokeLinksOfAction,
  saveTaskLink,
} from './task-link-store.ts'
import { registerTaskRoutes } from './task-routes.ts'

/** The household as this officer may see it; nothing when it is outside the officer's area. */
const findViewed = (parts: ServerParts, actor: Actor, id: HouseholdId): Promise<Household | undefined> =>
  inTransaction(parts.db, readingScope(actor), async trx => {
    const stored = await findHousehold(trx, parts.keys, id)
    return stored && viewHousehold(stored.household, actor, parts.catalogue.findForm)
  })

const holderOf = async (trx: Scoped, parts: ServerParts, action: PlanAction): Promise<string> => {
  const ids = action.organisationId === null ? [] : [action.organisationId]
  const [organisation] = (await findOfficeDocumentsById(trx, 'organisation', parts.keys, ids)) as Organisation[]
  return organisation?.nameTh ?? (action.ownerName === '' ? (action.agencyCode ?? '') : action.ownerName)
}

const phoneOf = (given: string | undefined): string | null => (given?.trim() ? given.trim() : null)

/** The same time of day, so many days later. */
const daysAfter = (at: Instant, days: number): Instant =>
  `${addDays(at.slice(0, 10) as ReturnType<typeof dayOf>, days)}${at.slice(10)}` as Instant

export const registerTaskLinkRoutes = (http: HttpParts): void => {
  const { app, findActor, parts } = http

  answerRoute(app, findActor, issueTaskLink, async ({ actor, params, body }) => {
    if (!hasAbility(actor, 'issue-task-links')) return refuse('not-permitted')
    const household = await findViewed(parts, actor, params.householdId)
    const open = household && openAction(household, params.planActionId)
    if (household === undefined || open === undefined) return refuse('not-found')
    const covered = household.problems.filter(p => open.action.problemIds.includes(p.id))
    if (covered.some(p => p.restricted)) return refuse('need-restricted')
    // The plan's own words are the office's; what goes out by a link tells nobody whose house it is.
    const screened = screenWords(body.what ?? open.action.what, household)
    if (!screened.ok) return screened
    const token = randomBytes(32).toString('base64url')
    const linkId = randomUUID()
    const now = parts.clock.now()
    return inTransaction(parts.db, systemScope, async trx => {
      await revokeLinksOfAction(trx, params.planActionId, now)
      const person = await findPerson(trx, parts.keys, actor.personId)
      const { agencyCode, organisationId, id } = open.action
      await saveTaskLink(trx, {
        link_id: linkId,
        token_hash: hashOfToken(token),
        household_id: household.id,
        area_code: Number(household.areaCode),
        plan_id: open.plan.id,
        plan_action_id: id,
        organisation_id: organisationId,
        is_agency: agencyCode !== null,
        what: body.what ?? null,
        holder_name: await holderOf(trx, parts, open.action),
        officer: sealDocument(
          parts.keys,
          { name: actor.name, position: actor.position, phone: phoneOf(body.phone) ?? person?.phone ?? null },
          linkId,
        ),
        issued_by: actor.personId,
        issued_at: now,
        expires_at: daysAfter(now, LINK_DAYS),
      })
      await writeAudit(trx, actor, [
        {
          at: now,
          act: 'IssueTaskLink',
          objectKind: 'household',
          objectId: household.id,
          areaCode: Number(household.areaCode),
          details: { linkId },
        },
      ])
      const link = await findTaskLink(trx, linkId)
      if (link === undefined) throw new Error('a link that was just written is not there')
      return succeed({ link: taskLinkView(link, now), token })
    })
  })

  answerRoute(app, findActor, listTaskLinks, async ({ actor, params }) => {
    if (!hasAbility(actor, 'issue-task-links')) return refuse('not-permitted')
    const household = await findViewed(parts, actor, params.householdId)
    if (household === undefined) return refuse('not-found')
    const visible = new Set<string>(household.plans.flatMap(p => p.actions.map(a => a.id)))
    const links = await inTransaction(parts.db, systemScope, trx => findTaskLinksOf(trx, household.id))
    const now = parts.clock.now()
    return succeed({ links: links.filter(l => visible.has(l.plan_action_id)).map(l => taskLinkView(l, now)) })
  })

  answerRoute(app, findActor, revokeTaskLink, async ({ actor, params }) => {
    if (!hasAbility(actor, 'issue-task-links')) return refuse('not-permitted')
    const link = await inTransaction(parts.db, systemScope, trx => findTaskLink(trx, params.linkId))
    const household = link && (await findViewed(parts, actor, link.household_id))
    if (link === undefined || household === undefined) return refuse('not-found')
    const now = parts.clock.now()
    await inTransaction(parts.db, systemScope, async trx => {
      await endTaskLink(trx, link.link_id, 'revoked_at', now)
      await writeAudit(trx, actor, [
        {
          at: now,
          act: 'RevokeTaskLink',
          objectKind: 'household',
          objectId: household.id,
          areaCode: Number(household.areaCode),
          details: { linkId: link.link_id },
        },
      ])
    })
    return succeed({})
  })

  registerTaskRoutes(http, () => performance.now())
}
