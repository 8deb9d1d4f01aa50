import { planAction, recordHelp, referProblem } from '@thaiqm/testing/deeds.ts'
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
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Actor, systemActor } from '../access/actor.ts'
import type { AnswerValue, FormAnswers } from '../form/form-answers.ts'
import { evolveHousehold } from '../household/evolve-household.ts'
import { type Household, surveyIn } from '../household/household.ts'
import { decideHouseholdCommand, type HouseholdCommand } from '../household/household-command.ts'
import type { Day } from '../ledger/day.ts'
import type { MemberId } from '../ledger/identifiers.ts'
import type { Problem } from '../problem/problem.ts'
import { isLive } from '../problem/problem-state.ts'
import type { VerdictCode } from '../rexray/verdict.ts'
import type { SubmitSurveyInput } from '../survey/submit-survey.ts'
import { isSaidAlike, placeName } from './conflict.ts'
import { valueAt } from './found-conflicts.ts'
import { takeApart } from './household-sayings.ts'
import { isSamePosition } from './merge-sayings.ts'
import { openConflicts } from './open-conflicts.ts'

const wife = headMember({ id: testId<MemberId>(0xd002), firstName: 'สมศรี', isHead: false, sex: 'female' })
const untouched = householdAfter([
  {
    by: systemActor,
    command: importCommand([oldProblem(10, 'P204'), oldProblem(11, 'P411', 'IN_PROGRESS')], {
      members: [headMember(), wife],
      phone: '0811111111',
    }),
  },
])

const give = (on: Household, by: Actor, command: HouseholdCommand, seen?: Household) => {
  const context = contextFor(by)
  const decided = decideHouseholdCommand(on, command, seen === undefined ? context : { ...context, seen })
  if (!decided.ok) return decided.code
  return decided.value.reduce<Household>(
    (known, event) => evolveHousehold(known.id, known, { event, at: context.now, by: by.personId }),
    on,
  )
}

const roomOf = { household: 'household', member: 'members', problem: 'problems' } as const

/** Questions by whose answers others are asked or not, and a few plain ones. */
const turned = form.inOrder
  .map(q => q.question)
  .filter(q => q.calculate === undefined && (q.choices !== undefined || ['yesno', 'number', 'money'].includes(q.type)))

const valuesFor = (question: (typeof turned)[number]): AnswerValue[] =>
  question.choices?.map(c => (question.type === 'multi' ? [c.value] : c.value)) ??
  (question.type === 'yesno' ? ['yes', 'no'] : [0, 1, 3, 40_000])

const put = (answers: FormAnswers, question: (typeof turned)[number], who: number, value: AnswerValue): FormAnswers => {
  const room = roomOf[question.scope]
  if (room === 'household') return { ...answers, household: { ...answers.household, [question.id]: value } }
  const ids = room === 'members' ? [headMember().id, wife.id] : [testId(10), testId(11)]
  const id = String(ids[who % 2])
  return { ...answers, [room]: { ...answers[room], [id]: { ...answers[room][id], [question.id]: value } } }
}

/** Forms that a surveyor could really send of this house, each turned another way by its seed. */
const formsOf = (house: Household, by: Actor, surveyId: number, count: number): SubmitSurveyInput[] =>
  Array.from({ length: count }, (_, seed) => {
    const pick = (n: number, of: number) => (seed * 7919 + n * 104_729 + surveyId * 31) % of
    const codes: readonly VerdictCode[] = ['R1', 'R2', 'R3', 'R4', 'R5']
    const verdicts = [10, 11].map((id, n) => {
      const code = codes[pick(n + 1, codes.length)] ?? 'R1'
      return verdictOn(id, code, {
        cause: code === 'R1' ? '' : `สาเหตุ ${seed}`,
        planDueOn: code === 'R2' ? ('2024-03-01' as Day) : null,
        reason: code === 'R5' ? `บันทึกผิด ${seed}` : '',
      })
    })
    const surname = seed % 3 === 0 ? `ใจดี${seed}` : headMember().lastName
    const members = [headMember({ lastName: surname }), ...(seed % 5 === 4 ? [] : [wife])]
    let answers: FormAnswers = { household: {}, members: {}, problems: {} }
    for (let n = 0; n < 1 + (seed % 4); n += 1) {
      const question = turned[pick(n + 10, turned.length)]
      if (question === undefined) continue
      const values = valuesFor(question)
      answers = put(answers, question, seed + n, values[pick(n + 20, values.length)] ?? null)
    }
    const position = {
      latitude: 16.5 + (seed % 3) / 50,
      longitude: 104.7,
      accuracyInMetres: 9,
      provider: 'device' as const,
    }
    const raised = [
      { problemId: testId(0x700 + seed * 2 + surveyId), kindCode: 'P205', memberId: null, description: '' },
    ]
    const finds = seed % 4 === 1
    return surveyOf({ ...house, members }, by, {
      surveyId: testId(surveyId),
      verdicts,
      members,
      answers,
      phone: seed % 2 === 0 ? `08${seed}2222222` : house.phone,
      position: seed % 3 === 0 ? null : position,
      address: seed % 4 === 2 ? { ...house.address, lane: `ซอย ${seed}` } : house.address,
      ...(finds ? { raised: raised as never, noNewProblem: false } : {}),
    })
  }).filter(input => typeof give(house, by, { type: 'SubmitSurvey', input }) !== 'string')

