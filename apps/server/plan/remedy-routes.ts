import { incomeLineBaht, problemKinds, remedies, remedyById } from '@thaiqm/catalogue/catalogue.ts'
import { type RemedyProposalView, readRelapse, readRemedies } from '@thaiqm/contract/plan/remedy-routes.ts'
import { readsReferredOnly, seesRestricted } from '@thaiqm/core/access/actor.ts'
import { hasAbility } from '@thaiqm/core/access/permission.ts'
import { viewHousehold } from '@thaiqm/core/access/view-household.ts'
import { dayOf } from '@thaiqm/core/ledger/day.ts'
import { refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import type { EligibilityRule } from '@thaiqm/core/plan/eligibility-rule.ts'
import { profileFeatureName, profileFeatures, profileOf } from '@thaiqm/core/plan/household-profile.ts'
import { type RemedyProposal, rankRemedies } from '@thaiqm/core/plan/rank-remedies.ts'
import { remedyCapacity } from '@thaiqm/core/plan/remedy-capacity.ts'
import { remedyReason } from '@thaiqm/core/plan/remedy-reason.ts'
import type { RemedyRule } from '@thaiqm/core/plan/remedy-rule.ts'
import { sharedCauses } from '@thaiqm/core/plan/shared-cause.ts'
import { findHousehold } from '../household/household-store.ts'
import { inTransaction, readingScope } from '../platform/database/transaction.ts'
import { answerRoute } from '../platform/http/answer-route.ts'
import type { HttpParts } from '../platform/http/http-parts.ts'
import { readingOn } from '../platform/reading-on.ts'
import { writeAudit } from '../sync/ledger-store.ts'
import { relapseReport } from './relapse-report.ts'
import { findOpenOffers, findRemedyOutcomes } from './remedy-outcome-store.ts'

const causeNames: ReadonlyMap<string, string> = new Map(
  problemKinds.flatMap(kind => kind.causes.map(cause => [cause.code, cause.th] as const)),
)
/** "Not known" and "as the household says" are no causes that hardships could share. */
const causeName = (code: string): string => (/^P\d99-/.test(code) ? '' : (causeNames.get(code) ?? ''))

const inWords = ({ th, en, sourceTh, sourceEn, confirmed }: EligibilityRule) => ({
  th,
  en,
  sourceTh,
  sourceEn,
  confirmed,
})

const toView = (proposal: RemedyProposal, remedy: RemedyRule): RemedyProposalView => {
  const { eligibility, evidence, score } = proposal
  const reason = remedyReason(proposal, remedy)
  return {
    remedyId: proposal.remedyId,
    problemIds: [...proposal.problemIds],
    verdict: eligibility.verdict,
    met: eligibility.met.map(inWords),
    failed: eligibility.failed.map(inWords),
    toAsk: eligibility.toAsk.map(inWords),
    capacity: proposal.capacity,
    evidence,
    triedHere: proposal.triedHere,
    // The points alone would tell of one household.
    score: { ...score, evidence: evidence === null ? null : Math.round(score.evidence) },
    reasonTh: reason.th,
    reasonEn: reason.en,
  }
}

export const registerRemedyRoutes = ({ app, findActor, parts }: HttpParts): void => {
  const { db, keys, clock, catalogue } = parts

  answerRoute(app, findActor, readRemedies, async ({ actor, params }) => {
    if (!hasAbility(actor, 'read-households') || readsReferredOnly(actor)) return refuse('not-found')
    const now = clock.now()
    return inTransaction(db, readingScope(actor), async trx => {
      const stored = await findHousehold(trx, keys, params.householdId)
      if (stored === undefined) return refuse('not-found')
      const household = viewHousehold(stored.household, actor, catalogue.findForm, readingOn(parts))
      const { problems, areaCode } = household
      const outcomes = await findRemedyOutcomes(trx, {
        district: areaCode.slice(0, 4),
        kindCodes: [...new Set(problems.map(p => p.kindCode))],
        restricted: seesRestricted(actor),
      })
      await writeAudit(trx, actor, [
        {
          at: now,
          act: 'ReadRemedies',
          objectKind: 'household',
          objectId: household.id,
          areaCode: Number(areaCode),
          details: { role: actor.role },
        },
      ])
      const today = dayOf(now)
      const profile = profileOf(household, today, incomeLineBaht)
      const proposals = rankRemedies({
        household,
        problems,
        remedies,
        capacity: remedyCapacity(await findOpenOffers(trx, areaCode, today)),
        outcomes,
        today,
        incomeLines: incomeLineBaht,
      })
      return succeed({
        asOf: now,
        profile: profileFeatures.map(feature => ({ feature, ...profileFeatureName[feature], known: profile[feature] })),
        proposals: proposals.flatMap(proposal => {
          const remedy = remedyById.get(proposal.remedyId)
          return remedy === undefined ? [] : toView(proposal, remedy)
        }),
        sharedCauses: sharedCauses(problems, causeName).map(({ cause, problemIds }) => ({
          cause,
          problemIds: [...problemIds],
        })),
      })
    })
  })

  answerRoute(app, findActor, readRelapse, async ({ actor, query }) => {
    if (!hasAbility(actor, 'read-figures')) return refuse('not-permitted')
    return inTransaction(db, readingScope(actor), trx => relapseReport(trx, actor, query.area, clock.now()))
  })
}
