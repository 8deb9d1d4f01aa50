import { sectors } from '@thaiqm/catalogue/catalogue.ts'
import type { AttendeeId } from '@thaiqm/core/ledger/identifiers.ts'
import { attendee, type Meeting } from '@thaiqm/core/meeting/meeting.ts'
import { Button } from '@thaiqm/ui/button.tsx'
import { Dialog } from '@thaiqm/ui/dialog.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { NativeSelect } from '@thaiqm/ui/native-select.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { TextField } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { useMeetingPerform } from './use-meeting-perform.ts'

const words = defineWords({
  title: { th: 'เพิ่มผู้มาประชุม', en: 'Add somebody' },
  add: { th: 'เพิ่ม', en: 'Add' },
  addMore: { th: 'เพิ่มและบันทึกคนต่อไป', en: 'Add, and the next one' },
  cancel: { th: 'ปิด', en: 'Done' },
  name: { th: 'ชื่อ-สกุล', en: 'Name' },
  position: { th: 'ตำแหน่งหรือกลุ่ม', en: 'Position or group' },
  sector: { th: 'ภาคส่วน', en: 'Sector' },
  missing: { th: 'โปรดระบุ', en: 'Please fill in' },
})

/** Who came, one after another, by name and sector. */
export const AttendeeDialog = ({ meeting, onClose }: { readonly meeting: Meeting; readonly onClose: () => void }) => {
  const said = useWords(words)
  const { language } = useLanguage()
  const { perform, isPending, refusal } = useMeetingPerform()
  const [name, setName] = useState('')
  const [position, setPosition] = useState('')
  const [sector, setSector] = useState<string | null>('PEOP')
  const [isTried, setTried] = useState(false)
  const add = async (goesOn: boolean) => {
    setTried(true)
    const read = attendee.safeParse({
      attendeeId: crypto.randomUUID() as AttendeeId,
      name: name.trim(),
      position: position.trim(),
      organisation: '',
      sector,
      presence: 'CAME',
    })
    if (!read.success) return
    const isDone = await perform(meeting.id, meeting, {
      type: 'RecordAttendance',
      input: { attendees: [read.data], leftOut: [] },
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
      title={said.title}
      isInsistent={isPending}
      actions={
        <>
          <Button kind="primary" isPending={isPending} onPress={() => void add(false)}>
            {said.add}
          </Button>
          <Button isPending={isPending} onPress={() => void add(true)}>
            {said.addMore}
          </Button>
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
        <TextField label={said.position} value={position} onChange={setPosition} maxLength={200} isOptional />
        <NativeSelect
          label={said.sector}
          value={sector}
          onChange={setSector}
          options={sectors.map(one => ({ value: one.code as string, label: one[language] }))}
          isRequired
        />
        {refusal !== undefined && (
          <Notice tone="danger" isLive>
            {refusal}
          </Notice>
        )}
      </FieldStack>
    </Dialog>
  )
}
