import type { ProblemId } from '../ledger/identifiers.ts'
import type { Problem } from '../problem/problem.ts'
import { normaliseThai } from '../thai/normalise-thai.ts'

/** A cause that stands behind several hardships of one household: dealing with it once may answer them all. */
export interface SharedCause {
  /** As it is written in the catalogue, or by the officer. */
  readonly cause: string
  readonly problemIds: readonly ProblemId[]
}

type Caused = Pick<Problem, 'id' | 'causeCodes' | 'rootCause'>

/**
 * Causes that two or more hardships have in common, the most shared first. Each kind has codes of its own, so causes are
 * the same where their words are: in the catalogue, or in the officers' own root cause.
 */
export const sharedCauses = (
  problems: readonly Caused[],
  causeName: (code: string) => string,
): readonly SharedCause[] => {
  const found = new Map<string, { readonly cause: string; readonly problemIds: Set<ProblemId> }>()
  for (const { id, causeCodes, rootCause } of problems) {
    for (const cause of [...causeCodes.map(causeName), rootCause]) {
      const key = normaliseThai(cause).replace(/\s+/g, '')
      if (key === '') continue
      const known = found.get(key) ?? { cause: cause.trim(), problemIds: new Set() }
      known.problemIds.add(id)
      found.set(key, known)
    }
  }
  return [...found.entries()]
    .filter(([, { problemIds }]) => problemIds.size > 1)
    .toSorted(([a, one], [b, other]) => other.problemIds.size - one.problemIds.size || (a < b ? -1 : 1))
    .map(([, { cause, problemIds }]) => ({ cause, problemIds: [...problemIds].toSorted() }))
}
