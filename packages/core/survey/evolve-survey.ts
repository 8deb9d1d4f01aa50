import { answerName } from '../conflict/conflict.ts'
import type { HouseholdEvent } from '../household/household-event.ts'
import type { Instant } from '../ledger/day.ts'
import type { PersonId } from '../ledger/identifiers.ts'
import { withAnswers } from './answers-one-by-one.ts'
import type { Survey } from './survey.ts'

/** The forms of a household after one more fact: one form a round, each sending a further revision of it. */
export const evolveSurveys = (
  surveys: readonly Survey[],
  event: HouseholdEvent,
  at: Instant,
  by: PersonId,
): readonly Survey[] => {
  switch (event.type) {
    case 'SurveySubmitted': {
      const before = surveys.find(s => s.roundId === event.roundId)
      const sent: Survey = {
        id: before?.id ?? event.surveyId,
        roundId: event.roundId,
        formVersion: event.formVersion,
        state: 'SUBMITTED',
        revision: (before?.revision ?? 0) + 1,
        answers: event.answers,
        sameAsLastRound: event.sameAsLastRound,
        noNewProblem: event.noNewProblem,
        late: event.late,
        begunAt: event.begunAt,
        surveyedOn: event.surveyedOn,
        submittedAt: at,
        submittedBy: by,
        verifiedAt: null,
        verifiedBy: null,
        certifiedAt: null,
        certifiedBy: null,
        returnReason: '',
        ...(event.otherHands === undefined ? {} : { otherHands: event.otherHands }),
      }
      return [...surveys.filter(s => s !== before), sent]
    }
    case 'AnswersSettled': {
      const { surveyId, answers, sameAsLastRound, otherHands } = event
      return surveys.map(s =>
        s.id === surveyId ? { ...s, answers, sameAsLastRound, otherHands: { ...s.otherHands, ...otherHands } } : s,
      )
    }
    case 'AnswersCorrected': {
      const { surveyId, changes, sameAsLastRound } = event
      const hands = Object.fromEntries(changes.map(change => [answerName(change), { by, at }]))
      return surveys.map(s =>
        s.id === surveyId
          ? {
              ...s,
              answers: withAnswers(
                s.answers,
                changes.map(({ to, ...place }) => ({ ...place, value: to })),
              ),
              sameAsLastRound,
              revision: s.revision + 1,
              otherHands: { ...s.otherHands, ...hands },
            }
          : s,
      )
    }
    case 'SurveyVerified':
      return surveys.map(s =>
        s.id === event.surveyId ? { ...s, state: 'VERIFIED', verifiedAt: at, verifiedBy: by } : s,
      )
    case 'SurveyCertified':
      return surveys.map(s =>
        s.id === event.surveyId ? { ...s, state: 'CERTIFIED', certifiedAt: at, certifiedBy: by } : s,
      )
    case 'SurveyReturned':
      return surveys.map(s => (s.id === event.surveyId ? { ...s, state: 'RETURNED', returnReason: event.reason } : s))
    default:
      return surveys
  }
}
