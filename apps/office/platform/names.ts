import { agencyByCode, problemKindByCode } from '@thaiqm/catalogue/catalogue.ts'
import { catalogueNames } from '@thaiqm/catalogue/catalogue-names.ts'
import { householdOriginNames, householdStatusNames } from '@thaiqm/core/household/household-state-name.ts'
import { planStateNames, supportLevelNames } from '@thaiqm/core/plan/plan-state-name.ts'
import type { Language } from '@thaiqm/ui/words.ts'
import { roleNames, stateNames } from './state-names.ts'

interface Named {
  readonly th: string
  readonly en: string
}

const names = catalogueNames

export const kindName = names.kind
/** The short Thai name for tables and chips; in English the whole name. */
export const kindShortName = (code: string, language: Language): string =>
  language === 'th' ? (problemKindByCode.get(code)?.shortTh ?? code) : kindName(code, language)
export const dimensionOfKind = (code: string): string => problemKindByCode.get(code)?.dimension ?? ''
export const causeName = names.cause
export const causesOfKind = (code: string) => problemKindByCode.get(code)?.causes ?? []
export const agencyName = names.agency
export const agencyShortName = (code: string, language: Language): string =>
  language === 'th' ? (agencyByCode.get(code)?.shortTh ?? code) : agencyName(code, language)
export const sectorName = names.sector
export const dimensionName = names.dimension
export const missedReasonName = names.missedReason
export const verdictName = names.verdict
export const relationName = names.relation
export const visitOutcomeName = names.visitOutcome

const wordIn =
  (names: Readonly<Record<string, Named>>) =>
  (code: string, language: Language): string =>
    names[code]?.[language] ?? code

/** States of hardships, forms and plans: one word for each wherever it is shown. */
export const stateName = wordIn({ ...planStateNames, ...householdStatusNames, ...stateNames })
export const planStateName = wordIn(planStateNames)
export const originName = wordIn(householdOriginNames)
export const statusName = wordIn(householdStatusNames)
export const roleName = wordIn(roleNames)
export const supportLevelName = wordIn(supportLevelNames)
