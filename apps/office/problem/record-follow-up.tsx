import { clocks } from '@thaiqm/catalogue/clocks.ts'
import { addDays, type Day } from '@thaiqm/core/ledger/day.ts'
import type { Evidence } from '@thaiqm/core/problem/evidence.ts'
import { DatePicker } from '@thaiqm/ui/date-field.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { TextArea } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { useSession } from '../platform/session.tsx'
import { ActDialog } from './act-dialog.tsx'
import type { ActProps } from './act-props.ts'
import { EvidenceField } from './evidence-field.tsx'

const words = defineWords({
  title: { th: 'ติดตามความคืบหน้า', en: 'Follow up' },
  confirm: { th: 'บันทึกการติดตาม', en: 'Record' },
  note: { th: 'ดำเนินการถึงไหน พบอะไร', en: 'How far it is, what was found' },
  lookAgain: { th: 'ติดตามอีกครั้งวันที่', en: 'Look again on' },
})

/** How a problem stands now, and when somebody looks again. */
export const RecordFollowUp = ({ household, problem, onClose }: ActProps) => {
  const say = useWords(words)
  const { today } = useSession()
  const [note, setNote] = useState('')
  const [lookAgainOn, setLookAgainOn] = useState<string | null>(null)
  const [evidence, setEvidence] = useState<Evidence[]>([])
  return (
    <ActDialog
      household={household}
      command={{
        type: 'RecordFollowUp',
        input: { problemId: problem.id, note: note.trim(), lookAgainOn: lookAgainOn as Day | null, evidence },
      }}
      title={say.title}
      problem={problem}
      confirmLabel={say.confirm}
      size="large"
      onClose={onClose}
      fieldCodes={['note-missing', 'due-day-passed', 'look-again-too-late']}
    >
      {errorOf => (
        <>
          <TextArea
            label={say.note}
            value={note}
            onChange={setNote}
            maxLength={2000}
            error={errorOf('note-missing')}
            isRequired
            autoFocus
          />
          <DatePicker
            label={say.lookAgain}
            value={lookAgainOn}
            onChange={setLookAgainOn}
            min={today}
            max={addDays(today, clocks.lookAgainAfterDays[problem.lane?.lane ?? 'COMMUNITY'])}
            error={errorOf('due-day-passed', 'look-again-too-late')}
            isOptional
          />
          <EvidenceField value={evidence} onChange={setEvidence} />
        </>
      )}
    </ActDialog>
  )
}
