import { planAction } from '@thaiqm/testing/deeds.ts'
import { form, surveyOf, verdictOn } from '@thaiqm/testing/filled-form.ts'
import {
  contextFor,
  headMember,
  householdAfter,
  importCommand,
  oldProblem,
  reXrayRound,
} from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import { describe, expect, test } from 'vitest'
import { type Actor, systemActor } from '../access/actor.ts'
import { viewHousehold } from '../access/view-household.ts'
import type { AnswerValue } from '../form/form-answers.ts'
import { evolveHousehold } from '../household/evolve-household.ts'
import { type Household, surveyIn } from '../household/household.ts'
import { decideHouseholdCommand, type HouseholdCommand } from '../household/household-command.ts'
import type { Day, Instant } from '../ledger/day.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import type { MemberId, PlanId, ProblemId } from '../ledger/identifiers.ts'
import type { SubmitSurveyInput } from '../survey/submit-survey.ts'
import { openConflicts } from './open-conflicts.ts'

const wife = headMember({
  id: testId<MemberId>(0xd002),
  firstName: 'สมศรี',
  isHead: false,
  sex: 'female',
  relation: 'SPOUSE',
})
const house = householdAfter([
  {
    by: systemActor,
    command: importCommand([oldProblem(10, 'P204')], { members: [headMember(), wife], phone: '0811111111' }),
  },
])
const { villageHead, tambonOfficer, districtChief, districtOfficer, designatedOfficer } = people
const later = '2024-01-13T02:00:00.000Z' as Instant

const decide = (by: Actor, command: HouseholdCommand, on: Household, over: Partial<DecisionContext> = {}) =>
  decideHouseholdCommand(on, command, { ...contextFor(by, later), ...over })

/** The household after a command given by somebody who saw `seen`. */
const after = (on: Household, by: Actor, command: HouseholdCommand, seen?: Household): Household => {
  const events = decide(by, command, on, seen === undefined ? {} : { seen })
  if (!events.ok) throw new Error(`${command.type}: ${events.code} ${JSON.stringify(events.details)}`)
  return events.value.reduce<Household>(
    (known, event) => evolveHousehold(known.id, known, { event, at: later, by: by.personId }),
    on,
  )
}

const base = surveyOf(house, villageHead, { verdicts: [verdictOn(10, 'R1')] })
const submit = (input: SubmitSurveyInput): HouseholdCommand => ({ type: 'SubmitSurvey', input })

const withAnswer = (input: SubmitSurveyInput, id: string, value: AnswerValue, member?: string): SubmitSurveyInput => {
  const { answers } = input
  return {
    ...input,
    answers:
      member === undefined
        ? { ...answers, household: { ...answers.household, [id]: value } }
        : { ...answers, members: { ...answers.members, [member]: { ...answers.members[member], [id]: value } } },
  }
}

const householdNumbers = form.inOrder.filter(
  ({ question, relevant, raises, constraint }) =>
    question.scope === 'household' &&
    (question.type === 'text' || question.type === 'number' || question.type === 'money') &&
    relevant === undefined &&
    raises.length === 0 &&
    constraint === undefined &&
    question.restricted !== true,
)
const free = householdNumbers.map(q => q.question)
const [first, second] = free
if (first === undefined || second === undefined) throw new Error(`two plain questions: ${free.map(q => q.id).join()}`)
const say = (question: typeof first, n: number): AnswerValue => (question.type === 'text' ? `คำตอบที่ ${n}` : n)

const twoForms = (mineOf: (input: SubmitSurveyInput) => SubmitSurveyInput, theirsOf = (i: SubmitSurveyInput) => i) => {
  const standing = after(house, villageHead, submit(theirsOf(base)))
  return after(standing, tambonOfficer, submit(mineOf({ ...base, surveyId: testId(501) })), house)
}

const answersOf = (household: Household) => surveyIn(household, reXrayRound.id)?.answers.household ?? {}

