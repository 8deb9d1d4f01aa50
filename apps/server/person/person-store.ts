import type { Person } from '@thaiqm/core/person/person.ts'
import { findLinkHolders, LINK_POSITION } from '../plan/task-link-store.ts'
import type { Scoped } from '../platform/database/transaction.ts'
import type { SealingKeys } from '../platform/sealing.ts'
import { findOfficeDocuments, findOfficeDocumentsById } from '../sync/ledger-store.ts'

export const findPeople = async (trx: Scoped, keys: SealingKeys): Promise<Person[]> =>
  (await findOfficeDocuments(trx, 'person', keys)) as Person[]

export const findPerson = async (trx: Scoped, keys: SealingKeys, id: string): Promise<Person | undefined> =>
  (await findOfficeDocumentsById(trx, 'person', keys, [id]))[0] as Person | undefined

export const findPeopleById = async (
  trx: Scoped,
  keys: SealingKeys,
  ids: readonly string[],
): Promise<Map<string, Person>> => {
  const people = (await findOfficeDocumentsById(trx, 'person', keys, ids)) as Person[]
  return new Map(people.map(person => [person.id as string, person]))
}

/** Names and positions of the people a record mentions. */
export const findPersonNames = async (
  trx: Scoped,
  keys: SealingKeys,
  ids: Iterable<string>,
): Promise<Map<string, { readonly name: string; readonly position: string }>> => {
  const wanted = [...new Set(ids)]
  const people = (await findOfficeDocumentsById(trx, 'person', keys, wanted)) as Person[]
  const names = new Map(people.map(({ id, name, position }) => [id as string, { name, position }]))
  // Who has no account has answered by a one-time link, or is the system itself.
  const holders = await findLinkHolders(
    trx,
    wanted.filter(id => !names.has(id)),
  )
  for (const [id, name] of holders) names.set(id, { name, position: LINK_POSITION })
  return names
}
