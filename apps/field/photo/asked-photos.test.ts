import { type Actor, systemActor } from '@thaiqm/core/access/actor.ts'
import type { HouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import type { Day, Instant } from '@thaiqm/core/ledger/day.ts'
import type { AssistanceId, PhotoHash, ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import { recordHelp } from '@thaiqm/testing/deeds.ts'
import { baselineRound, householdAfter, importCommand, oldProblem, reXrayRound } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import { expect, test } from 'vitest'
import type { Judge } from '../platform/decide.ts'
import { consentActOf, photosToAskAbout } from './asked-photos.ts'

const [roof, drugs] = [testId<ProblemId>(10), testId<ProblemId>(11)]
const photoOf = (n: number) => n.toString(16).padStart(64, '0') as PhotoHash
const [sheets, treatment] = [photoOf(1), photoOf(2)]
const judgeOf = (actor: Actor): Judge => ({
  actor,
  clock: { now: () => '2024-01-12T02:00:00.000Z' as Instant, today: () => '2024-01-12' as Day },
  rounds: [baselineRound, reXrayRound],
})
const help = (n: number, problem: ProblemId, photo: PhotoHash): HouseholdCommand =>
  recordHelp([problem], {
    assistanceId: testId<AssistanceId>(n),
    evidence: [{ kind: 'photo', photo, caption: '' }],
    completes: false,
  })
const consent: HouseholdCommand = {
  type: 'RecordPhotoConsent',
  input: { photo: sheets, consentedBy: 'นางสมมติ', consentedOn: '2024-01-12' as Day },
}
const household = (...deeds: { by: Actor; command: HouseholdCommand }[]) =>
  householdAfter([
    { by: systemActor, command: importCommand([oldProblem(10, 'P201'), oldProblem(11, 'P601')]) },
    { by: people.villageHead, command: help(50, roof, sheets) },
    { by: people.districtChief, command: help(51, drugs, treatment) },
    ...deeds,
  ])

test('whoever took the photo asks, and officers of the place; nobody is asked about a restricted hardship', () => {
  expect(photosToAskAbout(household(), judgeOf(people.villageHead))).toEqual([sheets])
  expect(photosToAskAbout(household(), judgeOf(people.districtChief))).toEqual([sheets])
  const another = { ...people.villageHead, personId: testId(0xabc) } as Actor
  expect(photosToAskAbout(household(), judgeOf(another))).toEqual([])
  expect(photosToAskAbout(household(), judgeOf(people.districtOfficer), drugs)).toEqual([])
  expect(photosToAskAbout(household(), judgeOf(people.districtOfficer), roof)).toEqual([sheets])
})

test('a consent is taken back by whoever may go there, also who could not have recorded it', () => {
  const given = household({ by: people.tambonOfficer, command: consent })
  const another = { ...people.villageHead, personId: testId(0xabc) } as Actor
  expect(consentActOf(household(), sheets, judgeOf(people.villageHead))).toBe('record')
  expect(consentActOf(given, sheets, judgeOf(another))).toBe('withdraw')
  expect(photosToAskAbout(given, judgeOf(another))).toEqual([sheets])
})