describe('two forms of one household, neither surveyor knowing of the other', () => {
  test('different answers: both survive, no conflict', () => {
    const merged = twoForms(
      mine => withAnswer(mine, second.id, say(second, 7)),
      theirs => withAnswer(theirs, first.id, say(first, 5)),
    )
    // Each form answers everything asked, so what one left at its mildest meets what the other said.
    const touched = openConflicts(merged).map(c => c.place.kind === 'answer' && c.place.questionId)
    expect(answersOf(merged)[first.id]).toEqual(say(first, 5))
    for (const id of touched) expect([first.id, second.id]).toContain(id)
  })

  test('the same answer differs: what stood stands, the other is beside it with name and time', () => {
    const merged = twoForms(
      mine => withAnswer(mine, first.id, say(first, 9)),
      theirs => withAnswer(theirs, first.id, say(first, 5)),
    )
    expect(answersOf(merged)[first.id]).toEqual(say(first, 5))
    expect(openConflicts(merged)).toMatchObject([
      {
        place: { kind: 'answer', questionId: first.id },
        standing: { value: { answer: say(first, 5) }, by: villageHead.personId, at: later },
        other: { value: { answer: say(first, 9) }, by: tambonOfficer.personId, at: later },
      },
    ])
  })

  test('the device’s clock is kept as evidence of when the other was said', () => {
    const standing = after(house, villageHead, submit(withAnswer(base, first.id, say(first, 5))))
    const madeAt = '2024-01-10T03:00:00.000Z' as Instant
    const events = decide(tambonOfficer, submit(withAnswer(base, first.id, say(first, 9))), standing, {
      seen: house,
      madeAt,
    })
    expect(events.ok && events.value.find(e => e.type === 'ConflictsFound')).toMatchObject({
      conflicts: [{ other: { at: madeAt } }],
    })
  })

  test('the same said twice is no conflict, and hardships are not doubled', () => {
    const raised = [{ problemId: testId<ProblemId>(77), kindCode: 'P205', memberId: null, description: '' }]
    const merged = twoForms(
      mine => ({ ...mine, raised: [{ ...raised[0], problemId: testId<ProblemId>(78) }] as never, noNewProblem: false }),
      theirs => ({ ...theirs, raised, noNewProblem: false }),
    )
    expect(merged.conflicts ?? []).toEqual([])
    expect(merged.problems.filter(p => p.kindCode === 'P205').map(p => p.id)).toEqual([testId(77)])
  })

  test('new hardships of either survive, and “no new problem” of one does not deny the other', () => {
    const theirs = { problemId: testId<ProblemId>(77), kindCode: 'P205', memberId: null, description: '' }
    const merged = twoForms(
      mine => mine,
      form => ({ ...form, raised: [theirs], noNewProblem: false }),
    )
    expect(merged.problems.map(p => p.kindCode)).toContain('P205')
    expect(surveyIn(merged, reXrayRound.id)?.noNewProblem).toBe(false)
  })

  test('telephone: touched by one it is taken, touched by both it is kept twice', () => {
    expect(twoForms(m => ({ ...m, phone: '0822222222' })).phone).toBe('0822222222')
    const both = twoForms(
      m => ({ ...m, phone: '0822222222' }),
      t => ({ ...t, phone: '0833333333' }),
    )
    expect(both.phone).toBe('0833333333')
    expect(openConflicts(both)).toMatchObject([{ place: { kind: 'phone' }, other: { value: { phone: '0822222222' } } }])
  })

  test('a fix some metres off is the same place; one across the river is not', () => {
    const at = (latitude: number) => ({ latitude, longitude: 104.7, accuracyInMetres: 8, provider: 'device' as const })
    const near = twoForms(
      m => ({ ...m, position: at(16.5401) }),
      t => ({ ...t, position: at(16.54) }),
    )
    expect(openConflicts(near)).toEqual([])
    const far = twoForms(
      m => ({ ...m, position: at(16.56) }),
      t => ({ ...t, position: at(16.54) }),
    )
    expect(openConflicts(far)).toMatchObject([{ place: { kind: 'position' } }])
  })
})

describe('an answer that is only asked because of another', () => {
  const leading = form.inOrder.flatMap(({ question, relevant }) => {
    const lead = /^\$\{(\w+)\} = '(\w+)'$/.exec(question.relevant ?? '')
    const asked = form.questionById.get(lead?.[1] ?? '')
    const isPlain = question.scope === 'household' && question.required && question.restricted !== true
    return relevant !== undefined && isPlain && asked?.question.scope === 'household' && lead?.[2] !== undefined
      ? [{ follower: question, lead: asked.question, when: lead[2] }]
      : []
  })
  const pair = leading.find(({ lead, when }) => base.answers.household[lead.id] !== when)
  if (pair === undefined) throw new Error('the form has a question that leads to another')
  const mine = surveyOf(house, tambonOfficer, {
    verdicts: base.verdicts,
    surveyId: testId(501),
    answers: { household: { [pair.lead.id]: pair.when }, members: {}, problems: {} },
  })
  const merged = after(after(house, villageHead, submit(base)), tambonOfficer, submit(mine), house)
  const open = openConflicts(merged)

  test('one question is put to a person, and what hangs on it is kept with it', () => {
    expect(open).toMatchObject([{ place: { questionId: pair.lead.id }, follows: false }])
    expect(merged.conflicts?.filter(c => c.follows).map(c => c.place)).toContainEqual(
      expect.objectContaining({ questionId: pair.follower.id }),
    )
    expect(answersOf(merged)[pair.follower.id]).toBeUndefined()
  })

  test.each(['other', 'standing'] as const)('settled for %s, the form is whole and nothing is left open', choice => {
    const done = after(merged, villageHead, {
      type: 'SettleConflict',
      input: { settled: open.map(c => ({ conflictId: c.id, choice })) },
    })
    const said = choice === 'other' ? mine : base
    expect(answersOf(done)[pair.lead.id]).toEqual(said.answers.household[pair.lead.id])
    expect(answersOf(done)[pair.follower.id]).toEqual(said.answers.household[pair.follower.id])
    expect(done.conflicts).toEqual([])
  })
})

