import type { Day } from '../ledger/day.ts'

const ERA = 543

/**
 * Until 2483 the official year began on 1 April, so January to March belonged to the year before: 15 February 1939
 * was 2481, not 2482. The year 2483 had nine months, and 2484 began on 1 January 1941 (พ.ร.บ.ปีประดิทิน พุทธศักราช 2483).
 */
const LAST_YEAR_FROM_APRIL = 2483

/** The year of the Buddhist era a day was written with at the time. */
export const buddhistYear = (of: Day): number => {
  const year = Number(of.slice(0, 4)) + ERA
  return year <= LAST_YEAR_FROM_APRIL && Number(of.slice(5, 7)) <= 3 ? year - 1 : year
}

/**
 * The common-era year for a month of a Buddhist year. January to March 2483 never were; whoever writes them counted
 * back with 543, and is taken at that.
 */
export const commonYear = (yearBe: number, month: number): number =>
  yearBe < LAST_YEAR_FROM_APRIL && month <= 3 ? yearBe - ERA + 1 : yearBe - ERA

/** ปีงบประมาณ: from 1 October to 30 September, named after the year it ends in (พ.ร.บ.วิธีการงบประมาณ). */
export const fiscalYearBe = (of: Day): number => Number(of.slice(0, 4)) + ERA + (Number(of.slice(5, 7)) >= 10 ? 1 : 0)
