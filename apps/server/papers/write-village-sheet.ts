import { dimensions as allDimensions, remediesFor } from '@thaiqm/catalogue/catalogue.ts'
import { catalogueNames } from '@thaiqm/catalogue/catalogue-names.ts'
import type { Actor } from '@thaiqm/core/access/actor.ts'
import { areaInWords, villageInWords } from '@thaiqm/core/area/place-in-words.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import { memberName } from '@thaiqm/core/member/member.ts'
import { inMeetingOrder, sheetNeeds, type VillageCounts, villageNeeds } from '@thaiqm/core/papers/village-needs.ts'
import { severityNames } from '@thaiqm/core/problem/severity-name.ts'
import { findVillageNeeds } from '../meeting/find-village-needs.ts'
import type { Scoped } from '../platform/database/transaction.ts'
import { narrowRange } from '../platform/narrow-range.ts'
import type { ServerParts } from '../sync/server-parts.ts'
import { areaNamesFor, findViewedHouseholds } from './find-viewed-households.ts'
import type { PaperSection } from './official-document.ts'
import { type AreaNeed, findAreaNeeds } from './papers-store.ts'
import { type NamedNeed, namedVillageSheet, openVillageSheet, type VillageSheetFrame } from './village-sheet.ts'

/** A tambon of 5,000 houses has some hundreds of these; more is no village's sheet. */
export const MOST_NEEDS = 10_000

const MOST_REMEDIES = 3

export interface VillageQuery {
  readonly actor: Actor
  /** A tambon or a village. */
  readonly area: string
  readonly dimensions: readonly string[]
}

export type NamedCounts = VillageCounts & { readonly villageName: string }

const villageNameOf = (villageCode: string, needs: readonly AreaNeed[]): string =>
  villageInWords(villageCode, needs.find(need => need.villageCode === villageCode)?.villageName ?? '')

/** What each village needs, by kind, with the village's name. */
export const gatherVillageNeeds = async (
  trx: Scoped,
  { actor, area, dimensions }: VillageQuery,
): Promise<{ readonly needs: readonly AreaNeed[]; readonly villages: readonly NamedCounts[] } | 'too-long'> => {
  const needs = await findAreaNeeds(trx, narrowRange(actor, area), MOST_NEEDS + 1)
  if (needs.length > MOST_NEEDS) return 'too-long'
  const villages = villageNeeds(needs, dimensions).map(village => ({
    ...village,
    villageName: villageNameOf(village.villageCode, needs),
  }))
  return { needs: sheetNeeds(needs, dimensions), villages }
}

const plannedFor = (household: Household, problemId: string): string => {
  const plan = household.plans.findLast(one => one.state === 'APPROVED')
  const actions = plan?.actions.filter(action => action.problemIds.some(id => id === problemId)) ?? []
  return actions
    .map(({ what, budgetBaht }) => (budgetBaht === 0 ? what : `${what} (${budgetBaht.toLocaleString('en-US')} บาท)`))
    .join('\n')
}

const namedNeed = (household: Household | undefined, need: AreaNeed): readonly NamedNeed[] => {
  const problem = household?.problems.find(one => one.id === need.problemId)
  if (household === undefined || problem === undefined) return []
  const { houseNumber, sequenceInHouse } = household.address
  const head = household.members.find(member => member.isHead) ?? household.members[0]
  const concerned = household.members.find(member => member.id === problem.memberId)
  return [
    {
      house: `${houseNumber === '' ? 'ไม่มีเลขที่' : houseNumber}${sequenceInHouse > 1 ? ` (${sequenceInHouse})` : ''}`,
      headName: head === undefined ? '-' : memberName(head),
      whose: concerned === undefined ? 'ทั้งครัวเรือน' : memberName(concerned),
      kindCode: problem.kindCode,
      kind: catalogueNames.kind(problem.kindCode, 'th'),
      severityName: severityNames[problem.severity].th,
      planned: plannedFor(household, problem.id),
    },
  ]
}

const frameOf = async (
  trx: Scoped,
  { actor, area, dimensions }: VillageQuery,
  on: Day,
): Promise<VillageSheetFrame> => ({
  areaName: areaInWords(area.slice(0, 6), await areaNamesFor(trx, [area])),
  dimensionNames: allDimensions
    .filter(dimension => dimensions.includes(dimension.code))
    .map(dimension => `มิติ${dimension.th}`)
    .join(' '),
  on,
  by: `${actor.name} ${actor.position}`.trim(),
})

/** The sheet for the plan meeting: the open part without names, or the list for the closed committee. */
export const gatherVillageSheet = async (
  trx: Scoped,
  parts: ServerParts,
  query: VillageQuery,
  part: 'open' | 'named',
  on: Day,
): Promise<{ readonly rows: number; readonly sections: readonly PaperSection[] } | 'too-long'> => {
  const gathered = await gatherVillageNeeds(trx, query)
  if (gathered === 'too-long') return 'too-long'
  const { needs, villages } = gathered
  const frame = await frameOf(trx, query, on)
  const ranked = await findVillageNeeds(trx, parts.keys, narrowRange(query.actor, query.area))
  const rankedIn = (villageCode: string) => ranked.filter(need => need.areaCode === villageCode)
  if (part === 'open') {
    const told = villages.map(({ kinds, ...village }) => ({
      ...village,
      metOn: rankedIn(village.villageCode)[0]?.heldOn ?? null,
      needs: inMeetingOrder(kinds, rankedIn(village.villageCode)).map(kind => ({
        ...kind,
        kind: catalogueNames.kind(kind.kindCode, 'th'),
        dimensionName: catalogueNames.dimension(kind.dimension, 'th'),
        remedies: remediesFor(kind.kindCode)
          .slice(0, MOST_REMEDIES)
          .map(remedy => remedy.th),
      })),
    }))
    return { rows: needs.length, sections: openVillageSheet(frame, told) }
  }
  const ids = needs.map(need => need.householdId)
  const households = await findViewedHouseholds(trx, parts, query.actor, ids)
  const named = villages.map(({ villageCode, villageName }) => ({
    villageName,
    resolved: rankedIn(villageCode),
    needs: needs
      .filter(need => need.villageCode === villageCode)
      .flatMap(need => namedNeed(households.get(need.householdId), need)),
  }))
  return { rows: needs.length, sections: namedVillageSheet(frame, named) }
}
