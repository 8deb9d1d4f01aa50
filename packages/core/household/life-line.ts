import { type Day, dayOf, type Instant } from '../ledger/day.ts'
import { formatInstant } from '../thai/format-day.ts'
import { type RecordNames, type ToldFact, tellFact } from './tell-fact.ts'

/** A fact with when it was written down, and by whom. */
export interface LivedFact extends ToldFact {
  readonly version: number
  readonly at: Instant
  readonly by: { readonly name: string; readonly position: string }
}

/** One day of a household's life in the system, in the order things happened. */
export interface LifeDay {
  readonly day: Day
  readonly lines: readonly {
    readonly version: number
    /** The time of day, `09.30 น.` */
    readonly time: string
    readonly title: string
    /** The words of the fact; may be empty. */
    readonly body: string
    /** Name and post of whoever wrote it down. */
    readonly by: string
  }[]
}

const timeOf = (at: Instant, language: 'th' | 'en'): string =>
  formatInstant(at, { style: 'numeric', language }).split(' ').slice(1).join(' ')

/** The household's whole life in the system, day by day, the oldest first, each fact one readable line. */
export const lifeLine = (
  facts: readonly LivedFact[],
  names: RecordNames,
  language: 'th' | 'en',
): readonly LifeDay[] => {
  const days = new Map<Day, LifeDay['lines'][number][]>()
  for (const fact of [...facts].sort((a, b) => a.version - b.version)) {
    const on = dayOf(fact.at)
    const lines = days.get(on) ?? []
    lines.push({
      version: fact.version,
      time: timeOf(fact.at, language),
      ...tellFact(fact, names, language),
      by: [fact.by.name, fact.by.position].filter(part => part !== '').join(' '),
    })
    days.set(on, lines)
  }
  return [...days].map(([day, lines]) => ({ day, lines }))
}
