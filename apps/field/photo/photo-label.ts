import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import type { HouseholdPhoto } from './photos-of-household.ts'

const words = defineWords({
  house: { th: 'ภาพบ้าน', en: 'The house' },
  help: { th: 'ภาพการช่วยเหลือ', en: 'Help given' },
  result: { th: 'ภาพผลการแก้ไข', en: 'The result' },
  noDay: { th: 'ไม่ระบุวันที่', en: 'no day recorded' },
})

/** What a photo shows and of when, in words; `day` alone for the line under it. */
export const usePhotoLabel = () => {
  const said = useWords(words)
  const { language } = useLanguage()
  return ({ on, of, caption }: HouseholdPhoto): { readonly label: string; readonly day: string } => {
    const day = on === null ? said.noDay : formatDay(on, { language })
    return { label: [said[of], caption, day].filter(Boolean).join(' '), day }
  }
}
