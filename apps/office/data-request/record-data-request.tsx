import { type DataRequestKind, dataRequestKindNames } from '@thaiqm/core/data-request/data-request.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { DataRequestId } from '@thaiqm/core/ledger/identifiers.ts'
import { RadioGroup } from '@thaiqm/ui/choice-group.tsx'
import { DateField } from '@thaiqm/ui/date-field.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { TextArea, TextField } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import type { RecordDialogProps } from '../household/record-dialog.ts'
import { newId } from '../platform/new-id.ts'
import { useSession } from '../platform/session.tsx'
import { ActDialog } from '../problem/act-dialog.tsx'

const words = defineWords({
  title: { th: 'บันทึกคำขอเกี่ยวกับข้อมูลส่วนบุคคล', en: 'Record a data request' },
  lead: { th: 'อำเภอต้องตอบภายใน 30 วันนับแต่วันที่รับคำขอ', en: 'The district answers within 30 days of receiving it.' },
  confirm: { th: 'บันทึกคำขอ', en: 'Record' },
  kind: { th: 'ประเภทคำขอ', en: 'What is asked' },
  askedBy: { th: 'ผู้ยื่นคำขอ', en: 'Who asks' },
  receivedOn: { th: 'วันที่รับคำขอ', en: 'Received on' },
  words: { th: 'รายละเอียดคำขอ', en: 'In their words' },
})

const kinds = Object.keys(dataRequestKindNames) as DataRequestKind[]

/** A household asks to see its data, to have it corrected, or objects (PDPA s.30–36). */
export const RecordDataRequest = ({ household, onClose }: RecordDialogProps) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { today } = useSession()
  const [requestId] = useState(() => newId() as DataRequestId)
  const [kind, setKind] = useState<DataRequestKind>('SEE')
  const [askedBy, setAskedBy] = useState('')
  const [receivedOn, setReceivedOn] = useState<string | null>(today)
  const [said, setSaid] = useState('')
  return (
    <ActDialog
      household={household}
      command={
        receivedOn === null
          ? null
          : {
              type: 'RecordDataRequest',
              input: { requestId, kind, askedBy: askedBy.trim(), receivedOn: receivedOn as Day, words: said.trim() },
            }
      }
      title={say.title}
      description={say.lead}
      confirmLabel={say.confirm}
      onClose={onClose}
      fieldCodes={['asker-missing', 'request-words-missing', 'day-in-future']}
    >
      {errorOf => (
        <>
          <RadioGroup
            label={say.kind}
            choices={kinds.map(value => ({ value, label: dataRequestKindNames[value][language] }))}
            value={kind}
            onChange={setKind}
            isRequired
          />
          <TextField
            label={say.askedBy}
            value={askedBy}
            onChange={setAskedBy}
            maxLength={200}
            error={errorOf('asker-missing')}
            isRequired
          />
          <DateField
            label={say.receivedOn}
            value={receivedOn}
            onChange={setReceivedOn}
            max={today}
            error={errorOf('day-in-future')}
            isRequired
          />
          <TextArea
            label={say.words}
            value={said}
            onChange={setSaid}
            maxLength={2000}
            rows={3}
            error={errorOf('request-words-missing')}
          />
        </>
      )}
    </ActDialog>
  )
}
