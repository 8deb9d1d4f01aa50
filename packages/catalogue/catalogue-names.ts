import type { RecordNames } from '@thaiqm/core/household/tell-fact.ts'
import {
  agencies,
  cancelReasons,
  delayReasons,
  dimensions,
  missedReasons,
  problemKinds,
  relations,
  reXrayVerdicts,
  sectors,
  unresolvableReasons,
  visitOutcomes,
} from './catalogue.ts'

interface Named {
  readonly code: string
  readonly th: string
  readonly en: string
}

// A code that the catalogue of this build does not know stands for itself: old records must stay readable.
const nameIn = (entries: readonly Named[]) => {
  const byCode = new Map(entries.map(entry => [entry.code, entry]))
  return (code: string, language: 'th' | 'en'): string => byCode.get(code)?.[language] ?? code
}

/** The catalogue's names for every code a household's record may hold, in Thai and English. */
export const catalogueNames: RecordNames = {
  kind: nameIn(problemKinds),
  cause: nameIn([...problemKinds.flatMap(kind => kind.causes), ...delayReasons]),
  agency: nameIn(agencies),
  sector: nameIn(sectors),
  dimension: nameIn(dimensions),
  relation: nameIn(relations),
  verdict: nameIn(reXrayVerdicts),
  visitOutcome: nameIn(visitOutcomes),
  missedReason: nameIn(missedReasons),
  cancelReason: nameIn(cancelReasons),
  unresolvableReason: nameIn(unresolvableReasons),
}
