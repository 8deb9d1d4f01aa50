import type { FormAnswers } from '@thaiqm/core/form/form-answers.ts'
import { HELD_BY_COMMAND, type Question } from '@thaiqm/core/form/form-definition.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import { isLivingHere } from '@thaiqm/core/member/member.ts'
import type { Draft } from './draft.ts'

/**
 * Questions of our form whose answer the app asks for in a screen of its own (visit, roster, Re-X-Ray cards) and writes
 * into the form as well. A form of the ministry's with other ids is simply asked.
 */
const ASKED_ELSEWHERE: ReadonlySet<string> = new Set(['Q001', 'Q002', 'Q103', 'Q104', 'Q107', 'Q205', 'Q301', 'Q303'])

/** Whether the section's page asks this question itself. Calculated values are shown, never asked. */
export const isAskedHere = (question: Question): boolean =>
  !ASKED_ELSEWHERE.has(question.id) && (!HELD_BY_COMMAND.has(question.type) || question.type === 'signature')

const originAnswer = { BASELINE: 'baseline', MISSED: 'missed', REGISTRY: 'missed', NEW: 'new' } as const

/** The draft's answers with those copied in that were given on the app's own screens. */
export const answersWithHeld = (draft: Draft, household: Household): FormAnswers => {
  const { answers } = draft
  const reason = draft.missedReason ?? household.missedReason
  const living = draft.members.filter(isLivingHere)
  return {
    household: {
      ...answers.household,
      Q001: 'DONE',
      Q002: draft.noticeGiven,
      Q103: originAnswer[household.origin],
      ...(reason === null ? {} : { Q104: reason }),
      ...(draft.phone === null ? {} : { Q107: draft.phone }),
    },
    members: Object.fromEntries(
      living.map(member => [member.id, { ...answers.members[member.id], Q205: member.residence }]),
    ),
    problems: {
      ...answers.problems,
      ...Object.fromEntries(
        Object.values(draft.verdicts).flatMap(given =>
          given.verdict === null
            ? []
            : [
                [
                  given.problemId,
                  {
                    ...answers.problems[given.problemId],
                    Q301: given.verdict,
                    ...(given.cause.trim() === '' ? {} : { Q303: given.cause }),
                  },
                ],
              ],
        ),
      ),
    },
  }
}
