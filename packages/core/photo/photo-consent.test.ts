import { contextFor, headMember, householdAfter, importCommand, oldProblem } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Actor, systemActor } from '../access/actor.ts'
import { viewHousehold } from '../access/view-household.ts'
import { decideHouseholdCommand, type HouseholdCommand } from '../household/household-command.ts'
import type { Day } from '../ledger/day.ts'
import type { AssistanceId, OrganisationId, PhotoHash, ProblemId } from '../ledger/identifiers.ts'
import { consentedPhotos, standingConsent } from './consented-photos.ts'
import { helpPhotosOf } from './help-photo.ts'

const roof = testId<ProblemId>(10)
const drugs = testId<ProblemId>(11)
const temple = testId<OrganisationId>(0xf001)
const photoOf = (n: number) => n.toString(16).padStart(64, '0') as PhotoHash
const [sheets, treatment, both] = [photoOf(1), photoOf(2), photoOf(3)]

const help = (n: number, photo: PhotoHash, problemIds: ProblemId[], organisationId: OrganisationId | null = temple) =>
  ({
    type: 'RecordAssistance',
    input: {
      assistanceId: testId<AssistanceId>(n),
      problemIds,
      planActionId: null,
      sector: 'REL',
      agencyCode: null,
      organisationId,
      giverName: 'วัดตัวอย่าง',
      what: 'สังกะสี',
      quantity: 40,
      unit: 'แผ่น',
      valueBaht: 0,
      givenOn: '2024-01-11' as Day,
      evidence: [{ kind: 'photo', photo, caption: '' }],
      completes: false,
    },
  }) satisfies HouseholdCommand

const consent = (photo: PhotoHash, over: object = {}): HouseholdCommand => ({
  type: 'RecordPhotoConsent',
  input: { photo, consentedBy: 'นางสมมติ บ้านตัวอย่าง', consentedOn: '2024-01-11' as Day, ...over },
})
const withdraw = (photo: PhotoHash): HouseholdCommand => ({
  type: 'WithdrawPhotoConsent',
  input: { photo, reason: '' },
})

const past: Parameters<typeof householdAfter>[0] = [
  {
    by: systemActor,
    command: importCommand([oldProblem(10, 'P201'), oldProblem(11, 'P601')], { members: [headMember()] }),
  },
  { by: people.villageHead, command: help(50, sheets, [roof]) },
  { by: people.districtChief, command: help(51, treatment, [drugs]) },
  { by: people.districtChief, command: help(52, both, [roof, drugs], null) },
]
const household = householdAfter([...past])
const codeOf = (command: HouseholdCommand, by: Actor = people.tambonOfficer, at = household) => {
  const decided = decideHouseholdCommand(at, command, contextFor(by))
  return decided.ok ? decided.value.length : decided.code
}

test('nothing is shown without consent; with it only to the helper, with its day; taken back it is gone and still known', () => {
  expect(helpPhotosOf(household).map(p => p.photo)).toHaveLength(3)
  expect(consentedPhotos(household)).toEqual([])
  const given = householdAfter([...past, { by: people.tambonOfficer, command: consent(sheets) }])
  expect(consentedPhotos(given)).toEqual([
    { problemId: roof, photo: sheets, organisationIds: [temple], consentedOn: '2024-01-11' },
  ])
  expect(codeOf(consent(sheets), people.tambonOfficer, given)).toBe(0)
  const steps = [...past, { by: people.tambonOfficer, command: consent(sheets) }]
  const back = householdAfter([...steps, { by: people.villageHead, command: withdraw(sheets) }])
  expect(consentedPhotos(back)).toEqual([])
  expect(back.photoConsents).toEqual([
    {
      photo: sheets,
      consentedBy: 'นางสมมติ บ้านตัวอย่าง',
      consentedOn: '2024-01-11',
      recordedBy: people.tambonOfficer.personId,
      withdrawnOn: '2024-01-12',
    },
  ])
  expect(codeOf(withdraw(sheets), people.tambonOfficer, back)).toBe(0)
  expect(codeOf(consent(sheets), people.tambonOfficer, back)).toBe(1)
})

