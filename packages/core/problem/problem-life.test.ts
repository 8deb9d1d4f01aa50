import { planAction, proposePlan, recordHelp, referProblem } from '@thaiqm/testing/deeds.ts'
import { contextFor, householdAfter, importCommand, oldProblem, reXrayRound } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import { describe, expect, test } from 'vitest'
import { type Actor, systemActor } from '../access/actor.ts'
import { type Role, role } from '../access/role.ts'
import type { Household } from '../household/household.ts'
import { decideHouseholdCommand, type HouseholdCommand } from '../household/household-command.ts'
import type { Day, Instant } from '../ledger/day.ts'
import type { AssistanceId, PersonId, PlanId, ProblemId } from '../ledger/identifiers.ts'
import { type ProblemState, problemAllows, problemState } from './problem-state.ts'

const id = testId<ProblemId>(10)
const words = 'เหตุผลที่ระบุ'
const paper = { kind: 'document' as const, reference: 'เอกสาร 1/2567' }
/** Ten days after the past was made: an agency that has not answered by now has been silent too long. */
const later = '2024-01-24T02:00:00.000Z' as Instant

const plan = (planId: PlanId): HouseholdCommand =>
  proposePlan(planId, [planAction(testId(31), [id], { what: 'ทำบัตรประชาชนที่บ้าน', ownerName: 'ทีมตำบล' })])

const help = (completes: boolean): HouseholdCommand =>
  recordHelp([id], { assistanceId: testId<AssistanceId>(completes ? 40 : 41), what: 'พาไปทำบัตร', completes })

const refer = (agencyCode: string, part?: 'CONTRIBUTING'): HouseholdCommand => referProblem(id, agencyCode, { part })

const about = <Type extends HouseholdCommand['type']>(
  type: Type,
  input: Omit<Extract<HouseholdCommand, { type: Type }>['input'], 'problemId'>,
): HouseholdCommand => ({ type, input: { problemId: id, ...input } }) as unknown as HouseholdCommand

const live: readonly ProblemState[] = ['OPEN', 'PLANNED', 'REFERRED', 'IN_PROGRESS', 'ASSISTED']
const solved: readonly ProblemState[] = ['RESOLVED', 'SELF_RESOLVED']
const tambonUp: readonly Role[] = ['TAM', 'DOFF', 'DCHIEF']
const surveyors: readonly Role[] = ['VIL', 'MENTOR', ...tambonUp]

interface Act {
  readonly command: HouseholdCommand
  /** Domain brief 13.2. */
  readonly roles: readonly Role[]
  /** Domain brief 13.1. */
  readonly states: readonly ProblemState[]
  /** What must have happened before, besides the way to the state. */
  readonly after?: HouseholdCommand
  /** The same, before the way to the state is begun. */
  readonly atFirst?: HouseholdCommand
}

