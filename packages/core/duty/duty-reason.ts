import { type Day, daysBetween } from '../ledger/day.ts'
import { formatDay } from '../thai/format-day.ts'
import type { Duty, DutyHolder } from './duty.ts'
import { dutyHolderNames } from './duty-kind-name.ts'

/** Why a duty stands on somebody's page today: how late or how soon, and from where it was carried up. */
export const dutyReason = (
  { holder, dueOn }: Pick<Duty, 'holder' | 'dueOn'>,
  reader: DutyHolder,
  today: Day,
  language: 'th' | 'en',
): string => {
  const left = daysBetween(today, dueOn)
  const day = formatDay(dueOn, { language })
  const when =
    left < 0
      ? { th: `เกินกำหนด ${-left} วัน (ครบ ${day})`, en: `${-left} days overdue (due ${day})` }
      : left === 0
        ? { th: 'ครบกำหนดวันนี้', en: 'Due today' }
        : { th: `อีก ${left} วันครบกำหนด (${day})`, en: `Due in ${left} days (${day})` }
  if (holder === reader) return when[language]
  const from = dutyHolderNames[holder]
  const carried =
    holder === 'AGENCY'
      ? { th: 'หน่วยงานยังไม่ดำเนินการ โปรดติดตาม', en: 'The agency has not acted: please chase' }
      : { th: `${from.th}ยังไม่ดำเนินการ ยกระดับถึงท่าน`, en: `Not done by the ${from.en.toLowerCase()}: carried up to you` }
  return `${when[language]} · ${carried[language]}`
}
