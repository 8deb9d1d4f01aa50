import { clocks } from '@thaiqm/catalogue/clocks.ts'
import { addDays, type Day } from '@thaiqm/core/ledger/day.ts'
import { DatePicker } from '@thaiqm/ui/date-field.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { TextArea } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { decideHere } from '../platform/decide.ts'
import { useFieldApp } from '../platform/field-app.tsx'
import { refusalText } from '../platform/refusal-text.ts'
import { ActCard, type ActProps } from './act-card.tsx'

const words = defineWords({
  title: { th: 'ขอหยุดนับเวลา', en: 'Ask for a pause' },
  confirm: { th: 'ส่งคำขอ', en: 'Ask' },
  effect: {
    th: (days: number, times: number) =>
      `นายอำเภอเป็นผู้อนุมัติ หยุดได้ครั้งละไม่เกิน ${days} วัน รวมไม่เกิน ${times} ครั้ง และไม่เกินกำหนดแก้ไขของรอบ`,
    en: (days, times) =>
      `The district chief approves. At most ${days} days, ${times} times, and never past the round’s due day.`,
  },
  reason: { th: 'เหตุที่ต้องหยุดนับเวลา', en: 'Why' },
  reasonHint: {
    th: 'เช่น ฤดูฝนเข้าพื้นที่ไม่ได้ รอคำสั่งศาล รักษาตัวต่างจังหวัด',
    en: 'Rainy season, a court case, treatment elsewhere',
  },
  until: { th: 'หยุดถึงวันที่', en: 'Until' },
})

/** ขอหยุดนับเวลา: ask the district chief that a clock stands still for a while. */
export const AskPause = ({ household, problem, onClose }: ActProps) => {
  const said = useWords(words)
  const { language } = useLanguage()
  const { clock, judge } = useFieldApp()
  const today = clock.today()
  const [reason, setReason] = useState('')
  const [untilOn, setUntilOn] = useState<string | null>(null)
  const asking = (why: string, until: string) => ({
    type: 'RequestPause' as const,
    input: { problemId: problem.id, reason: why, untilOn: until as Day },
  })
  // With reason and day given, only what no words can mend is left.
  const allowed = decideHere(household.id, household, asking('-', addDays(today, 1)), judge)
  return (
    <ActCard
      household={household}
      title={said.title}
      confirm={said.confirm}
      command={untilOn === null ? null : asking(reason.trim(), untilOn)}
      blocked={allowed.ok ? undefined : refusalText(allowed, language)}
      fieldCodes={['reason-missing', 'due-day-passed', 'pause-too-long']}
      onClose={onClose}
    >
      {errorOf => (
        <>
          <Notice>{said.effect(clocks.pauseAtMostDays, clocks.pausesAtMost)}</Notice>
          <TextArea
            label={said.reason}
            hint={said.reasonHint}
            isRequired
            value={reason}
            onChange={text => setReason(text.slice(0, 2000))}
            error={errorOf('reason-missing')}
          />
          <DatePicker
            label={said.until}
            isRequired
            value={untilOn}
            onChange={setUntilOn}
            min={addDays(today, 1)}
            max={addDays(today, clocks.pauseAtMostDays)}
            error={errorOf('due-day-passed', 'pause-too-long')}
          />
        </>
      )}
    </ActCard>
  )
}
