import { z } from 'zod'
import type { Household } from '../household/household.ts'
import type { HouseholdEvent } from '../household/household-event.ts'
import { addDays } from '../ledger/day.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { dataRequestId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { dataRequestAnswer, dataRequestWords } from './data-request.ts'

export const recordDataRequestInput = dataRequestWords
export type RecordDataRequestInput = z.infer<typeof recordDataRequestInput>

export type RecordDataRequestRefusal = 'asker-missing' | 'request-words-missing' | 'day-in-future'

/** A household asks about its data; the district answers within the days of the law (PDPA s.30: thirty). */
export const decideRecordDataRequest = (
  household: Household,
  input: RecordDataRequestInput,
  { today, clocks }: DecisionContext,
): Outcome<HouseholdEvent[], RecordDataRequestRefusal> => {
  if (household.dataRequests?.some(r => r.requestId === input.requestId) === true) return succeed([])
  if (input.askedBy.trim() === '') return refuse('asker-missing')
  if (input.receivedOn > today) return refuse('day-in-future', { day: input.receivedOn })
  if (input.kind !== 'SEE' && input.words.trim() === '') return refuse('request-words-missing')
  const dueOn = addDays(input.receivedOn, clocks.answerDataRequestWithinDays)
  return succeed([{ type: 'DataRequestRecorded', ...input, dueOn }])
}

export const answerDataRequestInput = z.object({
  requestId: dataRequestId,
  answer: dataRequestAnswer,
  words: z.string().max(2000),
})
export type AnswerDataRequestInput = z.infer<typeof answerDataRequestInput>

export type AnswerDataRequestRefusal = 'data-request-unknown' | 'data-request-answered' | 'reason-missing'

/** What was done about it. A request that is declined or met in part needs its reason (s.30, s.36). */
export const decideAnswerDataRequest = (
  household: Household,
  input: AnswerDataRequestInput,
  { today }: DecisionContext,
): Outcome<HouseholdEvent[], AnswerDataRequestRefusal> => {
  const request = household.dataRequests?.find(r => r.requestId === input.requestId)
  if (request === undefined) return refuse('data-request-unknown')
  if (request.answered !== null) return refuse('data-request-answered')
  if (input.answer !== 'DONE' && input.words.trim() === '') return refuse('reason-missing')
  return succeed([{ type: 'DataRequestAnswered', ...input, on: today }])
}
