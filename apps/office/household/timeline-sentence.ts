import { catalogueNames } from '@thaiqm/catalogue/catalogue-names.ts'
import type { HouseholdEvent } from '@thaiqm/core/household/household-event.ts'
import { type ToldFact, tellFact } from '@thaiqm/core/household/tell-fact.ts'
import type { Tone } from '@thaiqm/ui/badge.tsx'
import type { IconName } from '@thaiqm/ui/icons.tsx'
import type { Language } from '@thaiqm/ui/words.ts'

interface Look {
  readonly icon: IconName
  readonly tone: Tone
}

const look = (icon: IconName, tone: Tone = 'neutral'): Look => ({ icon, tone })

const looks: Readonly<Record<HouseholdEvent['type'], Look>> = {
  HouseholdRegistered: look('house', 'info'),
  BaselineImportUndone: look('undo', 'warning'),
  HouseholdVisited: look('pin'),
  HouseholdStatusChanged: look('house', 'warning'),
  HouseholdMoved: look('arrow-right'),
  HouseholdCorrected: look('edit'),
  HouseholdTakenOver: look('users', 'info'),
  HouseholdMerged: look('users', 'warning'),
  HouseholdUnmerged: look('undo', 'warning'),
  HouseholdGivenBack: look('undo', 'warning'),
  MissedReasonGiven: look('flag'),
  MembersRecorded: look('users'),
  MemberDied: look('user'),
  SurveySubmitted: look('send', 'info'),
  ConflictsFound: look('alert', 'warning'),
  ConflictsSettled: look('check', 'good'),
  AnswersSettled: look('edit'),
  AnswersCorrected: look('edit', 'info'),
  DataRequestRecorded: look('document', 'warning'),
  DataRequestAnswered: look('check', 'good'),
  SurveyVerified: look('check', 'good'),
  SurveyCertified: look('shield', 'good'),
  SurveyReturned: look('undo', 'warning'),
  ProblemImported: look('upload'),
  ProblemFound: look('flag', 'warning'),
  ProblemConfirmed: look('flag'),
  ProblemRechecked: look('search', 'info'),
  ProblemReopened: look('undo', 'warning'),
  CausesAnalysed: look('target'),
  ProblemReferred: look('share', 'info'),
  ReferralLetterRecorded: look('document', 'info'),
  ReferralAccepted: look('check', 'good'),
  ReferralReturned: look('undo', 'warning'),
  NeedPublished: look('users', 'info'),
  NeedWithdrawn: look('undo'),
  ReferralCompleted: look('check', 'good'),
  ReferralLapsed: look('alert', 'warning'),
  LaneChosen: look('arrow-right'),
  FollowedUp: look('clock'),
  PauseRequested: look('pause', 'warning'),
  PauseApproved: look('pause'),
  PauseDeclined: look('close'),
  CallBackDrawn: look('search'),
  CallBackAnswered: look('mobile', 'info'),
  RevisitRecorded: look('pin', 'info'),
  WorkStarted: look('clock'),
  AssistanceRecorded: look('heart', 'good'),
  ProblemClosed: look('check-circle', 'good'),
  ProblemSelfResolved: look('check-circle', 'good'),
  ProblemDeclaredUnresolvable: look('alert', 'danger'),
  WorkResumed: look('sync'),
  CancellationProposed: look('trash', 'warning'),
  ProblemCancelled: look('trash'),
  CancellationDeclined: look('close'),
  PlanProposed: look('document', 'info'),
  PlanApproved: look('check', 'good'),
  PlanReturned: look('undo', 'warning'),
  PlanActionCompleted: look('check', 'good'),
  PhotoConsentRecorded: look('image', 'info'),
  PhotoConsentWithdrawn: look('undo', 'warning'),
  PlanActionAnswered: look('users', 'info'),
}

const unknownLook = look('info')

export const timelineLook = (type: string): Look => (looks as Readonly<Record<string, Look>>)[type] ?? unknownLook

/** A fact of the ledger as an officer would tell it; its words are core's (`household/tell-fact`). */
export const timelineSentence = (
  entry: ToldFact,
  language: Language,
): { readonly title: string; readonly body: string } => tellFact(entry, catalogueNames, language)
