import type { Household } from '../household/household.ts'
import type { Evidence } from './evidence.ts'
import type { Problem } from './problem.ts'
import type { ProblemKindRule } from './problem-kind.ts'

export type EvidenceLacking = 'evidence-missing' | 'photo-after-missing' | 'photo-before-missing' | 'document-missing'

const isPhoto = (moment: 'before' | 'after') => (given: Evidence) =>
  given.kind === 'photo' && (given.moment ?? 'after') === moment

/**
 * What a kind of problem still lacks to be shown as solved: a photo after the help and one before it (the house as it was
 * photographed on a visit counts), a document or a photo of it, or the household's own word or a witness's.
 */
export const evidenceLacking = (
  household: Household,
  problem: Problem,
  given: readonly Evidence[],
  kind: ProblemKindRule | undefined,
): EvidenceLacking | null => {
  const known = [...problem.evidence, ...given]
  // What was shown before it came back shows what it was like, not that it is solved now.
  const all = known.slice(problem.reopenedWith?.evidence ?? 0)
  if (all.length === 0) return 'evidence-missing'
  if (kind?.evidence === 'photo') {
    if (!all.some(isPhoto('after'))) return 'photo-after-missing'
    const isPhotographedBefore =
      known.some(e => e.kind === 'photo' && (isPhoto('before')(e) || !all.includes(e))) || household.photos.length > 0
    return isPhotographedBefore || all.some(e => e.kind === 'witness') ? null : 'photo-before-missing'
  }
  if (kind?.evidence === 'document') return all.some(e => e.kind !== 'witness') ? null : 'document-missing'
  return null
}