/** The whole life of a problem, written down once more by hand: who may do what, in which state. */
const acts: Readonly<Record<string, Act>> = {
  AnalyseCauses: {
    command: about('AnalyseCauses', { causeCodes: [], rootCause: words }),
    roles: [...tambonUp, 'MENTOR'],
    states: live,
  },
  ChooseLane: {
    command: about('ChooseLane', {
      lane: 'CARE',
      ownerName: 'ทีมตำบล',
      organisationId: null,
      lookAgainOn: null,
      note: '',
    }),
    roles: [...tambonUp, 'MENTOR'],
    states: [...live, 'UNRESOLVABLE'],
  },
  RecordFollowUp: {
    command: about('RecordFollowUp', { note: words, lookAgainOn: null, evidence: [] }),
    roles: [...surveyors, 'AGENCY'],
    states: [...live, 'UNRESOLVABLE'],
  },
  ProposePlan: { command: plan(testId<PlanId>(32)), roles: [...tambonUp, 'MENTOR'], states: live },
  ReferToLead: { command: refer('MOPH'), roles: ['DOFF', 'DCHIEF'], states: ['OPEN', 'PLANNED', 'IN_PROGRESS'] },
  ReferToContributor: { command: refer('MSDHS', 'CONTRIBUTING'), roles: ['DOFF', 'DCHIEF'], states: live },
  AcceptReferral: {
    command: about('AcceptReferral', { reply: '' }),
    roles: ['AGENCY', 'DOFF', 'DCHIEF'],
    states: ['REFERRED'],
  },
  ReturnReferral: {
    command: about('ReturnReferral', { reason: words }),
    roles: ['AGENCY', 'DOFF', 'DCHIEF'],
    states: ['REFERRED'],
  },
  CompleteReferral: {
    command: about('CompleteReferral', { result: words }),
    roles: ['AGENCY', 'DOFF', 'DCHIEF'],
    states: ['IN_PROGRESS', 'ASSISTED'],
  },
  AcceptContribution: {
    command: about('AcceptReferral', { reply: '', contributor: 'DOLE' }),
    roles: ['AGENCY', 'DOFF', 'DCHIEF'],
    states: live,
    after: refer('DOLE', 'CONTRIBUTING'),
  },
  RecordReferralLetter: {
    command: about('RecordReferralLetter', {
      agencyCode: 'DOLE',
      number: 'มห 0118/1',
      writtenOn: '2024-01-20' as Day,
      references: [],
      cases: 1,
    }),
    roles: ['PROV', 'DOFF', 'DCHIEF'],
    states: live,
    after: refer('DOLE', 'CONTRIBUTING'),
  },
  LapseReferral: { command: about('LapseReferral', {}), roles: [], states: ['REFERRED'] },
  PublishNeed: {
    command: about('PublishNeed', { what: 'สุขภัณฑ์', quantity: 1, unit: 'ชุด', budgetBaht: null, dueOn: null }),
    roles: ['DOFF', 'DCHIEF'],
    states: ['OPEN', 'PLANNED', 'REFERRED', 'IN_PROGRESS'],
  },
  WithdrawNeed: {
    command: about('WithdrawNeed', { reason: words }),
    roles: ['DOFF', 'DCHIEF'],
    states: live,
    atFirst: about('PublishNeed', { what: 'สุขภัณฑ์', quantity: 1, unit: 'ชุด', budgetBaht: null, dueOn: null }),
  },
  StartWork: {
    command: about('StartWork', { note: '' }),
    roles: [...tambonUp, 'MENTOR', 'AGENCY'],
    states: ['OPEN', 'PLANNED'],
  },
  RecordAssistance: {
    command: {
      ...help(true),
      input: { ...help(true).input, assistanceId: testId<AssistanceId>(42) },
    } as HouseholdCommand,
    roles: ['AGENCY', 'PARTNER', 'MENTOR', 'VIL', ...tambonUp],
    states: live,
  },
  RequestPause: {
    command: about('RequestPause', { reason: words, untilOn: '2024-02-20' as Day }),
    roles: [...tambonUp, 'MENTOR'],
    states: live,
  },
  ApprovePause: {
    command: about('ApprovePause', {}),
    roles: ['DCHIEF'],
    states: live,
    after: about('RequestPause', { reason: words, untilOn: '2024-02-20' as Day }),
  },
  DeclinePause: {
    command: about('DeclinePause', { reason: words }),
    roles: ['DCHIEF'],
    states: live,
    after: about('RequestPause', { reason: words, untilOn: '2024-02-20' as Day }),
  },
  CloseProblem: {
    command: about('CloseProblem', { evidence: [paper], note: '' }),
    roles: tambonUp,
    states: ['IN_PROGRESS', 'ASSISTED'],
  },
  MarkSelfResolved: {
    command: about('MarkSelfResolved', { how: words, resolvedOn: '2024-01-10' as Day }),
    roles: ['VIL', 'MENTOR', ...tambonUp],
    states: ['OPEN', 'PLANNED'],
  },
  DeclareUnresolvable: {
    command: about('DeclareUnresolvable', { reasonCode: 'LAW_LAND', continuingCare: words }),
    roles: ['DCHIEF'],
    states: live,
  },
  ResumeWork: { command: about('ResumeWork', { reason: words }), roles: ['DOFF', 'DCHIEF'], states: ['UNRESOLVABLE'] },
  DrawCallBack: { command: about('DrawCallBack', {}), roles: [], states: solved },
  AnswerCallBack: {
    command: about('AnswerCallBack', { answer: 'SOLVED', words }),
    roles: tambonUp,
    states: solved,
    after: about('DrawCallBack', {}),
  },
  RecordRevisit: {
    command: about('RecordRevisit', { found: 'RECURRED', note: words, evidence: [] }),
    roles: surveyors,
    states: solved,
  },
  ReopenProblem: { command: about('ReopenProblem', { reason: words }), roles: surveyors, states: solved },
  RecheckProblem: {
    command: {
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
    roles: surveyors,
    states: [...live, ...solved, 'UNRESOLVABLE'],
  },
  ProposeCancellation: {
    command: about('ProposeCancellation', { reason: words, survivorId: null }),
    roles: surveyors,
    states: [...live, ...solved, 'UNRESOLVABLE'],
  },
  CancelProblem: {
    command: about('CancelProblem', { reason: words, survivorId: null }),
    roles: ['DOFF', 'DCHIEF'],
    states: [...live, ...solved, 'UNRESOLVABLE'],
  },
  DeclineCancellation: {
    command: about('DeclineCancellation', { reason: words }),
    roles: ['DOFF', 'DCHIEF'],
    states: [...live, ...solved, 'UNRESOLVABLE'],
    after: about('ProposeCancellation', { reason: words, survivorId: null }),
  },
}

const found = { by: systemActor, command: importCommand([oldProblem(10, 'P501')]) }
const mentor: Actor = { ...people.tambonOfficer, personId: testId<PersonId>(0xa070), role: 'MENTOR' }
const referred = { by: people.districtOfficer, command: refer('LAO') }
const accepted = { by: people.districtOfficer, command: about('AcceptReferral', { reply: '' }) }

/** The way to each state by commands alone, by people who are none of those who act in the test. */
const wayTo: Readonly<Record<ProblemState, readonly { by: Actor; command: HouseholdCommand }[]>> = {
  OPEN: [],
  PLANNED: [
    { by: people.tambonOfficer, command: plan(testId<PlanId>(30)) },
    { by: people.districtChief, command: { type: 'ApprovePlan', input: { planId: testId<PlanId>(30), note: '' } } },
  ],
  REFERRED: [referred],
  IN_PROGRESS: [referred, accepted, { by: mentor, command: help(false) }],
  ASSISTED: [referred, accepted, { by: mentor, command: help(true) }],
  RESOLVED: [
    { by: mentor, command: help(true) },
    { by: people.districtOfficer, command: about('CloseProblem', { evidence: [paper], note: '' }) },
  ],
  SELF_RESOLVED: [{ by: mentor, command: about('MarkSelfResolved', { how: words, resolvedOn: '2024-01-10' as Day }) }],
  UNRESOLVABLE: [
    {
      by: people.districtChief,
      command: about('DeclareUnresolvable', { reasonCode: 'LAW_LAND', continuingCare: words }),
    },
  ],
  CANCELLED: [{ by: people.districtOfficer, command: about('CancelProblem', { reason: words, survivorId: null }) }],
}

const inState = (state: ProblemState, { after, atFirst }: Partial<Act> = {}): Household => {
  const first = atFirst === undefined ? [] : [{ by: people.districtOfficer, command: atFirst }]
  const by = after?.type === 'ReferProblem' ? people.districtOfficer : mentor
  const before = after === undefined ? [] : [{ by: after.type === 'DrawCallBack' ? systemActor : by, command: after }]
  return householdAfter([found, ...first, ...wayTo[state], ...before])
}

const areaOf: Partial<Record<Role, string>> = {
  VIL: '49010507',
  TAM: '490105',
  MENTOR: '490105',
  GOV: '49',
  PROV: '49',
}

/** Somebody of each role who has had no hand in what went before. */
const actorIn = (of: Role, act: string): Actor => ({
  ...people.districtChief,
  personId: testId<PersonId>(0xa0f0 + role.options.indexOf(of)),
  name: `ผู้ทดลองบทบาท ${of}`,
  role: of,
  areaCode: ['SYS', 'DPO', 'AGENCY', 'PARTNER'].includes(of) ? '' : (areaOf[of] ?? '4901'),
  agencyCode: of === 'AGENCY' ? (act === 'AcceptContribution' ? 'DOLE' : 'LAO') : null,
})

describe.each(problemState.options)('a problem that is %s', state => {
  test('came there by commands', () => {
    expect(inState(state).problems[0]?.state).toBe(state)
  })

  describe.each(Object.keys(acts))('%s', act => {
    const { command, roles, states, ...past } = acts[act] as Act
    const household = states.includes(state) ? inState(state, past) : inState(state)
    const codeFor = (actor: Actor): string => {
      const outcome = decideHouseholdCommand(household, command, contextFor(actor, later))
      return outcome.ok ? 'done' : outcome.code
    }

    test.each(role.options)('by %s', of => {
      const permitted = roles.includes(of)
      expect(codeFor(actorIn(of, act))).toBe(
        !permitted ? 'not-permitted' : states.includes(state) ? 'done' : 'not-in-this-state',
      )
    })

    test('by the system itself', () => {
      expect(codeFor(systemActor)).toBe(states.includes(state) ? 'done' : 'not-in-this-state')
    })
  })
})

test('the table that screens disable by says the same', () => {
  const named: Readonly<Record<string, string>> = {
    ProposePlan: 'Plan',
    ReferToLead: 'ReferProblem',
    AcceptContribution: 'AnswerContribution',
    ApprovePause: 'DecidePause',
    DeclinePause: 'DecidePause',
    DeclineCancellation: 'CancelProblem',
  }
  for (const state of problemState.options) {
    const here = Object.entries(acts).flatMap(([act, { states }]) =>
      states.includes(state) ? [named[act] ?? act] : [],
    )
    expect([...new Set(here)].sort()).toEqual([...problemAllows[state]].sort())
  }
})
