import { problemKindByCode } from '@thaiqm/catalogue/catalogue.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import type { Evidence } from '@thaiqm/core/problem/evidence.ts'
import { evidenceLacking } from '@thaiqm/core/problem/evidence-lacking.ts'
import type { Problem } from '@thaiqm/core/problem/problem.ts'
import { Button } from '@thaiqm/ui/button.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { TextArea } from '@thaiqm/ui/text-field.tsx'
import { showToast } from '@thaiqm/ui/toast.tsx'
import { useState } from 'react'
import { headName } from '../household/household-summary.ts'
import { photosOfProblem } from '../photo/photos-of-household.ts'
import { ThenAndNow } from '../photo/then-and-now.tsx'
import { decideHere } from '../platform/decide.ts'
import { useFieldApp } from '../platform/field-app.tsx'
import { refusalText } from '../platform/refusal-text.ts'
import { usePerform } from '../platform/use-perform.ts'
import { closingOf, evidenceCodes, isBlockedByEvidence, speakingEvidence } from './closing.ts'
import { EvidenceField } from './evidence-field.tsx'
import { photosGiven } from './photos-given.ts'

const words = defineWords({
  close: { th: 'ตรวจผลและปิดปัญหา', en: 'Verify and close' },
  photo: {
    th: 'ปัญหาประเภทนี้ต้องมีภาพก่อนและหลังแก้ไข',
    en: 'This kind needs photos from before and after.',
  },
  document: {
    th: 'ปัญหาประเภทนี้ต้องมีเอกสารหรือภาพถ่ายเอกสาร',
    en: 'This kind needs a document or a photo of it.',
  },
  word: {
    th: 'ต้องมีคำยืนยันของครัวเรือน หรือหลักฐานอื่นอย่างน้อย 1 รายการ',
    en: 'The household’s word, or at least one other piece of evidence.',
  },
  known: { th: (n: number) => `มีหลักฐานบันทึกไว้แล้ว ${n} รายการ`, en: n => `${n} already on record` },
  excuse: { th: 'เหตุที่ไม่มีหลักฐานตามประเภทปัญหา', en: 'Why this kind’s own evidence cannot be had' },
  excuseHint: {
    th: 'กรอกเฉพาะเมื่อจัดหาหลักฐานไม่ได้จริง ระบบจะแสดงรายการนี้ในรายงานคุณภาพ',
    en: 'Only when it really cannot be had: it is shown in the report on quality.',
  },
  note: { th: 'ผลการตรวจ', en: 'What was seen' },
  save: { th: 'ยืนยันว่าแก้ไขแล้วเสร็จ', en: 'Confirm it is solved' },
  saved: { th: 'บันทึกผลการตรวจแล้ว', en: 'Recorded as solved' },
})

/** Verify on the spot that a hardship is solved: with the evidence its kind asks for, by somebody who took no part. */
export const CloseProblem = ({ household, problem }: { readonly household: Household; readonly problem: Problem }) => {
  const said = useWords(words)
  const { language } = useLanguage()
  const { judge } = useFieldApp()
  const { perform, isPending, refusal } = usePerform()
  const [evidence, setEvidence] = useState<readonly Evidence[]>([])
  const [excuse, setExcuse] = useState('')
  const [note, setNote] = useState('')
  // Nobody is asked for an excuse before the evidence was found wanting.
  const [wasShort, setWasShort] = useState(false)
  const kind = problemKindByCode.get(problem.kindCode)
  // With evidence and excuse given, only what neither can mend is left.
  const blocked = decideHere(household.id, household, closingOf(problem, speakingEvidence, '-', ''), judge)
  const lacking = evidenceLacking(household, problem, evidence, kind)
  const isShort = lacking !== null && lacking !== 'evidence-missing'
  const close = async () => {
    const command = closingOf(problem, evidence, isShort ? excuse : '', note)
    const done = await perform(household.id, household, command)
    if (done.ok) showToast({ title: said.saved })
    else if (isShort) setWasShort(true)
  }
  const isOfEvidence = refusal !== undefined && evidenceCodes.includes(refusal.code)
  return (
    <section className="fd-card" aria-label={said.close}>
      <h2>{said.close}</h2>
      {!blocked.ok && <Notice tone="info">{refusalText(blocked, language)}</Notice>}
      {refusal !== undefined && !isOfEvidence && (
        <Notice tone="danger" isLive>
          {refusal.text}
        </Notice>
      )}
      <ThenAndNow householdId={household.id} then={photosOfProblem(household, problem)} now={photosGiven(evidence)} />
      {blocked.ok && (
        <>
          {problem.evidence.length > 0 && <p className="fd-muted fd-small">{said.known(problem.evidence.length)}</p>}
          <EvidenceField
            value={evidence}
            onChange={setEvidence}
            hint={kind === undefined ? undefined : said[kind.evidence]}
            error={isOfEvidence && isBlockedByEvidence(refusal.code, lacking) ? refusal.text : undefined}
            hasMoments={kind?.evidence === 'photo'}
            headName={headName(household)}
          />
          {isShort && wasShort && (
            <TextArea
              label={said.excuse}
              hint={said.excuseHint}
              value={excuse}
              onChange={text => setExcuse(text.slice(0, 500))}
            />
          )}
          <TextArea label={said.note} value={note} onChange={text => setNote(text.slice(0, 2000))} />
          <Button kind="primary" icon="check" isWide isPending={isPending} onPress={() => void close()}>
            {said.save}
          </Button>
        </>
      )}
    </section>
  )
}
