import {
  agencies,
  cancelReasons,
  delayReasons,
  dimensions,
  problemKinds as kinds,
  missedReasons,
  relations,
  sectors,
  unresolvableReasons,
  reXrayVerdicts as verdicts,
  visitOutcomes,
} from '@thaiqm/catalogue/catalogue.ts'
import type { Language } from '@thaiqm/ui/words.ts'
import { originNames, planStateNames, roleNames, stateNames, statusNames, supportLevelNames } from './state-names.ts'

interface Named {
  readonly th: string
  readonly en: string
}

const byCode = <Entry extends Named & { readonly code: string }>(
  entries: readonly Entry[],
): ReadonlyMap<string, Entry> => new Map(entries.map(entry => [entry.code, entry]))

const kindByCode = byCode(kinds)
const causeByCode = byCode<Named & { readonly code: string }>([...kinds.flatMap(kind => kind.causes), ...delayReasons])
const agencyByCode = byCode(agencies)
const sectorByCode = byCode(sectors)
const dimensionByCode = byCode(dimensions)
const missedReasonByCode = byCode(missedReasons)
const verdictByCode = byCode(verdicts)
const relationByCode = byCode(relations)
const visitOutcomeByCode = byCode(visitOutcomes)
const cancelReasonByCode = byCode(cancelReasons)
const unresolvableReasonByCode = byCode(unresolvableReasons)

// A code that the catalogue of this build does not know stands for itself: old records must stay readable.
const nameIn =
  (names: ReadonlyMap<string, Named>) =>
  (code: string, language: Language): string =>
    names.get(code)?.[language] ?? code

export const kindName = nameIn(kindByCode)
/** The short Thai name for tables and chips; in English the whole name. */
export const kindShortName = (code: string, language: Language): string =>
  language === 'th' ? (kindByCode.get(code)?.shortTh ?? code) : kindName(code, language)
export const dimensionOfKind = (code: string): string => kindByCode.get(code)?.dimension ?? ''
export const causeName = nameIn(causeByCode)
export const causesOfKind = (code: string) => kindByCode.get(code)?.causes ?? []
export const agencyName = nameIn(agencyByCode)
export const agencyShortName = (code: string, language: Language): string =>
  language === 'th' ? (agencyByCode.get(code)?.shortTh ?? code) : agencyName(code, language)
export const sectorName = nameIn(sectorByCode)
export const dimensionName = nameIn(dimensionByCode)
export const missedReasonName = nameIn(missedReasonByCode)
export const verdictName = nameIn(verdictByCode)
export const relationName = nameIn(relationByCode)
export const visitOutcomeName = nameIn(visitOutcomeByCode)
export const cancelReasonName = nameIn(cancelReasonByCode)
export const unresolvableReasonName = nameIn(unresolvableReasonByCode)

const wordIn =
  (names: Readonly<Record<string, Named>>) =>
  (code: string, language: Language): string =>
    names[code]?.[language] ?? code

/** States of hardships, forms and plans: one word for each wherever it is shown. */
export const stateName = wordIn({ ...planStateNames, ...statusNames, ...stateNames })
export const planStateName = wordIn(planStateNames)
export const originName = wordIn(originNames)
export const statusName = wordIn(statusNames)
export const roleName = wordIn(roleNames)
export const supportLevelName = wordIn(supportLevelNames)
