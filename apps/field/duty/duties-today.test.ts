import { clocks } from '@thaiqm/catalogue/clocks.ts'
import type { Actor } from '@thaiqm/core/access/actor.ts'
import { systemActor } from '@thaiqm/core/access/actor.ts'
import { type Duty, dutyHolders } from '@thaiqm/core/duty/duty.ts'
import { escalatedFor, levelOf } from '@thaiqm/core/duty/escalation.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import type { HouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import { addDays, type Day } from '@thaiqm/core/ledger/day.ts'
import type { ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import { recordHelp, reportProblem } from '@thaiqm/testing/deeds.ts'
import { householdAfter, importCommand, oldProblem, reXrayRound } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { summaryOf } from '../household/household-summary.ts'
import { bands, countByBand, dutiesToday, dutyHref } from './duties-today.ts'
import type { DutyCells } from './held-duty.ts'

const id = testId<ProblemId>(10)
const solvedOn = '2024-01-12' as Day
const help: HouseholdCommand = recordHelp([id], {
  sector: 'GOV',
  giverName: 'หน่วยเคลื่อนที่',
  what: 'ทำบัตรที่บ้าน',
  givenOn: '2024-01-11' as Day,
})
const close: HouseholdCommand = {
  type: 'CloseProblem',
  input: { problemId: id, evidence: [{ kind: 'document', reference: 'สำเนาบัตร' }], note: '' },
}
const imported = { by: systemActor, command: importCommand([oldProblem(10, 'P501')]) }
const solved = [imported, { by: people.tambonOfficer, command: help }, { by: people.districtOfficer, command: close }]
const told = (household: Household, actor: Actor, today: Day) =>
  dutiesToday([summaryOf(household, { roundId: reXrayRound.id, actor })], actor.role, today)
const kinds = (household: Household, actor: Actor, today: Day) =>
  told(household, actor, today).map(duty => `${duty.kind} ${duty.band}`)

test('a re-visit comes to the village when its day is near, to the tambon a week after it has passed', () => {
  const household = householdAfter(solved)
  expect(kinds(household, people.villageHead, addDays(solvedOn, 59))).toEqual([])
  expect(kinds(household, people.villageHead, addDays(solvedOn, 61))).toEqual(['revisit within30Days'])
  expect(kinds(household, people.villageHead, addDays(solvedOn, 91))).toEqual(['revisit overdue'])
  expect(kinds(household, people.tambonOfficer, addDays(solvedOn, 96))).toEqual([])
  expect(kinds(household, people.tambonOfficer, addDays(solvedOn, 97))).toEqual(['revisit overdue'])
  const [duty] = told(household, people.villageHead, addDays(solvedOn, 61))
  if (duty === undefined) throw new Error('nothing waits')
  expect(dutyHref(duty)).toBe(`/households/${household.id}/problems/${id}?act=revisit`)
})

test('a call-back is nowhere on the phone, not even before whoever may be drawn for it', () => {
  const household = householdAfter([
    ...solved,
    { by: systemActor, command: { type: 'DrawCallBack', input: { problemId: id } } },
  ])
  expect(household.problems[0]?.callBack).toBeDefined()
  for (const actor of [people.tambonOfficer, people.districtOfficer, people.districtChief])
    expect(kinds(household, actor, addDays(solvedOn, 10)).filter(kind => kind.startsWith('call-back'))).toEqual([])
})

test('a restricted hardship waits before eyes that see it only, and lies in nobody else’s summary', () => {
  const command = reportProblem(id, 'P601')
  const household = householdAfter([
    { by: systemActor, command: importCommand([]) },
    { by: people.tambonOfficer, command },
  ])
  const later = addDays(solvedOn, 60)
  const colleague: Actor = { ...people.tambonOfficer, personId: testId(0x77) }
  expect(summaryOf(household, { roundId: reXrayRound.id, actor: colleague }).duties).toEqual([])
  expect(kinds(household, people.districtOfficer, later)).toEqual([])
  expect(kinds(household, people.tambonOfficer, later)).toEqual(['problem-to-plan overdue'])
  expect(kinds(household, people.designatedOfficer, later)).toEqual(['problem-to-plan overdue'])
  expect(kinds(household, people.districtChief, later)).toEqual(['problem-to-plan overdue'])
})

test('an agency’s officer and a partner have no list by area', () => {
  for (const actor of [people.healthAgency, people.templeContact, people.auditor]) {
    expect(levelOf(actor.role)).toBeUndefined()
    expect(kinds(householdAfter(solved), actor, addDays(solvedOn, 91))).toEqual([])
  }
})

test('whatever lies on the phone: exactly what a level is shown and is due within 30 days, the worst first', () => {
  const today = '2024-06-01' as Day
  const anyDuty = fc.record({
    holder: fc.constantFrom(...dutyHolders),
    left: fc.integer({ min: -90, max: 60 }),
    severity: fc.constantFrom(1 as const, 2 as const, 3 as const),
  })
  const cells = ({
    holder,
    left,
    severity,
  }: {
    holder: Duty['holder']
    left: number
    severity: 1 | 2 | 3
  }): DutyCells => ['look-again', holder, addDays(today, left), severity, null, null, null]
  const roles = fc.constantFrom('VIL' as const, 'TAM' as const, 'DOFF' as const, 'DCHIEF' as const, 'PROV' as const)
  fc.assert(
    fc.property(roles, fc.array(fc.array(anyDuty, { maxLength: 4 }), { maxLength: 12 }), (role, houses) => {
      const rows = houses.map((duties, n) => ({
        householdId: testId<string>(n + 1),
        areaCode: '49010507',
        houseNumber: String(n),
        sequenceInHouse: 1,
        headName: '',
        duties: duties.map(cells),
      }))
      const found = dutiesToday(rows, role, today)
      const level = levelOf(role)
      const before = level === undefined ? [] : escalatedFor(level, today, clocks)
      const wanted = houses
        .flat()
        .filter(
          ({ holder, left }) =>
            left <= 30 &&
            before.some(h => h.holder === holder && (h.dueUntil === null || addDays(today, left) <= h.dueUntil)),
        )
      expect(found).toHaveLength(wanted.length)
      expect(Object.values(countByBand(found)).reduce((sum, n) => sum + n, 0)).toBe(found.length)
      for (const [at, duty] of found.entries()) {
        const next = found[at + 1]
        if (next === undefined) continue
        const order = [bands.indexOf(duty.band), bands.indexOf(next.band)] as const
        expect(order[0]).toBeLessThanOrEqual(order[1])
        if (order[0] === order[1]) expect(duty.severity).toBeLessThanOrEqual(next.severity)
        if (order[0] === order[1] && duty.severity === next.severity) expect(duty.dueOn <= next.dueOn).toBe(true)
      }
    }),
  )
})
