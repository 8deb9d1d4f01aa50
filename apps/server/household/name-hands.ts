import type { Side } from '@thaiqm/core/conflict/conflict.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import { findPersonNames } from '../person/person-store.ts'
import type { Scoped } from '../platform/database/transaction.ts'
import type { SealingKeys } from '../platform/sealing.ts'

/** Conflicts with the names of those who said each side: a phone settles one where there is nobody to ask for a name. */
export const withHandsNamed = async (
  trx: Scoped,
  keys: SealingKeys,
  households: readonly Household[],
): Promise<readonly Household[]> => {
  const ids = households
    .flatMap(({ conflicts = [] }) => conflicts.flatMap(c => [c.standing.by, c.other.by]))
    .filter(id => id !== null)
  if (ids.length === 0) return households
  const names = await findPersonNames(trx, keys, ids)
  const named = (side: Side): Side => ({ ...side, name: names.get(side.by ?? '')?.name })
  return households.map(household =>
    household.conflicts === undefined
      ? household
      : {
          ...household,
          conflicts: household.conflicts.map(c => ({ ...c, standing: named(c.standing), other: named(c.other) })),
        },
  )
}
