import { clocks } from '@thaiqm/catalogue/clocks.ts'
import { addDays, type Day } from '@thaiqm/core/ledger/day.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { DatePicker } from '@thaiqm/ui/date-field.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { TextArea } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { useSession } from '../platform/session.tsx'
import { ActDialog } from './act-dialog.tsx'
import type { ActProps } from './act-props.ts'
import { DecideRequest } from './decide-request.tsx'
import { pauseDecided } from './request-decided.ts'
import { useJudge } from './use-judge.ts'

const words = defineWords({
  askTitle: { th: 'ขอหยุดนับเวลา', en: 'Ask for a pause' },
  ask: { th: 'ส่งคำขอ', en: 'Ask' },
  effect: {
    th: (days: number, times: number) =>
      `เมื่อนายอำเภออนุมัติ วันครบกำหนดจะเลื่อนออกตามจำนวนวันที่หยุด (ไม่เกินกำหนดแก้ไขของรอบ) หยุดได้ครั้งละไม่เกิน ${days} วัน รวมไม่เกิน ${times} ครั้ง และแสดงในรายงาน`,
    en: (days, times) =>
      `Once approved, the due day moves by the days paused, never past the round’s. At most ${days} days, ${times} times; it is reported.`,
  },
  reason: { th: 'เหตุที่ต้องหยุดนับเวลา', en: 'Why' },
  reasonHint: {
    th: 'เช่น ฤดูฝนเข้าพื้นที่ไม่ได้ รอคำสั่งศาล รักษาตัวต่างจังหวัด',
    en: 'Rainy season, a court case, treatment elsewhere',
  },
  until: { th: 'หยุดถึงวันที่', en: 'Until' },
  decideTitle: { th: 'พิจารณาคำขอหยุดนับเวลา', en: 'Decide on the pause' },
  asked: { th: 'คำขอ', en: 'Asked for' },
  untilDay: { th: (day: string) => `ขอหยุดถึง ${day}`, en: day => `Until ${day}` },
  approve: { th: 'อนุมัติให้หยุดนับเวลา', en: 'Approve' },
  decline: { th: 'ไม่อนุมัติ', en: 'Turn down' },
  declineReason: { th: 'เหตุผลที่ไม่อนุมัติ', en: 'Why it is turned down' },
})

/** Ask that a clock stands still for a while. */
export const RequestPause = ({ household, problem, onClose }: ActProps) => {
  const say = useWords(words)
  const { today } = useSession()
  const judge = useJudge()
  const [reason, setReason] = useState('')
  const [untilOn, setUntilOn] = useState<string | null>(null)
  const asking = (why: string, until: string) => ({
    type: 'RequestPause' as const,
    input: { problemId: problem.id, reason: why, untilOn: until as Day },
  })
  // With reason and day given, only what no words can mend is left.
  const blocked = judge(household, asking('-', addDays(today, 1)))?.sentence ?? null
  return (
    <ActDialog
      household={household}
      command={untilOn === null ? null : asking(reason.trim(), untilOn)}
      title={say.askTitle}
      problem={problem}
      confirmLabel={say.ask}
      onClose={onClose}
      blocked={blocked}
      fieldCodes={['reason-missing', 'due-day-passed', 'pause-too-long']}
    >
      {errorOf => (
        <>
          <Notice>{say.effect(clocks.pauseAtMostDays, clocks.pausesAtMost)}</Notice>
          <TextArea
            label={say.reason}
            hint={say.reasonHint}
            value={reason}
            onChange={setReason}
            maxLength={2000}
            error={errorOf('reason-missing', ...(reason.trim() === '' ? ['incomplete'] : []))}
            isRequired
          />
          <DatePicker
            label={say.until}
            value={untilOn}
            onChange={setUntilOn}
            min={addDays(today, 1)}
            max={addDays(today, clocks.pauseAtMostDays)}
            error={errorOf('due-day-passed', 'pause-too-long', ...(untilOn === null ? ['incomplete'] : []))}
            isRequired
          />
        </>
      )}
    </ActDialog>
  )
}

/** The district chief approves a pause or turns it down. */
export const DecidePause = (props: ActProps) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { problem } = props
  const { pause } = problem
  if (pause === undefined) return null
  return (
    <DecideRequest
      {...props}
      title={say.decideTitle}
      askedTitle={say.asked}
      asked={
        <>
          <p>{pause.reason}</p>
          <p>{say.untilDay(formatDay(pause.untilOn, { language }))}</p>
        </>
      }
      approve={say.approve}
      decline={say.decline}
      declineReason={say.declineReason}
      commandFor={(isApproved, reason) => pauseDecided(problem, isApproved, reason)}
    />
  )
}
