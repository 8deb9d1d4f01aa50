import { isOverdueMeeting, type Meeting, meetingDetails, readWallTime } from '@thaiqm/core/meeting/meeting.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { Button, ButtonRow } from '@thaiqm/ui/button.tsx'
import { DateField } from '@thaiqm/ui/date-field.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { TextArea, TextField } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { useFieldApp } from '../platform/field-app.tsx'
import { MeetingDialog } from './meeting-dialog.tsx'

const words = defineWords({
  overdue: {
    th: (day: string) => `กำหนดประชุมวันที่ ${day} แล้ว แต่ยังไม่ได้เปิดประชุม`,
    en: day => `Planned for ${day} and not opened`,
  },
  overdueHint: {
    th: 'หากประชุมวันนี้ โปรดกดเปิดประชุม หากยังไม่ได้ประชุม โปรดเลื่อนวันหรือยกเลิกการประชุม',
    en: 'Open it if it is held today. If not, move it to another day or call it off.',
  },
  move: { th: 'เลื่อนวันประชุม', en: 'Move to another day' },
  newDay: { th: 'วันที่ประชุมใหม่', en: 'New day' },
  newTime: { th: 'เวลาเริ่ม', en: 'Begins at' },
  timeHint: { th: 'ชั่วโมง:นาที เช่น 09:30', en: 'Hours:minutes, such as 09:30' },
  pastDay: { th: 'โปรดเลือกวันนี้หรือวันถัดไป', en: 'Please choose today or a later day.' },
  callOff: { th: 'ยกเลิกการประชุม', en: 'Call the meeting off' },
  callOffEffect: {
    th: 'การประชุมยังอยู่ในรายการพร้อมเหตุผล ความต้องการกลับไปรอพิจารณาในการประชุมครั้งต่อไป หากภายหลังได้ประชุมจริง ยังเปิดการประชุมนี้ได้',
    en: 'It stays in the list with the reason, and its needs wait for the next meeting. If it is held after all, it can still be opened.',
  },
  reason: { th: 'เหตุผลที่ยกเลิก', en: 'Why it is called off' },
  reasonMissing: { th: 'โปรดระบุเหตุผล', en: 'Please give the reason.' },
  cancel: { th: 'ปิด', en: 'Close' },
})

interface Shown {
  readonly meeting: Meeting
  readonly onClose: () => void
}

/** What can be done with a planned meeting besides opening it; past its day it says what is expected. */
export const PlannedMeeting = ({ meeting }: { readonly meeting: Meeting }) => {
  const said = useWords(words)
  const { language } = useLanguage()
  const { clock } = useFieldApp()
  const [open, setOpen] = useState<'move' | 'call-off'>()
  const close = () => setOpen(undefined)
  return (
    <>
      {isOverdueMeeting(meeting, clock.today()) && (
        <Notice tone="danger" title={said.overdue(formatDay(meeting.heldOn, { language }))}>
          {said.overdueHint}
        </Notice>
      )}
      <ButtonRow>
        <Button icon="calendar" onPress={() => setOpen('move')}>
          {said.move}
        </Button>
        <Button icon="close" onPress={() => setOpen('call-off')}>
          {said.callOff}
        </Button>
      </ButtonRow>
      {open === 'move' && <MoveDialog meeting={meeting} onClose={close} />}
      {open === 'call-off' && <CallOffDialog meeting={meeting} onClose={close} />}
    </>
  )
}

const MoveDialog = ({ meeting, onClose }: Shown) => {
  const said = useWords(words)
  const { clock } = useFieldApp()
  const today = clock.today()
  const [heldOn, setHeldOn] = useState<string | null>(meeting.heldOn < today ? null : meeting.heldOn)
  const [typed, setTyped] = useState<string>(meeting.startTime)
  const startTime = readWallTime(typed)
  const isPast = heldOn === null || heldOn < today
  const isReady = !isPast && startTime !== null
  const input = isReady ? meetingDetails.parse({ ...meeting, heldOn, startTime }) : null
  return (
    <MeetingDialog
      meeting={meeting}
      command={input === null ? null : { type: 'ChangeMeeting', input }}
      title={said.move}
      confirmLabel={said.move}
      cancelLabel={said.cancel}
      onClose={onClose}
    >
      {isTried => (
        <>
          <DateField
            label={said.newDay}
            value={heldOn}
            onChange={setHeldOn}
            min={today}
            error={isTried && isPast ? said.pastDay : undefined}
            isRequired
          />
          <TextField
            label={said.newTime}
            hint={said.timeHint}
            value={typed}
            onChange={setTyped}
            maxLength={5}
            error={isTried && startTime === null ? said.timeHint : undefined}
            isRequired
          />
        </>
      )}
    </MeetingDialog>
  )
}

const CallOffDialog = ({ meeting, onClose }: Shown) => {
  const said = useWords(words)
  const [reason, setReason] = useState('')
  const isGiven = reason.trim() !== ''
  return (
    <MeetingDialog
      meeting={meeting}
      command={isGiven ? { type: 'CallOffMeeting', input: { reason } } : null}
      title={said.callOff}
      confirmLabel={said.callOff}
      cancelLabel={said.cancel}
      isDangerous
      onClose={onClose}
    >
      {isTried => (
        <>
          <Notice tone="warning">{said.callOffEffect}</Notice>
          <TextArea
            label={said.reason}
            value={reason}
            onChange={setReason}
            maxLength={2000}
            error={isTried && !isGiven ? said.reasonMissing : undefined}
            isRequired
          />
        </>
      )}
    </MeetingDialog>
  )
}
