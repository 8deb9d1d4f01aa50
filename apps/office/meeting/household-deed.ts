import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import type { HouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import type { AgendaItem, ItemDecision } from '@thaiqm/core/meeting/meeting.ts'
import type { ReferProblemInput } from '@thaiqm/core/referral/refer-problem.ts'
import { cancellationDecided, pauseDecided } from '../problem/request-decided.ts'

export interface DeedWords {
  readonly words: string
  /** Only where the meeting finds the hardship beyond anybody's power. */
  readonly beyond: { readonly reasonCode: string; readonly continuingCare: string } | null
  /** Only where the meeting hands the hardship to an agency. */
  readonly referral: Pick<ReferProblemInput, 'agencyCode' | 'organisationId' | 'dueOn'> | null
}

export type HouseholdDeed =
  | { readonly is: 'deed'; readonly command: HouseholdCommand }
  /** The decision changes nothing in the household's own ledger. */
  | { readonly is: 'none' }
  /** What the item speaks of is no longer there: decided elsewhere meanwhile. */
  | { readonly is: 'gone' }

const NONE: HouseholdDeed = { is: 'none' }
const GONE: HouseholdDeed = { is: 'gone' }
const deed = (command: HouseholdCommand): HouseholdDeed => ({ is: 'deed', command })

/** What a decision of the meeting means for the household it speaks of: the household's own command. */
export const householdDeed = (
  item: Pick<AgendaItem, 'kind' | 'problemId'>,
  household: HouseholdView,
  decision: ItemDecision,
  { words, beyond, referral }: DeedWords,
): HouseholdDeed => {
  const problem = household.problems.find(one => one.id === item.problemId)
  if (beyond !== null) {
    if (problem === undefined) return GONE
    return deed({ type: 'DeclareUnresolvable', input: { problemId: problem.id, ...beyond } })
  }
  if (referral !== null) {
    if (problem === undefined) return GONE
    return deed({ type: 'ReferProblem', input: { problemId: problem.id, ...referral, note: words } })
  }
  if (decision !== 'APPROVED' && decision !== 'RETURNED') return NONE
  const isApproved = decision === 'APPROVED'
  if (item.kind === 'plan-approval') {
    const plan = household.plans.findLast(one => one.state === 'PROPOSED')
    if (plan === undefined) return GONE
    return deed(
      isApproved
        ? { type: 'ApprovePlan', input: { planId: plan.id, note: words } }
        : { type: 'ReturnPlan', input: { planId: plan.id, reason: words } },
    )
  }
  if (item.kind === 'cancellation') {
    const proposal = problem?.cancellationProposal ?? null
    if (problem === undefined || proposal === null) return GONE
    return deed(cancellationDecided(problem, proposal, isApproved, words))
  }
  if (item.kind === 'unmet-need') {
    if (problem?.need === undefined) return GONE
    return deed({ type: 'WithdrawNeed', input: { problemId: problem.id, reason: words } })
  }
  if (item.kind === 'pause') {
    if (problem?.pause === undefined || problem.pause.approvedOn !== null) return GONE
    return deed(pauseDecided(problem, isApproved, words))
  }
  return NONE
}
