import type { MeetingView } from '@thaiqm/contract/meeting/meeting-routes.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import { meetingDetails, readWallTime, wallTimeOf } from '@thaiqm/core/meeting/meeting.ts'
import type { MeetingCommand } from '@thaiqm/core/meeting/meeting-command.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { DatePicker } from '@thaiqm/ui/date-field.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { TextField } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { LedgerDialog } from '../platform/ledger-dialog.tsx'
import { ReasonField } from '../platform/reason-field.tsx'
import { useSession } from '../platform/session.tsx'
import { meetingCommand } from './use-meetings.ts'

const words = defineWords({
  open: { th: 'เปิดการประชุม', en: 'Open the meeting' },
  heldOn: { th: 'วันที่ประชุม', en: 'Held on' },
  planned: {
    th: (day: string) => `กำหนดไว้วันที่ ${day} รายงานการประชุมจะใช้วันที่ระบุนี้`,
    en: day => `It was planned for ${day}; the minutes will carry the day given here.`,
  },
  afterAll: {
    th: 'การประชุมนี้ยกเลิกไว้ เมื่อเปิดแล้วจะถือว่าได้ประชุมจริง และยกเลิกอีกไม่ได้',
    en: 'This meeting was called off. Once opened it counts as held, and it cannot be called off again.',
  },
  startTime: { th: 'เริ่มประชุมเวลา', en: 'Began at' },
  close: { th: 'ปิดการประชุม', en: 'Close the meeting' },
  endTime: { th: 'เลิกประชุมเวลา', en: 'Ended at' },
  timeHint: { th: 'ชั่วโมง:นาที เช่น 09:30', en: 'Hours:minutes, such as 09:30' },
  missing: { th: 'โปรดระบุ', en: 'Please fill in' },
  closeEffect: {
    th: 'เมื่อปิดแล้ว ระเบียบวาระ ผู้มาประชุม และมติแก้ไขไม่ได้อีก และดาวน์โหลดรายงานการประชุมได้',
    en: 'Once closed, agenda, attendance and decisions are locked, and the minutes can be downloaded.',
  },
  move: { th: 'เลื่อนวันประชุม', en: 'Move to another day' },
  newDay: { th: 'วันที่ประชุมใหม่', en: 'New day' },
  newTime: { th: 'เวลาเริ่ม', en: 'Begins at' },
  pastDay: { th: 'โปรดเลือกวันนี้หรือวันถัดไป', en: 'Please choose today or a later day.' },
  callOff: { th: 'ยกเลิกการประชุม', en: 'Call the meeting off' },
  reason: { th: 'เหตุผลที่ยกเลิก', en: 'Why it is called off' },
  callOffEffect: {
    th: 'การประชุมยังอยู่ในรายการพร้อมเหตุผล เรื่องในวาระกลับไปรอพิจารณาในการประชุมครั้งต่อไป หากภายหลังได้ประชุมจริง ยังเปิดการประชุมนี้ได้',
    en: 'It stays in the list with the reason, and what was on its agenda waits for the next meeting. If it is held after all, it can still be opened.',
  },
})

export type MeetingDialogName = 'open' | 'close' | 'move' | 'call-off'

interface Shown {
  readonly meeting: MeetingView
  readonly onClose: () => void
}

export const MeetingDialog = ({ name, ...shown }: Shown & { readonly name: MeetingDialogName }) => {
  if (name === 'open') return <OpenMeeting {...shown} />
  if (name === 'close') return <CloseMeeting {...shown} />
  if (name === 'move') return <MoveMeeting {...shown} />
  return <CallOffMeeting {...shown} />
}

const commandFor = (meeting: MeetingView, command: MeetingCommand | null) =>
  command === null ? null : meetingCommand(meeting.id, meeting, command)

const TimeField = ({
  label,
  value,
  onChange,
  isTried,
}: {
  readonly label: string
  readonly value: string
  readonly onChange: (typed: string) => void
  readonly isTried: boolean
}) => {
  const say = useWords(words)
  return (
    <TextField
      label={label}
      hint={say.timeHint}
      value={value}
      onChange={onChange}
      maxLength={5}
      error={isTried && readWallTime(value) === null ? say.timeHint : undefined}
      isRequired
    />
  )
}

