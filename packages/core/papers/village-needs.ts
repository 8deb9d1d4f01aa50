import type { ProblemState } from '../problem/problem-state.ts'
import { isLive } from '../problem/problem-state.ts'

/** A hardship as a village's sheet counts it: no name, no house. */
export interface VillageNeed {
  readonly villageCode: string
  readonly householdId: string
  readonly kindCode: string
  readonly dimension: string
  readonly severity: number
  readonly state: ProblemState
  readonly restricted: boolean
}

/** One kind of hardship in one village: how many, in how many houses, how many of them urgent. */
export interface KindCount {
  readonly kindCode: string
  readonly dimension: string
  readonly problems: number
  readonly households: number
  /** Crisis and urgent ones. */
  readonly urgent: number
}

export interface VillageCounts {
  readonly villageCode: string
  readonly kinds: readonly KindCount[]
  readonly problems: number
  /** Households with at least one of the hardships counted: less than the sum over kinds where one house has several. */
  readonly households: number
}

/** Dimensions a local plan (แผนพัฒนาท้องถิ่น) is made for: living conditions and income (domain brief 13.6, scenario 19). */
export const PLAN_DIMENSIONS: readonly string[] = ['D2', 'D4']

const countKinds = (needs: readonly VillageNeed[]): readonly KindCount[] => {
  const byKind = Map.groupBy(needs, need => need.kindCode)
  return [...byKind]
    .map(([kindCode, own]) => ({
      kindCode,
      dimension: own[0]?.dimension ?? '',
      problems: own.length,
      households: new Set(own.map(need => need.householdId)).size,
      urgent: own.filter(need => need.severity <= 2).length,
    }))
    .sort((a, b) => a.kindCode.localeCompare(b.kindCode))
}

/** The needs that may stand in a village's sheet: live, of the dimensions asked for, never restricted, whoever reads. */
export const sheetNeeds = <Need extends VillageNeed>(
  needs: readonly Need[],
  dimensions: readonly string[],
): readonly Need[] =>
  needs.filter(need => !need.restricted && isLive(need.state) && dimensions.includes(need.dimension))

/** A village's kinds as its last meeting ranked them (1 comes first), then those it did not speak of, in their order. */
export const inMeetingOrder = (
  kinds: readonly KindCount[],
  ranked: readonly { readonly priority: number; readonly kindCodes: readonly string[] }[],
): readonly (KindCount & { readonly priority: number | null })[] => {
  const last = ranked.length + 1
  return kinds
    .map(kind => ({
      ...kind,
      priority: ranked.find(need => need.kindCodes.includes(kind.kindCode))?.priority ?? null,
    }))
    .sort((a, b) => (a.priority ?? last) - (b.priority ?? last))
}

/** What a village needs, by kind: the open part of the sheet for the local plan. Villages in the order of their codes. */
export const villageNeeds = (
  needs: readonly VillageNeed[],
  dimensions: readonly string[],
): readonly VillageCounts[] => {
  const byVillage = Map.groupBy(sheetNeeds(needs, dimensions), need => need.villageCode)
  return [...byVillage]
    .map(([villageCode, own]) => ({
      villageCode,
      kinds: countKinds(own),
      problems: own.length,
      households: new Set(own.map(need => need.householdId)).size,
    }))
    .sort((a, b) => a.villageCode.localeCompare(b.villageCode))
}
