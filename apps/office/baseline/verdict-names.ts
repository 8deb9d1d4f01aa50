import { baselineField, FIELD_NAMES } from '@thaiqm/core/baseline/baseline-field.ts'
import type { Tone } from '@thaiqm/ui/badge.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'
import type { RowVerdict } from './import-report.ts'

/** What becomes of a row, as officers read it. */
export const verdictWords = defineWords({
  accept: { th: 'นำเข้าได้', en: 'Ready' },
  warn: { th: 'มีข้อสังเกต', en: 'Ready, with a remark' },
  review: { th: 'รอตัดสิน', en: 'To be decided' },
  reject: { th: 'ไม่นำเข้า', en: 'Not imported' },
  skip: { th: 'ข้าม', en: 'Skipped (no data)' },
})

export const verdictTones: Readonly<Record<RowVerdict, Tone>> = {
  accept: 'good',
  warn: 'info',
  review: 'warning',
  reject: 'danger',
  skip: 'neutral',
}

export const fieldNameTh = (field: string): string => {
  const known = baselineField.safeParse(field)
  return known.success ? FIELD_NAMES[known.data].th : field
}
