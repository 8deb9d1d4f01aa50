import { z } from 'zod'

const days = z.number().int().positive()

/** The numbers that decide clocks, in days. They are data (`catalogue/clocks.json`): a province may set its own. */
export const clocks = z.strictObject({
  /** By severity: how long an agency may take to accept a referral or to send it back. */
  answerReferralWithinDays: z.strictObject({ 1: days, 2: days, 3: days }),
  /** How long an agency still reads a case after its part is done. */
  workReferralOpenDays: days,
  /** By lane: when the owner looks again at the latest. */
  lookAgainAfterDays: z.strictObject({ SELF: days, COMMUNITY: days, AGENCY: days, CARE: days }),
  /** By severity: from finding a problem to a plan, a referral or the beginning of work. */
  planWithinDays: z.strictObject({ 1: days, 2: days, 3: days }),
  /** For a plan, a cancellation, a pause or conflicting data that waits for a decision. */
  decideWithinDays: days,
  /** For a form or for help that waits to be verified. */
  verifyWithinDays: days,
  /** For a form that was returned to be corrected. */
  correctWithinDays: days,
  /** From the day a household's request about its data was received (PDPA s.30). */
  answerDataRequestWithinDays: days,
  /** Days before its own on which a meeting comes before its keepers. */
  meetingAheadDays: days,
  callBackWithinDays: days,
  callBackTriesAtMost: days,
  /** Share of closings that is called back, 0–1. */
  callBackShare: z.number().min(0).max(1),
  revisitAfterDays: days,
  revisitWithinDays: days,
  pauseAtMostDays: days,
  pausesAtMost: days,
  /** Days overdue after which a duty held further down is also shown at this level. */
  escalateAfterDays: z.strictObject({ TAMBON: days, DISTRICT: days, CHIEF: days, PROVINCE: days }),
})
export type Clocks = z.infer<typeof clocks>