describe('who may write it down', () => {
  test('whoever recorded the help, and officers of the place; no partner and no other surveyor', () => {
    expect(codeOf(consent(sheets), people.villageHead)).toBe(1)
    expect(codeOf(consent(sheets), people.districtOfficer)).toBe(1)
    expect(codeOf(consent(sheets), { ...people.villageHead, personId: testId(0xabc) })).toBe('not-permitted')
    expect(codeOf(consent(sheets), people.templeContact)).toBe('not-permitted')
    expect(codeOf(withdraw(sheets), people.templeContact)).toBe('not-permitted')
    expect(codeOf(consent(sheets), people.foreignOfficer)).toBe('outside-area')
  })

  test('it says who consented and when, of a photo that is there', () => {
    expect(codeOf(consent(sheets, { consentedBy: ' ' }))).toBe('consent-giver-missing')
    expect(codeOf(consent(sheets, { consentedOn: '2024-01-13' as Day }))).toBe('day-in-future')
    expect(codeOf(consent(photoOf(9)))).toBe('photo-unknown')
  })

  test('a photo of a restricted hardship is never shown; who may not know of it is not told that it is there', () => {
    for (const photo of [treatment, both]) {
      expect(codeOf(consent(photo), people.districtChief)).toBe('photo-restricted')
      expect(codeOf(consent(photo), people.tambonOfficer)).toBe('photo-unknown')
    }
  })

  test('a consent sent late by somebody who did not see that it was taken back waits for a person', () => {
    const seen = household
    const now = householdAfter([
      ...past,
      { by: people.tambonOfficer, command: consent(sheets) },
      { by: people.villageHead, command: withdraw(sheets) },
    ])
    const late = decideHouseholdCommand(now, consent(sheets), {
      ...contextFor(people.districtOfficer),
      seen,
      unseen: [],
    })
    expect(late).toMatchObject({ ok: false, code: 'changed-by-another' })
  })
})

test('helpers read no consent and no name with it, even of a case referred to them', () => {
  const given = householdAfter([...past, { by: people.tambonOfficer, command: consent(sheets) }])
  expect(viewHousehold(given, people.templeContact, () => undefined).photoConsents).toBeUndefined()
  expect(viewHousehold(given, people.tambonOfficer, () => undefined).photoConsents).toHaveLength(1)
})

test('whatever is consented and taken back in whatever order, only what stands and is not restricted is shown', () => {
  const acts = fc.array(fc.tuple(fc.constantFrom(sheets, treatment, both), fc.boolean()), { maxLength: 12 })
  let shownOnce = 0
  fc.assert(
    fc.property(acts, steps => {
      const given = steps
        .filter(([photo, isGiven]) => !isGiven || photo === sheets)
        .map(([photo, isGiven]) => ({ by: people.districtChief, command: isGiven ? consent(photo) : withdraw(photo) }))
      const after = householdAfter([...past, ...given])
      const lastOfSheets = steps.filter(([photo]) => photo === sheets).at(-1)
      const shown = consentedPhotos(after)
      if (shown.length > 0) shownOnce += 1
      expect(shown.map(p => p.photo)).toEqual(lastOfSheets?.[1] === true ? [sheets] : [])
      expect(shown.every(p => p.problemId === roof)).toBe(true)
      expect(standingConsent(after, sheets) !== undefined).toBe(shown.length > 0)
    }),
  )
  expect(shownOnce).toBeGreaterThan(10)
  // A hardship that becomes restricted later takes its photos with it.
  const given = householdAfter([...past, { by: people.districtChief, command: consent(sheets) }])
  const later = { ...given, problems: given.problems.map(p => ({ ...p, restricted: true })) }
  expect(consentedPhotos(later)).toEqual([])
})
