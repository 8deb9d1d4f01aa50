import { incomeLineBaht, problemKindByCode } from '@thaiqm/catalogue/catalogue.ts'
import { planAction, recordHelp } from '@thaiqm/testing/deeds.ts'
import { householdAfter, importCommand, oldProblem, reXrayRound } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import { describe, expect, test } from 'vitest'
import { systemActor } from '../access/actor.ts'
import type { HouseholdCommand } from '../household/household-command.ts'
import type { Day, Instant } from '../ledger/day.ts'
import type { AssistanceId, PlanActionId, PlanId, ProblemId } from '../ledger/identifiers.ts'
import { countedItems } from '../measure/counted-items.ts'
import type { PlanActionInput } from './plan.ts'
import { onceSolved, remedyTrials } from './remedy-trial.ts'

const toilet = testId<ProblemId>(1)
const roof = testId<ProblemId>(2)
const drugs = testId<ProblemId>(3)
const planId = testId<PlanId>(0x100)

const actionFor = (n: number, problemIds: ProblemId[], remedyId: string | null): PlanActionInput =>
  planAction(testId(0x200 + n), problemIds, {
    remedyId,
    what: 'ช่วยเหลือตามเมนู',
    agencyCode: 'LAO',
    ownerName: 'อบต.สมมติ',
  })

type Step = Parameters<typeof householdAfter>[0][number]

const by = (actor: Step['by'], command: HouseholdCommand, at: string): Step => ({
  by: actor,
  command,
  at: at as Instant,
})

const planned = (actions: PlanActionInput[]): Step[] => [
  {
    by: systemActor,
    command: importCommand([oldProblem(1, 'P204'), oldProblem(2, 'P201'), oldProblem(3, 'P601')]),
  },
  by(
    people.designatedOfficer,
    {
      type: 'ProposePlan',
      input: {
        planId,
        roundId: reXrayRound.id,
        potential: 'WELFARE',
        fourT: { attitude: '', skill: '', resource: '', wayOut: '' },
        goals: '',
        actions,
      },
    },
    '2024-01-12T02:00:00.000Z',
  ),
  by(people.districtChief, { type: 'ApprovePlan', input: { planId, note: '' } }, '2024-01-15T02:00:00.000Z'),
]

const done = (n: number, at = '2024-01-20T02:00:00.000Z'): Step =>
  by(
    people.tambonOfficer,
    {
      type: 'CompletePlanAction',
      input: { planId, planActionId: testId<PlanActionId>(0x200 + n), result: 'เสร็จแล้ว' },
    },
    at,
  )

const closed = (problemId: ProblemId, at = '2024-01-25T02:00:00.000Z'): Step =>
  by(
    people.districtChief,
    {
      type: 'CloseProblem',
      input: {
        problemId,
        evidence: [{ kind: 'witness', words: 'เห็นจริง', witness: 'เพื่อนบ้าน' }],
        note: '',
        withoutOwnEvidence: 'ไม่มีกล้อง',
      },
    },
    at,
  )

const reopened = (problemId: ProblemId, at = '2024-02-10T02:00:00.000Z'): Step =>
  by(people.tambonOfficer, { type: 'ReopenProblem', input: { problemId, reason: 'ชำรุดอีก' } }, at)

const trialsAfter = (steps: Step[]) =>
  remedyTrials(householdAfter(steps), incomeLineBaht).map(({ kindCode, remedyId, outcome, eye }) => [
    kindCode,
    remedyId,
    outcome,
    eye,
  ])

const oneToilet = [actionFor(1, [toilet], 'H052')]

