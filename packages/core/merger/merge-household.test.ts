import { planAction, proposePlan, recordHelp, reportProblem } from '@thaiqm/testing/deeds.ts'
import { contextFor, headMember, householdAfter, importCommand, oldProblem } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Actor, systemActor } from '../access/actor.ts'
import type { VillageCode } from '../area/area-code.ts'
import { evolveHousehold } from '../household/evolve-household.ts'
import type { Household } from '../household/household.ts'
import { decideHouseholdCommand, type HouseholdCommand } from '../household/household-command.ts'
import type { AssistanceId, HouseholdId, MemberId, PlanId, ProblemId } from '../ledger/identifiers.ts'

const survivorId = testId<HouseholdId>(1)
const duplicateId = testId<HouseholdId>(2)
const [somchai, nok] = [testId<MemberId>(0xd001), testId<MemberId>(0xd101)]
const alsoSomchai = testId<MemberId>(0xd201)

const survivorPast = importCommand([oldProblem(10, 'P204')])
const duplicatePast = importCommand(
  [oldProblem(20, 'P204'), oldProblem(21, 'P302'), oldProblem(22, 'P411', 'RESOLVED')],
  {
    members: [
      headMember({ id: alsoSomchai }),
      headMember({ id: nok, firstName: 'นก', isHead: false, relation: 'CHILD' }),
    ],
  },
)

interface World {
  readonly survivor: Household
  readonly duplicate: Household
}

const begin = (): World => ({
  survivor: householdAfter([{ by: systemActor, command: survivorPast }], survivorId),
  duplicate: householdAfter([{ by: systemActor, command: duplicatePast }], duplicateId),
})

/** One command to one of the two, decided as the server does with the other beside it. */
const give = (world: World, to: keyof World, command: HouseholdCommand, by: Actor = people.tambonOfficer) => {
  const beside = { [survivorId]: world.survivor, [duplicateId]: world.duplicate } as Record<string, Household>
  const context = { ...contextFor(by), householdBeside: (id: string) => beside[id] ?? null }
  const decided = decideHouseholdCommand(world[to], command, context)
  if (!decided.ok) return decided
  const after = decided.value.reduce<Household>(
    (known, event) => evolveHousehold(known.id, known, { event, at: context.now, by: by.personId }),
    world[to],
  )
  return { ok: true as const, world: { ...world, [to]: after } }
}

const after = (world: World, to: keyof World, command: HouseholdCommand, by?: Actor): World => {
  const given = give(world, to, command, by)
  if (!given.ok) throw new Error(`${command.type} was refused: ${given.code}`)
  return given.world
}

const takeOver: HouseholdCommand = {
  type: 'TakeOverFrom',
  input: {
    duplicateId,
    reason: 'บันทึกซ้ำจากสองแหล่ง',
    members: [
      { memberId: alsoSomchai, sameAs: somchai },
      { memberId: nok, sameAs: null },
    ],
  },
}
const merge: HouseholdCommand = { type: 'MergeHousehold', input: { survivorId, reason: 'บันทึกซ้ำจากสองแหล่ง' } }
const unmerge: HouseholdCommand = { type: 'UnmergeHousehold', input: { survivorId, reason: 'เป็นคนละครอบครัว' } }
const giveBack: HouseholdCommand = { type: 'GiveBackTo', input: { duplicateId, reason: 'เป็นคนละครอบครัว' } }

const merged = (world: World = begin()): World => after(after(world, 'survivor', takeOver), 'duplicate', merge)
const unmerged = (world: World): World => after(after(world, 'duplicate', unmerge), 'survivor', giveBack)

const codeOf = (given: ReturnType<typeof give>): string => (given.ok ? 'accepted' : given.code)

