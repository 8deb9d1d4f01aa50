import type { Language } from '@thaiqm/ui/words.ts'

/** The pieces of a daily round, in words; a piece that this build does not know stands by its own name. */
const names: ReadonlyMap<string, { readonly th: string; readonly en: string }> = new Map([
  [
    'lapseSilentReferrals',
    { th: 'คืนเรื่องส่งต่อที่หน่วยงานไม่ตอบภายในกำหนด', en: 'Take back referrals that were not answered in time' },
  ],
  ['drawCallBacks', { th: 'สุ่มปัญหาที่ปิดแล้วเพื่อโทรสอบทาน', en: 'Draw closed problems for a call-back' }],
  ['sendReminders', { th: 'จัดเตรียมการแจ้งเตือน', en: 'Prepare reminders' }],
])

export const stepName = (name: string, language: Language): string => names.get(name)?.[language] ?? name
