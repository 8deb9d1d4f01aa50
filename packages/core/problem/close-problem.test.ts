import { recordHelp } from '@thaiqm/testing/deeds.ts'
import { contextFor, householdAfter, importCommand, oldProblem } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import { describe, expect, test } from 'vitest'
import { systemActor } from '../access/actor.ts'
import type { HouseholdCommand } from '../household/household-command.ts'
import { decideHouseholdCommand } from '../household/household-command.ts'
import type { PhotoHash, ProblemId } from '../ledger/identifiers.ts'

const toilet = testId<ProblemId>(10)

const help: HouseholdCommand = recordHelp([toilet], {
  what: 'สังกะสี 40 แผ่น',
  quantity: 40,
  unit: 'แผ่น',
  valueBaht: 12_000,
})

const close = (
  evidence: Extract<HouseholdCommand, { type: 'CloseProblem' }>['input']['evidence'],
): HouseholdCommand => ({
  type: 'CloseProblem',
  input: { problemId: toilet, evidence, note: '' },
})

const paper = { kind: 'document' as const, reference: 'ใบตรวจรับงาน 1/2567' }

const helped = householdAfter([
  { by: systemActor, command: importCommand([oldProblem(10, 'P501')]) },
  { by: people.tambonOfficer, command: help },
])

test('whoever recorded the help does not verify it', () => {
  expect(decideHouseholdCommand(helped, close([paper]), contextFor(people.tambonOfficer))).toMatchObject({
    ok: false,
    code: 'verifier-is-recorder',
  })
})

test('without evidence nothing is solved', () => {
  expect(decideHouseholdCommand(helped, close([]), contextFor(people.districtOfficer))).toMatchObject({
    ok: false,
    code: 'evidence-missing',
  })
})

test('an open hardship without help cannot be closed', () => {
  const open = householdAfter([{ by: systemActor, command: importCommand([oldProblem(10, 'P501', 'IN_PROGRESS')]) }])
  expect(decideHouseholdCommand(open, close([paper]), contextFor(people.districtOfficer))).toMatchObject({
    ok: false,
    code: 'no-help-recorded',
  })
})

test('another officer verifies with evidence, and it is solved', () => {
  const closed = householdAfter([
    { by: systemActor, command: importCommand([oldProblem(10, 'P501')]) },
    { by: people.tambonOfficer, command: help },
    { by: people.districtOfficer, command: close([paper]) },
  ])
  expect(closed.problems[0]).toMatchObject({
    state: 'RESOLVED',
    closedOn: '2024-01-12',
    closedBy: people.districtOfficer.personId,
  })
})

test('whoever gave the help does not verify it, whoever wrote it down', () => {
  const input = { ...help.input, giverName: people.districtOfficer.name } as typeof help.input
  const own = householdAfter([
    { by: systemActor, command: importCommand([oldProblem(10, 'P501')]) },
    { by: people.tambonOfficer, command: { ...help, input } as HouseholdCommand },
  ])
  expect(decideHouseholdCommand(own, close([paper]), contextFor(people.districtOfficer))).toMatchObject({
    ok: false,
    code: 'verifier-is-giver',
  })
})

describe('evidence as the kind asks', () => {
  const photo = (n: number, moment: 'before' | 'after') => ({
    kind: 'photo' as const,
    photo: n.toString(16).padStart(64, '0') as PhotoHash,
    caption: '',
    moment,
  })
  const word = { kind: 'witness' as const, words: 'ใช้ห้องส้วมได้แล้ว', witness: 'ครัวเรือน' }
  const verdictOn = (kindCode: string, evidence: Parameters<typeof close>[0], excuse?: string) => {
    const house = householdAfter([
      { by: systemActor, command: importCommand([oldProblem(10, kindCode)]) },
      { by: people.tambonOfficer, command: help },
    ])
    const command = close(evidence)
    const asked =
      excuse === undefined ? command : { ...command, input: { ...command.input, withoutOwnEvidence: excuse } }
    const decided = decideHouseholdCommand(house, asked as HouseholdCommand, contextFor(people.districtOfficer))
    return decided.ok ? 'solved' : decided.code
  }

  test('a toilet is shown before and after', () => {
    expect(verdictOn('P204', [paper])).toBe('photo-after-missing')
    expect(verdictOn('P204', [photo(1, 'before')])).toBe('photo-after-missing')
    expect(verdictOn('P204', [photo(2, 'after')])).toBe('photo-before-missing')
    expect(verdictOn('P204', [photo(1, 'before'), photo(2, 'after')])).toBe('solved')
    expect(verdictOn('P204', [photo(2, 'after'), word])).toBe('solved')
  })

  test('an identity card is shown by a document or a photo of it', () => {
    expect(verdictOn('P501', [word])).toBe('document-missing')
    expect(verdictOn('P501', [paper])).toBe('solved')
    expect(verdictOn('P501', [photo(1, 'after')])).toBe('solved')
  })

  test('what asks for no more than a word takes a word', () => {
    expect(verdictOn('P613', [word])).toBe('solved')
  })

  test('without it the reason is given, and stays on record; with nothing at all no reason helps', () => {
    expect(verdictOn('P204', [word], 'บ้านอยู่ในเขตห้ามถ่ายภาพ')).toBe('solved')
    expect(verdictOn('P204', [word], '  ')).toBe('photo-after-missing')
    expect(verdictOn('P204', [], 'ไม่มีกล้อง')).toBe('evidence-missing')
  })
})

test('a foreign district may not, whatever the state', () => {
  expect(decideHouseholdCommand(helped, close([paper]), contextFor(people.foreignOfficer))).toMatchObject({
    ok: false,
    code: 'outside-area',
  })
})
