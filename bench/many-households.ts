import { createHash } from 'node:crypto'
import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { sendWell } from './requests.ts'

const uuidOf = (text: string): string => {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

interface Page {
  readonly households: readonly HouseholdView[]
  readonly cursor: string
  readonly more: boolean
}

/** Every household of an area as the server tells a phone of this person. */
export const pullWhole = async (url: string, cookie: string, area: string): Promise<readonly HouseholdView[]> => {
  const found: HouseholdView[] = []
  for (let cursor = ''; ; ) {
    const path = `/api/areas/${area}/changes?limit=500${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`
    const page = JSON.parse((await sendWell(url, { path, cookie })).body) as Page
    found.push(...page.households)
    if (!page.more) return found
    cursor = page.cursor
  }
}

/**
 * The nth of many households made out of real ones: records as long as theirs, under ids, house numbers and names that
 * are its own. Surnames go round in another step than given names, so that few people are called alike.
 */
export const copyOf = (templates: readonly HouseholdView[], n: number, areaCode: string): HouseholdView => {
  const template = templates[n % templates.length]
  const surnames = templates[(n * 7 + Math.floor(n / templates.length)) % templates.length]
  if (template === undefined || surnames === undefined) throw new Error('no household to copy')
  const lastName = surnames.members[0]?.lastName ?? ''
  return {
    ...template,
    id: uuidOf(`bench household ${n}`) as HouseholdView['id'],
    areaCode: areaCode as HouseholdView['areaCode'],
    address: { ...template.address, houseCode: null, houseNumber: `${1 + Math.floor(n / 9)}/${1 + (n % 9)}` },
    members: template.members.map(one => ({ ...one, lastName: lastName === '' ? one.lastName : lastName })),
  }
}
