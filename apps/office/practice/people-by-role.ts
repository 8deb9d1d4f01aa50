import type { PracticePerson } from '@thaiqm/contract/practice/practice-routes.ts'
import { type Role, role } from '@thaiqm/core/access/role.ts'

const first: readonly Role[] = ['GOV', 'PROV', 'DCHIEF', 'DOFF', 'TAM', 'VIL', 'MENTOR', 'AGENCY', 'PARTNER']
const order: readonly Role[] = [...first, ...role.options.filter(code => !first.includes(code))]

/** People by role in the order of the chain of command; with words to search, only those in whose line all words are. */
export const groupByRole = (
  people: readonly PracticePerson[],
  search: string,
): readonly { readonly code: Role; readonly people: readonly PracticePerson[] }[] => {
  const sought = search.trim().toLowerCase().split(/\s+/).filter(Boolean)
  const matches = (person: PracticePerson): boolean => {
    const line =
      `${person.name} ${person.position} ${person.areaNameTh} ${person.organisationNameTh ?? ''}`.toLowerCase()
    return sought.every(word => line.includes(word))
  }
  return order
    .map(code => ({ code, people: people.filter(person => person.role === code && matches(person)) }))
    .filter(group => group.people.length > 0)
}
