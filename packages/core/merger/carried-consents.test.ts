import { recordHelp } from '@thaiqm/testing/deeds.ts'
import { contextFor, headMember, householdAfter, importCommand, oldProblem } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Actor, systemActor } from '../access/actor.ts'
import { evolveHousehold } from '../household/evolve-household.ts'
import type { Household } from '../household/household.ts'
import { decideHouseholdCommand, type HouseholdCommand } from '../household/household-command.ts'
import type { Day } from '../ledger/day.ts'
import type { AssistanceId, HouseholdId, MemberId, PhotoHash, ProblemId } from '../ledger/identifiers.ts'
import { consentedPhotos, standingConsent } from '../photo/consented-photos.ts'

const survivorId = testId<HouseholdId>(1)
const duplicateId = testId<HouseholdId>(2)
const [somchai, alsoSomchai, nok] = [testId<MemberId>(0xd001), testId<MemberId>(0xd201), testId<MemberId>(0xd101)]
/** The school uniform is only the duplicate's; roofs both have; drug use is restricted, and in both. */
const [ownRoof, ownDrugs, roof, school, drugs] = [10, 11, 20, 21, 22].map(n => testId<ProblemId>(n)) as [
  ProblemId,
  ProblemId,
  ProblemId,
  ProblemId,
  ProblemId,
]
const photoOf = (n: number) => n.toString(16).padStart(64, '0') as PhotoHash
const [uniform, ofBoth, sameRoof] = [photoOf(1), photoOf(2), photoOf(3)]

interface World {
  readonly survivor: Household
  readonly duplicate: Household
}

const help = (n: number, problemIds: readonly ProblemId[], photo: PhotoHash): HouseholdCommand =>
  recordHelp(problemIds, {
    assistanceId: testId<AssistanceId>(n),
    evidence: [{ kind: 'photo', photo, caption: '' }],
    completes: false,
  })
const consent = (photo: PhotoHash, consentedBy = 'นางนก สมมติ'): HouseholdCommand => ({
  type: 'RecordPhotoConsent',
  input: { photo, consentedBy, consentedOn: '2024-01-11' as Day },
})
const withdraw = (photo: PhotoHash): HouseholdCommand => ({
  type: 'WithdrawPhotoConsent',
  input: { photo, reason: '' },
})

const householdWith = (id: HouseholdId, past: HouseholdCommand, ...deeds: HouseholdCommand[]) =>
  householdAfter(
    [{ by: systemActor, command: past }, ...deeds.map(command => ({ by: people.districtChief as Actor, command }))],
    id,
  )

const begin = (own: HouseholdCommand[] = [], others: HouseholdCommand[] = []): World => ({
  survivor: householdWith(survivorId, importCommand([oldProblem(10, 'P204'), oldProblem(11, 'P601')]), ...own),
  duplicate: householdWith(
    duplicateId,
    importCommand([oldProblem(20, 'P204'), oldProblem(21, 'P302'), oldProblem(22, 'P601')], {
      members: [headMember({ id: alsoSomchai }), headMember({ id: nok, isHead: false, relation: 'CHILD' })],
    }),
    ...others,
  ),
})

const after = (world: World, to: keyof World, command: HouseholdCommand): World => {
  const beside = { [survivorId]: world.survivor, [duplicateId]: world.duplicate } as Record<string, Household>
  const context = { ...contextFor(people.districtChief), householdBeside: (id: string) => beside[id] ?? null }
  const decided = decideHouseholdCommand(world[to], command, context)
  if (!decided.ok) throw new Error(`${command.type} was refused: ${decided.code}`)
  const by = context.actor.personId
  const evolved = decided.value.reduce<Household>(
    (known, event) => evolveHousehold(known.id, known, { event, at: context.now, by }),
    world[to],
  )
  return { ...world, [to]: evolved }
}

const merged = (world: World): World => {
  const members = [
    { memberId: alsoSomchai, sameAs: somchai },
    { memberId: nok, sameAs: null },
  ]
  const taken = after(world, 'survivor', { type: 'TakeOverFrom', input: { duplicateId, members, reason: 'ซ้ำ' } })
  return after(taken, 'duplicate', { type: 'MergeHousehold', input: { survivorId, reason: 'ซ้ำ' } })
}
const unmerged = (world: World): World => {
  const apart = after(world, 'duplicate', { type: 'UnmergeHousehold', input: { survivorId, reason: 'คนละบ้าน' } })
  return after(apart, 'survivor', { type: 'GiveBackTo', input: { duplicateId, reason: 'คนละบ้าน' } })
}
const shownOf = (household: Household) => consentedPhotos(household).map(p => p.photo)

