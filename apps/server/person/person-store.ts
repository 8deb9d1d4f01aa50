import type { Person } from '@thaiqm/core/person/person.ts'
import type { Scoped } from '../platform/database/transaction.ts'
import type { SealingKeys } from '../platform/sealing.ts'
import { findOfficeDocuments, lockOfficeDocuments } from '../sync/ledger-store.ts'

export const findPeople = async (trx: Scoped, keys: SealingKeys): Promise<Person[]> =>
  (await findOfficeDocuments(trx, 'person', keys)) as Person[]

export const findPerson = async (trx: Scoped, keys: SealingKeys, id: string): Promise<Person | undefined> =>
  (await lockOfficeDocuments(trx, keys, [id])).get(id) as Person | undefined
