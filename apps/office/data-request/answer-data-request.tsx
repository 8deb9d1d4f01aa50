import {
  type DataRequestAnswer,
  dataRequestAnswerNames,
  dataRequestKindNames,
} from '@thaiqm/core/data-request/data-request.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { RadioGroup } from '@thaiqm/ui/choice-group.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Select } from '@thaiqm/ui/select.tsx'
import { TextArea } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import type { RecordDialogProps } from '../household/record-dialog.ts'
import { ActDialog } from '../problem/act-dialog.tsx'

const words = defineWords({
  title: { th: 'ตอบคำขอเกี่ยวกับข้อมูลส่วนบุคคล', en: 'Answer a data request' },
  confirm: { th: 'บันทึกคำตอบ', en: 'Record the answer' },
  none: { th: 'ครัวเรือนนี้ไม่มีคำขอที่รอตอบ', en: 'No request of this household waits for an answer.' },
  which: { th: 'คำขอ', en: 'Request' },
  due: { th: (day: string) => `ต้องตอบภายใน ${day}`, en: day => `due ${day}` },
  answer: { th: 'ผลการดำเนินการ', en: 'What was done' },
  words: { th: 'คำชี้แจงต่อผู้ยื่นคำขอ', en: 'What they were told' },
})

const answers = Object.keys(dataRequestAnswerNames) as DataRequestAnswer[]

/** What was done about a request, and what the household was told. */
export const AnswerDataRequest = ({ household, onClose }: RecordDialogProps) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const open = (household.dataRequests ?? []).filter(request => request.answered === null)
  const [requestId, setRequestId] = useState<string>(open[0]?.requestId ?? '')
  const [answer, setAnswer] = useState<DataRequestAnswer>('DONE')
  const [said, setSaid] = useState('')
  const request = open.find(one => one.requestId === requestId)
  return (
    <ActDialog
      household={household}
      command={
        request === undefined
          ? null
          : { type: 'AnswerDataRequest', input: { requestId: request.requestId, answer, words: said.trim() } }
      }
      title={say.title}
      confirmLabel={say.confirm}
      onClose={onClose}
      blocked={open.length === 0 ? say.none : null}
      fieldCodes={['reason-missing']}
    >
      {errorOf =>
        open.length === 0 ? null : (
          <>
            <Select
              label={say.which}
              options={open.map(one => ({
                value: one.requestId as string,
                label: `${dataRequestKindNames[one.kind][language]} · ${one.askedBy}`,
                description: say.due(formatDay(one.dueOn, { language })),
              }))}
              value={requestId}
              onChange={setRequestId}
            />
            {request !== undefined && request.words !== '' && <p className="of-muted">{request.words}</p>}
            <RadioGroup
              label={say.answer}
              choices={answers.map(value => ({ value, label: dataRequestAnswerNames[value][language] }))}
              value={answer}
              onChange={setAnswer}
              isRequired
            />
            <TextArea
              label={say.words}
              value={said}
              onChange={setSaid}
              maxLength={2000}
              rows={3}
              error={errorOf('reason-missing')}
            />
          </>
        )
      }
    </ActDialog>
  )
}
