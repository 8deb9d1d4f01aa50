import type { PracticePerson } from '@thaiqm/contract/practice/practice-routes.ts'
import type { Role } from '@thaiqm/core/access/role.ts'
import { searchKey } from '@thaiqm/core/thai/normalise-thai.ts'

/** Whoever visits households, the village heads first: this app is theirs. */
export const fieldRoles: readonly Role[] = ['VIL', 'TAM', 'MENTOR', 'DOFF', 'DCHIEF']

/** The invented people this app is for, those in the field first, found by name, post or place. */
export const practicePeopleFor = (people: readonly PracticePerson[], search: string): readonly PracticePerson[] => {
  const wanted = searchKey(search)
  const rank = (person: PracticePerson) => fieldRoles.indexOf(person.role)
  return people
    .filter(person => rank(person) >= 0)
    .filter(
      person =>
        wanted === '' ||
        [person.name, person.position, person.areaNameTh].some(text => searchKey(text).includes(wanted)),
    )
    .sort((a, b) => rank(a) - rank(b) || (a.areaCode < b.areaCode ? -1 : 1))
}
