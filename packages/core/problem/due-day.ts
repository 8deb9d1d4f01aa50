import { addDays, type Day, earlierDay } from '../ledger/day.ts'
import { deadlinesFor, type Round } from '../round/round.ts'

const daysBySeverity: Record<1 | 2, number> = { 1: 3, 2: 30 }

/** dueAt = min(severity rule, the round's resolution deadline): crisis 3 days, urgent 30, ordinary the round's (domain brief 10, 13.1). */
export const dueDay = (severity: 1 | 2 | 3, foundOn: Day, round: Round, area: string): Day => {
  const { resolveBy } = deadlinesFor(round, area)
  if (severity === 3) return resolveBy
  return earlierDay(addDays(foundOn, daysBySeverity[severity]), resolveBy)
}
