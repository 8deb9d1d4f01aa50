import { setAgenda } from '@thaiqm/core/meeting/agenda-order.ts'
import type { Meeting } from '@thaiqm/core/meeting/meeting.ts'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { NumberField } from '@thaiqm/ui/number-field.tsx'
import { TextArea } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { MeetingDialog } from './meeting-dialog.tsx'
import { needItem } from './new-meeting.ts'

const words = defineWords({
  title: { th: 'เพิ่มความต้องการของหมู่บ้าน', en: 'Add a need of the village' },
  add: { th: 'เพิ่ม', en: 'Add' },
  what: { th: 'ความต้องการ', en: 'What is needed' },
  hint: { th: 'โปรดอย่าระบุชื่อบุคคลในครัวเรือน', en: 'Please name nobody of a household.' },
  households: { th: 'จำนวนครัวเรือนที่ได้รับประโยชน์', en: 'Households it serves' },
  missing: { th: 'โปรดระบุความต้องการ', en: 'Please say what is needed' },
})

/** A need that no form has shown: the village names it itself. */
export const AddNeed = ({ meeting, onClose }: { readonly meeting: Meeting; readonly onClose: () => void }) => {
  const said = useWords(words)
  const [itemId] = useState(() => crypto.randomUUID())
  const [title, setTitle] = useState('')
  const [householdCount, setHouseholdCount] = useState<number | null>(null)
  const isNamed = title.trim() !== ''
  const item = needItem(meeting.areaCode, title.trim(), itemId, { householdCount })
  return (
    <MeetingDialog
      meeting={meeting}
      command={isNamed ? setAgenda(meeting, [...meeting.agenda, item]) : null}
      title={said.title}
      confirmLabel={said.add}
      onClose={onClose}
    >
      {isTried => (
        <>
          <TextArea
            label={said.what}
            hint={said.hint}
            value={title}
            onChange={setTitle}
            maxLength={300}
            error={isTried && !isNamed ? said.missing : undefined}
            isRequired
          />
          <NumberField
            label={said.households}
            value={householdCount}
            onChange={setHouseholdCount}
            min={1}
            max={9999}
            isOptional
          />
        </>
      )}
    </MeetingDialog>
  )
}