describe('merging', () => {
  test('carries people and hardships that the other lacks, under their own ids; what both have stands once', () => {
    const { survivor, duplicate } = merged()
    expect(survivor.members.map(m => m.id)).toEqual([somchai, nok])
    expect(survivor.members.filter(m => m.isHead)).toHaveLength(1)
    expect(survivor.problems.map(p => p.id)).toEqual([10, 21, 22].map(n => testId<ProblemId>(n)))
    expect(duplicate).toMatchObject({ status: 'MERGED', merged: { into: survivorId, statusBefore: 'ACTIVE' } })
    expect(duplicate.problems).toHaveLength(3)
  })

  test('a hardship that is solved in one and lives in the other goes on being worked on', () => {
    const world = {
      ...begin(),
      survivor: householdAfter(
        [{ by: systemActor, command: importCommand([oldProblem(10, 'P204', 'RESOLVED')]) }],
        survivorId,
      ),
    }
    expect(merged(world).survivor.problems.map(p => p.id)).toContain(testId<ProblemId>(20))
  })

  test('takes a hidden hardship along, though the officer is not told of it', () => {
    const world = {
      ...begin(),
      duplicate: householdAfter(
        [
          {
            by: systemActor,
            command: importCommand([oldProblem(23, 'P601')], { members: [headMember({ id: alsoSomchai })] }),
          },
        ],
        duplicateId,
      ),
    }
    const command = {
      ...takeOver,
      input: { ...takeOver.input, members: [{ memberId: alsoSomchai, sameAs: somchai }] },
    } as HouseholdCommand
    const { survivor } = after(world, 'survivor', command)
    expect(survivor.problems.find(p => p.kindCode === 'P601')).toMatchObject({ restricted: true })
  })

  test('neither half is accepted where the other cannot be', () => {
    expect(codeOf(give(begin(), 'duplicate', merge))).toBe('companion-missing')
    expect(codeOf(give(merged(), 'survivor', giveBack))).toBe('companion-missing')
  })

  test('says of everybody who they are', () => {
    const nobody = { ...takeOver, input: { ...takeOver.input, members: [] } } as HouseholdCommand
    expect(codeOf(give(begin(), 'survivor', nobody))).toBe('people-not-placed')
    const twice = [
      { memberId: alsoSomchai, sameAs: somchai },
      { memberId: nok, sameAs: somchai },
    ]
    const both = { ...takeOver, input: { ...takeOver.input, members: twice } } as HouseholdCommand
    expect(codeOf(give(begin(), 'survivor', both))).toBe('people-not-placed')
  })

  test('two people with two numbers are not one', () => {
    const numbered = (id: MemberId, nationalNumber: string) => headMember({ id, nationalNumber, numberStatus: 'valid' })
    const world = {
      survivor: householdAfter(
        [{ by: systemActor, command: importCommand([], { members: [numbered(somchai, '1490100000013')] }) }],
        survivorId,
      ),
      duplicate: householdAfter(
        [{ by: systemActor, command: importCommand([], { members: [numbered(alsoSomchai, '1490100000021')] }) }],
        duplicateId,
      ),
    }
    const command = {
      ...takeOver,
      input: { ...takeOver.input, members: [{ memberId: alsoSomchai, sameAs: somchai }] },
    } as HouseholdCommand
    expect(codeOf(give(world, 'survivor', command))).toBe('different-people')
  })

  test('waits until plans that are before the district are decided', () => {
    const proposal: HouseholdCommand = proposePlan(testId<PlanId>(30), [
      planAction(testId(31), [testId<ProblemId>(21)], { what: 'ส่งกลับเข้าเรียน', agencyCode: 'LAO' }),
    ])
    const proposed = after(begin(), 'duplicate', proposal)
    expect(codeOf(give(proposed, 'survivor', takeOver))).toBe('plan-before-merging')
    const approve: HouseholdCommand = { type: 'ApprovePlan', input: { planId: testId<PlanId>(30), note: '' } }
    const { survivor } = merged(after(proposed, 'duplicate', approve, people.districtChief))
    expect(survivor.plans[0]?.actions[0]?.problemIds).toEqual([testId<ProblemId>(21)])
    expect(survivor.problems.find(p => p.id === testId<ProblemId>(21))).toMatchObject({ state: 'PLANNED' })
  })

  test('is for officers whose area holds both, and nobody else’s', () => {
    expect(codeOf(give(begin(), 'survivor', takeOver, people.villageHead))).toBe('not-permitted')
    expect(codeOf(give(begin(), 'survivor', takeOver, people.foreignOfficer))).toBe('outside-area')
    const elsewhere = {
      ...begin(),
      duplicate: householdAfter(
        [{ by: systemActor, command: importCommand([], { areaCode: '49030101' as VillageCode, members: [] }) }],
        duplicateId,
      ),
    }
    expect(codeOf(give(elsewhere, 'survivor', takeOver))).toBe('other-household-unknown')
  })

  test('a merged household takes nothing more in, and says where to go', () => {
    const report: HouseholdCommand = reportProblem(testId<ProblemId>(50), 'P208', { source: 'REPORT' })
    expect(codeOf(give(merged(), 'duplicate', report))).toBe('household-merged')
    expect(codeOf(give(merged(), 'survivor', takeOver))).toBe('other-household-merged')
  })
})

