import { waysOfSelfSolving } from '@thaiqm/catalogue/catalogue.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import { DatePicker } from '@thaiqm/ui/date-field.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Select } from '@thaiqm/ui/select.tsx'
import { TextArea } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { useFieldApp } from '../platform/field-app.tsx'
import { ActCard, type ActProps } from './act-card.tsx'

const words = defineWords({
  title: { th: 'แก้ไขได้ด้วยตนเอง', en: 'Solved by the household itself' },
  confirm: { th: 'บันทึกว่าแก้ไขได้ด้วยตนเอง', en: 'Record as self-resolved' },
  way: { th: 'แก้ไขด้วยวิธีใด', en: 'In which way' },
  details: { th: 'รายละเอียด', en: 'Details' },
  on: { th: 'แก้ไขได้เมื่อวันที่', en: 'Solved on' },
})

const OTHER = 'OTHER'

/** แก้ไขได้ด้วยตนเอง: the household got out of the hardship by itself; how, and when. */
export const SelfResolved = ({ household, problem, onClose }: ActProps) => {
  const said = useWords(words)
  const { language } = useLanguage()
  const { clock } = useFieldApp()
  const [way, setWay] = useState<string | null>(null)
  const [details, setDetails] = useState('')
  const [resolvedOn, setResolvedOn] = useState<string | null>(clock.today())
  const wayName = way === OTHER ? '' : (waysOfSelfSolving.find(one => one.code === way)?.th ?? '')
  const how = [wayName, details.trim()].filter(part => part !== '').join(': ')
  const input = { problemId: problem.id, how }
  return (
    <ActCard
      household={household}
      title={said.title}
      confirm={said.confirm}
      command={
        resolvedOn === null ? null : { type: 'MarkSelfResolved', input: { ...input, resolvedOn: resolvedOn as Day } }
      }
      fieldCodes={['how-missing', 'day-in-future']}
      onClose={onClose}
    >
      {errorOf => (
        <>
          <Select
            label={said.way}
            isRequired
            value={way}
            onChange={setWay}
            options={waysOfSelfSolving.map(one => ({ value: one.code, label: one[language] }))}
            error={way === null ? errorOf('how-missing') : undefined}
          />
          <TextArea
            label={said.details}
            isRequired={way === OTHER}
            isOptional={way !== OTHER}
            value={details}
            onChange={text => setDetails(text.slice(0, 1500))}
            error={way === null ? undefined : errorOf('how-missing')}
          />
          <DatePicker
            label={said.on}
            isRequired
            value={resolvedOn}
            onChange={setResolvedOn}
            max={clock.today()}
            error={errorOf('day-in-future')}
          />
        </>
      )}
    </ActCard>
  )
}
