import { sectors } from '@thaiqm/catalogue/catalogue.ts'
import type { AttendeeId } from '@thaiqm/core/ledger/identifiers.ts'
import { namedTwice } from '@thaiqm/core/meeting/attendance.ts'
import { type Attendee, attendee, type Meeting } from '@thaiqm/core/meeting/meeting.ts'
import { Button } from '@thaiqm/ui/button.tsx'
import { RadioGroup } from '@thaiqm/ui/choice-group.tsx'
import { Dialog } from '@thaiqm/ui/dialog.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { NativeSelect } from '@thaiqm/ui/native-select.tsx'
import { ErrorNotice, Notice } from '@thaiqm/ui/notice.tsx'
import { TextField } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { useMeetingPerform } from './use-meeting-perform.ts'

const words = defineWords({
  title: { th: 'เพิ่มผู้มาประชุม', en: 'Add somebody' },
  change: { th: 'แก้ไขผู้มาประชุม', en: 'Change the entry' },
  save: { th: 'บันทึก', en: 'Save' },
  takeOut: { th: 'นำชื่อนี้ออก', en: 'Take out' },
  takeOutAsk: { th: 'ยืนยันนำชื่อนี้ออก', en: 'Yes, take it out' },
  presence: { th: 'การมาประชุม', en: 'Presence' },
  CAME: { th: 'มาประชุม', en: 'Came' },
  EXCUSED: { th: 'ลา', en: 'Excused' },
  twice: {
    th: 'มีชื่อนี้ในรายชื่อแล้ว โปรดตรวจสอบว่าไม่ได้บันทึกซ้ำ',
    en: 'This name is on the list already. Please make sure it is not entered twice.',
  },
  add: { th: 'เพิ่ม', en: 'Add' },
  addMore: { th: 'เพิ่มและบันทึกคนต่อไป', en: 'Add, and the next one' },
  cancel: { th: 'ปิด', en: 'Done' },
  name: { th: 'ชื่อ-สกุล', en: 'Name' },
  position: { th: 'ตำแหน่งหรือกลุ่ม', en: 'Position or group' },
  sector: { th: 'ภาคส่วน', en: 'Sector' },
  missing: { th: 'โปรดระบุ', en: 'Please fill in' },
})

/** Who came, one after another, by name and sector; or one of them set right or taken out, until the meeting is locked. */
export const AttendeeDialog = ({
  meeting,
  known,
  onClose,
}: {
  readonly meeting: Meeting
  readonly known: Attendee | null
  readonly onClose: () => void
}) => {
  const said = useWords(words)
  const { language } = useLanguage()
  const { perform, isPending, refusal } = useMeetingPerform()
  const [name, setName] = useState(known?.name ?? '')
  const [position, setPosition] = useState(known?.position ?? '')
  const [sector, setSector] = useState<string | null>(known?.sector ?? 'PEOP')
  const [presence, setPresence] = useState<Attendee['presence']>(known?.presence ?? 'CAME')
  const [isAsked, setAsked] = useState(false)
  const [isTried, setTried] = useState(false)
  const attendeeId = known?.attendeeId ?? ('' as AttendeeId)
  const others = meeting.attendees.filter(one => one.attendeeId !== attendeeId)
  const isTwice = name.trim() !== '' && namedTwice([...others, { attendeeId, name }]).has(attendeeId)
  // What is said of somebody already written down replaces what stood before these eyes, and nothing else.
  const seen = known === null ? {} : { seen: [known] }
  const takeOut = async () => {
    if (!isAsked) return setAsked(true)
    const input = { attendees: [], leftOut: [attendeeId], ...seen }
    if (await perform(meeting.id, meeting, { type: 'RecordAttendance', input })) onClose()
  }
  const add = async (goesOn: boolean) => {
    setTried(true)
    const read = attendee.safeParse({
      attendeeId: known?.attendeeId ?? (crypto.randomUUID() as AttendeeId),
      name: name.trim(),
      position: position.trim(),
      organisation: known?.organisation ?? '',
      sector,
      presence,
    })
    if (!read.success) return
    const isDone = await perform(meeting.id, meeting, {
      type: 'RecordAttendance',
      input: { attendees: [read.data], leftOut: [], ...seen },
    })
    if (!isDone) return
    if (!goesOn) return onClose()
    setName('')
    setPosition('')
    setTried(false)
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={known === null ? said.title : said.change}
      isInsistent={isPending}
      actions={
        <>
          <Button kind="primary" isPending={isPending} onPress={() => void add(false)}>
            {known === null ? said.add : said.save}
          </Button>
          {known === null ? (
            <Button isPending={isPending} onPress={() => void add(true)}>
              {said.addMore}
            </Button>
          ) : (
            <Button
              kind={isAsked ? 'danger' : 'secondary'}
              icon="trash"
              isPending={isPending}
              onPress={() => void takeOut()}
            >
              {isAsked ? said.takeOutAsk : said.takeOut}
            </Button>
          )}
          <Button kind="quiet" onPress={onClose}>
            {said.cancel}
          </Button>
        </>
      }
    >
      <FieldStack>
        <TextField
          label={said.name}
          value={name}
          onChange={setName}
          maxLength={200}
          error={isTried && name.trim() === '' ? said.missing : undefined}
          isRequired
        />
        {isTwice && (
          <Notice tone="warning" isLive>
            {said.twice}
          </Notice>
        )}
        <TextField label={said.position} value={position} onChange={setPosition} maxLength={200} isOptional />
        <NativeSelect
          label={said.sector}
          value={sector}
          onChange={setSector}
          options={sectors.map(one => ({ value: one.code as string, label: one[language] }))}
          isRequired
        />
        <RadioGroup
          label={said.presence}
          layout="inline"
          choices={[
            { value: 'CAME', label: said.CAME },
            { value: 'EXCUSED', label: said.EXCUSED },
          ]}
          value={presence}
          onChange={setPresence}
          isRequired
        />
        <ErrorNotice>{refusal?.text}</ErrorNotice>
      </FieldStack>
    </Dialog>
  )
}
