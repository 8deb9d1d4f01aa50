import { type Day, daysBetween } from '../ledger/day.ts'

/** A thing that waits for somebody, as far as a count must know it. */
export interface DatedDuty {
  readonly kind: string
  /** Last day on which it is in time; null where only somebody's decision is awaited. */
  readonly dueOn: Day | null
  /** Day on which it began to wait for this person. */
  readonly waitingSince: Day
  /** How many alike this stands for; one where nothing is said. */
  readonly times?: number
}

/** How many things of one kind wait for one person, by how soon they are due. No thing is in two of the first four. */
export interface DutyCounts {
  readonly overdue: number
  /** Due today or within 7 days. */
  readonly within7Days: number
  /** Due in 8 to 14 days. */
  readonly within14Days: number
  /** Due in 15 to 30 days. */
  readonly within30Days: number
  /** Began to wait after the day that was looked at before, whenever they are due. */
  readonly newlyWaiting: number
}

export interface KindOfDutyCounts extends DutyCounts {
  readonly kind: string
}

type DueBand = Exclude<keyof DutyCounts, 'newlyWaiting'>

/** In which count a thing with this due day stands; undefined when it has none or is due in more than 30 days. */
export const dueBand = (dueOn: Day | null, today: Day): DueBand | undefined => {
  if (dueOn === null) return undefined
  const left = daysBetween(today, dueOn)
  if (left < 0) return 'overdue'
  if (left <= 7) return 'within7Days'
  if (left <= 14) return 'within14Days'
  return left <= 30 ? 'within30Days' : undefined
}

const nothing: DutyCounts = { overdue: 0, within7Days: 0, within14Days: 0, within30Days: 0, newlyWaiting: 0 }

/** Counts of several kinds together. */
export const sumCounts = (counts: readonly DutyCounts[]): DutyCounts =>
  counts.reduce(
    (sum, one) => ({
      overdue: sum.overdue + one.overdue,
      within7Days: sum.within7Days + one.within7Days,
      within14Days: sum.within14Days + one.within14Days,
      within30Days: sum.within30Days + one.within30Days,
      newlyWaiting: sum.newlyWaiting + one.newlyWaiting,
    }),
    nothing,
  )

/** Counts by kind what waits for one person; `lookedOn` is the day of the count before, whose new things are old now. */
export const countDuties = (duties: Iterable<DatedDuty>, lookedOn: Day, today: Day): KindOfDutyCounts[] => {
  const byKind = new Map<string, KindOfDutyCounts>()
  for (const { kind, dueOn, waitingSince, times = 1 } of duties) {
    const counts = byKind.get(kind) ?? { kind, ...nothing }
    const band = dueBand(dueOn, today)
    byKind.set(kind, {
      ...counts,
      ...(band === undefined ? {} : { [band]: counts[band] + times }),
      newlyWaiting: counts.newlyWaiting + (waitingSince > lookedOn ? times : 0),
    })
  }
  return [...byKind.values()]
}
