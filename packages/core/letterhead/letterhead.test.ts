import { contextFor } from '@thaiqm/testing/households.ts'
import { people } from '@thaiqm/testing/people.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Actor, systemActor } from '../access/actor.ts'
import type { PhotoHash } from '../ledger/identifiers.ts'
import {
  decideLetterheadCommand,
  evolveLetterhead,
  type Letterhead,
  type LetterheadDetails,
  letterheadDetails,
  letterheadIdOf,
  officeAreaOf,
} from './letterhead.ts'

const details: LetterheadDetails = {
  areaCode: '4901',
  officeName: 'ที่ว่าการอำเภอตัวอย่าง',
  addressLines: ['ถนนตัวอย่าง', 'อำเภอตัวอย่าง จังหวัดตัวอย่าง 49000'],
  ownerOffice: 'ที่ทำการปกครองอำเภอตัวอย่าง',
  phone: '0 4200 0000',
  email: 'office@example.go.th',
  numberPrefix: 'มห 0118.1/',
  signerName: 'นายตัวอย่าง มั่นคง',
  signerPosition: 'นายอำเภอตัวอย่าง',
  emblem: 'e'.repeat(64) as PhotoHash,
}

const keep = (actor: Actor, input = details, known: Letterhead | null = null, id = letterheadIdOf(input.areaCode)) => {
  const decided = decideLetterheadCommand(known, { type: 'KeepLetterhead', input }, contextFor(actor), id)
  return decided.ok ? decided.value.length : decided.code
}

test('whoever answers for an office keeps its letterhead; nobody else does, nor another office’s', () => {
  expect(keep(people.districtChief)).toBe(1)
  expect(keep(people.province, { ...details, areaCode: '49' })).toBe(1)
  expect(keep(systemActor)).toBe(1)
  expect(keep(people.districtChief, { ...details, areaCode: '4902' })).toBe('letterhead-of-another-office')
  expect(keep(people.districtChief, { ...details, areaCode: '49' })).toBe('letterhead-of-another-office')
  expect(keep(people.province)).toBe('letterhead-of-another-office')
  for (const who of [people.districtOfficer, people.tambonOfficer, people.villageHead, people.governor, people.auditor])
    expect(keep(who)).toBe('not-permitted')
})

test('an office has one letterhead: under another ledger’s id it is not kept, and saying it again changes nothing', () => {
  expect(keep(people.districtChief, details, null, letterheadIdOf('4902'))).toBe('letterhead-of-another-office')
  const kept = evolveLetterhead(letterheadIdOf('4901'), null, { type: 'LetterheadKept', ...details })
  expect(kept).toMatchObject({ version: 1, numberPrefix: 'มห 0118.1/' })
  expect(keep(people.districtChief, details, kept)).toBe(0)
  expect(keep(people.districtChief, { ...details, phone: '' }, kept)).toBe(1)
  expect(evolveLetterhead(kept.id, kept, { type: 'LetterheadKept', ...details, phone: '' })).toMatchObject({
    version: 2,
    phone: '',
  })
})

test('no two offices share an id, and each reads as a UUID', () => {
  const office = fc.oneof(fc.integer({ min: 10, max: 99 }), fc.integer({ min: 1001, max: 9699 })).map(String)
  fc.assert(
    fc.property(office, office, (one, other) => {
      // A district never ends in 00: that would be its province.
      fc.pre(!one.endsWith('00') && !other.endsWith('00') && one !== other)
      expect(letterheadIdOf(one)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/)
      expect(letterheadIdOf(one)).not.toBe(letterheadIdOf(other))
    }),
  )
})

test('a tambon or a village has no letterhead of its own: its district’s office writes', () => {
  expect(letterheadDetails.safeParse({ ...details, areaCode: '490105' }).success).toBe(false)
  expect(['49', '4901', '490105', '49010507'].map(officeAreaOf)).toEqual(['49', '4901', '4901', '4901'])
})
