import { clocks } from '@thaiqm/catalogue/clocks.ts'
import { planAction, proposePlan, recordHelp, referProblem, reportProblem } from '@thaiqm/testing/deeds.ts'
import { householdAfter, importCommand, oldProblem, reXrayRound } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { systemActor } from '../access/actor.ts'
import type { HouseholdCommand } from '../household/household-command.ts'
import { addDays, type Day, type Instant } from '../ledger/day.ts'
import type { PlanActionId, PlanId, ProblemId } from '../ledger/identifiers.ts'
import { agencyOfDuty, dutyHolders } from './duty.ts'
import { dutyHoldersOf, escalatedFor } from './escalation.ts'
import { householdDuties } from './household-duties.ts'

const id = testId<ProblemId>(10)
const found = { by: systemActor, command: importCommand([]) }
const reported = (kindCode = 'P501') => ({
  by: people.tambonOfficer,
  command: reportProblem(id, kindCode),
})
const refer = (agencyCode: string, part?: 'CONTRIBUTING'): HouseholdCommand => referProblem(id, agencyCode, { part })
const told = (steps: Parameters<typeof householdAfter>[0]) =>
  householdDuties(householdAfter(steps), reXrayRound, clocks).map(d => `${d.kind} ${d.holder} ${d.dueOn}`)
const help: HouseholdCommand = recordHelp([id], {
  sector: 'GOV',
  agencyCode: 'DOPA',
  giverName: 'หน่วยเคลื่อนที่',
  what: 'ทำบัตรที่บ้าน',
  givenOn: '2024-01-11' as Day,
})

describe('who has to do what, by when', () => {
  test('a new problem: a plan within its days; once it is on its way, its own day', () => {
    expect(told([found, reported()])).toEqual(['problem-to-plan TAMBON 2024-02-11'])
    const begun = { type: 'StartWork', input: { problemId: id, note: '' } } as HouseholdCommand
    expect(told([found, reported(), { by: people.tambonOfficer, command: begun }])).toEqual([
      'problem-due TAMBON 2024-09-30',
    ])
    expect(told([found, reported('P116')])).toContain('problem-to-plan TAMBON 2024-01-13')
  })

  test('an old problem waits for its re-check, not for a plan', () => {
    expect(told([{ by: systemActor, command: importCommand([oldProblem(10, 'P501')]) }])).toEqual([])
  })

  test('with an agency: it answers, then finishes; silence goes to the chief, twice silent to the province', () => {
    const sent = { by: people.districtOfficer, command: refer('MOPH') }
    expect(told([found, reported(), sent])).toContain('referral-to-answer AGENCY 2024-01-19')
    const accepted = {
      by: people.districtOfficer,
      command: { type: 'AcceptReferral', input: { problemId: id, reply: '' } } as HouseholdCommand,
    }
    expect(told([found, reported(), sent, accepted])).toContain('referral-to-finish AGENCY 2024-03-01')
    const lapsed = {
      by: systemActor,
      command: { type: 'LapseReferral', input: { problemId: id } } as HouseholdCommand,
      at: '2024-01-20T01:00:00.000Z' as Instant,
    }
    expect(told([found, reported(), sent, lapsed])).toContain('referral-silent CHIEF 2024-01-27')
    const silent = householdDuties(householdAfter([found, reported(), sent, lapsed]), reXrayRound, clocks)
    expect(silent.filter(d => d.kind === 'referral-silent').map(agencyOfDuty)).toEqual(['MOPH'])
    expect(silent.filter(d => d.kind !== 'referral-silent').map(agencyOfDuty)).not.toContain('MOPH')
    const again = [
      { ...sent, at: '2024-01-21T01:00:00.000Z' as Instant },
      { ...lapsed, at: '2024-01-29T01:00:00.000Z' as Instant },
    ]
    expect(told([found, reported(), sent, lapsed, ...again])).toContain('referral-silent PROVINCE 2024-02-05')
  })

  test('helped: somebody verifies; solved: somebody goes again after sixty days', () => {
    const helped = [found, reported(), { by: people.tambonOfficer, command: help }]
    expect(told(helped)).toContain('help-to-verify TAMBON 2024-01-19')
    const closed = {
      by: people.districtOfficer,
      command: {
        type: 'CloseProblem',
        input: { problemId: id, evidence: [{ kind: 'document', reference: 'สำเนาบัตร' }], note: '' },
      } as HouseholdCommand,
    }
    expect(told([...helped, closed])).toEqual(['revisit VILLAGE 2024-04-11'])
    const drawn = { by: systemActor, command: { type: 'DrawCallBack', input: { problemId: id } } as HouseholdCommand }
    expect(told([...helped, closed, drawn])).toContain('call-back DISTRICT 2024-01-26')
  })

  test('a pause moves the days of what is to be done meanwhile', () => {
    const asked = {
      by: people.tambonOfficer,
      command: {
        type: 'RequestPause',
        input: { problemId: id, reason: 'ฤดูฝน', untilOn: '2024-03-01' },
      } as HouseholdCommand,
    }
    expect(told([found, reported(), asked])).toContain('pause-to-decide CHIEF 2024-01-19')
    const approved = {
      by: people.districtChief,
      command: { type: 'ApprovePause', input: { problemId: id } } as HouseholdCommand,
    }
    expect(told([found, reported(), asked, approved])).toContain('problem-to-plan TAMBON 2024-03-02')
  })

  test('what cannot be solved is looked at again, for ever', () => {
    const declared = {
      by: people.districtChief,
      command: {
        type: 'DeclareUnresolvable',
        input: { problemId: id, reasonCode: 'LAW_LAND', continuingCare: 'เยี่ยมทุกเดือน' },
      } as HouseholdCommand,
    }
    expect(told([found, reported(), declared])).toEqual(['look-again TAMBON 2024-04-11'])
  })
})

