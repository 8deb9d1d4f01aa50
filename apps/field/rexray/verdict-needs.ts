import type { Day } from '@thaiqm/core/ledger/day.ts'
import { verdictNeeds } from '@thaiqm/core/rexray/verdict.ts'
import type { VerdictDraft } from '../survey/draft.ts'

export type VerdictLack = 'verdict' | 'cause' | 'planDay' | 'planDayPassed' | 'planDayTooLate' | 'evidence' | 'reason'

/**
 * What a Re-X-Ray card still lacks, by the rules the server holds it to (domain brief 13.1): unfinished needs a cause
 * and a day, at the latest the round's last; solved needs evidence; an error or a death needs its reason.
 */
export const verdictLacks = (
  given: VerdictDraft | undefined,
  { today, resolveBy }: { readonly today: Day; readonly resolveBy: Day },
): readonly VerdictLack[] => {
  if (given === undefined || given.verdict === null) return ['verdict']
  const needs = verdictNeeds[given.verdict]
  const lacks: VerdictLack[] = []
  if (needs.cause && given.causeCodes.length === 0 && given.cause.trim() === '') lacks.push('cause')
  if (needs.planDay && given.planDueOn === null) lacks.push('planDay')
  if (given.planDueOn !== null && given.planDueOn < today) lacks.push('planDayPassed')
  if (given.planDueOn !== null && given.planDueOn > resolveBy) lacks.push('planDayTooLate')
  if (needs.evidence && given.evidence.length === 0) lacks.push('evidence')
  if (needs.reason && given.reason.trim() === '') lacks.push('reason')
  return lacks
}

/** Another result chosen: what the new one does not ask for is let go, so that nothing unseen is sent. */
export const withVerdict = (given: VerdictDraft, verdict: NonNullable<VerdictDraft['verdict']>): VerdictDraft => {
  const needs = verdictNeeds[verdict]
  return {
    ...given,
    verdict,
    causeCodes: needs.cause ? given.causeCodes : [],
    cause: needs.cause ? given.cause : '',
    planDueOn: needs.planDay ? given.planDueOn : null,
    evidence: needs.evidence ? given.evidence : [],
    reason: needs.reason ? given.reason : '',
  }
}