const others = (house: Household, n: number): HouseholdCommand[] => {
  const problemId = testId<Problem['id']>(10 + (n % 2))
  const reason = `เหตุผล ${n}`
  const due = `2024-0${2 + (n % 5)}-11` as Day
  const people2 = house.members.map(m => ({ ...m, title: n % 2 === 0 ? m.title : `คำนำ${n}` }))
  return [
    { type: 'AnalyseCauses', input: { problemId, causeCodes: [], rootCause: reason } },
    {
      type: 'RecheckProblem',
      input: { roundId: reXrayRound.id, verdict: { ...verdictOn(10, 'R3', { cause: reason }), problemId } },
    },
    referProblem(problemId, `A${n}`, { dueOn: due, note: reason }),
    { type: 'StartWork', input: { problemId, note: reason } },
    { type: 'MarkSelfResolved', input: { problemId, how: reason, resolvedOn: '2024-01-10' as Day } },
    { type: 'DeclareUnresolvable', input: { problemId, reasonCode: 'U1', continuingCare: reason } },
    { type: 'ProposeCancellation', input: { problemId, reason, survivorId: null } },
    { type: 'CancelProblem', input: { problemId, reason, survivorId: null } },
    {
      type: 'CorrectHousehold',
      input: {
        address: { ...house.address, road: `ถนน ${n}` },
        phone: n % 3 === 0 ? house.phone : `09${n}3333333`,
        position: null,
        members: people2,
        reason,
      },
    },
    {
      type: 'RecordVisit',
      input: {
        roundId: reXrayRound.id,
        outcome: n % 2 === 0 ? 'VACANT' : 'MOVED',
        visitedAt: contextFor(systemActor).now,
        note: reason,
        photos: [],
      },
    },
    recordHelp([problemId], { assistanceId: testId(0x900 + n), what: reason, completes: n % 2 === 0 }),
    {
      type: 'ProposePlan',
      input: {
        planId: testId(0xf00 + (n % 3)),
        roundId: reXrayRound.id,
        potential: 'WELFARE',
        fourT: { attitude: '', skill: '', resource: '', wayOut: '' },
        goals: reason,
        actions: [
          planAction(testId(0xf100 + n), [problemId], {
            what: reason,
            agencyCode: 'MSDHS',
            dueOn: '2024-04-01' as Day,
          }),
        ],
      },
    },
  ]
}

/** Everything a household's record says in words, by place; hardships by what they are, not by the id a phone gave them. */
const wordsOf = (household: Household): Map<string, unknown> => {
  const survey = surveyIn(household, reXrayRound.id)
  const answers = survey?.answers ?? { household: {}, members: {}, problems: {} }
  const words = new Map<string, unknown>()
  for (const [name, { value }] of takeApart({ ...household, answers }, reXrayRound.id, form)) words.set(name, value)
  words.set('status', household.status)
  for (const p of household.problems) {
    const of = `problem/${p.kindCode}/${p.memberId ?? ''}`
    const { rootCause, causeCodes, closeNote, dueOn, cancellationProposal, referral } = p
    const recheck = p.rechecks.map(({ verdict, note }) => ({ verdict, note }))
    for (const [name, value] of Object.entries({
      rootCause,
      causeCodes,
      closeNote,
      cancellationProposal,
      referral,
      recheck,
    }))
      words.set(`${of}/${name}`, value)
    words.set(`${of}/there`, p.state === 'CANCELLED' ? 'cancelled' : 'there')
    words.set(`${of}/helped`, p.state === 'ASSISTED' || p.state === 'RESOLVED' || p.state === 'SELF_RESOLVED' || null)
    words.set(`${of}/due`, isLive(p.state) ? dueOn : null)
  }
  for (const plan of household.plans) words.set(`plan/${plan.id}`, plan.goals)
  words.set('newest plan', household.plans.at(-1)?.goals ?? null)
  for (const help of household.assistances) words.set(`help/${help.id}`, help.what)
  return words
}

const isAlike = (name: string, a: unknown, b: unknown) =>
  isSaidAlike(a, b) || (name === 'position' && isSamePosition(a as Household['position'], b as Household['position']))

