import type { AgendaItem, AgendaItemInput, Meeting } from '@thaiqm/core/meeting/meeting.ts'
import { Button } from '@thaiqm/ui/button.tsx'
import { Dialog } from '@thaiqm/ui/dialog.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { NumberField } from '@thaiqm/ui/number-field.tsx'
import { TextArea } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { needItem } from './new-meeting.ts'
import { useMeetingPerform } from './use-meeting-perform.ts'

const words = defineWords({
  title: { th: 'เพิ่มความต้องการของหมู่บ้าน', en: 'Add a need of the village' },
  add: { th: 'เพิ่ม', en: 'Add' },
  cancel: { th: 'ยกเลิก', en: 'Cancel' },
  what: { th: 'ความต้องการ', en: 'What is needed' },
  hint: { th: 'โปรดอย่าระบุชื่อบุคคลในครัวเรือน', en: 'Please name nobody of a household.' },
  households: { th: 'จำนวนครัวเรือนที่ได้รับประโยชน์', en: 'Households it serves' },
  missing: { th: 'โปรดระบุความต้องการ', en: 'Please say what is needed' },
})

/** As the wire takes it: what the rules add to an item is theirs to say. */
export const asInput = ({ restricted: _restricted, ...item }: AgendaItem): AgendaItemInput => item

/** A need that no form has shown: the village names it itself. */
export const AddNeed = ({ meeting, onClose }: { readonly meeting: Meeting; readonly onClose: () => void }) => {
  const said = useWords(words)
  const { perform, isPending, refusal } = useMeetingPerform()
  const [title, setTitle] = useState('')
  const [householdCount, setHouseholdCount] = useState<number | null>(null)
  const [isTried, setTried] = useState(false)
  const add = async () => {
    setTried(true)
    if (title.trim() === '') return
    const item = needItem(meeting.areaCode, title.trim(), crypto.randomUUID(), { householdCount })
    const items = [...meeting.agenda.map(asInput), item]
    const input = { items, replaces: meeting.agendaRevision }
    if (await perform(meeting.id, meeting, { type: 'SetAgenda', input })) onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={said.title}
      isInsistent={isPending}
      actions={
        <>
          <Button kind="primary" isPending={isPending} onPress={() => void add()}>
            {said.add}
          </Button>
          <Button onPress={onClose}>{said.cancel}</Button>
        </>
      }
    >
      <FieldStack>
        <TextArea
          label={said.what}
          hint={said.hint}
          value={title}
          onChange={setTitle}
          maxLength={300}
          error={isTried && title.trim() === '' ? said.missing : undefined}
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
        {refusal !== undefined && (
          <Notice tone="danger" isLive>
            {refusal}
          </Notice>
        )}
      </FieldStack>
    </Dialog>
  )
}