describe('people', () => {
  const child = (id: number, over = {}) =>
    headMember({ id: testId<MemberId>(id), firstName: 'ก้อย', isHead: false, relation: 'CHILD', ...over })
  const withPeople = (input: SubmitSurveyInput, members: SubmitSurveyInput['members']): SubmitSurveyInput => {
    const { answers } = surveyOf({ ...house, members }, villageHead, { verdicts: input.verdicts, members })
    return { ...input, members, answers }
  }

  test('a child both wrote down anew stands once, under one id', () => {
    const merged = twoForms(
      m => withPeople(m, [headMember(), wife, child(0xd101)]),
      t => withPeople(t, [headMember(), wife, child(0xd100)]),
    )
    expect(merged.members.map(m => m.id)).toEqual([headMember().id, wife.id, testId(0xd100)])
    expect(merged.conflicts ?? []).toEqual([])
  })

  test('children each found alone both stand', () => {
    const correct = (members: SubmitSurveyInput['members']): HouseholdCommand => ({
      type: 'CorrectHousehold',
      input: { address: house.address, phone: house.phone, position: null, members, reason: 'เพิ่มบุตร' },
    })
    const standing = after(house, villageHead, correct([headMember(), wife, child(0xd100)]))
    const mine = correct([headMember(), wife, child(0xd101, { firstName: 'แก้ว' })])
    const merged = after(standing, tambonOfficer, mine, house)
    expect(merged.members.map(m => m.firstName)).toEqual(['สมมติ', 'สมศรี', 'ก้อย', 'แก้ว'])
  })

  test('two forms that together raise what neither was asked about are not put together: the second waits whole', () => {
    const standing = after(house, villageHead, submit(withPeople(base, [headMember(), wife, child(0xd100)])))
    const mine = withPeople(base, [headMember(), wife, child(0xd101, { firstName: 'แก้ว' })])
    // With both children the income per head falls under the line.
    expect(decide(tambonOfficer, submit(mine), standing, { seen: house })).toMatchObject({
      code: 'changed-by-another',
      details: { fields: ['answers'] },
    })
  })

  test('two surnames of one person are kept; two heads are a difference, never two heads', () => {
    const merged = twoForms(
      m => ({ ...m, members: [headMember({ lastName: 'ใจงาม' }), wife] }),
      t => ({ ...t, members: [headMember({ lastName: 'ใจดี' }), wife] }),
    )
    expect(merged.members[0]?.lastName).toBe('ใจดี')
    expect(openConflicts(merged)).toMatchObject([
      { place: { kind: 'member-part', part: 'lastName' }, other: { value: { lastName: 'ใจงาม' } } },
    ])
  })

  test('taken out by one while the other corrected them: they stay, and it is asked', () => {
    const standing = after(
      house,
      villageHead,
      submit({ ...base, members: [headMember(), { ...wife, lastName: 'ใหม่' }] }),
    )
    const alone = surveyOf({ ...house, members: [headMember()] }, tambonOfficer, {
      verdicts: base.verdicts,
      members: [headMember()],
    })
    const merged = after(standing, tambonOfficer, submit(alone), house)
    expect(merged.members.map(m => m.id)).toContain(wife.id)
    const [presence] = openConflicts(merged).filter(c => c.place.kind === 'member')
    expect(presence).toMatchObject({ standing: { value: { member: { lastName: 'ใหม่' } } }, other: { value: null } })
    const settled = after(merged, districtOfficer, {
      type: 'SettleConflict',
      input: { settled: [{ conflictId: presence?.id ?? ('' as never), choice: 'other' }] },
    })
    expect(settled.members.map(m => m.id)).toEqual([headMember().id])
  })
})

