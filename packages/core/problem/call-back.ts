import { z } from 'zod'
import type { Household } from '../household/household.ts'
import type { HouseholdEvent } from '../household/household-event.ts'
import { addDays } from '../ledger/day.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { problemId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { type FindProblemRefusal, findProblemFor } from './find-problem.ts'
import { reopenedFact } from './reopen-problem.ts'
import { tookPart } from './took-part.ts'

export const drawCallBackInput = z.object({ problemId })
export type DrawCallBackInput = z.infer<typeof drawCallBackInput>

/** The server's own hand draws one closing in twenty; drawn twice is drawn once. */
export const decideDrawCallBack = (
  household: Household,
  input: DrawCallBackInput,
  { actor, today, clocks }: DecisionContext,
): Outcome<HouseholdEvent[], FindProblemRefusal> => {
  const problem = findProblemFor(household, input.problemId, 'DrawCallBack', actor)
  if (!problem.ok) return problem
  if (problem.value.callBack !== undefined) return succeed([])
  return succeed([
    { type: 'CallBackDrawn', problemId: input.problemId, dueOn: addDays(today, clocks.callBackWithinDays) },
  ])
}

export const answerCallBackInput = z.object({
  problemId,
  answer: z.enum(['SOLVED', 'NOT_SOLVED', 'NOT_REACHED']),
  /** What the household said, in its own words. */
  words: z.string().max(2000),
})
export type AnswerCallBackInput = z.infer<typeof answerCallBackInput>

export type AnswerCallBackRefusal = FindProblemRefusal | 'no-call-back' | 'words-missing' | 'caller-took-part'

/**
 * โทรสอบทาน: somebody who neither helped, recorded nor verified asks the household whether the hardship is gone. What it
 * says otherwise opens the problem again.
 */
export const decideAnswerCallBack = (
  household: Household,
  input: AnswerCallBackInput,
  context: DecisionContext,
): Outcome<HouseholdEvent[], AnswerCallBackRefusal> => {
  const { actor, today, clocks } = context
  const found = findProblemFor(household, input.problemId, 'AnswerCallBack', actor)
  if (!found.ok) return found
  const problem = found.value
  if (problem.callBack === undefined || problem.callBack.answer !== null) return refuse('no-call-back')
  if (problem.closedBy === actor.personId || tookPart(household, problem, actor) !== null)
    return refuse('caller-took-part')
  if (input.answer !== 'NOT_REACHED' && input.words.trim() === '') return refuse('words-missing')
  const answered: HouseholdEvent = {
    ...input,
    type: 'CallBackAnswered',
    dueOn: addDays(today, clocks.callBackWithinDays),
  }
  return succeed(
    input.answer === 'NOT_SOLVED' ? [answered, reopenedFact(household, problem, input.words, context)] : [answered],
  )
}
