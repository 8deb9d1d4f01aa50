import { addDays, type Day } from '../ledger/day.ts'

export interface DefaultRounds {
  readonly baselineYearBe: number
  readonly yearBe: number
  readonly opensOn: Day
  readonly recordBy: Day
  readonly resolveBy: Day
}

const LEAST_DAYS_TO_RECORD = 14
const LEAST_DAYS_TO_RESOLVE = 90

/**
 * Sensible dates for a first Re-X-Ray round, from today: recorded by 31 January and solved by 30 September of the Thai
 * fiscal year (which begins on 1 October), as the letter of 28 November 2566 set them; where too little of that year is
 * left, 60 days to record and the next 30 September to solve. The baseline is taken to be two years older.
 */
export const defaultRounds = (today: Day): DefaultRounds => {
  const year = Number(today.slice(0, 4))
  const fiscalYear = Number(today.slice(5, 7)) >= 10 ? year + 1 : year
  const january = `${fiscalYear}-01-31` as Day
  const recordBy = addDays(today, LEAST_DAYS_TO_RECORD) <= january ? january : addDays(today, 60)
  const september = `${fiscalYear}-09-30` as Day
  const isEnough = addDays(recordBy, LEAST_DAYS_TO_RESOLVE) <= september
  const resolveBy = isEnough ? september : (`${fiscalYear + 1}-09-30` as Day)
  return { baselineYearBe: fiscalYear + 543 - 2, yearBe: fiscalYear + 543, opensOn: today, recordBy, resolveBy }
}
