import type { Actor } from '@thaiqm/core/access/actor.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import { decideHouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import { type Day, dayOf, type Instant } from '@thaiqm/core/ledger/day.ts'
import type { MemberId } from '@thaiqm/core/ledger/identifiers.ts'
import {
  contextFor,
  headMember,
  importedHousehold,
  oldProblem,
  reXrayRound,
  roundMorning,
} from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import { expect, test } from 'vitest'
import { withVerdict } from '../rexray/verdict-needs.ts'
import { beginDraft, type Draft, emptyVerdict, raiseKey, withAnswer } from './draft.ts'
import { draftState } from './draft-state.ts'
import { mayBeginSurvey } from './may-begin.ts'
import { stepToContinue } from './step-list.ts'
import { toSubmitInput } from './submit-input.ts'

let made = 0x9000
const newId = () => testId<string>(made++)
const round = { ...reXrayRound, formVersion: 're-x-ray-2567' }
const begin = (household: Household) => beginDraft(household, round, roundMorning, newId)

const stateOf = (draft: Draft, household: Household, actor: Actor = people.villageHead) => {
  const state = draftState(draft, { household, round, actor, today: dayOf(roundMorning) })
  if (state === undefined) throw new Error('the form is not known')
  return state
}

const answered = (draft: Draft, answers: Readonly<Record<string, string | number | readonly string[]>>): Draft => ({
  ...draft,
  answers: Object.entries(answers).reduce(
    (all, [questionId, value]) =>
      withAnswer(
        all,
        { scope: 'household', instanceId: null, questionId },
        Array.isArray(value) ? [...value] : (value as string),
      ),
    draft.answers,
  ),
})

/** Every section that may be left as it was, is; the rest of the form is left to the test. */
const everythingTheSame = (draft: Draft, household: Household): Draft => ({
  ...draft,
  noticeGiven: true,
  sameAsLastRound: stateOf(draft, household)
    .form.sections.filter(s => s.section.mayBeSameAsLastRound)
    .map(s => s.section.id),
})

const decide = (draft: Draft, household: Household, actor: Actor = people.villageHead) =>
  decideHouseholdCommand(
    household,
    { type: 'SubmitSurvey', input: toSubmitInput(draft, stateOf(draft, household, actor), household, newId) },
    contextFor(actor),
  )

test('a form just begun says what it lacks, and continues at its first section', () => {
  const household = importedHousehold([oldProblem(0x100, 'P204')])
  const state = stateOf(begin(household), household)
  expect(state.lacks.map(l => l.lack)).toEqual(['notice', 'verdicts', 'no-new-problem'])
  expect(state.steps.map(s => s.id)).toContain('re-x-ray')
  expect(stepToContinue(state)).toBe('visit')
})

test('a household without old hardships has no Re-X-Ray page', () => {
  const household = importedHousehold([])
  expect(stateOf(begin(household), household).steps.map(s => s.id)).not.toContain('re-x-ray')
})

test('scenario 2: solved with a witness, no new problem: what the phone holds complete, the rules accept', () => {
  const household = importedHousehold([oldProblem(0x100, 'P204')])
  const [problem] = household.problems
  if (problem === undefined) throw new Error('no problem')
  const verdict = {
    ...withVerdict(emptyVerdict(problem.id), 'R1'),
    evidence: [{ kind: 'witness' as const, witness: 'นายสมมติ', words: 'ซ่อมแล้ว' }],
  }
  const draft: Draft = {
    ...everythingTheSame(begin(household), household),
    verdicts: { [problem.id]: verdict },
    saysNoNewProblem: true,
  }
  const state = stateOf(draft, household)
  expect(state.lacks).toEqual([])
  expect(state.missing).toEqual([])
  const decided = decide(draft, household)
  expect(decided.ok ? decided.value.map(e => e.type) : decided).toContain('ProblemRechecked')
})

test('scenario 3: unfinished without a plan day is lacking here and refused there', () => {
  const household = importedHousehold([oldProblem(0x100, 'P204')])
  const [problem] = household.problems
  if (problem === undefined) throw new Error('no problem')
  const unfinished = { ...withVerdict(emptyVerdict(problem.id), 'R2'), cause: 'ไม่มีเงินก่อสร้าง' }
  const draft: Draft = {
    ...everythingTheSame(begin(household), household),
    verdicts: { [problem.id]: unfinished },
    saysNoNewProblem: true,
  }
  expect(stateOf(draft, household).lacks).toEqual([{ step: 're-x-ray', lack: 'verdicts' }])
  expect(decide(draft, household)).toMatchObject({ ok: false, code: 'verdict-plan-day-missing' })
  const planned = { ...draft, verdicts: { [problem.id]: { ...unfinished, planDueOn: '2024-09-30' as Day } } }
  expect(stateOf(planned, household).lacks).toEqual([])
  expect(decide(planned, household).ok).toBe(true)
})

