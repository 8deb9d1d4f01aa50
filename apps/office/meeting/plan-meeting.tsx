import { meetingLevelNames } from '@thaiqm/contract/meeting/meeting-names.ts'
import type { MeetingView } from '@thaiqm/contract/meeting/meeting-routes.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import { type MeetingLevel, meetingDetails, readWallTime } from '@thaiqm/core/meeting/meeting.ts'
import { meetingLevelsOf } from '@thaiqm/core/meeting/meeting-keepers.ts'
import { nextMeetingNumber } from '@thaiqm/core/meeting/next-meeting-number.ts'
import { RadioGroup } from '@thaiqm/ui/choice-group.tsx'
import { DatePicker } from '@thaiqm/ui/date-field.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { TextField } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { AreaField } from '../person/area-field.tsx'
import { useGo } from '../platform/address.ts'
import { useAreas } from '../platform/areas.ts'
import { LedgerDialog } from '../platform/ledger-dialog.tsx'
import { newId } from '../platform/new-id.ts'
import { useSession } from '../platform/session.tsx'
import { meetingCommand, useMeetingsOf } from './use-meetings.ts'

const words = defineWords({
  plan: { th: 'กำหนดการประชุม', en: 'Plan a meeting' },
  change: { th: 'แก้ไขรายละเอียดการประชุม', en: 'Change the meeting' },
  save: { th: 'บันทึก', en: 'Save' },
  level: { th: 'ระดับการประชุม', en: 'Level' },
  area: { th: 'พื้นที่', en: 'Area' },
  title: { th: 'ชื่อการประชุม', en: 'Title' },
  number: { th: 'ครั้งที่', en: 'Number' },
  numberHint: { th: 'เช่น 1/2567', en: 'For example 1/2567' },
  heldOn: { th: 'วันที่ประชุม', en: 'Day' },
  startTime: { th: 'เวลาเริ่ม', en: 'Begins at' },
  timeHint: { th: 'ชั่วโมง:นาที เช่น 09:30', en: 'Hours:minutes, such as 09:30' },
  dayHint: { th: 'วัน/เดือน/ปี พ.ศ.', en: 'Day, month, year B.E.' },
  place: { th: 'สถานที่', en: 'Place' },
  placeHint: { th: 'เช่น ห้องประชุมที่ว่าการอำเภอ', en: 'Such as the district meeting room' },
  chair: { th: 'ประธานการประชุม', en: 'Chair' },
  chairHint: { th: 'ระบุภายหลังได้ แต่ต้องมีก่อนปิดการประชุม', en: 'May be named later, but before closing.' },
  missing: { th: 'โปรดระบุ', en: 'Please fill in' },
  titleOf: { th: (level: string, area: string) => `${level} ${area}`, en: (level, area) => `${level}, ${area}` },
})

const areaLevelOf: Record<MeetingLevel, 'VILLAGE' | 'TAMBON' | 'DISTRICT' | 'PROVINCE'> = {
  VILLAGE: 'VILLAGE',
  TAMBON: 'TAMBON',
  DISTRICT: 'DISTRICT',
  PROVINCE: 'PROVINCE',
}

/** Plans a meeting, or changes where, when and under whom it is held. */
export const PlanMeeting = ({
  meeting,
  onClose,
}: {
  readonly meeting: MeetingView | null
  readonly onClose: () => void
}) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { actor, today } = useSession()
  const { titleOf } = useAreas()
  const go = useGo()
  const levels = meetingLevelsOf(actor)
  const [id] = useState(() => meeting?.id ?? newId())
  const [level, setLevel] = useState<MeetingLevel | null>(meeting?.level ?? levels[0] ?? null)
  const isOwnLevel = level === 'DISTRICT' || level === 'PROVINCE' || actor.role === 'VIL'
  const [areaCode, setAreaCode] = useState<string | null>(meeting?.areaCode ?? (isOwnLevel ? actor.areaCode : null))
  const [typedTitle, setTitle] = useState(meeting?.title ?? null)
  const [typedNumber, setNumber] = useState(meeting?.number ?? null)
  const [heldOn, setHeldOn] = useState<string | null>(meeting?.heldOn ?? today)
  const [startTime, setStartTime] = useState(meeting?.startTime ?? '09:30')
  const [place, setPlace] = useState(meeting?.place ?? '')
  const [chair, setChair] = useState(meeting?.chair ?? '')
  const usualTitle =
    level === null || areaCode === null ? '' : say.titleOf(meetingLevelNames[level][language], titleOf(areaCode))
  const title = typedTitle ?? usualTitle
  const known = useMeetingsOf(meeting === null ? level : null, areaCode)
  const number =
    typedNumber ??
    (level === null || areaCode === null || heldOn === null || known.data === undefined
      ? ''
      : nextMeetingNumber(known.data.meetings, { level, areaCode }, heldOn as Day))
  const details = meetingDetails.safeParse({
    level,
    areaCode,
    title: title.trim(),
    number: number.trim(),
    heldOn: heldOn as Day | null,
    startTime: readWallTime(startTime),
    place: place.trim(),
    chair: chair.trim(),
  })
  const isBad = (field: string) => !details.success && details.error.issues.some(issue => issue.path[0] === field)
  const type = meeting === null ? ('PlanMeeting' as const) : ('ChangeMeeting' as const)
  return (
    <LedgerDialog
      command={details.success ? meetingCommand(id, meeting, { type, input: details.data }) : null}
      title={meeting === null ? say.plan : say.change}
      confirmLabel={meeting === null ? say.plan : say.save}
      onClose={onClose}
      onDone={outcome => (meeting === null && outcome === 'applied' ? go(`/meetings/${id}`) : undefined)}
    >
      {(_errorOf, isTried) => (
        <>
          {meeting === null && levels.length > 1 && (
            <RadioGroup
              label={say.level}
              layout="inline"
              choices={levels.map(one => ({ value: one, label: meetingLevelNames[one][language] }))}
              value={level}
              onChange={next => {
                setLevel(next)
                setAreaCode(null)
              }}
              isRequired
            />
          )}
          {meeting === null && level !== null && (
            <AreaField
              label={say.area}
              value={areaCode}
              onChange={setAreaCode}
              levels={[areaLevelOf[level]]}
              error={isTried && areaCode === null ? say.missing : undefined}
              isRequired
            />
          )}
          <TextField
            label={say.title}
            value={title}
            onChange={setTitle}
            maxLength={200}
            error={isTried && isBad('title') ? say.missing : undefined}
            isRequired
          />
          <FieldStack columns={2}>
            <DatePicker
              label={say.heldOn}
              hint={say.dayHint}
              value={heldOn}
              onChange={setHeldOn}
              error={isTried && heldOn === null ? say.missing : undefined}
              isRequired
            />
            <TextField
              label={say.startTime}
              hint={say.timeHint}
              value={startTime}
              onChange={setStartTime}
              maxLength={5}
              error={isTried && isBad('startTime') ? say.timeHint : undefined}
              isRequired
            />
          </FieldStack>
          <FieldStack columns={2}>
            <TextField label={say.number} hint={say.numberHint} value={number} onChange={setNumber} maxLength={20} />
            <TextField
              label={say.place}
              hint={say.placeHint}
              value={place}
              onChange={setPlace}
              maxLength={200}
              isOptional
            />
          </FieldStack>
          <TextField
            label={say.chair}
            hint={say.chairHint}
            value={chair}
            onChange={setChair}
            maxLength={200}
            isOptional
          />
        </>
      )}
    </LedgerDialog>
  )
}
