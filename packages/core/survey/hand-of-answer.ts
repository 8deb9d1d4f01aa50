import type { Hand, Survey } from './survey.ts'

/** Who gave an answer of a form: whoever sent it last, but for answers that stand by another hand. */
export const handOfAnswer = (survey: Survey, answer: string): Hand =>
  survey.otherHands?.[answer] ?? { by: survey.submittedBy, at: survey.submittedAt }
