import { itemDecisionNames } from '@thaiqm/contract/meeting/meeting-names.ts'
import {
  type AgendaItem,
  decisionOn,
  decisionsFor,
  type ItemDecision,
  type Meeting,
} from '@thaiqm/core/meeting/meeting.ts'
import type { MeetingCommand } from '@thaiqm/core/meeting/meeting-command.ts'
import { RadioGroup } from '@thaiqm/ui/choice-group.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { TextArea, TextField } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { MeetingDialog } from './meeting-dialog.tsx'

const words = defineWords({
  title: { th: 'มติประชาคม', en: 'Decision' },
  record: { th: 'บันทึกมติ', en: 'Record' },
  decision: { th: 'มติ', en: 'Decision' },
  words: { th: 'ถ้อยคำของที่ประชุม', en: 'Words of the meeting' },
  assignedTo: { th: 'ผู้รับผิดชอบ', en: 'Assigned to' },
  choose: { th: 'โปรดเลือกมติ', en: 'Please choose' },
})

/** What the village says to one item. */
export const DecideDialog = ({
  meeting,
  item,
  onClose,
}: {
  readonly meeting: Meeting
  readonly item: AgendaItem
  readonly onClose: () => void
}) => {
  const said = useWords(words)
  const { language } = useLanguage()
  const before = decisionOn(meeting, item.itemId)
  const [decision, setDecision] = useState<ItemDecision | null>(before?.decision ?? null)
  const [text, setText] = useState(before?.words ?? '')
  const [assignedTo, setAssignedTo] = useState(before?.assignedTo ?? '')
  const command: MeetingCommand | null =
    decision === null
      ? null
      : {
          type: 'DecideItem',
          input: {
            itemId: item.itemId,
            decision,
            words: text.trim(),
            assignedTo: assignedTo.trim(),
            dueOn: before?.dueOn ?? null,
            replaces: before?.revision ?? 0,
          },
        }
  return (
    <MeetingDialog meeting={meeting} command={command} title={said.title} confirmLabel={said.record} onClose={onClose}>
      {isTried => (
        <>
          <p className="fd-strong">{item.title}</p>
          <RadioGroup
            label={said.decision}
            choices={decisionsFor(item.kind).map(one => ({ value: one, label: itemDecisionNames[one][language] }))}
            value={decision}
            onChange={setDecision}
            error={isTried && decision === null ? said.choose : undefined}
            isRequired
          />
          <TextArea label={said.words} value={text} onChange={setText} maxLength={2000} isOptional />
          <TextField label={said.assignedTo} value={assignedTo} onChange={setAssignedTo} maxLength={200} isOptional />
        </>
      )}
    </MeetingDialog>
  )
}
