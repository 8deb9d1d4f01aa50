import type { Day } from '../ledger/day.ts'
import type { HouseCode } from '../thai/house-code.ts'
import type { IdKind, NumberStatus } from '../thai/national-number.ts'
import type { BaselineProblemState } from './match-status.ts'
import type { RowReason, Verdict } from './row-reason.ts'

export interface BaselineHead {
  readonly title: string
  readonly firstName: string
  readonly lastName: string
  /** As typed when it is broken (`to-check`), null when there is none. */
  readonly nationalNumber: string | null
  readonly numberStatus: NumberStatus
  readonly idKind: IdKind
}

export interface BaselineProblem {
  /** Household's key and kind: `49010507|49016512409|1|P204`. Stable from file to file. */
  readonly key: string
  readonly kindCode: string
  readonly state: BaselineProblemState
  /** The household's hardship in the words of the sheet. */
  readonly wording: string
  readonly agencyCode: string | null
  readonly surveyedOn: Day | null
  readonly solvedOn: Day | null
  readonly sourceRow: number
}

export interface BaselineHousehold {
  /**
   * `area|house code|sequence in house`, as `49010507|49016512409|1`; without a code
   * `area|house number~fingerprint of the head's name|sequence`. The same whenever the household is read again.
   */
  readonly key: string
  readonly sourceRows: readonly number[]
  /** Eight digits, the last two 00 when the moo is not known. */
  readonly areaCode: string
  readonly houseCode: HouseCode | null
  readonly houseNumber: string
  readonly villageName: string
  /** 1 for the first family under a house code. One house may hold several households. */
  readonly sequenceInHouse: number
  readonly head: BaselineHead
  readonly memberCount: number | null
  readonly phone: string | null
  /** The latest survey day among its rows. */
  readonly surveyedOn: Day | null
  readonly problems: readonly BaselineProblem[]
  readonly note: string
}

export interface RowVerdict {
  readonly rowNumber: number
  readonly verdict: Verdict
  readonly reasons: readonly RowReason[]
}

/** Rows by verdict add up to `rows`. */
export interface BaselineTotals {
  readonly rows: number
  /** Rows that hold data: all but titles, headings, blanks, totals and remarks. */
  readonly dataRows: number
  readonly accept: number
  readonly warn: number
  readonly review: number
  readonly reject: number
  readonly skip: number
  /** Households that can be imported now. */
  readonly households: number
  /** Households the file tells of, with those whose every row is rejected or waits for review. */
  readonly householdsInFile: number
  readonly problems: number
}
