import { z } from 'zod'
import { conflictsOfForm } from '../conflict/open-conflicts.ts'
import type { Household } from '../household/household.ts'
import type { HouseholdEvent } from '../household/household-event.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { surveyId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { type Survey, type SurveyAct, surveyAllows } from './survey.ts'

export const verifySurveyInput = z.object({ surveyId })
export type VerifySurveyInput = z.infer<typeof verifySurveyInput>

export const certifySurveyInput = z.object({ surveyId })
export type CertifySurveyInput = z.infer<typeof certifySurveyInput>

export const returnSurveyInput = z.object({ surveyId, reason: z.string().max(2000) })
export type ReturnSurveyInput = z.infer<typeof returnSurveyInput>

export type ReviewSurveyRefusal =
  | 'survey-unknown'
  | 'survey-not-in-this-state'
  | 'surveyor-verifies'
  | 'certified-needs-district'
  | 'reason-missing'
  | 'conflict-open'

const surveyFor = (
  household: Household,
  id: Survey['id'],
  act: SurveyAct,
): Outcome<Survey, 'survey-unknown' | 'survey-not-in-this-state'> => {
  const survey = household.surveys.find(s => s.id === id)
  if (survey === undefined) return refuse('survey-unknown')
  return surveyAllows[survey.state].includes(act)
    ? succeed(survey)
    : refuse('survey-not-in-this-state', { state: survey.state })
}

/** ตรวจแล้ว (ตำบล): the tambon verifies what someone else surveyed. */
export const decideVerifySurvey = (
  household: Household,
  input: VerifySurveyInput,
  { actor, findForm }: DecisionContext,
): Outcome<HouseholdEvent[], ReviewSurveyRefusal> => {
  const survey = surveyFor(household, input.surveyId, 'VerifySurvey')
  if (!survey.ok) return survey
  if (survey.value.submittedBy === actor.personId) return refuse('surveyor-verifies')
  const open = conflictsOfForm(household, survey.value.roundId, actor, findForm)
  if (open.length > 0) return refuse('conflict-open', { count: open.length })
  return succeed([{ type: 'SurveyVerified', surveyId: input.surveyId }])
}

/** รับรองแล้ว (อำเภอ). */
export const decideCertifySurvey = (
  household: Household,
  input: CertifySurveyInput,
  { actor, findForm }: DecisionContext,
): Outcome<HouseholdEvent[], ReviewSurveyRefusal> => {
  const survey = surveyFor(household, input.surveyId, 'CertifySurvey')
  if (!survey.ok) return survey
  if (survey.value.submittedBy === actor.personId) return refuse('surveyor-verifies')
  const open = conflictsOfForm(household, survey.value.roundId, actor, findForm)
  if (open.length > 0) return refuse('conflict-open', { count: open.length })
  return succeed([{ type: 'SurveyCertified', surveyId: input.surveyId }])
}

/** ส่งกลับแก้ไข, with a reason the surveyor can act on; a certified form only by the district. */
export const decideReturnSurvey = (
  household: Household,
  input: ReturnSurveyInput,
  { actor }: DecisionContext,
): Outcome<HouseholdEvent[], ReviewSurveyRefusal> => {
  const survey = surveyFor(household, input.surveyId, 'ReturnSurvey')
  if (!survey.ok) return survey
  if (survey.value.state !== 'SUBMITTED' && actor.role === 'TAM') return refuse('certified-needs-district')
  return input.reason.trim() === '' ? refuse('reason-missing') : succeed([{ type: 'SurveyReturned', ...input }])
}