describe('what a household’s plans say of the remedies in them', () => {
  test('a plan that waits says nothing; an approved one is pending until it is told', () => {
    expect(trialsAfter(planned(oneToilet).slice(0, 2))).toEqual([])
    expect(trialsAfter(planned(oneToilet))).toEqual([['P204', 'H052', 'PENDING', 'both']])
    expect(trialsAfter([...planned(oneToilet), done(1)])).toEqual([['P204', 'H052', 'PENDING', 'both']])
  })

  test('done, verified and standing: solved', () => {
    expect(trialsAfter([...planned(oneToilet), done(1), closed(toilet)])).toEqual([['P204', 'H052', 'SOLVED', 'both']])
  })

  test('it came back: relapsed, also when another remedy solves it later', () => {
    const back = [...planned(oneToilet), done(1), closed(toilet), reopened(toilet)]
    expect(trialsAfter(back)).toEqual([['P204', 'H052', 'RELAPSED', 'both']])
  })

  test('a remedy that was never given has no part in the solution', () => {
    const two = [actionFor(1, [toilet], 'H052'), actionFor(2, [toilet], 'H053')]
    expect(trialsAfter([...planned(two), done(1), closed(toilet)])).toEqual([
      ['P204', 'H052', 'SOLVED', 'both'],
      ['P204', 'H053', 'PENDING', 'both'],
    ])
  })

  test('nor has one that came when the hardship was already solved', () => {
    const two = [actionFor(1, [toilet], 'H052'), actionFor(2, [toilet], 'H053')]
    const steps = [...planned(two), done(1), closed(toilet), done(2, '2024-01-28T02:00:00.000Z')]
    expect(trialsAfter(steps).map(trial => trial[2])).toEqual(['SOLVED', 'PENDING'])
  })

  test('one that came back before the remedy was given is no relapse of it; on the very day it is', () => {
    const day = '2024-01-20T02:00:00.000Z'
    const two = [actionFor(1, [toilet], 'H052'), actionFor(2, [toilet], 'H053')]
    const back = [...planned(two), done(1, day), closed(toilet, day), reopened(toilet, day)]
    expect(trialsAfter(back).map(trial => trial[2])).toEqual(['RELAPSED', 'PENDING'])
    const later = done(2, '2024-01-28T02:00:00.000Z')
    expect(trialsAfter([...back, later]).map(trial => trial[2])).toEqual(['RELAPSED', 'PENDING'])
  })

  test('beyond anyone’s power, or not wanted by the household, is a word against it; an error in recording is none', () => {
    const unresolvable: HouseholdCommand = {
      type: 'DeclareUnresolvable',
      input: { problemId: toilet, reasonCode: 'BUDGET', continuingCare: 'เยี่ยมเดือนละครั้ง' },
    }
    const cancelled = (reason: string): HouseholdCommand => ({
      type: 'CancelProblem',
      input: { problemId: toilet, reason, survivorId: null },
    })
    const at = '2024-01-26T02:00:00.000Z'
    const after = (command: HouseholdCommand) =>
      trialsAfter([...planned(oneToilet), by(people.districtChief, command, at)]).map(trial => trial[2])
    expect(after(unresolvable)).toEqual(['UNRESOLVED'])
    expect(after(cancelled('ครัวเรือนไม่ประสงค์ให้บันทึก'))).toEqual(['UNRESOLVED'])
    expect(after(cancelled('บันทึกผิดหรือคลาดเคลื่อน'))).toEqual([])
  })

  test('one action for two hardships is a trial against each kind; a remedy of one’s own words is none', () => {
    const actions = [actionFor(1, [toilet, roof], 'H044'), actionFor(2, [roof], null)]
    expect(trialsAfter([...planned(actions), done(1), closed(roof)])).toEqual([
      ['P204', 'H044', 'PENDING', 'both'],
      ['P201', 'H044', 'SOLVED', 'both'],
    ])
  })

  test('a restricted hardship’s trial is for those who may see it, and for no other eyes', () => {
    const actions = [actionFor(1, [drugs], 'H163'), actionFor(2, [toilet], 'H052')]
    expect(trialsAfter(planned(actions))).toEqual([
      ['P601', 'H163', 'PENDING', 'full'],
      ['P204', 'H052', 'PENDING', 'both'],
    ])
  })
})

describe('hardships solved at least once', () => {
  const told = (steps: Step[]) =>
    onceSolved(householdAfter(steps)).map(({ problem, outcome, eye }) => [problem.kindCode, outcome, eye])

  test('count each once, however many remedies were planned, and without any plan', () => {
    const two = [actionFor(1, [toilet], 'H052'), actionFor(2, [toilet], 'H053')]
    expect(told([...planned(two), done(1), done(2)])).toEqual([])
    expect(told([...planned(two), done(1), done(2), closed(toilet)])).toEqual([['P204', 'SOLVED', 'both']])
    const unplanned = planned([]).slice(0, 1)
    const helped = by(
      people.tambonOfficer,
      recordHelp([roof], {
        assistanceId: testId<AssistanceId>(0x300),
        giverName: 'วัดสมมติ',
        quantity: 40,
        unit: 'แผ่น',
        givenOn: '2024-01-20' as Day,
      }),
      '2024-01-20T02:00:00.000Z',
    )
    expect(told([...unplanned, helped, closed(roof)])).toEqual([['P201', 'SOLVED', 'both']])
  })

  test('came back: once, also when solved again and back again', () => {
    const back = [...planned(oneToilet), done(1), closed(toilet), reopened(toilet)]
    expect(told(back)).toEqual([['P204', 'RELAPSED', 'both']])
  })

  test('those that came back are the members of the list of them', () => {
    const back = householdAfter([...planned(oneToilet), done(1), closed(toilet), reopened(toilet)])
    const listed = countedItems(back, reXrayRound, problemKindByCode)
      .filter(item => item.measure === 'reopened-problem')
      .map(item => [item.problemId, item.eye])
    expect(listed).toEqual([[toilet, 'both']])
    expect(onceSolved(back).map(({ problem, eye }) => [problem.id, eye])).toEqual(listed)
    const gone = { ...back, status: 'DEMOLISHED' as const }
    expect([onceSolved(gone), countedItems(gone, reXrayRound, problemKindByCode)]).toEqual([[], []])
  })

  test('a restricted one is for those who may see it; one recorded in error is none', () => {
    const secret = [...planned([actionFor(1, [drugs], 'H163')]), done(1), closed(drugs)]
    expect(told(secret)).toEqual([['P601', 'SOLVED', 'full']])
    const error: HouseholdCommand = {
      type: 'CancelProblem',
      input: { problemId: toilet, reason: 'บันทึกผิดหรือคลาดเคลื่อน', survivorId: null },
    }
    const at = '2024-02-26T02:00:00.000Z'
    const back = [...planned(oneToilet), done(1), closed(toilet), reopened(toilet)]
    expect(told([...back, by(people.districtChief, error, at)])).toEqual([])
  })
})
