import { z } from 'zod'
import { day } from '../ledger/day.ts'
import { problemId } from '../ledger/identifiers.ts'
import { evidence } from '../problem/evidence.ts'
import type { ProblemState } from '../problem/problem-state.ts'

/**
 * The six results of re-checking an old hardship (domain brief 10): R1 solved, R2 unfinished, R3 not begun,
 * R4 recurred, R5 not found or recorded in error, R6 no longer concerns the household (death, moved).
 */
export const verdictCode = z.enum(['R1', 'R2', 'R3', 'R4', 'R5', 'R6'])
export type VerdictCode = z.infer<typeof verdictCode>

export const verdict = z.object({
  problemId,
  verdict: verdictCode,
  causeCodes: z.array(z.string()),
  cause: z.string().max(2000),
  /** Day by which the unfinished rest is planned to be done. */
  planDueOn: day.nullable(),
  evidence: z.array(evidence),
  reason: z.string().max(2000),
  /** Who has helped so far, in the household's words or from the pick-list. */
  helpers: z.string().max(2000),
})
export type Verdict = z.infer<typeof verdict>

/** Where each verdict leads (domain brief 13.1). */
export const stateAfter: Record<VerdictCode, ProblemState> = {
  R1: 'RESOLVED',
  R2: 'IN_PROGRESS',
  R3: 'OPEN',
  R4: 'OPEN',
  R5: 'CANCELLED',
  R6: 'CANCELLED',
}

export interface VerdictNeeds {
  readonly cause: boolean
  readonly planDay: boolean
  readonly evidence: boolean
  readonly reason: boolean
}

export const verdictNeeds: Record<VerdictCode, VerdictNeeds> = {
  R1: { cause: false, planDay: false, evidence: true, reason: false },
  R2: { cause: true, planDay: true, evidence: false, reason: false },
  R3: { cause: true, planDay: false, evidence: false, reason: false },
  R4: { cause: true, planDay: false, evidence: false, reason: false },
  R5: { cause: false, planDay: false, evidence: false, reason: true },
  R6: { cause: false, planDay: false, evidence: false, reason: true },
}
