import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import type { WaitingMatter } from '@thaiqm/contract/meeting/meeting-routes.ts'
import { decideHouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { PlanId, ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import { contextFor, importedHousehold, oldProblem } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import { describe, expect, test } from 'vitest'
import { householdDeed } from './household-deed.ts'
import { asItem, notYetOn } from './waiting-matters.ts'

const matter = (rest: Partial<WaitingMatter> = {}): WaitingMatter => ({
  kind: 'need-priority',
  section: 4,
  title: 'เรื่อง',
  householdId: null,
  problemId: null,
  kindCodes: ['P204'],
  areaCode: null,
  houseNumber: '',
  householdCount: 3,
  dueOn: null,
  ...rest,
})

describe('what waits', () => {
  test('what is on the agenda is not offered again', () => {
    const on = [asItem(matter(), '1')]
    expect(notYetOn(on, [matter(), matter({ kindCodes: ['P401'] })])).toEqual([matter({ kindCodes: ['P401'] })])
    const byHand = (title: string) => matter({ kind: 'free', kindCodes: [], title })
    expect(notYetOn([asItem(byHand('นัดหมาย'), '2')], [byHand('นัดหมาย'), byHand('อื่น ๆ')])).toEqual([byHand('อื่น ๆ')])
  })
})

describe('what a decision does to the household', () => {
  const words = { words: 'มติที่ประชุม', beyond: null, referral: null }
  const problemId = testId<ProblemId>(10)
  const stored = importedHousehold([oldProblem(10, 'P204')])
  const proposed = {
    ...stored,
    problems: stored.problems.map(p => ({
      ...p,
      cancellationProposal: { reason: 'บันทึกซ้ำ', survivorId: null, by: people.tambonOfficer.personId },
    })),
  } as HouseholdView
  const item = (kind: WaitingMatter['kind']) => ({ kind, problemId })

  test('an approved cancellation cancels, one sent back goes on; core says by whom', () => {
    const approve = householdDeed(item('cancellation'), proposed, 'APPROVED', words)
    const decline = householdDeed(item('cancellation'), proposed, 'RETURNED', words)
    expect(approve).toMatchObject({ command: { type: 'CancelProblem', input: { reason: 'บันทึกซ้ำ' } } })
    expect(decline).toMatchObject({ command: { type: 'DeclineCancellation', input: { reason: 'มติที่ประชุม' } } })
    if (approve.is !== 'deed') throw new Error('no deed')
    expect(decideHouseholdCommand(proposed, approve.command, contextFor(people.districtOfficer)).ok).toBe(true)
    expect(decideHouseholdCommand(proposed, approve.command, contextFor(people.tambonOfficer))).toMatchObject({
      code: 'not-permitted',
    })
  })

  test('a pause is granted or not; found beyond anybody’s power, the chief declares it, whatever else was decided', () => {
    const asked = {
      ...stored,
      problems: stored.problems.map(p => ({
        ...p,
        pause: { reason: 'น้ำท่วม', untilOn: '2024-03-01', approvedOn: null },
      })),
    } as unknown as HouseholdView
    expect(householdDeed(item('pause'), asked, 'APPROVED', words)).toMatchObject({ command: { type: 'ApprovePause' } })
    expect(householdDeed(item('pause'), asked, 'RETURNED', words)).toMatchObject({
      command: { type: 'DeclinePause', input: { reason: 'มติที่ประชุม' } },
    })
    expect(householdDeed(item('pause'), stored as HouseholdView, 'APPROVED', words)).toEqual({ is: 'gone' })
    const beyond = { reasonCode: 'LAW', continuingCare: 'อสม. เยี่ยมทุกเดือน' }
    const declared = householdDeed(item('overdue'), stored as HouseholdView, 'NOTED', {
      words: '',
      beyond,
      referral: null,
    })
    expect(declared).toMatchObject({ command: { type: 'DeclareUnresolvable', input: { problemId, ...beyond } } })
    if (declared.is !== 'deed') throw new Error('no deed')
    expect(decideHouseholdCommand(stored, declared.command, contextFor(people.districtChief)).ok).toBe(true)
    expect(decideHouseholdCommand(stored, declared.command, contextFor(people.districtOfficer))).toMatchObject({
      code: 'not-permitted',
    })
  })

  test('of a need nobody took up: kept or put off nothing happens, sent back it is withdrawn, handed over it is referred', () => {
    const dueOn = '2024-02-15' as Day
    const needed = {
      ...stored,
      problems: stored.problems.map(p => ({ ...p, need: { what: 'สังกะสี', quantity: 40, unit: 'แผ่น' } })),
    } as unknown as HouseholdView
    const unmet = item('unmet-need')
    for (const decision of ['NOTED', 'DEFERRED', 'ASSIGNED'] as const)
      expect(householdDeed(unmet, needed, decision, words)).toEqual({ is: 'none' })
    expect(householdDeed(unmet, needed, 'RETURNED', words)).toMatchObject({
      command: { type: 'WithdrawNeed', input: { problemId, reason: 'มติที่ประชุม' } },
    })
    expect(householdDeed(unmet, stored as HouseholdView, 'RETURNED', words)).toEqual({ is: 'gone' })
    const referral = { agencyCode: 'PAO', organisationId: null, dueOn }
    const referred = householdDeed(unmet, needed, 'ASSIGNED', { ...words, referral })
    expect(referred).toMatchObject({
      command: { type: 'ReferProblem', input: { problemId, agencyCode: 'PAO', dueOn } },
    })
    if (referred.is !== 'deed') throw new Error('no deed')
    expect(decideHouseholdCommand(needed, referred.command, contextFor(people.districtOfficer)).ok).toBe(true)
    expect(decideHouseholdCommand(needed, referred.command, contextFor(people.tambonOfficer)).ok).toBe(false)
  })

  test('a plan is approved or sent back; put off, nothing happens; decided elsewhere, the item says so', () => {
    const plan = { id: testId<PlanId>(5), state: 'PROPOSED' }
    const waiting = { ...proposed, plans: [plan] } as unknown as HouseholdView
    const approved = { ...proposed, plans: [{ ...plan, state: 'APPROVED' }] } as unknown as HouseholdView
    expect(householdDeed(item('plan-approval'), waiting, 'APPROVED', words)).toMatchObject({
      command: { type: 'ApprovePlan', input: { planId: plan.id, note: 'มติที่ประชุม' } },
    })
    expect(householdDeed(item('plan-approval'), waiting, 'RETURNED', words)).toMatchObject({
      command: { type: 'ReturnPlan' },
    })
    expect(householdDeed(item('plan-approval'), waiting, 'DEFERRED', words)).toEqual({ is: 'none' })
    expect(householdDeed(item('plan-approval'), approved, 'APPROVED', words)).toEqual({ is: 'gone' })
    expect(householdDeed(item('cancellation'), stored as HouseholdView, 'APPROVED', words)).toEqual({ is: 'gone' })
    expect(householdDeed(item('overdue'), waiting, 'APPROVED', words)).toEqual({ is: 'none' })
  })
})
