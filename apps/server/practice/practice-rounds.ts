import { CURRENT_QUESTIONNAIRE } from '@thaiqm/catalogue/catalogue.ts'
import type { Day, Instant } from '@thaiqm/core/ledger/day.ts'
import type { BatchId, RoundId } from '@thaiqm/core/ledger/identifiers.ts'
import type { Round } from '@thaiqm/core/round/round.ts'
import { uuidFrom } from './seeded-random.ts'

const day = (text: string) => text as Day

/** Mukdahan. */
export const PROVINCE_CODE = '49'

/** The practice province lives on this day until somebody moves its clock. */
export const PRACTICE_DAY = day('2024-01-12')

/** The last day of which something is told; the practice day itself is still empty. */
export const LAST_DAY_OF_HISTORY = day('2024-01-11')

export const BASELINE_ROUND_ID = uuidFrom('round baseline 2565') as RoundId
export const RE_X_RAY_ROUND_ID = uuidFrom('round re-x-ray 2567') as RoundId
export const BASELINE_BATCH_ID = uuidFrom('import of the baseline 2565') as BatchId

/** The round of 2565, imported and closed. */
export const baselineRound: Round = {
  id: BASELINE_ROUND_ID,
  kind: 'BASELINE',
  nameTh: 'ฐานข้อมูลครัวเรือนปี 2565',
  nameEn: 'Baseline of 2565',
  yearBe: 2565,
  opensOn: day('2022-03-01'),
  recordBy: day('2022-09-30'),
  resolveBy: day('2022-09-30'),
  graceDays: 0,
  formVersion: null,
  overrides: [],
}

/** The round the letter of 28 November 2566 ordered: recorded by 31 January, solved by 30 September 2567. */
export const reXrayRound: Round = {
  id: RE_X_RAY_ROUND_ID,
  kind: 'RE_XRAY',
  nameTh: 'Re-X-Ray ปี 2567',
  nameEn: 'Re-X-Ray 2567',
  yearBe: 2567,
  opensOn: day('2023-12-01'),
  recordBy: day('2024-01-31'),
  resolveBy: day('2024-09-30'),
  graceDays: 7,
  formVersion: CURRENT_QUESTIONNAIRE,
  overrides: [],
}

export const practiceRounds: readonly Round[] = [baselineRound, reXrayRound]

/** A time of day in Bangkok as the moment it is in UTC. */
export const instantOn = (on: Day, hour: number, minute = 0, second = 0): Instant => {
  const pad = (part: number) => String(part).padStart(2, '0')
  const inBangkok = Date.parse(`${on}T${pad(hour)}:${pad(minute)}:${pad(second)}.000+07:00`)
  return new Date(inBangkok).toISOString() as Instant
}

export const later = (than: Instant, minutes: number): Instant =>
  new Date(Date.parse(than) + Math.round(minutes * 60_000)).toISOString() as Instant

/** Rounds, areas, people and partners are there first; then last round's households are imported, then the registry. */
export const SET_UP_AT = instantOn(day('2023-11-28'), 9)
export const IMPORTED_AT = instantOn(day('2023-11-30'), 10)
