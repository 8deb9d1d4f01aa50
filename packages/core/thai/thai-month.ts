/** January first. */
export const THAI_MONTHS = [
  'มกราคม',
  'กุมภาพันธ์',
  'มีนาคม',
  'เมษายน',
  'พฤษภาคม',
  'มิถุนายน',
  'กรกฎาคม',
  'สิงหาคม',
  'กันยายน',
  'ตุลาคม',
  'พฤศจิกายน',
  'ธันวาคม',
] as const

export const THAI_MONTHS_SHORT = [
  'ม.ค.',
  'ก.พ.',
  'มี.ค.',
  'เม.ย.',
  'พ.ค.',
  'มิ.ย.',
  'ก.ค.',
  'ส.ค.',
  'ก.ย.',
  'ต.ค.',
  'พ.ย.',
  'ธ.ค.',
] as const

export const ENGLISH_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** Spellings met in offices' files beside the proper ones. */
const SLIPS: Readonly<Record<string, number>> = {
  กุมภา: 2,
  กุมภาพัน: 2,
  กุมภาพันธ: 2,
  กรกฏาคม: 7,
  พฤษจิกายน: 11,
  พฤศจิกา: 11,
  พฤศจิกายน์: 11,
  พฤษภา: 5,
  มิถุนา: 6,
  มกรา: 1,
  เมษา: 4,
  มีนา: 3,
  กรกฎา: 7,
  สิงหา: 8,
  กันยา: 9,
  ตุลา: 10,
  ธันวา: 12,
  sept: 9,
}

const monthKey = (word: string): string => word.replace(/[.\s]/g, '').toLowerCase()

const MONTH_BY_KEY: ReadonlyMap<string, number> = new Map([
  ...THAI_MONTHS.map((name, i) => [monthKey(name), i + 1] as const),
  ...THAI_MONTHS_SHORT.map((name, i) => [monthKey(name), i + 1] as const),
  ...ENGLISH_MONTHS.flatMap((name, i) => [
    [monthKey(name), i + 1] as const,
    [monthKey(name).slice(0, 3), i + 1] as const,
  ]),
  ...Object.entries(SLIPS),
])

/** `พ.ค.`, `พค`, `พฤษภาคม`, `May` → 5; anything else → undefined. */
export const findMonth = (word: string): number | undefined => MONTH_BY_KEY.get(monthKey(word))