test('scenario 4: an answer raises a new hardship, which goes out with the words it came from', () => {
  const household = importedHousehold([])
  const same = everythingTheSame(begin(household), household)
  const draft = answered(
    { ...same, sameAsLastRound: same.sameAsLastRound.filter(id => id !== 'living') },
    { Q502: 'none' },
  )
  const state = stateOf(draft, household)
  expect(state.raises).toMatchObject([{ kindCode: 'P204', memberId: null, standing: 'new', byQuestionId: 'Q502' }])
  expect(state.newProblems).toBe(1)
  expect(state.lacks).toEqual([])
  const input = toSubmitInput(draft, state, household, newId)
  expect(input.noNewProblem).toBe(false)
  expect(input.raised[0]?.description).toMatch(/ส้วม.*: .*ไม่มี/)
})

test('a raised hardship taken out needs its reason, and then goes out as removed', () => {
  const household = importedHousehold([])
  const same = everythingTheSame(begin(household), household)
  const raised = answered(
    { ...same, sameAsLastRound: same.sameAsLastRound.filter(id => id !== 'living') },
    { Q502: 'bad' },
  )
  const key = raiseKey({ kindCode: 'P204', memberId: null })
  const unsaid = { ...raised, removed: { [key]: ' ' } }
  expect(stateOf(unsaid, household).lacks.map(l => l.lack)).toEqual(['removal-reasons', 'no-new-problem'])
  const said = { ...raised, removed: { [key]: 'กำลังก่อสร้างใหม่' }, saysNoNewProblem: true }
  const state = stateOf(said, household)
  expect(state.lacks).toEqual([])
  const input = toSubmitInput(said, state, household, newId)
  expect(input.raised).toEqual([])
  expect(input.removed).toEqual([{ kindCode: 'P204', memberId: null, reason: 'กำลังก่อสร้างใหม่' }])
  expect(input.noNewProblem).toBe(true)
})

test('an old hardship that is still there is known, not new; one solved before has come back', () => {
  const household = importedHousehold([oldProblem(0x100, 'P204'), oldProblem(0x101, 'P205', 'RESOLVED')])
  const draft = answered(begin(household), { Q502: 'none', Q503: 'unsafe' })
  const standing = Object.fromEntries(stateOf(draft, household).raises.map(r => [r.kindCode, r.standing]))
  expect(standing).toMatchObject({ P204: 'known', P205: 'again' })
})

test('another verdict lets go of what it does not ask for', () => {
  const household = importedHousehold([oldProblem(0x100, 'P204')])
  const [problem] = household.problems
  if (problem === undefined) throw new Error('no problem')
  const unfinished = { ...withVerdict(emptyVerdict(problem.id), 'R2'), cause: 'ไม่มีเงิน', planDueOn: '2024-09-30' as Day }
  expect(withVerdict(unfinished, 'R3')).toMatchObject({ verdict: 'R3', cause: 'ไม่มีเงิน', planDueOn: null })
  expect(withVerdict(unfinished, 'R5')).toMatchObject({ cause: '', planDueOn: null, reason: '' })
})

test('the dead are asked nothing more; the residence of the others stands in the form too', () => {
  const household = importedHousehold([])
  const dead = headMember({ id: testId<MemberId>(0xd002), isHead: false, relation: 'SPOUSE', residence: 'dead' })
  const draft = { ...begin(household), members: [...household.members, dead] }
  const asked = stateOf(draft, household).evaluation.sections.flatMap(s => s.instances.map(i => i.instanceId))
  expect(asked).not.toContain(dead.id)
  const input = toSubmitInput(draft, stateOf(draft, household), household, newId)
  expect(input.answers.members).toEqual({ [headMember().id]: { Q205: 'resident' } })
  expect(input.members).toHaveLength(2)
})

test('scenario 10: after the deadline a village head may not begin, the province may', () => {
  const household = importedHousehold([])
  const on = (day: string, actor: Actor) => mayBeginSurvey(household, round, actor, day as Day)
  expect(on('2024-01-31', people.villageHead).ok).toBe(true)
  expect(on(dayOf('2024-01-31T17:05:00.000Z' as Instant), people.villageHead)).toMatchObject({
    ok: false,
    code: 'recording-closed',
    details: { day: '2024-01-31' },
  })
  expect(on('2024-02-01', { ...people.tambonOfficer, mayRecordLate: true }).ok).toBe(true)
  expect(on('2023-11-30', people.villageHead)).toMatchObject({ ok: false, code: 'round-not-open-yet' })
  expect(mayBeginSurvey(household, round, people.governor, '2024-01-12' as Day)).toMatchObject({
    code: 'not-permitted',
  })
})
