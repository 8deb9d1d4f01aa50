import type { Day } from '@thaiqm/core/ledger/day.ts'
import { DatePicker } from '@thaiqm/ui/date-field.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { NumberField } from '@thaiqm/ui/number-field.tsx'
import { TextField } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { useSession } from '../platform/session.tsx'
import { ActDialog } from '../problem/act-dialog.tsx'
import type { ActProps } from '../problem/act-props.ts'

const words = defineWords({
  title: { th: 'เผยแพร่ความต้องการให้ภาคีทราบ', en: 'Publish a need to partners' },
  confirm: { th: 'เผยแพร่', en: 'Publish' },
  seen: {
    th: 'ภาคีเห็นเฉพาะสิ่งที่ต้องการ จำนวน กำหนดวัน ประเภทปัญหา และตำบล ไม่เห็นชื่อ บ้านเลขที่ และหมู่บ้าน',
    en: 'Partners see only what is needed, how much, by when, the kind of problem and the tambon: no name, house or village.',
  },
  what: { th: 'สิ่งที่ต้องการ', en: 'What is needed' },
  whatHint: {
    th: 'เช่น สังกะสีสำหรับซ่อมหลังคา ไม่ระบุชื่อบุคคลหรือบ้านเลขที่',
    en: 'Such as roof sheets. No name, no house number.',
  },
  quantity: { th: 'จำนวน', en: 'Quantity' },
  unit: { th: 'หน่วยนับ', en: 'Unit' },
  unitHint: { th: 'เช่น แผ่น ชุด หลัง', en: 'Such as sheets, sets, houses' },
  budget: { th: 'ประมาณการเงิน', en: 'Estimated cost' },
  baht: { th: 'บาท', en: 'baht' },
  due: { th: 'ต้องการภายในวันที่', en: 'Needed by' },
})

/** Lets partners read what a hardship needs; filled in with what stands published already. */
export const PublishNeed = ({ household, problem, onClose }: ActProps) => {
  const say = useWords(words)
  const { today } = useSession()
  const { need } = problem
  const [what, setWhat] = useState(need?.what ?? '')
  const [quantity, setQuantity] = useState<number | null>(need?.quantity ?? 1)
  const [unit, setUnit] = useState(need?.unit ?? '')
  const [budgetBaht, setBudgetBaht] = useState<number | null>(need?.budgetBaht ?? null)
  const usual = problem.dueOn !== null && problem.dueOn >= today ? problem.dueOn : null
  const [dueOn, setDueOn] = useState<string | null>(need?.dueOn ?? usual)
  return (
    <ActDialog
      household={household}
      command={
        quantity === null
          ? null
          : {
              type: 'PublishNeed',
              input: {
                problemId: problem.id,
                what: what.trim(),
                quantity,
                unit: unit.trim(),
                budgetBaht,
                dueOn: dueOn as Day | null,
              },
            }
      }
      title={say.title}
      problem={problem}
      confirmLabel={say.confirm}
      onClose={onClose}
      fieldCodes={['what-missing', 'need-names-household', 'due-day-passed']}
    >
      {errorOf => (
        <>
          <Notice tone="info">{say.seen}</Notice>
          <TextField
            label={say.what}
            hint={say.whatHint}
            value={what}
            onChange={setWhat}
            maxLength={300}
            error={errorOf('what-missing', 'need-names-household')}
            isRequired
            autoFocus
          />
          <NumberField
            label={say.quantity}
            value={quantity}
            onChange={setQuantity}
            min={1}
            max={1_000_000}
            isRequired
          />
          <TextField label={say.unit} hint={say.unitHint} value={unit} onChange={setUnit} maxLength={40} isOptional />
          <NumberField
            label={say.budget}
            unit={say.baht}
            value={budgetBaht}
            onChange={setBudgetBaht}
            min={0}
            isOptional
          />
          <DatePicker
            label={say.due}
            value={dueOn}
            onChange={setDueOn}
            min={today}
            error={errorOf('due-day-passed')}
            isOptional
          />
        </>
      )}
    </ActDialog>
  )
}
