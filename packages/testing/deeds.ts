import type { HouseholdCommand, HouseholdCommandInput } from '@thaiqm/core/household/household-command.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { PlanActionId, PlanId, ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import type { PlanActionInput } from '@thaiqm/core/plan/plan.ts'
import { reXrayRound } from './households.ts'
import { testId } from './people.ts'

type Over<Type extends HouseholdCommand['type']> = Partial<HouseholdCommandInput<Type>>

/** A hardship found in the round of 2567 by who speaks, of the whole household. */
export const reportProblem = (
  problemId: ProblemId,
  kindCode: string,
  over: Over<'ReportProblem'> = {},
): HouseholdCommand => ({
  type: 'ReportProblem',
  input: { problemId, roundId: reXrayRound.id, kindCode, memberId: null, description: '', source: 'MANUAL', ...over },
})

/** Help by a temple on 10 January 2567 that was enough. */
export const recordHelp = (
  problemIds: readonly ProblemId[],
  over: Over<'RecordAssistance'> = {},
): HouseholdCommand => ({
  type: 'RecordAssistance',
  input: {
    assistanceId: testId(20),
    problemIds: [...problemIds],
    planActionId: null,
    sector: 'REL',
    agencyCode: null,
    organisationId: null,
    giverName: 'วัดตัวอย่าง',
    what: 'สังกะสี',
    quantity: null,
    unit: '',
    valueBaht: 0,
    givenOn: '2024-01-10' as Day,
    evidence: [],
    completes: true,
    ...over,
  },
})

/** To an agency as the lead, to be done by 1 March 2567. */
export const referProblem = (
  problemId: ProblemId,
  agencyCode: string,
  over: Over<'ReferProblem'> = {},
): HouseholdCommand => ({
  type: 'ReferProblem',
  input: { problemId, agencyCode, organisationId: null, dueOn: '2024-03-01' as Day, note: '', ...over },
})

/** A state agency's action for these hardships, due on 1 March 2567, that costs nothing. */
export const planAction = (
  id: PlanActionId,
  problemIds: readonly ProblemId[],
  over: Partial<PlanActionInput> = {},
): PlanActionInput => ({
  id,
  problemIds: [...problemIds],
  remedyId: null,
  what: 'งานตามแผน',
  level: 'SURVIVE',
  sector: 'GOV',
  agencyCode: null,
  organisationId: null,
  ownerName: '',
  dueOn: '2024-03-01' as Day,
  budgetBaht: 0,
  fundSource: '',
  ...over,
})

/** A plan of the round of 2567 with nothing said of the household but these actions. */
export const proposePlan = (planId: PlanId, actions: readonly PlanActionInput[]): HouseholdCommand => ({
  type: 'ProposePlan',
  input: {
    planId,
    roundId: reXrayRound.id,
    potential: 'DEVELOPABLE',
    fourT: { attitude: '', skill: '', resource: '', wayOut: '' },
    goals: '',
    actions: [...actions],
  },
})
