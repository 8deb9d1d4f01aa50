import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import type { ActProps } from '../problem/act-props.ts'
import { ReasonDialog } from '../problem/reason-dialog.tsx'

const words = defineWords({
  title: { th: 'ยุติการเผยแพร่ความต้องการ', en: 'Withdraw the published need' },
  confirm: { th: 'ยุติการเผยแพร่', en: 'Withdraw' },
  reason: { th: 'เหตุผล', en: 'Reason' },
  hint: {
    th: 'คำมั่นที่ภาคีให้ไว้แล้วยังคงอยู่ จนกว่าอำเภอจะยกเลิกการจัดสรร',
    en: 'What partners have pledged stays until the district releases it.',
  },
})

/** Takes a published need back. */
export const WithdrawNeed = ({ household, problem, onClose }: ActProps) => {
  const say = useWords(words)
  return (
    <ReasonDialog
      household={household}
      title={say.title}
      problem={problem}
      confirmLabel={say.confirm}
      label={say.reason}
      hint={say.hint}
      commandFor={reason => ({ type: 'WithdrawNeed', input: { problemId: problem.id, reason } })}
      onClose={onClose}
    />
  )
}
