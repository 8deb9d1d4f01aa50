import { problemKindByCode } from '@thaiqm/catalogue/catalogue.ts'
import { systemActor } from '@thaiqm/core/access/actor.ts'
import type { HouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { PhotoHash, ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import type { Evidence } from '@thaiqm/core/problem/evidence.ts'
import { evidenceLacking } from '@thaiqm/core/problem/evidence-lacking.ts'
import { recordHelp } from '@thaiqm/testing/deeds.ts'
import { householdAfter, importCommand, oldProblem, reXrayRound, roundMorning } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import { expect, test } from 'vitest'
import { clockOf } from '../platform/clock.ts'
import { decideHere, type Judge } from '../platform/decide.ts'
import { closingOf, evidenceCodes, speakingEvidence } from './closing.ts'
import { photoEvidence, photosGiven } from './photos-given.ts'

const id = testId<ProblemId>(10)
const judgeFor = (actor: Judge['actor']): Judge => ({
  actor,
  clock: clockOf({ now: roundMorning, readAtMs: Date.now() }),
  rounds: [reXrayRound],
})
const help: HouseholdCommand = recordHelp([id], {
  sector: 'PEOP',
  giverName: 'ช่างชุมชน',
  what: 'สร้างห้องน้ำ',
  givenOn: '2024-01-11' as Day,
})
/** A toilet: a kind that is shown by photos of before and after. */
const helped = (by: Judge['actor']) =>
  householdAfter([
    { by: systemActor, command: importCommand([oldProblem(10, 'P204')]) },
    { by, command: help },
  ])
const photo = (n: number) => n.toString(16).padStart(64, '0') as PhotoHash
const after = photoEvidence([photo(1)], 'after')
const before = photoEvidence([photo(2)], 'before')
const word: Evidence = { kind: 'witness', witness: 'หัวหน้าครัวเรือน', words: 'แก้ไขแล้ว' }
const closed = (evidence: readonly Evidence[], excuse = '') => {
  const household = helped(people.villageHead)
  const [problem] = household.problems
  if (problem === undefined) throw new Error('no problem')
  const decided = decideHere(
    household.id,
    household,
    closingOf(problem, evidence, excuse, ''),
    judgeFor(people.tambonOfficer),
  )
  const lacking = evidenceLacking(household, problem, evidence, problemKindByCode.get('P204'))
  return { code: decided.ok ? 'done' : decided.code, lacking }
}

test.each([
  [[], '', 'evidence-missing'],
  [[], 'ไม่มีกล้อง', 'evidence-missing'],
  [after, '', 'photo-before-missing'],
  [before, '', 'photo-after-missing'],
  [[word], '', 'photo-after-missing'],
  [[...after, ...before], '', 'done'],
  [[...after, word], '', 'done'],
  [[word], 'กล้องโทรศัพท์ชำรุด', 'done'],
  [[word], '   ', 'photo-after-missing'],
] as const)('closing with %j and the excuse %j: %s, and the field shows it', (evidence, excuse, code) => {
  const told = closed(evidence, excuse)
  expect(told.code).toBe(code)
  if (code !== 'done') expect(evidenceCodes).toContain(told.lacking)
})

test('who took part hears it before any evidence is asked for', () => {
  const household = helped(people.tambonOfficer)
  const [problem] = household.problems
  if (problem === undefined) throw new Error('no problem')
  const asked = closingOf(problem, speakingEvidence, '-', '')
  expect(decideHere(household.id, household, asked, judgeFor(people.tambonOfficer))).toMatchObject({
    code: 'verifier-is-recorder',
  })
  expect(decideHere(household.id, household, asked, judgeFor(people.districtOfficer))).toMatchObject({ ok: true })
})

test('photos of one moment are found by it; one that does not say is of after', () => {
  const unsaid: Evidence = { kind: 'photo', photo: photo(3), caption: '' }
  const evidence = [...after, ...before, unsaid, word]
  expect(photosGiven(evidence, 'after')).toEqual([photo(1), photo(3)])
  expect(photosGiven(evidence, 'before')).toEqual([photo(2)])
  expect(photosGiven(evidence)).toHaveLength(3)
})
