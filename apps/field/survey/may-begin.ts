import { type Actor, isDistrictOfficer } from '@thaiqm/core/access/actor.ts'
import { mayCommand } from '@thaiqm/core/access/permission.ts'
import { type Household, surveyIn } from '@thaiqm/core/household/household.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import { type Outcome, refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import { deadlinesFor, type Round, recordingOf } from '@thaiqm/core/round/round.ts'

export type MayBeginRefusal =
  | 'not-permitted'
  | 'round-unknown'
  | 'form-unknown'
  | 'round-not-open-yet'
  | 'recording-closed'
  | 'survey-certified'

/**
 * Whether a form may be begun now (scenario 10): within the recording time, or by whoever may record late; a verified
 * or certified form only by the district. A draft begun in time may always be opened and is judged when it is sent.
 */
export const mayBeginSurvey = (
  household: Household,
  round: Round | undefined,
  actor: Actor,
  today: Day,
): Outcome<Round & { readonly formVersion: string }, MayBeginRefusal> => {
  if (!mayCommand(actor, 'SubmitSurvey')) return refuse('not-permitted')
  if (round === undefined) return refuse('round-unknown')
  const { formVersion } = round
  if (formVersion === null) return refuse('form-unknown', { version: '' })
  const before = surveyIn(household, round.id)
  const isDistrict = isDistrictOfficer(actor)
  if (before !== undefined && (before.state === 'VERIFIED' || before.state === 'CERTIFIED') && !isDistrict) {
    return refuse('survey-certified')
  }
  const recording = recordingOf(round, household.areaCode, today, today)
  if (recording === 'not-yet') return refuse('round-not-open-yet', { day: round.opensOn })
  if (recording === 'late' && !actor.mayRecordLate && before === undefined) {
    return refuse('recording-closed', { day: deadlinesFor(round, household.areaCode).recordBy })
  }
  return succeed({ ...round, formVersion })
}
