import type { Actor } from './actor.ts'
import { isSystem } from './actor.ts'
import type { Role } from './role.ts'

const survey: readonly Role[] = ['VIL', 'TAM', 'MENTOR', 'DOFF', 'DCHIEF']
const tambonUp: readonly Role[] = ['TAM', 'DOFF', 'DCHIEF']
const district: readonly Role[] = ['DOFF', 'DCHIEF']

/** Who may give which command to a household, before area and state are looked at (domain brief 13.2). */
export const permittedRoles = {
  ImportBaselineHousehold: ['PROV', 'DOFF', 'DCHIEF'],
  UndoBaselineHousehold: ['PROV', 'DOFF', 'DCHIEF'],
  RegisterHousehold: ['PROV', ...survey],
  RecordVisit: survey,
  SubmitSurvey: survey,
  CorrectAnswers: district,
  RecordDataRequest: district,
  AnswerDataRequest: district,
  VerifySurvey: tambonUp,
  CertifySurvey: district,
  ReturnSurvey: tambonUp,
  RecheckProblem: survey,
  ReportProblem: survey,
  AnalyseCauses: [...tambonUp, 'MENTOR'],
  ReferProblem: district,
  RecordReferralLetter: ['PROV', ...district],
  AcceptReferral: ['AGENCY', ...district],
  ReturnReferral: ['AGENCY', ...district],
  PublishNeed: district,
  WithdrawNeed: district,
  CompleteReferral: ['AGENCY', ...district],
  // The server's own hand, at night.
  LapseReferral: [],
  DrawCallBack: [],
  ChooseLane: [...tambonUp, 'MENTOR'],
  RecordFollowUp: ['AGENCY', ...survey],
  RequestPause: [...tambonUp, 'MENTOR'],
  ApprovePause: ['DCHIEF'],
  DeclinePause: ['DCHIEF'],
  AnswerCallBack: tambonUp,
  RecordRevisit: survey,
  StartWork: [...tambonUp, 'MENTOR', 'AGENCY'],
  RecordAssistance: ['AGENCY', 'PARTNER', 'MENTOR', 'VIL', ...tambonUp],
  CloseProblem: tambonUp,
  MarkSelfResolved: [...tambonUp, 'MENTOR', 'VIL'],
  DeclareUnresolvable: ['DCHIEF'],
  ResumeWork: district,
  ProposeCancellation: [...tambonUp, 'VIL', 'MENTOR'],
  CancelProblem: ['DCHIEF', 'DOFF'],
  DeclineCancellation: ['DCHIEF', 'DOFF'],
  ReopenProblem: [...tambonUp, 'VIL', 'MENTOR'],
  ProposePlan: [...tambonUp, 'MENTOR'],
  ApprovePlan: ['DCHIEF'],
  ReturnPlan: ['DCHIEF'],
  CompletePlanAction: ['AGENCY', 'PARTNER', 'MENTOR', ...tambonUp],
  AnswerPlanAction: ['AGENCY', 'PARTNER', 'MENTOR', 'VIL', ...tambonUp],
  // Whoever recorded the help, and officers; taking it back is for everybody who may go there.
  RecordPhotoConsent: survey,
  WithdrawPhotoConsent: survey,
  CorrectHousehold: survey,
  MoveHousehold: ['PROV', ...tambonUp],
  RecordDeath: survey,
  TakeOverFrom: ['PROV', ...tambonUp],
  MergeHousehold: ['PROV', ...tambonUp],
  UnmergeHousehold: ['PROV', ...tambonUp],
  GiveBackTo: ['PROV', ...tambonUp],
  SettleConflict: survey,
} as const satisfies Record<string, readonly Role[]>

/** Every command to a household has its line above: `household/household-command` does not compile without it. */
export type PermittedCommand = keyof typeof permittedRoles

/** What a signed-in person may do that is not a command to a household. */
export type Ability =
  | 'read-households'
  | 'read-figures'
  | 'export-lists'
  | 'write-letters'
  | 'keep-letterhead'
  | 'import-baseline'
  | 'manage-rounds'
  | 'manage-people'
  | 'read-parked'
  | 'read-audit'
  | 'read-data-requests'
  | 'read-held-record'
  | 'read-needs'
  | 'read-offers'
  | 'issue-task-links'
  | 'propose-assignment'
  | 'move-practice-clock'
  | 'watch-reminders'

const everyArea: readonly Role[] = ['GOV', 'PROV', 'DCHIEF', 'DOFF', 'TAM', 'MENTOR', 'VIL', 'LINK']

export const abilityRoles: Record<Ability, readonly Role[]> = {
  'read-households': [...everyArea, 'AGENCY', 'PARTNER'],
  'read-figures': everyArea,
  'export-lists': ['PROV', 'DCHIEF', 'DOFF', 'TAM', 'LINK', 'GOV'],
  'write-letters': ['PROV', 'DCHIEF', 'DOFF'],
  'keep-letterhead': ['PROV', 'DCHIEF'],
  'import-baseline': ['PROV', 'DOFF', 'DCHIEF'],
  'manage-rounds': ['PROV'],
  'manage-people': ['SYS', 'PROV'],
  'read-parked': ['PROV', 'DCHIEF', 'DOFF', 'TAM'],
  'read-audit': ['DPO', 'SYS'],
  'read-data-requests': ['DPO', 'PROV', 'DCHIEF', 'DOFF'],
  'read-held-record': ['DCHIEF', 'DOFF'],
  'read-needs': ['PROV', 'DCHIEF', 'DOFF', 'TAM', 'AGENCY', 'PARTNER'],
  'read-offers': ['PROV', 'DCHIEF', 'DOFF', 'TAM', 'AGENCY', 'PARTNER'],
  'issue-task-links': ['DCHIEF', 'DOFF', 'TAM'],
  'propose-assignment': ['PROV', 'DCHIEF', 'DOFF'],
  'move-practice-clock': ['SYS', 'PROV'],
  'watch-reminders': ['SYS'],
}

export const hasAbility = (actor: Actor, ability: Ability): boolean =>
  isSystem(actor) || abilityRoles[ability].includes(actor.role)

/** Whether the actor's role may give this command at all; the area is judged against the household itself. */
export const mayCommand = (actor: Actor, type: PermittedCommand): boolean =>
  isSystem(actor) || (permittedRoles[type] as readonly Role[]).includes(actor.role)
