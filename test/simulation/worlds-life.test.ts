import { householdCommandInputs } from '@thaiqm/core/household/household-command.ts'
import { meetingCommandInputs } from '@thaiqm/core/meeting/meeting-command.ts'
import { offerCommandInputs } from '@thaiqm/core/offer/offer-command.ts'
import { expect, test } from 'vitest'
import { runWorlds } from './run.ts'

/** Forms settle conflicts, answers, verdicts and deaths; what the people of a household ask has tests of its own. */
const elsewhere = [
  'SettleConflict',
  'CorrectAnswers',
  'CertifySurvey',
  'RecheckProblem',
  'RecordDeath',
  'RecordDataRequest',
  'AnswerDataRequest',
  'SubmitSurvey',
  'VerifySurvey',
  'ReturnSurvey',
]

test('worlds in which hardships are solved break no invariant, and every command of a hardship’s life is given in them', {
  timeout: 240_000,
}, async () => {
  const { bad, applied } = await runWorlds(1, 250, { isLife: true })
  expect(bad).toEqual([])
  const all = [householdCommandInputs, offerCommandInputs, meetingCommandInputs].flatMap(Object.keys)
  expect(all.filter(type => !elsewhere.includes(type) && !applied.has(type))).toEqual([])
})
