import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { formatBaht } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { ReasonDialog } from '../problem/reason-dialog.tsx'
import { totalBaht } from './plan-sums.ts'
import type { PlanView } from './plan-view.ts'

const words = defineWords({
  approveTitle: { th: 'อนุมัติแผนแก้ไขปัญหา', en: 'Approve the plan' },
  approve: { th: 'อนุมัติแผน', en: 'Approve' },
  sums: {
    th: (count: number, baht: string) => `${count} กิจกรรม งบประมาณรวม ${baht} ผู้รับผิดชอบแต่ละส่วนจะเห็นงานของตนทันที`,
    en: (count, baht) => `${count} actions, ${baht} in all. Each owner will see their part at once.`,
  },
  note: { th: 'ข้อสั่งการหรือมติที่ประชุม', en: 'Instructions or the meeting’s decision' },
  returnTitle: { th: 'ส่งแผนกลับทบทวน', en: 'Return the plan' },
  sendBack: { th: 'ส่งกลับทบทวน', en: 'Return' },
  reason: { th: 'เหตุที่ส่งกลับ', en: 'Why it is returned' },
  doneTitle: { th: 'บันทึกผลการดำเนินงาน', en: 'Record the result' },
  done: { th: 'บันทึกว่าแล้วเสร็จ', en: 'Mark as done' },
  result: { th: 'ผลการดำเนินงาน', en: 'What came of it' },
})

interface DecidePlanProps {
  readonly household: HouseholdView
  readonly plan: PlanView
  readonly onClose: () => void
}

/** The district chief approves in the ศจพ.อ. meeting. */
export const ApprovePlan = ({ household, plan, onClose }: DecidePlanProps) => {
  const say = useWords(words)
  const { language } = useLanguage()
  return (
    <ReasonDialog
      household={household}
      commandFor={note => ({ type: 'ApprovePlan', input: { planId: plan.id, note } })}
      title={say.approveTitle}
      description={say.sums(plan.actions.length, formatBaht(totalBaht(plan.actions), language))}
      confirmLabel={say.approve}
      label={say.note}
      onClose={onClose}
    />
  )
}

/** The district chief sends a plan back with the reason. */
export const ReturnPlan = ({ household, plan, onClose }: DecidePlanProps) => {
  const say = useWords(words)
  return (
    <ReasonDialog
      household={household}
      commandFor={reason => ({ type: 'ReturnPlan', input: { planId: plan.id, reason } })}
      title={say.returnTitle}
      confirmLabel={say.sendBack}
      label={say.reason}
      missingCode="reason-missing"
      onClose={onClose}
    />
  )
}

/** One action of an approved plan is done: what came of it. */
export const CompletePlanAction = ({
  household,
  plan,
  action,
  onClose,
}: DecidePlanProps & { readonly action: PlanView['actions'][number] }) => {
  const say = useWords(words)
  return (
    <ReasonDialog
      household={household}
      commandFor={result => ({
        type: 'CompletePlanAction',
        input: { planId: plan.id, planActionId: action.id, result },
      })}
      title={say.doneTitle}
      description={<b>{action.what}</b>}
      confirmLabel={say.done}
      label={say.result}
      missingCode="result-missing"
      onClose={onClose}
    />
  )
}
