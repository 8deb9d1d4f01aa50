import { waysOfSelfSolving } from '@thaiqm/catalogue/catalogue.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import { DatePicker } from '@thaiqm/ui/date-field.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Select } from '@thaiqm/ui/select.tsx'
import { TextArea } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { useSession } from '../platform/session.tsx'
import { ActDialog } from './act-dialog.tsx'
import type { ActProps } from './act-props.ts'

const words = defineWords({
  title: { th: 'ครัวเรือนแก้ไขได้ด้วยตนเอง', en: 'Solved by the household itself' },
  confirm: { th: 'บันทึกว่าแก้ไขได้ด้วยตนเอง', en: 'Record as self-resolved' },
  way: { th: 'แก้ไขด้วยวิธีใด', en: 'In which way' },
  details: { th: 'รายละเอียด', en: 'Details' },
  on: { th: 'แก้ไขได้เมื่อวันที่', en: 'Solved on' },
})

/** The household got out of the hardship by itself: how, and when. */
export const MarkSelfResolved = ({ household, problem, onClose }: ActProps) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { today } = useSession()
  const [way, setWay] = useState<string | null>(null)
  const [details, setDetails] = useState('')
  const [resolvedOn, setResolvedOn] = useState<string | null>(today)

  const wayName = waysOfSelfSolving.find(one => one.code === way && one.code !== 'OTHER')?.th ?? ''
  const how = [wayName, details.trim()].filter(part => part !== '').join(': ')
  return (
    <ActDialog
      household={household}
      command={
        resolvedOn === null
          ? null
          : { type: 'MarkSelfResolved', input: { problemId: problem.id, how, resolvedOn: resolvedOn as Day } }
      }
      title={say.title}
      problem={problem}
      confirmLabel={say.confirm}
      onClose={onClose}
      fieldCodes={['how-missing', 'day-in-future']}
    >
      {errorOf => (
        <>
          <Select
            label={say.way}
            options={waysOfSelfSolving.map(one => ({ value: one.code, label: one[language] }))}
            value={way}
            onChange={setWay}
            error={way === null ? errorOf('how-missing') : undefined}
            isRequired
          />
          <TextArea
            label={say.details}
            value={details}
            onChange={setDetails}
            maxLength={1500}
            error={way === null ? undefined : errorOf('how-missing')}
            isRequired={way === 'OTHER'}
            isOptional={way !== 'OTHER'}
          />
          <DatePicker
            label={say.on}
            value={resolvedOn}
            onChange={setResolvedOn}
            max={today}
            error={errorOf('day-in-future', 'incomplete')}
            isRequired
          />
        </>
      )}
    </ActDialog>
  )
}