test('a consent goes along with its photo: its people are not asked again, and may take it back there', () => {
  const { survivor } = merged(begin([], [help(50, [school], uniform), consent(uniform)]))
  expect(consentedPhotos(survivor)).toMatchObject([{ problemId: school, photo: uniform, consentedOn: '2024-01-11' }])
  expect(standingConsent(survivor, uniform)?.consentedBy).toBe('นางนก สมมติ')
  const back = after({ ...begin(), survivor }, 'survivor', withdraw(uniform)).survivor
  expect(shownOf(back)).toEqual([])
})

test('nobody is taken to have consented who did not: no photo without, none that was taken back', () => {
  const unasked = merged(begin([], [help(50, [school], uniform)])).survivor
  expect(unasked.photoConsents).toBeUndefined()
  const takenBack = merged(begin([], [help(50, [school], uniform), consent(uniform), withdraw(uniform)])).survivor
  expect(takenBack.photoConsents).toMatchObject([{ photo: uniform, withdrawnOn: '2024-01-12' }])
  expect(shownOf(takenBack)).toEqual([])
})

test('a photo that is not carried takes no consent along', () => {
  // The survivor has this roof itself: the duplicate's record of it stays where it is.
  const { survivor } = merged(begin([help(49, [ownRoof], uniform)], [help(50, [roof], sameRoof), consent(sameRoof)]))
  expect(survivor.photoConsents).toBeUndefined()
})

test('of a photo that both have, what was taken back in either is taken back', () => {
  const here = [help(49, [ownRoof], uniform), consent(uniform, 'นายสมชาย สมมติ')]
  const there = [help(50, [school], uniform), consent(uniform)]
  expect(standingConsent(merged(begin(here, there)).survivor, uniform)?.consentedBy).toBe('นายสมชาย สมมติ')
  for (const world of [begin([...here, withdraw(uniform)], there), begin(here, [...there, withdraw(uniform)])]) {
    const { survivor } = merged(world)
    expect(survivor.photoConsents).toHaveLength(1)
    expect(shownOf(survivor)).toEqual([])
  }
})

test('a photo that showed a restricted hardship too is not shown for what is left of it', () => {
  // The uniform's photo became evidence of the restricted hardship after its people had consented.
  const world = begin(
    [help(49, [ownDrugs], photoOf(9))],
    [help(50, [school], ofBoth), consent(ofBoth), help(51, [drugs], ofBoth)],
  )
  expect(shownOf(world.duplicate)).toEqual([])
  const { survivor } = merged(world)
  expect(survivor.assistances.some(a => a.evidence.some(e => e.kind === 'photo' && e.photo === ofBoth))).toBe(true)
  expect(shownOf(survivor)).toEqual([])
})

test('taken apart again the photo and what was said of it are the other household’s, and nothing of it stays', () => {
  const there = [help(50, [school], uniform), consent(uniform)]
  const apart = unmerged(merged(begin([], there)))
  expect(shownOf(apart.duplicate)).toEqual([uniform])
  expect(apart.survivor.photoConsents).toEqual([])
  const withdrawn = unmerged(after(merged(begin([], there)), 'survivor', withdraw(uniform)))
  expect(shownOf(withdrawn.duplicate)).toEqual([])
  // Asked first after the merging.
  const since = unmerged(after(merged(begin([], there.slice(0, 1))), 'survivor', consent(uniform)))
  expect(shownOf(since.duplicate)).toEqual([uniform])
  expect(since.survivor.photoConsents).toEqual([])
})

test('whatever is said before, between and after, what is shown was consented to last and shows nothing restricted', () => {
  const photos = [uniform, ofBoth, sameRoof]
  const said = fc.array(fc.tuple(fc.constantFrom(...photos), fc.boolean()), { maxLength: 4 })
  const evidence = [help(50, [school], uniform), help(51, [roof, school], sameRoof), help(52, [school, drugs], ofBoth)]
  let shown = 0
  fc.assert(
    fc.property(said, said, said, (before, between, later) => {
      const last = new Map<PhotoHash, boolean>()
      const speak = (world: World, to: keyof World, sayings: typeof before): World =>
        sayings.reduce((known, [photo, isGiven]) => {
          if (photo === ofBoth && isGiven) return known
          last.set(photo, isGiven)
          return after(known, to, isGiven ? consent(photo) : withdraw(photo))
        }, world)
      const agrees = ({ survivor, duplicate }: World, where: Household) => {
        const ofPhotos = [...last].filter(([, isGiven]) => isGiven).map(([photo]) => photo)
        expect(new Set(shownOf(where))).toEqual(new Set(ofPhotos))
        for (const one of [survivor, duplicate]) expect(shownOf(one)).not.toContain(ofBoth)
        shown += shownOf(where).length
      }
      const one = merged(speak(begin([], evidence), 'duplicate', before))
      agrees(one, one.survivor)
      const spoken = speak(one, 'survivor', between)
      agrees(spoken, spoken.survivor)
      const two = speak(unmerged(spoken), 'duplicate', later)
      agrees(two, two.duplicate)
      expect(two.survivor.photoConsents ?? []).toEqual([])
    }),
  )
  expect(shown).toBeGreaterThan(20)
})
