import { z } from 'zod'

/**
 * What is counted. Each name is one set of households or of hardships in one round; `counted-items` says who is in it
 * and `figure` what is divided by what (domain brief 13.3).
 */
export const measure = z.enum([
  'target-household',
  'surveyed-household',
  'covered-household',
  'certified-household',
  'not-started-household',
  'attempted-household',
  'late-household',
  'baseline-household',
  'rechecked-household',
  'not-rechecked-household',
  'missed-household',
  'new-household',
  'household-in-hardship',
  'household-solved',
  'survey-awaiting-verification',
  'survey-awaiting-certification',
  'survey-returned',
  'household-with-conflict',
  'plan-awaiting-approval',
  'problem',
  'solved-problem',
  'solved-on-time-problem',
  'live-problem',
  'new-problem',
  'new-problem-in-known-household',
  'baseline-problem',
  'rechecked-problem',
  'problem-without-plan',
  'problem-awaiting-verification',
  'problem-at-agency',
  'cancellation-proposed',
  'unresolvable-problem',
  'reopened-problem',
  'problem-paused',
  'problem-silent-agency',
  'problem-without-own-evidence',
  'problem-to-revisit',
  'problem-revisited',
  'problem-called-back',
])
export type Measure = z.infer<typeof measure>

export const isProblemMeasure = (of: Measure): boolean =>
  of.endsWith('problem') || of.startsWith('problem-') || of === 'cancellation-proposed' || of.startsWith('new-problem')
