import type { Day } from '../ledger/day.ts'
import { buddhistYear } from '../thai/buddhist-year.ts'
import { toArabicDigits } from '../thai/thai-digits.ts'
import type { Meeting } from './meeting.ts'

/** `3/2567`: what an area's next meeting of a level is called, of those known. One called off leaves its number to the next. */
export const nextMeetingNumber = (
  known: readonly Pick<Meeting, 'areaCode' | 'level' | 'heldOn' | 'state' | 'number'>[],
  { areaCode, level }: Pick<Meeting, 'areaCode' | 'level'>,
  on: Day,
): string => {
  const year = buddhistYear(on)
  const own = known.filter(
    m => m.areaCode === areaCode && m.level === level && m.state !== 'CALLED_OFF' && buddhistYear(m.heldOn) === year,
  )
  const numbers = own.map(m => Number.parseInt(toArabicDigits(m.number), 10)).filter(n => Number.isInteger(n))
  return `${Math.max(own.length, 0, ...numbers) + 1}/${year}`
}
