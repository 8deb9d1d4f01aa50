import { isHeldAfterAll, type Meeting } from '@thaiqm/core/meeting/meeting.ts'
import { formatDay, formatInstant } from '@thaiqm/core/thai/format-day.ts'
import { Button } from '@thaiqm/ui/button.tsx'
import { FormDialog } from '@thaiqm/ui/dialog.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { useState } from 'react'

const words = defineWords({
  calledOff: { th: (day: string) => `ยกเลิกการประชุมเมื่อ ${day}`, en: day => `Called off on ${day}` },
  calledOffHint: {
    th: 'เรื่องในวาระกลับไปรอพิจารณาในการประชุมครั้งต่อไป',
    en: 'What was on its agenda waits for the next meeting.',
  },
  open: { th: 'ประชุมจริงวันนี้: เปิดประชุม', en: 'It is held today: open it' },
  openTitle: { th: 'เปิดประชุมที่ยกเลิกไว้', en: 'Open a meeting that was called off' },
  openEffect: {
    th: 'เมื่อเปิดแล้วจะถือว่าได้ประชุมจริง และยกเลิกอีกไม่ได้',
    en: 'Once opened it counts as held, and it cannot be called off again.',
  },
  confirm: { th: 'เปิดประชุม', en: 'Open the meeting' },
  cancel: { th: 'ปิด', en: 'Close' },
  heldAfterAll: {
    th: (calledOff: string, held: string) => `ยกเลิกไว้เมื่อ ${calledOff} แต่ประชุมจริงเมื่อ ${held}`,
    en: (calledOff, held) => `Called off on ${calledOff}, but held on ${held}`,
  },
  reason: { th: (reason: string) => `เหตุผลที่ยกเลิก: ${reason}`, en: reason => `Reason for calling it off: ${reason}` },
})

interface Shown {
  readonly meeting: Meeting
  /** Opens it all the same, for whoever keeps it; answers whether it could. */
  readonly onOpen: (() => Promise<boolean>) | undefined
  readonly isPending: boolean
  readonly error: string | undefined
}

/** Why a meeting was called off, and the way to open it where the village met all the same. */
export const CalledOffNotice = ({ meeting, onOpen, isPending, error }: Shown) => {
  const said = useWords(words)
  const { language } = useLanguage()
  const [isAsking, setAsking] = useState(false)
  const { calledOff } = meeting
  if (calledOff === undefined) return null
  const on = formatInstant(calledOff.at, { language })
  if (isHeldAfterAll(meeting)) {
    return (
      <Notice tone="warning" title={said.heldAfterAll(on, formatDay(meeting.heldOn, { language }))}>
        {said.reason(calledOff.reason)}
      </Notice>
    )
  }
  const open = async () => {
    if (onOpen !== undefined && (await onOpen())) setAsking(false)
  }
  return (
    <>
      <Notice
        tone="warning"
        title={said.calledOff(on)}
        actions={onOpen === undefined ? undefined : <Button onPress={() => setAsking(true)}>{said.open}</Button>}
      >
        <p>{said.reason(calledOff.reason)}</p>
        <p>{said.calledOffHint}</p>
      </Notice>
      {isAsking && (
        <FormDialog
          title={said.openTitle}
          confirmLabel={said.confirm}
          cancelLabel={said.cancel}
          isPending={isPending}
          error={error}
          onConfirm={() => void open()}
          onClose={() => setAsking(false)}
        >
          <p>{said.openEffect}</p>
        </FormDialog>
      )}
    </>
  )
}
