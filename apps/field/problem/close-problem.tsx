import type { Household } from '@thaiqm/core/household/household.ts'
import type { Evidence } from '@thaiqm/core/problem/evidence.ts'
import type { Problem } from '@thaiqm/core/problem/problem.ts'
import { Button } from '@thaiqm/ui/button.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { TextArea } from '@thaiqm/ui/text-field.tsx'
import { showToast } from '@thaiqm/ui/toast.tsx'
import { useState } from 'react'
import { photosOfProblem } from '../photo/photos-of-household.ts'
import { ThenAndNow } from '../photo/then-and-now.tsx'
import { usePerform } from '../platform/use-perform.ts'
import { EvidenceField } from './evidence-field.tsx'
import { photosGiven } from './photos-given.ts'

const words = defineWords({
  close: { th: 'ตรวจผลและปิดปัญหา', en: 'Verify and close' },
  closeHint: {
    th: 'ต้องมีบันทึกการช่วยเหลือ มีหลักฐาน และผู้ตรวจไม่ใช่ผู้บันทึกการช่วยเหลือ',
    en: 'Needs recorded help, evidence, and a verifier who did not record the help.',
  },
  note: { th: 'ผลการตรวจ', en: 'What was seen' },
  save: { th: 'ยืนยันว่าแก้ไขแล้วเสร็จ', en: 'Confirm it is solved' },
  saved: { th: 'บันทึกผลการตรวจแล้ว', en: 'Recorded as solved' },
})

/** Verify on the spot that a hardship is solved: with evidence, by somebody who did not record the help. */
export const CloseProblem = ({ household, problem }: { readonly household: Household; readonly problem: Problem }) => {
  const said = useWords(words)
  const { perform, isPending, refusal } = usePerform()
  const [evidence, setEvidence] = useState<readonly Evidence[]>([])
  const [note, setNote] = useState('')
  const close = async () => {
    const input = { problemId: problem.id, evidence: [...evidence], note }
    const done = await perform(household.id, household, { type: 'CloseProblem', input })
    if (done.ok) showToast({ title: said.saved })
  }
  return (
    <section className="fd-card">
      <h2>{said.close}</h2>
      <p className="fd-muted">{said.closeHint}</p>
      {refusal !== undefined && (
        <Notice tone="danger" isLive>
          {refusal.text}
        </Notice>
      )}
      <ThenAndNow householdId={household.id} then={photosOfProblem(household, problem)} now={photosGiven(evidence)} />
      <EvidenceField value={evidence} onChange={setEvidence} />
      <TextArea label={said.note} value={note} onChange={text => setNote(text.slice(0, 2000))} />
      <Button kind="primary" icon="check" isWide isPending={isPending} onPress={() => void close()}>
        {said.save}
      </Button>
    </section>
  )
}