/** The day and the time on the wall at which it really begins. */
const OpenMeeting = ({ meeting, onClose }: Shown) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { now, today } = useSession()
  const [typed, setTyped] = useState(() => wallTimeOf(now))
  const [heldOn, setHeldOn] = useState<string | null>(today)
  const startTime = readWallTime(typed)
  const isReady = startTime !== null && heldOn !== null
  return (
    <LedgerDialog
      command={commandFor(
        meeting,
        isReady ? { type: 'OpenMeeting', input: { startTime, heldOn: heldOn as Day } } : null,
      )}
      title={say.open}
      confirmLabel={say.open}
      size="small"
      onClose={onClose}
    >
      {(_errorOf, isTried) => (
        <>
          {meeting.state === 'CALLED_OFF' && <Notice tone="warning">{say.afterAll}</Notice>}
          <DatePicker
            label={say.heldOn}
            hint={
              heldOn === meeting.heldOn
                ? undefined
                : say.planned(formatDay(meeting.heldOn, { language, style: 'long' }))
            }
            value={heldOn}
            onChange={setHeldOn}
            error={isTried && heldOn === null ? say.missing : undefined}
            isRequired
          />
          <TimeField label={say.startTime} value={typed} onChange={setTyped} isTried={isTried} />
        </>
      )}
    </LedgerDialog>
  )
}

const CloseMeeting = ({ meeting, onClose }: Shown) => {
  const say = useWords(words)
  const { now } = useSession()
  const [typed, setTyped] = useState(() => wallTimeOf(now))
  const endTime = readWallTime(typed)
  return (
    <LedgerDialog
      command={commandFor(meeting, endTime === null ? null : { type: 'CloseMeeting', input: { endTime } })}
      title={say.close}
      confirmLabel={say.close}
      size="small"
      onClose={onClose}
    >
      {(_errorOf, isTried) => (
        <>
          <Notice tone="warning">{say.closeEffect}</Notice>
          <TimeField label={say.endTime} value={typed} onChange={setTyped} isTried={isTried} />
        </>
      )}
    </LedgerDialog>
  )
}

const MoveMeeting = ({ meeting, onClose }: Shown) => {
  const say = useWords(words)
  const { today } = useSession()
  const [heldOn, setHeldOn] = useState<string | null>(meeting.heldOn < today ? null : meeting.heldOn)
  const [typed, setTyped] = useState<string>(meeting.startTime)
  const startTime = readWallTime(typed)
  const details = meetingDetails.safeParse({ ...meeting, heldOn, startTime })
  const isReady = details.success && details.data.heldOn >= today
  return (
    <LedgerDialog
      command={commandFor(meeting, isReady ? { type: 'ChangeMeeting', input: details.data } : null)}
      title={say.move}
      confirmLabel={say.move}
      size="small"
      onClose={onClose}
    >
      {(_errorOf, isTried) => (
        <>
          <DatePicker
            label={say.newDay}
            value={heldOn}
            onChange={setHeldOn}
            min={today}
            error={isTried && (heldOn === null || heldOn < today) ? say.pastDay : undefined}
            isRequired
          />
          <TimeField label={say.newTime} value={typed} onChange={setTyped} isTried={isTried} />
        </>
      )}
    </LedgerDialog>
  )
}

const CallOffMeeting = ({ meeting, onClose }: Shown) => {
  const say = useWords(words)
  const [reason, setReason] = useState('')
  return (
    <LedgerDialog
      command={commandFor(meeting, { type: 'CallOffMeeting', input: { reason } })}
      title={say.callOff}
      confirmLabel={say.callOff}
      isDangerous
      onClose={onClose}
      fieldCodes={['reason-missing']}
    >
      {errorOf => (
        <>
          <Notice tone="warning">{say.callOffEffect}</Notice>
          <ReasonField
            label={say.reason}
            value={reason}
            onChange={setReason}
            error={errorOf('reason-missing')}
            rows={3}
            autoFocus
          />
        </>
      )}
    </LedgerDialog>
  )
}
