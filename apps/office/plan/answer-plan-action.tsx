import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import type { ActionAnswer } from '@thaiqm/core/plan/plan.ts'
import type { Evidence } from '@thaiqm/core/problem/evidence.ts'
import { RadioGroup } from '@thaiqm/ui/choice-group.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { TextArea } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { useSession } from '../platform/session.tsx'
import { ActDialog } from '../problem/act-dialog.tsx'
import { EvidenceField } from '../problem/evidence-field.tsx'
import type { PlanView } from './plan-view.ts'

const words = defineWords({
  title: { th: 'ตอบกิจกรรมที่รับผิดชอบ', en: 'Answer for the action' },
  confirm: { th: 'ส่งคำตอบ', en: 'Send the answer' },
  answer: { th: 'คำตอบ', en: 'Answer' },
  ACCEPTED: { th: 'รับดำเนินการ', en: 'Taken on' },
  DONE: { th: 'เสร็จแล้ว', en: 'Done' },
  CANNOT: { th: 'ทำไม่ได้', en: 'Cannot be done' },
  words: { th: 'ผลการดำเนินงาน หรือเหตุผล', en: 'What was done, or why not' },
})

/** The owner of an action, signed in, answers for it: taken on, done, cannot. */
export const AnswerPlanAction = ({
  household,
  plan,
  action,
  onClose,
}: {
  readonly household: HouseholdView
  readonly plan: PlanView
  readonly action: PlanView['actions'][number]
  readonly onClose: () => void
}) => {
  const say = useWords(words)
  const { actor } = useSession()
  const [answer, setAnswer] = useState<ActionAnswer>(action.state === 'ACCEPTED' ? 'DONE' : 'ACCEPTED')
  const [text, setText] = useState('')
  const [evidence, setEvidence] = useState<readonly Evidence[]>([])
  return (
    <ActDialog
      household={household}
      command={{
        type: 'AnswerPlanAction',
        input: {
          planId: plan.id,
          planActionId: action.id,
          answer,
          words: text.trim(),
          evidence: answer === 'DONE' ? [...evidence] : [],
          answeredBy: actor.name,
        },
      }}
      title={say.title}
      description={<b>{action.what}</b>}
      confirmLabel={say.confirm}
      onClose={onClose}
      fieldCodes={['result-missing', 'reason-missing']}
    >
      {errorOf => (
        <>
          <RadioGroup
            label={say.answer}
            layout="inline"
            choices={(['ACCEPTED', 'DONE', 'CANNOT'] as const).map(value => ({ value, label: say[value] }))}
            value={answer}
            onChange={setAnswer}
            isRequired
          />
          <TextArea
            label={say.words}
            value={text}
            onChange={setText}
            maxLength={2000}
            error={errorOf('result-missing', 'reason-missing')}
            isRequired={answer !== 'ACCEPTED'}
            isOptional={answer === 'ACCEPTED'}
          />
          {answer === 'DONE' && <EvidenceField value={evidence} onChange={setEvidence} />}
        </>
      )}
    </ActDialog>
  )
}
