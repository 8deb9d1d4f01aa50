import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { TextArea } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { useGo } from '../platform/address.ts'
import { agencyName } from '../platform/names.ts'
import { useSession } from '../platform/session.tsx'
import { ActDialog } from '../problem/act-dialog.tsx'
import type { ActProps } from '../problem/act-props.ts'
import { ProblemHeading } from '../problem/problem-heading.tsx'

const words = defineWords({
  acceptTitle: { th: 'รับเรื่องไว้ดำเนินการ', en: 'Accept the referral' },
  accept: { th: 'รับเรื่อง', en: 'Accept' },
  returnTitle: { th: 'ส่งเรื่องคืนอำเภอ', en: 'Return to the district' },
  send: { th: 'ส่งคืน', en: 'Return' },
  referral: { th: (agency: string) => `เรื่องที่ส่งถึง ${agency}`, en: agency => `Referred to ${agency}` },
  due: { th: (day: string) => `ขอให้แจ้งผลภายใน ${day}`, en: day => `Answer expected by ${day}` },
  reply: { th: 'แนวทางที่จะดำเนินการ', en: 'What will be done' },
  reason: { th: 'เหตุที่ส่งคืน', en: 'Why it is returned' },
  reasonHint: { th: 'เช่น นอกเขตรับผิดชอบ ไม่เข้าเกณฑ์ ข้อมูลไม่พอ', en: 'Out of area, not eligible, not enough information' },
})

const ReferralNotice = ({ problem }: Pick<ActProps, 'problem'>) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { referral } = problem
  if (referral === null) return null
  return (
    <Notice title={say.referral(agencyName(referral.agencyCode, language))}>
      <p>{say.due(formatDay(referral.dueOn, { language }))}</p>
      {referral.note !== '' && <p>{referral.note}</p>}
    </Notice>
  )
}

/** The agency takes the case on. */
export const AcceptReferral = ({ household, problem, onClose }: ActProps) => {
  const say = useWords(words)
  const [reply, setReply] = useState('')
  return (
    <ActDialog
      household={household}
      command={{ type: 'AcceptReferral', input: { problemId: problem.id, reply: reply.trim() } }}
      title={say.acceptTitle}
      description={<ProblemHeading household={household} problem={problem} />}
      confirmLabel={say.accept}
      onClose={onClose}
    >
      {() => (
        <>
          <ReferralNotice problem={problem} />
          <TextArea label={say.reply} value={reply} onChange={setReply} maxLength={2000} isOptional />
        </>
      )}
    </ActDialog>
  )
}

/** The agency sends the case back with the reason; the district sees both moves. */
export const ReturnReferral = ({ household, problem, onClose }: ActProps) => {
  const say = useWords(words)
  const { actor } = useSession()
  const go = useGo()
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      household={household}
      command={{ type: 'ReturnReferral', input: { problemId: problem.id, reason: reason.trim() } }}
      title={say.returnTitle}
      description={<ProblemHeading household={household} problem={problem} />}
      confirmLabel={say.send}
      onClose={onClose}
      // A case sent back is no longer the agency's to see.
      {...(actor.role === 'AGENCY' ? { onDone: () => go('/referrals') } : {})}
      fieldCodes={['reason-missing']}
    >
      {errorOf => (
        <>
          <ReferralNotice problem={problem} />
          <TextArea
            label={say.reason}
            hint={say.reasonHint}
            value={reason}
            onChange={setReason}
            maxLength={2000}
            error={errorOf('reason-missing')}
            isRequired
          />
        </>
      )}
    </ActDialog>
  )
}
