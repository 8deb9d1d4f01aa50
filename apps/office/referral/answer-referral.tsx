import type { HouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import { isOpenReferral } from '@thaiqm/core/referral/referral-of.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { RadioGroup } from '@thaiqm/ui/choice-group.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { Select } from '@thaiqm/ui/select.tsx'
import { TextArea } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { useGo } from '../platform/address.ts'
import { agencyName } from '../platform/names.ts'
import { useSession } from '../platform/session.tsx'
import { ActDialog } from '../problem/act-dialog.tsx'
import type { ActProps } from '../problem/act-props.ts'
import { ReasonDialog } from '../problem/reason-dialog.tsx'
import { referralFor } from './referral-for.ts'

const words = defineWords({
  acceptTitle: { th: 'รับเรื่องไว้ดำเนินการ', en: 'Accept the referral' },
  accept: { th: 'รับเรื่อง', en: 'Accept' },
  returnTitle: { th: 'ส่งเรื่องคืนอำเภอ', en: 'Return to the district' },
  send: { th: 'ส่งคืน', en: 'Return' },
  referral: { th: (agency: string) => `เรื่องที่ส่งถึง ${agency}`, en: agency => `Referred to ${agency}` },
  answerBy: { th: (day: string) => `โปรดตอบรับหรือส่งคืนภายใน ${day}`, en: day => `Accept or return by ${day}` },
  letter: {
    th: (number: string, day: string) => `หนังสือที่ ${number} ลงวันที่ ${day}`,
    en: (number, day) => `Letter ${number} of ${day}`,
  },
  due: { th: (day: string) => `ขอให้แจ้งผลภายใน ${day}`, en: day => `Result expected by ${day}` },
  reply: { th: 'แนวทางที่จะดำเนินการ', en: 'What will be done' },
  reason: { th: 'เหตุที่ส่งคืน', en: 'Why it is returned' },
  completeTitle: { th: 'หน่วยงานดำเนินการแล้วเสร็จ', en: 'The agency’s part is done' },
  complete: { th: 'บันทึกผลการดำเนินงาน', en: 'Record the result' },
  result: { th: 'ผลการดำเนินงาน', en: 'What was done' },
  completeHint: {
    th: 'ปัญหาจะปิดเมื่อเจ้าหน้าที่คนอื่นตรวจรับผลแล้ว',
    en: 'The problem closes when another officer has verified it',
  },
  contributionTitle: { th: 'คำตอบของหน่วยงานร่วม', en: 'A contributing agency’s answer' },
  contributionAgency: { th: 'หน่วยงานร่วม', en: 'Contributing agency' },
  answer: { th: 'คำตอบ', en: 'Answer' },
  record: { th: 'บันทึกคำตอบ', en: 'Record the answer' },
  reasonHint: { th: 'เช่น นอกเขตรับผิดชอบ ไม่เข้าเกณฑ์ ข้อมูลไม่พอ', en: 'Out of area, not eligible, not enough information' },
})

const ReferralNotice = ({ problem }: Pick<ActProps, 'problem'>) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { actor } = useSession()
  const referral = referralFor(problem, actor)
  if (referral === undefined) return null
  return (
    <Notice title={say.referral(agencyName(referral.agencyCode, language))}>
      {referral.state === 'SENT' && referral.answerBy !== undefined && (
        <p>{say.answerBy(formatDay(referral.answerBy, { language }))}</p>
      )}
      {referral.letter !== undefined && (
        <p>{say.letter(referral.letter.number, formatDay(referral.letter.writtenOn, { language }))}</p>
      )}
      <p>{say.due(formatDay(referral.dueOn, { language }))}</p>
      {referral.note !== '' && <p>{referral.note}</p>}
    </Notice>
  )
}

/** The agency takes the case on. */
export const AcceptReferral = (act: ActProps) => {
  const say = useWords(words)
  return (
    <ReasonDialog
      {...act}
      commandFor={reply => ({ type: 'AcceptReferral', input: { problemId: act.problem.id, reply } })}
      title={say.acceptTitle}
      confirmLabel={say.accept}
      label={say.reply}
    >
      <ReferralNotice problem={act.problem} />
    </ReasonDialog>
  )
}

/** The agency sends the case back with the reason; the district sees both moves. */
export const ReturnReferral = (act: ActProps) => {
  const say = useWords(words)
  const { actor } = useSession()
  const go = useGo()
  return (
    <ReasonDialog
      {...act}
      commandFor={reason => ({ type: 'ReturnReferral', input: { problemId: act.problem.id, reason } })}
      title={say.returnTitle}
      confirmLabel={say.send}
      label={say.reason}
      hint={say.reasonHint}
      missingCode="reason-missing"
      // A case sent back is no longer the agency's to see.
      onDone={() => actor.role === 'AGENCY' && go('/referrals')}
    >
      <ReferralNotice problem={act.problem} />
    </ReasonDialog>
  )
}

/** The agency's own part is done; whether the problem is solved is for somebody else to verify. */
export const CompleteReferral = (act: ActProps) => {
  const say = useWords(words)
  return (
    <ReasonDialog
      {...act}
      commandFor={result => ({ type: 'CompleteReferral', input: { problemId: act.problem.id, result } })}
      title={say.completeTitle}
      confirmLabel={say.complete}
      label={say.result}
      hint={say.completeHint}
      missingCode="result-missing"
    >
      <ReferralNotice problem={act.problem} />
    </ReasonDialog>
  )
}

type Answer = 'accept' | 'return' | 'complete'

/** The district writes down what a contributing agency answered by letter or telephone. */
export const AnswerContribution = ({ household, problem, onClose }: ActProps) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const open = (problem.contributions ?? []).filter(isOpenReferral)
  const [contributor, setContributor] = useState<string | null>(open[0]?.agencyCode ?? null)
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [text, setText] = useState('')
  const chosen = open.find(r => r.agencyCode === contributor)
  const about = { problemId: problem.id, contributor: contributor ?? '' }
  const commands: Record<Answer, HouseholdCommand> = {
    accept: { type: 'AcceptReferral', input: { ...about, reply: text.trim() } },
    return: { type: 'ReturnReferral', input: { ...about, reason: text.trim() } },
    complete: { type: 'CompleteReferral', input: { ...about, result: text.trim() } },
  }
  return (
    <ActDialog
      household={household}
      command={answer === null || chosen === undefined ? null : commands[answer]}
      title={say.contributionTitle}
      problem={problem}
      confirmLabel={say.record}
      onClose={onClose}
      fieldCodes={['reason-missing', 'result-missing']}
    >
      {errorOf => (
        <>
          <Select
            label={say.contributionAgency}
            options={open.map(r => ({ value: r.agencyCode, label: agencyName(r.agencyCode, language) }))}
            value={contributor}
            onChange={setContributor}
            isRequired
          />
          <RadioGroup
            label={say.answer}
            choices={[
              ...(chosen?.state === 'SENT' ? [{ value: 'accept' as const, label: say.accept }] : []),
              ...(chosen?.state === 'ACCEPTED' ? [{ value: 'complete' as const, label: say.completeTitle }] : []),
              { value: 'return' as const, label: say.returnTitle },
            ]}
            value={answer}
            onChange={setAnswer}
            error={answer === null ? errorOf('incomplete') : undefined}
            isRequired
          />
          <TextArea
            label={answer === 'return' ? say.reason : answer === 'complete' ? say.result : say.reply}
            value={text}
            onChange={setText}
            maxLength={2000}
            error={errorOf('reason-missing', 'result-missing')}
            isRequired={answer === 'return' || answer === 'complete'}
          />
        </>
      )}
    </ActDialog>
  )
}
