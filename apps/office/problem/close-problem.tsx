import type { HouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import type { Evidence } from '@thaiqm/core/problem/evidence.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { TextArea } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { sectorName } from '../platform/names.ts'
import { ActDialog } from './act-dialog.tsx'
import type { ActProps } from './act-props.ts'
import { EvidenceField, EvidenceList } from './evidence-field.tsx'
import { useJudge } from './use-judge.ts'

const words = defineWords({
  title: { th: 'ตรวจรับผลการแก้ไข', en: 'Verify that it is solved' },
  confirm: { th: 'ยืนยันว่าแก้ไขแล้วเสร็จ', en: 'Confirm as solved' },
  help: { th: 'การช่วยเหลือที่บันทึกไว้', en: 'Help on record' },
  noHelp: { th: 'ยังไม่มีบันทึกการช่วยเหลือ', en: 'No help on record yet' },
  known: { th: 'หลักฐานที่มีอยู่แล้ว', en: 'Evidence on record' },
  excuse: { th: 'เหตุที่ไม่มีหลักฐานตามประเภทปัญหา', en: 'Why this kind’s own evidence cannot be had' },
  excuseHint: {
    th: 'ใช้เมื่อจัดหาไม่ได้จริง รายการนี้จะแสดงในรายงานคุณภาพ',
    en: 'Only when it really cannot be had: it is shown in the report on quality',
  },
  note: { th: 'บันทึกผลการตรวจ', en: 'What was found' },
})

// Asked before any evidence is typed: with this the other guards speak first.
const someEvidence: Evidence[] = [{ kind: 'document', reference: '-' }]

const evidenceCodes = ['evidence-missing', 'photo-after-missing', 'photo-before-missing', 'document-missing']

/** A second person verifies that the help has solved the hardship: help on record, evidence, and not the recorder. */
export const CloseProblem = ({ household, problem, onClose }: ActProps) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const judge = useJudge()
  const [evidence, setEvidence] = useState<Evidence[]>([])
  const [excuse, setExcuse] = useState('')
  const [note, setNote] = useState('')

  const closing = (shown: Evidence[], without: string): HouseholdCommand => ({
    type: 'CloseProblem',
    input: {
      problemId: problem.id,
      evidence: shown,
      note: note.trim(),
      ...(without === '' ? {} : { withoutOwnEvidence: without }),
    },
  })
  const blocked = judge(household, closing(someEvidence, '-'))?.sentence ?? null
  const needsEvidence = judge(household, closing(evidence, ''))
  const lacks = needsEvidence !== null && evidenceCodes.includes(needsEvidence.code)
  const lacksAll = needsEvidence?.code === 'evidence-missing'
  const helps = household.assistances.filter(one => one.problemIds.includes(problem.id))
  const done = household.plans
    .flatMap(plan => plan.actions)
    .filter(action => problem.doneActionIds.includes(action.id) && action.state === 'DONE')

  return (
    <ActDialog
      household={household}
      command={closing(evidence, excuse.trim())}
      title={say.title}
      problem={problem}
      confirmLabel={say.confirm}
      size="large"
      onClose={onClose}
      blocked={blocked}
      fieldCodes={evidenceCodes}
    >
      {() => (
        <>
          <section aria-label={say.help}>
            <h3 className="act-subheading">{say.help}</h3>
            {helps.length + done.length === 0 ? (
              <p className="act-muted">{say.noHelp}</p>
            ) : (
              <ul className="act-facts">
                {helps.map(help => (
                  <li key={help.id}>
                    {formatDay(help.givenOn, { language })} · {help.what} · {help.giverName} (
                    {sectorName(help.sector, language)})
                  </li>
                ))}
                {done.map(action => (
                  <li key={action.id}>
                    {action.doneOn !== null && `${formatDay(action.doneOn, { language })} · `}
                    {action.what} · {action.result}
                  </li>
                ))}
              </ul>
            )}
          </section>
          {problem.evidence.length > 0 && (
            <section aria-label={say.known}>
              <h3 className="act-subheading">{say.known}</h3>
              <EvidenceList evidence={problem.evidence} householdId={household.id} />
            </section>
          )}
          {blocked === null && (
            <>
              <EvidenceField
                value={evidence}
                onChange={setEvidence}
                isRequired={problem.evidence.length === 0}
                error={lacks && (excuse.trim() === '' || lacksAll) ? needsEvidence?.sentence : undefined}
                hasMoments
              />
              {lacks && !lacksAll && (
                <TextArea
                  label={say.excuse}
                  hint={say.excuseHint}
                  value={excuse}
                  onChange={setExcuse}
                  maxLength={500}
                />
              )}
              <TextArea label={say.note} isOptional value={note} onChange={setNote} maxLength={2000} />
            </>
          )}
        </>
      )}
    </ActDialog>
  )
}
