import { contextFor, householdAfter, importCommand, oldProblem, reXrayRound } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import { describe, expect, test } from 'vitest'
import { systemActor } from '../access/actor.ts'
import type { Household } from '../household/household.ts'
import { decideHouseholdCommand, type HouseholdCommand } from '../household/household-command.ts'
import type { Day } from '../ledger/day.ts'
import type { AssistanceId, PlanActionId, PlanId, ProblemId } from '../ledger/identifiers.ts'
import { type ProblemAct, type ProblemState, problemAllows, problemState } from './problem-state.ts'

const id = testId<ProblemId>(10)
const words = 'เหตุผลที่ระบุ'
const paper = { kind: 'document' as const, reference: 'เอกสาร 1/2567' }

/** A well-formed command for each act, so that only the state can refuse it. */
const commands: Record<ProblemAct, HouseholdCommand> = {
  AnalyseCauses: { type: 'AnalyseCauses', input: { problemId: id, causeCodes: [], rootCause: words } },
  Plan: {
    type: 'ProposePlan',
    input: {
      planId: testId<PlanId>(30),
      roundId: reXrayRound.id,
      potential: 'DEVELOPABLE',
      fourT: { attitude: '', skill: '', resource: '', wayOut: '' },
      goals: '',
      actions: [
        {
          id: testId<PlanActionId>(31),
          problemIds: [id],
          remedyId: null,
          what: 'สร้างห้องส้วม',
          level: 'SURVIVE',
          sector: 'GOV',
          agencyCode: 'LAO',
          organisationId: null,
          ownerName: '',
          dueOn: '2024-03-01' as Day,
          budgetBaht: 15_000,
          fundSource: '',
        },
      ],
    },
  },
  ReferProblem: {
    type: 'ReferProblem',
    input: { problemId: id, agencyCode: 'LAO', organisationId: null, dueOn: '2024-03-01' as Day, note: '' },
  },
  AcceptReferral: { type: 'AcceptReferral', input: { problemId: id, reply: '' } },
  ReturnReferral: { type: 'ReturnReferral', input: { problemId: id, reason: words } },
  PublishNeed: {
    type: 'PublishNeed',
    input: { problemId: id, what: 'สุขภัณฑ์', quantity: 1, unit: 'ชุด', budgetBaht: null, dueOn: null },
  },
  WithdrawNeed: { type: 'WithdrawNeed', input: { problemId: id, reason: words } },
  StartWork: { type: 'StartWork', input: { problemId: id, note: '' } },
  RecordAssistance: {
    type: 'RecordAssistance',
    input: {
      assistanceId: testId<AssistanceId>(40),
      problemIds: [id],
      planActionId: null,
      sector: 'REL',
      agencyCode: null,
      organisationId: null,
      giverName: 'วัดตัวอย่าง',
      what: 'กระเบื้อง',
      quantity: null,
      unit: '',
      valueBaht: 0,
      givenOn: '2024-01-10' as Day,
      evidence: [],
      completes: true,
    },
  },
  CloseProblem: { type: 'CloseProblem', input: { problemId: id, evidence: [paper], note: '' } },
  MarkSelfResolved: { type: 'MarkSelfResolved', input: { problemId: id, how: words, resolvedOn: '2024-01-10' as Day } },
  DeclareUnresolvable: {
    type: 'DeclareUnresolvable',
    input: { problemId: id, reasonCode: 'law-land', continuingCare: words },
  },
  ResumeWork: { type: 'ResumeWork', input: { problemId: id, reason: words } },
  ProposeCancellation: { type: 'ProposeCancellation', input: { problemId: id, reason: words, survivorId: null } },
  CancelProblem: { type: 'CancelProblem', input: { problemId: id, reason: words, survivorId: null } },
  ReopenProblem: { type: 'ReopenProblem', input: { problemId: id, reason: words } },
  RecheckProblem: {
    type: 'RecheckProblem',
    input: {
      roundId: reXrayRound.id,
      verdict: {
        problemId: id,
        verdict: 'R3',
        causeCodes: [],
        cause: words,
        planDueOn: null,
        evidence: [],
        reason: '',
        helpers: '',
      },
    },
  },
}

const found = { by: systemActor, command: importCommand([oldProblem(10, 'P204')]) }
const helped = { by: people.tambonOfficer, command: commands.RecordAssistance }

/** A household whose hardship has come to each state by commands alone. */
const inState: Record<ProblemState, () => Household> = {
  OPEN: () => householdAfter([found]),
  PLANNED: () =>
    householdAfter([
      found,
      { by: people.tambonOfficer, command: commands.Plan },
      { by: people.districtChief, command: { type: 'ApprovePlan', input: { planId: testId<PlanId>(30), note: '' } } },
    ]),
  REFERRED: () => householdAfter([found, { by: people.districtOfficer, command: commands.ReferProblem }]),
  IN_PROGRESS: () =>
    householdAfter([
      found,
      {
        by: people.tambonOfficer,
        command: {
          ...commands.RecordAssistance,
          input: {
            ...(commands.RecordAssistance as Extract<HouseholdCommand, { type: 'RecordAssistance' }>).input,
            completes: false,
          },
        } as HouseholdCommand,
      },
    ]),
  ASSISTED: () => householdAfter([found, helped]),
  RESOLVED: () => householdAfter([found, helped, { by: people.districtOfficer, command: commands.CloseProblem }]),
  SELF_RESOLVED: () => householdAfter([found, { by: people.tambonOfficer, command: commands.MarkSelfResolved }]),
  UNRESOLVABLE: () => householdAfter([found, { by: people.districtChief, command: commands.DeclareUnresolvable }]),
  CANCELLED: () => householdAfter([found, { by: people.districtOfficer, command: commands.CancelProblem }]),
}

describe.each(problemState.options)('in state %s', state => {
  const household = inState[state]()

  test('the way there leads there', () => {
    expect(household.problems[0]?.state).toBe(state)
  })

  test.each(Object.keys(commands) as ProblemAct[])('%s is allowed exactly where the table says so', act => {
    const given = commands[act]
    // The second giver of help is another partner with an id of its own; the district chief may do all the rest.
    const command =
      act === 'Plan' && state === 'PLANNED' && given.type === 'ProposePlan'
        ? { ...given, input: { ...given.input, planId: testId<PlanId>(32) } }
        : given
    const outcome = decideHouseholdCommand(household, command, contextFor(people.districtChief))
    const refusedByState = !outcome.ok && outcome.code === 'not-in-this-state'
    expect(refusedByState).toBe(!problemAllows[state].includes(act))
    if (problemAllows[state].includes(act)) expect(outcome).toMatchObject({ ok: true })
  })
})
