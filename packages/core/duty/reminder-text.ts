import type { Day } from '../ledger/day.ts'
import { formatDay } from '../thai/format-day.ts'
import { type DutyCounts, type KindOfDutyCounts, sumCounts } from './duty-counts.ts'
import { dutyKindName } from './duty-kind-name.ts'

export interface ReminderParts {
  /** Numbers only: what a duty is about never comes here, so it can never leave the house. */
  readonly counts: readonly KindOfDutyCounts[]
  readonly day: Day
  /** Address of the page of today's duties; null where the server was not told its own address. */
  readonly todayUrl: string | null
  readonly isPractice: boolean
}

export interface ReminderText {
  readonly subject: string
  /** Plain text, Thai, then the same in English. */
  readonly body: string
  /** A few lines for LINE. */
  readonly lineText: string
}

type Language = 'th' | 'en'

const bands = ['overdue', 'within7Days', 'within14Days', 'within30Days', 'newlyWaiting'] as const

const bandNames: Readonly<Record<keyof DutyCounts, Readonly<Record<Language, string>>>> = {
  overdue: { th: 'เกินกำหนด', en: 'Overdue' },
  within7Days: { th: 'ครบกำหนดภายใน 7 วัน', en: 'Due within 7 days' },
  within14Days: { th: 'ครบกำหนดภายใน 8–14 วัน', en: 'Due in 8–14 days' },
  within30Days: { th: 'ครบกำหนดภายใน 15–30 วัน', en: 'Due in 15–30 days' },
  newlyWaiting: { th: 'เรื่องใหม่ที่รอท่าน', en: 'New, waiting for you' },
}

const phrases = {
  title: { th: 'แจ้งเตือนงาน ThaiQM', en: 'ThaiQM reminder' },
  practice: { th: '[พื้นที่ฝึก] ', en: '[Practice] ' },
  greeting: { th: 'เรียน ผู้ใช้งานระบบ ThaiQM', en: 'Dear ThaiQM user,' },
  page: { th: 'เมนู “งานวันนี้” ในระบบ ThaiQM', en: 'the page “Today” in ThaiQM' },
} as const

const lead = (day: Day, language: Language): string =>
  language === 'th'
    ? `ณ วันที่ ${formatDay(day, { style: 'long' })} มีเรื่องที่รอท่านดำเนินการ ดังนี้`
    : `As of ${formatDay(day, { style: 'long', language })} this waits for you:`

const inUnits = (n: number, language: Language): string => (language === 'th' ? `${n} เรื่อง` : String(n))

const bandLines = ({ counts }: ReminderParts, language: Language): string[] => {
  const all = sumCounts(counts)
  return bands.flatMap(band => {
    if (all[band] === 0) return []
    const kinds = counts
      .filter(one => one[band] > 0)
      .map(one => `  • ${dutyKindName(one.kind)[language]} ${inUnits(one[band], language)}`)
    return [`${bandNames[band][language]} ${inUnits(all[band], language)}`, ...kinds]
  })
}

const bodyIn = (parts: ReminderParts, language: Language): string => {
  const { day, todayUrl } = parts
  const where = todayUrl ?? phrases.page[language]
  const last =
    language === 'th'
      ? [
          'โปรดเข้าสู่ระบบเพื่อดูรายการและดำเนินการที่',
          where,
          '',
          'ระบบส่งข้อความนี้โดยอัตโนมัติ ข้อความมีเพียงจำนวน ไม่มีข้อมูลส่วนบุคคลของครัวเรือน',
          'หยุดรับหรือเปลี่ยนเวลาได้ที่ “บัญชีและตำแหน่งของฉัน”',
        ]
      : [
          'Please sign in to see the list and act:',
          where,
          '',
          'Sent automatically. It holds numbers only, and no personal data of any household.',
          'To stop it or change its hour, see “My account and posts”.',
        ]
  return [phrases.greeting[language], '', lead(day, language), '', ...bandLines(parts, language), '', ...last].join(
    '\n',
  )
}

const shortBands = (all: DutyCounts): string =>
  bands
    .filter(band => all[band] > 0)
    .map(band => `${bandNames[band].th} ${inUnits(all[band], 'th')}`)
    .join(' · ')

/**
 * What a reminder says: counts and fixed words, never a name, a house, or a kind of hardship. The text is made from
 * numbers alone, so nothing of a household can come into it whatever the duties hold.
 */
export const reminderText = (parts: ReminderParts): ReminderText => {
  const { counts, day, todayUrl, isPractice } = parts
  const all = sumCounts(counts)
  const prefix = isPractice ? phrases.practice.th : ''
  const short = shortBands(all)
  return {
    subject: `${prefix}${phrases.title.th} ${formatDay(day)}: ${short}`,
    body: [bodyIn(parts, 'th'), '-----', bodyIn(parts, 'en')].join('\n\n'),
    lineText: [
      `${prefix}${phrases.title.th} ${formatDay(day)}`,
      ...bands.filter(band => all[band] > 0).map(band => `• ${bandNames[band].th} ${inUnits(all[band], 'th')}`),
      todayUrl === null ? `ดูรายการที่${phrases.page.th}` : `ดูรายการ ${todayUrl}`,
    ].join('\n'),
  }
}