/** Words of `said` that are new against `before` and neither stand in `now` nor lie beside what stands. */
const lostWords = (before: Household, said: Household, now: Household, side: 'standing' | 'other'): string[] => {
  const [old, fresh, stands] = [wordsOf(before), wordsOf(said), wordsOf(now)]
  const kept = new Map((now.conflicts ?? []).map(c => [placeName(c.place), valueAt(c.place, c[side].value)]))
  const judged = new Set(
    (now.conflicts ?? []).flatMap(({ place }) => {
      const problem = place.kind === 'verdict' ? now.problems.find(p => p.id === place.problemId) : undefined
      return problem === undefined ? [] : [`problem/${problem.kindCode}/${problem.memberId ?? ''}`]
    }),
  )
  return [...fresh].flatMap(([name, value]) => {
    if (isAlike(name, value, old.get(name)) || isAlike(name, value, stands.get(name))) return []
    if (kept.has(name) && isAlike(name, kept.get(name), value)) return []
    if (side === 'other' && judged.has(name.split('/').slice(0, 3).join('/'))) return []
    const member = /^(member|answer\/[^/]+\/member)\/([^/]+)/.exec(name)?.[2]
    // Of a person about whose presence the two differ, everything is kept with the presence.
    if (member !== undefined && kept.has(`member/${member}`) && name.startsWith('member/')) return []
    return [`${name}: ${JSON.stringify(value)} → ${JSON.stringify(stands.get(name) ?? null)}`]
  })
}

const { villageHead, tambonOfficer, districtChief, designatedOfficer } = people
const forms = {
  first: formsOf(untouched, villageHead, 0x501, 24),
  second: formsOf(untouched, designatedOfficer, 0x502, 24),
}
const surveyed = give(untouched, villageHead, { type: 'SubmitSurvey', input: forms.first[0] as SubmitSurveyInput })
if (typeof surveyed === 'string') throw new Error(surveyed)

const commandIn = (of: readonly SubmitSurveyInput[], house: Household) =>
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom(...of).map((input): HouseholdCommand => ({ type: 'SubmitSurvey', input })),
    },
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 7 }).chain(n => fc.constantFrom(...others(house, n))) },
  )

test('no word of the first that the second had not seen is gone, and no word of the second either', () => {
  const ends = { merged: 0, beside: 0, refused: 0 }
  const world = fc.constantFrom(untouched, surveyed).chain(house =>
    fc.record({
      house: fc.constant(house),
      first: commandIn(forms.first, house),
      second: commandIn(forms.second, house),
      by: fc.constantFrom(
        [villageHead, designatedOfficer],
        [districtChief, designatedOfficer],
        [designatedOfficer, tambonOfficer],
        [tambonOfficer, districtChief],
      ),
    }),
  )
  fc.assert(
    fc.property(world, ({ house, first, second, by: [one, other] }) => {
      const said = give(house, one as Actor, first)
      const alone = give(house, other as Actor, second)
      fc.pre(typeof said !== 'string' && typeof alone !== 'string')
      const now = give(said as Household, other as Actor, second, house)
      if (typeof now === 'string') {
        ends.refused += 1
        return
      }
      ends[(now.conflicts ?? []).length > 0 ? 'beside' : 'merged'] += 1
      const told = [first, second].map(c =>
        [
          c.type,
          c.type === 'SubmitSurvey'
            ? c.input.verdicts.map(v => v.verdict).join()
            : JSON.stringify(c.input).slice(0, 120),
        ].join(' '),
      )
      expect({ told, lost: lostWords(house, said as Household, now, 'standing') }).toEqual({ told, lost: [] })
      expect({ told, lost: lostWords(house, alone as Household, now, 'other') }).toEqual({ told, lost: [] })
      expect(now.members.filter(m => m.isHead)).toHaveLength(1)
      for (const choice of ['standing', 'other'] as const) {
        const settled = openConflicts(now).map(c => ({ conflictId: c.id, choice }))
        if (settled.length === 0) continue
        const done = give(now, districtChief, { type: 'SettleConflict', input: { settled } })
        // What the district has cancelled meanwhile stays cancelled: there only what stands can be chosen.
        const isCancelled = choice === 'other' && now.problems.some(p => p.state === 'CANCELLED')
        if (typeof done !== 'string') expect(done.conflicts).toEqual([])
        // Whoever has had a hand in it may not be the one who finds it solved: somebody else settles.
        else if (done === 'verifier-is-recorder') expect([one, other]).toContain(districtChief)
        else expect([done, isCancelled]).toEqual(['not-in-this-state', true])
      }
    }),
    { numRuns: 400 },
  )
  // A world in which nothing ever meets would prove nothing.
  expect(
    Object.values(ends).every(n => n > 20),
    JSON.stringify(ends),
  ).toBe(true)
})
