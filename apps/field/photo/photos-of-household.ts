import type { Household } from '@thaiqm/core/household/household.ts'

export interface HouseholdPhoto {
  readonly hash: string
  readonly caption: string
}

/** Photos of the house and those given as evidence of help or of a result, each once. */
export const photosOfHousehold = (
  household: Pick<Household, 'photos' | 'problems' | 'assistances'>,
): readonly HouseholdPhoto[] => {
  const found = new Map<string, HouseholdPhoto>()
  const add = (hash: string, caption: string) => {
    if (!found.has(hash)) found.set(hash, { hash, caption })
  }
  for (const hash of household.photos) add(hash, '')
  for (const { evidence } of [...household.problems, ...household.assistances])
    for (const piece of evidence) if (piece.kind === 'photo') add(piece.photo, piece.caption)
  return [...found.values()]
}
