import type { CatalogueRules } from '@thaiqm/core/ledger/decision-context.ts'
import type { ProblemKindRule } from '@thaiqm/core/problem/problem-kind.ts'
import { agencyByCode, compiledQuestionnaire, problemKinds, thresholdFor } from './catalogue.ts'
import { clocks } from './clocks.ts'

const kinds: ReadonlyMap<string, ProblemKindRule> = new Map(problemKinds.map(kind => [kind.code, kind]))

/** The part of every decision's context that is data: the same on a phone and in the server. */
export const decisionCatalogue: CatalogueRules = {
  kinds,
  clocks,
  findForm: compiledQuestionnaire,
  isStateAgency: code => agencyByCode.get(code)?.sector === 'GOV',
  thresholdBaht: (key, yearBe) => thresholdFor(key, yearBe) ?? null,
}