describe('verdicts', () => {
  test('two verdicts on one old hardship are kept side by side; one that repeats is no conflict', () => {
    const unfinished = verdictOn(10, 'R2', { cause: 'งบไม่พอ', planDueOn: '2024-03-01' as Day })
    const merged = twoForms(m => ({ ...m, verdicts: [unfinished] }))
    expect(merged.problems[0]).toMatchObject({ state: 'RESOLVED', rechecks: [{ verdict: 'R1' }] })
    const open = openConflicts(merged)
    expect(open).toMatchObject([
      {
        place: { kind: 'verdict' },
        standing: { by: villageHead.personId },
        other: { value: { verdict: { verdict: 'R2' } } },
      },
    ])
    const settled = after(merged, districtOfficer, {
      type: 'SettleConflict',
      input: { settled: open.map(c => ({ conflictId: c.id, choice: 'other' as const })) },
    })
    expect(settled.problems[0]).toMatchObject({ state: 'IN_PROGRESS', rootCause: 'งบไม่พอ' })
    expect(settled.conflicts).toEqual([])
    expect(twoForms(m => m).conflicts ?? []).toEqual([])
  })
})

describe('settling', () => {
  const merged = twoForms(
    m => withAnswer({ ...m, phone: '0822222222' }, first.id, say(first, 9)),
    t => withAnswer({ ...t, phone: '0833333333' }, first.id, say(first, 5)),
  )
  const ids = openConflicts(merged).map(c => c.id)
  const settle = (choice: 'standing' | 'other'): HouseholdCommand => ({
    type: 'SettleConflict',
    input: { settled: ids.map(conflictId => ({ conflictId, choice })) },
  })

  test('the other is taken by ordinary facts; the form keeps its sender and its state', () => {
    const done = after(merged, districtOfficer, settle('other'))
    expect(answersOf(done)[first.id]).toEqual(say(first, 9))
    expect(done.phone).toBe('0822222222')
    expect(done.conflicts).toEqual([])
    expect(surveyIn(done, reXrayRound.id)).toMatchObject({ submittedBy: tambonOfficer.personId, state: 'SUBMITTED' })
  })

  test('what stands may be kept', () => {
    const done = after(merged, villageHead, settle('standing'))
    expect(answersOf(done)[first.id]).toEqual(say(first, 5))
    expect(done.phone).toBe('0833333333')
    expect(done.conflicts).toEqual([])
  })

  test('a form with an open conflict is neither verified nor certified, and is once it is settled', () => {
    const verify: HouseholdCommand = {
      type: 'VerifySurvey',
      input: { surveyId: surveyIn(merged, reXrayRound.id)?.id ?? testId(0) },
    }
    expect(decide(districtOfficer, verify, merged)).toMatchObject({ code: 'conflict-open', details: { count: 2 } })
    expect(decide(districtOfficer, verify, after(merged, villageHead, settle('standing'))).ok).toBe(true)
  })

  test('settled once is settled: a second choice is refused, and a choice between other words too', () => {
    const done = after(merged, villageHead, settle('standing'))
    expect(decide(tambonOfficer, settle('other'), done)).toMatchObject({ code: 'conflict-unknown' })
    const moved = after(merged, villageHead, {
      type: 'CorrectHousehold',
      input: { ...house, position: null, members: [...merged.members], phone: '0844444444', reason: 'เปลี่ยนเบอร์' },
    })
    expect(decide(tambonOfficer, settle('standing'), moved, { seen: merged })).toMatchObject({
      code: 'changed-by-another',
    })
  })

  test('a form sent again by somebody who saw it settles by itself what it says alike', () => {
    const again = after(
      merged,
      districtOfficer,
      submit({ ...withAnswer(base, first.id, say(first, 9)), phone: '0822222222' }),
    )
    expect(openConflicts(again)).toEqual([])
  })
})