test('no two duties of a household have the same name', () => {
  const household = householdAfter([
    found,
    reported(),
    { by: people.districtOfficer, command: refer('MOPH') },
    { by: people.districtOfficer, command: refer('DOPA', 'CONTRIBUTING') },
  ])
  const keys = householdDuties(household, reXrayRound, clocks).map(d => d.key)
  expect(new Set(keys).size).toBe(keys.length)
})

test('each day overdue only adds to whom a duty is shown, and at last it stands before the province', () => {
  const levels = ['VILLAGE', 'TAMBON', 'DISTRICT', 'CHIEF', 'PROVINCE'] as const
  const isShown = (level: (typeof levels)[number], holder: string, dueOn: Day, today: Day) =>
    escalatedFor(level, today, clocks).some(
      held => held.holder === holder && (held.dueUntil === null || dueOn <= held.dueUntil),
    )
  fc.assert(
    fc.property(fc.constantFrom(...levels), fc.constantFrom(...dutyHolders), fc.nat(200), (level, holder, days) => {
      const dueOn = '2024-01-31' as Day
      const today = addDays(dueOn, days)
      if (isShown(level, holder, dueOn, today)) expect(isShown(level, holder, dueOn, addDays(today, 1))).toBe(true)
      if (holder !== 'AGENCY' && level === holder) expect(isShown(level, holder, dueOn, today)).toBe(true)
    }),
  )
  for (const holder of dutyHolders)
    expect(isShown('PROVINCE', holder, '2024-01-31' as Day, '2024-03-31' as Day), holder).toBe(true)
  for (const level of levels)
    expect(new Set(escalatedFor(level, '2024-01-31' as Day, clocks).map(held => held.holder))).toEqual(
      new Set(dutyHoldersOf(level)),
    )
  expect(isShown('DISTRICT', 'AGENCY', '2024-01-31' as Day, '2024-01-31' as Day)).toBe(false)
  expect(isShown('DISTRICT', 'AGENCY', '2024-01-31' as Day, '2024-02-01' as Day)).toBe(true)
  expect(isShown('TAMBON', 'DISTRICT', '2024-01-31' as Day, '2024-12-31' as Day)).toBe(false)
})

test('an action whose owner says it cannot be done comes back to whoever plans', () => {
  const planId = testId<PlanId>(30)
  const planActionId = testId<PlanActionId>(31)
  const planned = [
    found,
    reported(),
    {
      by: people.tambonOfficer,
      command: proposePlan(planId, [planAction(planActionId, [id], { what: 'ทำบัตรที่บ้าน', agencyCode: 'DOPA' })]),
    },
    { by: people.districtChief, command: { type: 'ApprovePlan', input: { planId, note: '' } } as HouseholdCommand },
  ]
  expect(told(planned)).toContain('action-due AGENCY 2024-03-01')
  const refused: HouseholdCommand = {
    type: 'AnswerPlanAction',
    input: { planId, planActionId, answer: 'CANNOT', words: 'ไม่มีรถ', evidence: [], answeredBy: 'เจ้าหน้าที่' },
  }
  const after = told([...planned, { by: people.districtOfficer, command: refused }])
  expect(after).toContain('action-refused TAMBON 2024-01-19')
  expect(after.some(line => line.startsWith('action-due'))).toBe(false)
})
