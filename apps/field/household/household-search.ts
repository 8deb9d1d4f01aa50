import { nameMatcher } from '@thaiqm/core/thai/name-match.ts'
import { letterKey } from '@thaiqm/core/thai/normalise-thai.ts'
import { byHouse, type ListedHousehold } from './household-filter.ts'

/** What was found, best first and never more than were asked for, and how many there are in all. */
export interface FoundHouseholds {
  readonly rows: readonly ListedHousehold[]
  readonly total: number
}

const RANKS = 12
/** Beyond so many equally good ones the order of house numbers helps nobody, and costs. */
const MOST_SORTED = 2000

/** Every house code of a district begins alike: fewer digits would find them all. */
const SHORTEST_CODE = 6

const isNumber = (word: string) => /^[0-9]/.test(letterKey(word))

/** The house itself, then houses whose number or code begins so; 9 finds 97, not 19. */
const houseRank = (searchText: string, house: string): number | undefined => {
  if (searchText.startsWith(`${house}|`)) return 0
  if (searchText.startsWith(house)) return 1
  if (house.length < SHORTEST_CODE) return undefined
  return searchText.startsWith(house, searchText.indexOf('|') + 1) ? 2 : undefined
}

/**
 * How well a household answers what was typed: a house number or code, a member's name however it is spelt, or both
 * (`97 สมชาย`). Undefined when it does not. Made once for what was typed.
 */
const householdMatcher = (typed: string) => {
  const words = typed.trim().split(/\s+/)
  const house = letterKey(words.filter(isNumber).join(''))
  const name = words.filter(word => !isNumber(word)).join(' ')
  const find = nameMatcher(name)
  return ({ searchText }: ListedHousehold): number | undefined => {
    const atHouse = house === '' ? 0 : houseRank(searchText, house)
    if (atHouse === undefined || name === '') return atHouse
    const behindCode = searchText.indexOf('|', searchText.indexOf('|') + 1)
    return behindCode < 0 ? undefined : find(searchText, behindCode + 1)
  }
}

/** Households that answer what was typed, from however many this phone holds. */
export const searchHouseholds = (rows: readonly ListedHousehold[], typed: string, most: number): FoundHouseholds => {
  if (letterKey(typed) === '') return { rows: [], total: 0 }
  const match = householdMatcher(typed)
  const byRank: ListedHousehold[][] = Array.from({ length: RANKS }, () => [])
  let total = 0
  for (const row of rows) {
    const rank = match(row)
    if (rank === undefined) continue
    byRank[rank]?.push(row)
    total++
  }
  const found: ListedHousehold[] = []
  for (const group of byRank) {
    if (found.length >= most) break
    found.push(...(group.length > MOST_SORTED ? group : group.sort(byHouse)).slice(0, most - found.length))
  }
  return { rows: found, total }
}
