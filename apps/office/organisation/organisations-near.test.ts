import type { OrganisationRow } from '@thaiqm/contract/organisation/organisation-routes.ts'
import type { OrganisationId } from '@thaiqm/core/ledger/identifiers.ts'
import { describe, expect, test } from 'vitest'
import { bySector, officeOf, organisationsNear, searchOrganisations } from './organisations-near.ts'

const partner = (nameTh: string, areaCode: string, over: Partial<OrganisationRow> = {}): OrganisationRow => ({
  organisationId: nameTh as OrganisationId,
  version: 1,
  nameTh,
  sector: 'GOV',
  agencyCode: 'LAO',
  areaCode,
  contact: '',
  offers: '',
  ...over,
})

const province = partner('อบจ.มุกดาหาร', '49')
const tambon = partner('อบต.โพนทราย', '490105')
const neighbour = partner('อบต.โพนทอง', '490106')
const foreign = partner('อบต.บ้านบาก', '490305')
const temple = partner('วัดบ้านคำฮี', '49010507', { sector: 'REL', agencyCode: null, offers: 'โรงทาน ที่ดินวัด' })
const all = [province, tambon, neighbour, foreign, temple]

describe('partners at hand for a village', () => {
  test('are those of its district and of the whole province, not of another district', () => {
    expect(organisationsNear(all, '49010507')).toEqual([province, tambon, neighbour, temple])
  })

  test('for the province are all', () => {
    expect(organisationsNear(all, '49')).toEqual(all)
  })
})

describe('an agency’s office for a village', () => {
  test('is the one with the narrowest area around it', () => {
    expect(officeOf(all, 'LAO', '49010507')).toBe(tambon)
    expect(officeOf(all, 'LAO', '49010101')).toBe(province)
  })

  test('is none for an agency without an office, or no agency', () => {
    expect(officeOf(all, 'MOPH', '49010507')).toBeUndefined()
    expect(officeOf(all, null, '49010507')).toBeUndefined()
  })
})

test('partners are found by what they offer, and stand under their sector by name', () => {
  expect(searchOrganisations(all, 'โรงทาน')).toEqual([temple])
  const groups = bySector([tambon, neighbour, temple], ['GOV', 'REL'])
  expect(groups.map(group => group.organisations.map(one => one.nameTh))).toEqual([
    ['อบต.โพนทราย', 'อบต.โพนทอง'].sort((a, b) => a.localeCompare(b, 'th')),
    ['วัดบ้านคำฮี'],
  ])
})