describe('restricted answers', () => {
  const restricted = form.inOrder.find(
    q =>
      q.question.restricted === true &&
      q.question.scope === 'member' &&
      surveyOf(house, villageHead, { verdicts: base.verdicts }).answers.members[headMember().id]?.[q.question.id] !==
        undefined,
  )?.question
  if (restricted === undefined) throw new Error('the form asks something restricted')
  const said = base.answers.members[headMember().id]?.[restricted.id]
  const other =
    restricted.choices?.map(c => (Array.isArray(said) ? [c.value] : c.value)).find(v => String(v) !== String(said)) ??
    (said === 'yes' ? 'no' : 'yes')

  test('a second surveyor, who could not see it, does not wipe it out, and learns nothing of it', () => {
    const standing = after(house, villageHead, submit(base))
    const answers = { ...base.answers, members: { [headMember().id]: { [restricted.id]: other } } }
    const mine = surveyOf(house, tambonOfficer, { verdicts: base.verdicts, surveyId: testId(501), answers })
    const merged = after(standing, tambonOfficer, submit(mine))
    expect(surveyIn(merged, reXrayRound.id)?.answers.members[headMember().id]?.[restricted.id]).toEqual(said)
    const { findForm } = contextFor(tambonOfficer)
    const view = viewHousehold(merged, tambonOfficer, findForm)
    expect(view.conflicts).toEqual([])
    expect(surveyIn(view, reXrayRound.id)?.answers.members[headMember().id]?.[restricted.id]).toBeUndefined()
    expect(openConflicts(viewHousehold(merged, designatedOfficer, findForm))).toHaveLength(1)
    const verify: HouseholdCommand = { type: 'VerifySurvey', input: { surveyId: base.surveyId } }
    expect(decide(districtOfficer, verify, merged).ok).toBe(true)
    expect(decide(districtChief, verify, merged)).toMatchObject({ code: 'conflict-open' })
  })
})

describe('other words that could be written over', () => {
  const analyse = (rootCause: string): HouseholdCommand => ({
    type: 'AnalyseCauses',
    input: { problemId: testId(10), causeCodes: [], rootCause },
  })

  test('causes analysed meanwhile: refused, to be parked, never overwritten', () => {
    const standing = after(house, tambonOfficer, analyse('หลังคารั่ว'))
    expect(decide(districtOfficer, analyse('ไม่มีช่าง'), standing, { seen: house })).toMatchObject({
      code: 'changed-by-another',
      details: { fields: ['rootCause'] },
    })
    expect(decide(districtOfficer, analyse('ไม่มีช่าง'), standing, { seen: standing }).ok).toBe(true)
  })

  test('two plans, or a plan approved that is no longer the one read', () => {
    const plan = (what: string, id = 0xf001): HouseholdCommand => ({
      type: 'ProposePlan',
      input: {
        planId: testId<PlanId>(id),
        roundId: reXrayRound.id,
        potential: 'DEVELOPABLE',
        fourT: { attitude: '', skill: '', resource: '', wayOut: '' },
        goals: what,
        actions: [planAction(testId(0xf101), [testId<ProblemId>(10)], { what, agencyCode: 'MSDHS' })],
      },
    })
    const standing = after(house, tambonOfficer, plan('มุงหลังคา'))
    expect(decide(districtOfficer, plan('ซ่อมฝา', 0xf002), standing, { seen: house })).toMatchObject({
      code: 'changed-by-another',
    })
    const changed = after(standing, tambonOfficer, plan('มุงหลังคาใหม่ทั้งหลัง'))
    const approve: HouseholdCommand = { type: 'ApprovePlan', input: { planId: testId<PlanId>(0xf001), note: '' } }
    expect(decide(districtChief, approve, changed, { seen: standing })).toMatchObject({ code: 'changed-by-another' })
    expect(decide(districtChief, approve, changed).ok).toBe(true)
  })

  test('a form verified that was sent again meanwhile', () => {
    const standing = after(house, villageHead, submit(base))
    const again = after(standing, villageHead, submit(withAnswer(base, first.id, say(first, 5))))
    const verify: HouseholdCommand = { type: 'VerifySurvey', input: { surveyId: base.surveyId } }
    expect(decide(districtOfficer, verify, again, { seen: standing })).toMatchObject({ code: 'changed-by-another' })
  })

  test('a correction merges: the address of one, the telephone of the other', () => {
    const correct = (over: object): HouseholdCommand => ({
      type: 'CorrectHousehold',
      input: {
        address: house.address,
        phone: house.phone,
        position: null,
        members: [...house.members],
        reason: 'ก',
        ...over,
      },
    })
    const standing = after(house, villageHead, correct({ phone: '0855555555' }))
    const merged = after(
      standing,
      tambonOfficer,
      correct({ address: { ...house.address, lane: 'ซอย 2' }, phone: '0866666666' }),
      house,
    )
    expect(merged).toMatchObject({ phone: '0855555555', address: { lane: 'ซอย 2' } })
    expect(openConflicts(merged)).toMatchObject([{ place: { kind: 'phone' } }])
  })
})
