import type { Tone } from '@thaiqm/ui/badge.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'
import type { Band } from './duties-today.ts'

export const bandWords = defineWords({
  overdue: { th: (n: number) => `เกินกำหนด ${n} เรื่อง`, en: n => `Overdue: ${n}` },
  within7Days: { th: (n: number) => `ภายใน 7 วัน: ${n} เรื่อง`, en: n => `Within 7 days: ${n}` },
  within14Days: { th: (n: number) => `ภายใน 8–14 วัน: ${n} เรื่อง`, en: n => `In 8–14 days: ${n}` },
  within30Days: { th: (n: number) => `ภายใน 15–30 วัน: ${n} เรื่อง`, en: n => `In 15–30 days: ${n}` },
})

export const bandTone: Record<Band, Tone> = {
  overdue: 'danger',
  within7Days: 'warning',
  within14Days: 'info',
  within30Days: 'neutral',
}
