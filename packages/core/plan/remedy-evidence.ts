import { type HouseholdProfile, isAlike, readProfile, type Similarity, similarity } from './household-profile.ts'
import type { TrialOutcome } from './remedy-trial.ts'

/** Households of an area in which one remedy came to one end with one kind of hardship, by what they are like. */
export interface RemedyOutcomeSum {
  readonly kindCode: string
  readonly remedyId: string
  readonly profile: string
  readonly outcome: TrialOutcome
  readonly households: number
}

/** Fewer households than this are not told of: a number of one or two could betray whose it is. */
export const FEWEST_TOLD = 3

/** What has worked here before: solved and stood in n of N households that were like this one, or in all of the area. */
export interface RemedyEvidence {
  readonly solved: number
  readonly tried: number
  readonly among: 'alike' | 'area'
  /** The least alike of them; null where all households of the area are counted. */
  readonly least: Similarity | null
}

const isEnded = (outcome: TrialOutcome): boolean => outcome !== 'PENDING'

const of = (rows: readonly RemedyOutcomeSum[]) => ({
  solved: rows.filter(row => row.outcome === 'SOLVED').reduce((sum, row) => sum + row.households, 0),
  tried: rows.reduce((sum, row) => sum + row.households, 0),
})

const tell = (rows: readonly RemedyOutcomeSum[], profile: HouseholdProfile): RemedyEvidence | null => {
  const alike = rows.filter(row => isAlike(similarity(profile, readProfile(row.profile))))
  const told = of(alike)
  if (told.tried >= FEWEST_TOLD) {
    const least = alike
      .map(row => similarity(profile, readProfile(row.profile)))
      .reduce((a, b) => (b.same * a.of < a.same * b.of ? b : a))
    return { ...told, among: 'alike', least }
  }
  const all = of(rows)
  return all.tried >= FEWEST_TOLD ? { ...all, among: 'area', least: null } : null
}

/**
 * The evidence for one remedy against the kinds of hardship it would answer, told for the kind that most is known of, so
 * that no household is counted twice. Null while fewer than three households have been through it.
 */
export const evidenceFor = (
  sums: readonly RemedyOutcomeSum[],
  kindCodes: readonly string[],
  profile: HouseholdProfile,
): RemedyEvidence | null => {
  const each = [...new Set(kindCodes)].toSorted().flatMap(
    kind =>
      tell(
        sums.filter(row => row.kindCode === kind && isEnded(row.outcome) && row.households > 0),
        profile,
      ) ?? [],
  )
  return each.reduce<RemedyEvidence | null>((best, one) => (best === null || one.tried > best.tried ? one : best), null)
}

const WEIGHT_OF_OTHERS = 0.25

/**
 * How likely it is to work here, from 0 to 1: households like this one count whole, others a quarter, and where nothing is
 * known it is even. One more success never lowers it.
 */
export const chanceOfSuccess = (
  sums: readonly RemedyOutcomeSum[],
  kindCodes: readonly string[],
  profile: HouseholdProfile,
): number => {
  let solved = 0
  let tried = 0
  for (const row of sums) {
    if (!kindCodes.includes(row.kindCode) || !isEnded(row.outcome)) continue
    const weight = isAlike(similarity(profile, readProfile(row.profile))) ? 1 : WEIGHT_OF_OTHERS
    tried += weight * row.households
    if (row.outcome === 'SOLVED') solved += weight * row.households
  }
  return (solved + 1) / (tried + 2)
}