const helped = (n: number, problem: number): HouseholdCommand =>
  recordHelp([testId<ProblemId>(problem)], { assistanceId: testId<AssistanceId>(n), what: 'ชุดนักเรียน', valueBaht: 500 })

describe('undoing it', () => {
  test('gives back all that was taken over, with what was done since', () => {
    const worked = after(merged(), 'survivor', helped(40, 21))
    const { survivor, duplicate } = unmerged(worked)
    expect(survivor.problems.map(p => p.id)).toEqual([testId<ProblemId>(10)])
    expect(survivor.members.map(m => m.id)).toEqual([somchai])
    expect(survivor.assistances).toEqual([])
    expect(duplicate).toMatchObject({ status: 'ACTIVE' })
    expect(duplicate.merged).toBeUndefined()
    expect(duplicate.problems.find(p => p.id === testId<ProblemId>(21))).toMatchObject({ state: 'ASSISTED' })
    expect(duplicate.assistances.map(a => a.id)).toEqual([testId<AssistanceId>(40)])
    expect(duplicate.members.find(m => m.isHead)?.id).toBe(alsoSomchai)
  })

  test('what was found out about a person taken over goes back with the person', () => {
    const report: HouseholdCommand = reportProblem(testId<ProblemId>(50), 'P101', { memberId: nok, source: 'REPORT' })
    const { survivor, duplicate } = unmerged(after(merged(), 'survivor', report))
    expect(survivor.problems.some(p => p.id === testId<ProblemId>(50))).toBe(false)
    expect(duplicate.problems.some(p => p.id === testId<ProblemId>(50))).toBe(true)
  })

  test('leaves nobody without a head', () => {
    const correct: HouseholdCommand = {
      type: 'CorrectHousehold',
      input: {
        address: begin().survivor.address,
        phone: null,
        position: null,
        members: merged().survivor.members.map(m => ({ ...m, isHead: m.id === nok })),
        reason: 'หัวหน้าครัวเรือนคนใหม่',
      },
    }
    expect(codeOf(give(after(merged(), 'survivor', correct), 'duplicate', unmerge))).toBe('head-goes-back')
  })

  test('whatever is done between merging and undoing, no person, hardship or help is lost or stands twice', () => {
    const problem = fc.constantFrom(10, 21, 22)
    const step = fc.oneof(
      problem.map(n => (at: number) => helped(0x100 + at, n)),
      problem.map(
        n => (): HouseholdCommand => ({
          type: 'ReopenProblem',
          input: { problemId: testId<ProblemId>(n), reason: 'กลับมาอีก' },
        }),
      ),
      problem.map(
        n => (): HouseholdCommand => ({
          type: 'ProposeCancellation',
          input: { problemId: testId<ProblemId>(n), reason: 'บันทึกผิด', survivorId: null },
        }),
      ),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), steps => {
        let world = merged()
        for (const [at, make] of steps.entries()) {
          const given = give(world, 'survivor', make(at))
          if (given.ok) world = given.world
        }
        const before = world.survivor
        const { survivor, duplicate } = unmerged(world)
        const here = new Set<string>(survivor.problems.map(p => p.id))
        const back = new Set<string>(duplicate.problems.map(p => p.id))
        for (const p of before.problems) {
          expect(here.has(p.id) !== back.has(p.id)).toBe(true)
          const now = [...survivor.problems, ...duplicate.problems].find(own => own.id === p.id)
          expect({ ...now, memberId: null }).toEqual({ ...p, memberId: null })
        }
        const given = [...survivor.assistances, ...duplicate.assistances].map(a => a.id)
        expect(new Set(given)).toEqual(new Set(before.assistances.map(a => a.id)))
        expect(given).toHaveLength(before.assistances.length)
        for (const m of before.members)
          expect([...survivor.members, ...duplicate.members].filter(own => own.id === m.id)).toHaveLength(1)
        expect(begin().duplicate.members.map(m => m.id)).toEqual(duplicate.members.map(m => m.id))
      }),
    )
  })
})
