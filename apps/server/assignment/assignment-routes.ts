import {
  type AssignmentProposalReply,
  proposeAssignment as proposeRoute,
} from '@thaiqm/contract/assignment/assignment-routes.ts'
import { hasAbility } from '@thaiqm/core/access/permission.ts'
import { leftAfter } from '@thaiqm/core/assignment/check-assignment.ts'
import { dayOf } from '@thaiqm/core/ledger/day.ts'
import { refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import type { Organisation } from '@thaiqm/core/organisation/organisation-command.ts'
import { findOffersLeft } from '../offer/offer-list-store.ts'
import { inTransaction, readingScope } from '../platform/database/transaction.ts'
import { answerRoute } from '../platform/http/answer-route.ts'
import type { HttpParts } from '../platform/http/http-parts.ts'
import { narrowRange } from '../platform/narrow-range.ts'
import { findOfficeDocuments, writeAudit } from '../sync/ledger-store.ts'
import { toNeed, toOffer } from './assignment-rows.ts'
import { findOpenNeedRows } from './assignment-store.ts'
import { proposeAssignment } from './propose-assignment.ts'
import { isSolverBusy, solveInWorker } from './solve-in-worker.ts'

/** A proposal takes so many needs, the most urgent ones: what is beyond waits for the next. */
const MOST_NEEDS = 6_000

/** The solver's share of the five seconds a person may wait. */
const SOLVER_SECONDS = 3.5

export const registerAssignmentRoutes = ({ app, findActor, parts }: HttpParts): void => {
  const { db, keys, clock } = parts

  answerRoute(app, findActor, proposeRoute, async ({ actor, body }) => {
    if (!hasAbility(actor, 'propose-assignment')) return refuse('not-permitted')
    const range = narrowRange(actor, body.area)
    if (range.low > range.high) return refuse('not-found')
    if (isSolverBusy()) return refuse('try-again-soon')
    const now = clock.now()
    const today = dayOf(now)
    const found = await inTransaction(db, readingScope(actor), async trx => {
      const needs = await findOpenNeedRows(trx, range, MOST_NEEDS + 1)
      const offers = await findOffersLeft(trx, range, today)
      const organisations = (await findOfficeDocuments(trx, 'organisation', keys)) as Organisation[]
      await writeAudit(trx, actor, [
        {
          at: now,
          act: 'ProposeAssignment',
          objectKind: 'area',
          objectId: null,
          areaCode: Number(body.area.padEnd(8, '0')),
          details: { role: actor.role, needs: needs.length, offers: offers.length },
        },
      ])
      return { needs, offers, organisations: new Map(organisations.map(o => [o.id, o])) }
    })
    const rows = found.needs.slice(0, MOST_NEEDS)
    const needs = rows.map(toNeed)
    const organisationOf = (id: string) => found.organisations.get(id as Organisation['id'])
    const offers = found.offers.map(row => toOffer(row, organisationOf(row.organisationId)?.sector ?? 'GOV'))
    // Nothing is held while the solver works: whoever takes from an offer meanwhile is first, and its ledger knows.
    const proposal = await proposeAssignment({ needs, offers, pins: body.pins, today }, task =>
      solveInWorker(task, SOLVER_SECONDS),
    )
    if (!proposal.ok) return proposal
    const left = leftAfter(needs, offers, proposal.value.matches)
    const { matches, unserved, provenClasses, classes, open } = proposal.value
    const reply: AssignmentProposalReply = {
      asOf: now,
      areaCode: body.area,
      hasMoreNeeds: found.needs.length > MOST_NEEDS,
      needs: needs.map(({ remedyIds: _menu, ...need }, index) => ({ ...need, what: rows[index]?.what ?? '' })),
      offers: found.offers.map((row, index) => {
        const { sector = 'GOV', quantityLeft = 0, budgetLeftBaht = null } = offers[index] ?? {}
        const after = left.get(row.offerId)
        return {
          ...row,
          organisationName: organisationOf(row.organisationId)?.nameTh ?? '',
          sector,
          quantityLeft,
          budgetLeftBaht,
          quantityAfter: after?.quantity ?? quantityLeft,
          budgetAfterBaht: after?.budgetBaht ?? null,
        }
      }),
      matches: [...matches],
      unserved: [...unserved],
      provenClasses,
      classes,
      open,
    }
    return succeed(reply)
  })
}
