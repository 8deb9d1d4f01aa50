import { cancelReasons } from '@thaiqm/catalogue/catalogue.ts'
import type { ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { Select } from '@thaiqm/ui/select.tsx'
import { TextArea } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import type { ErrorOf } from '../platform/ledger-dialog.tsx'
import { kindName, stateName } from '../platform/names.ts'
import { ActDialog } from './act-dialog.tsx'
import type { ActProps } from './act-props.ts'
import { DecideRequest } from './decide-request.tsx'
import { cancellationDecided } from './request-decided.ts'

const words = defineWords({
  proposeTitle: { th: 'เสนอยกเลิกปัญหา', en: 'Propose to cancel' },
  propose: { th: 'เสนออำเภอพิจารณา', en: 'Send to the district' },
  cancelTitle: { th: 'ยกเลิกปัญหา', en: 'Cancel the problem' },
  cancel: { th: 'ยกเลิกปัญหานี้', en: 'Cancel this problem' },
  effect: {
    th: 'ปัญหาที่ยกเลิกแล้วไม่นับในยอดใด ๆ และนำกลับมาไม่ได้ ประวัติยังอยู่ในเส้นเวลา',
    en: 'A cancelled problem leaves every count and does not come back. Its history stays in the timeline.',
  },
  reason: { th: 'เหตุที่ยกเลิก', en: 'Reason' },
  note: { th: 'รายละเอียด', en: 'Details' },
  survivor: { th: 'ซ้ำกับปัญหาใด (ปัญหาที่คงไว้)', en: 'Duplicate of (the one that stays)' },
  decideTitle: { th: 'พิจารณาข้อเสนอยกเลิก', en: 'Decide the proposed cancellation' },
  proposed: { th: 'เหตุผลที่เสนอ', en: 'Reason proposed' },
  approve: { th: 'เห็นชอบให้ยกเลิก', en: 'Approve the cancellation' },
  decline: { th: 'ไม่เห็นชอบ ให้ดำเนินการต่อ', en: 'Decline; work goes on' },
  declineReason: { th: 'เหตุที่ไม่เห็นชอบ', en: 'Reason for declining' },
})

const useReasonFields = ({ household, problem }: Omit<ActProps, 'onClose'>) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const [code, setCode] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [survivorId, setSurvivorId] = useState<ProblemId | null>(null)
  const chosen = cancelReasons.find(one => one.code === code)
  const others = household.problems.filter(one => one.id !== problem.id && one.state !== 'CANCELLED')
  const input = {
    problemId: problem.id,
    reason: [chosen?.th ?? '', note.trim()].filter(part => part !== '').join(': '),
    survivorId: chosen?.needsSurvivor === true ? survivorId : null,
  }
  const isWhole = chosen !== undefined && (!chosen.needsSurvivor || survivorId !== null)
  const fieldsFor = (errorOf: ErrorOf) => (
    <>
      <Select
        label={say.reason}
        options={cancelReasons.map(one => ({ value: one.code, label: one[language] }))}
        value={code}
        onChange={setCode}
        error={code === null ? errorOf('incomplete') : undefined}
        isRequired
      />
      {chosen?.needsSurvivor === true && (
        <Select
          label={say.survivor}
          options={others.map(one => ({
            value: one.id,
            label: `${one.kindCode} ${kindName(one.kindCode, language)}`,
            description: stateName(one.state, language),
          }))}
          value={survivorId}
          onChange={setSurvivorId}
          error={survivorId === null ? errorOf('incomplete') : undefined}
          isRequired
        />
      )}
      <TextArea label={say.note} isOptional value={note} onChange={setNote} maxLength={1500} />
    </>
  )
  return { input, isWhole, fieldsFor }
}

/** The tambon proposes to cancel; the district decides. */
export const ProposeCancellation = (props: ActProps) => {
  const say = useWords(words)
  const { input, isWhole, fieldsFor } = useReasonFields(props)
  return (
    <ActDialog
      household={props.household}
      command={isWhole ? { type: 'ProposeCancellation', input } : null}
      title={say.proposeTitle}
      problem={props.problem}
      confirmLabel={say.propose}
      onClose={props.onClose}
    >
      {fieldsFor}
    </ActDialog>
  )
}

/** The district cancels without a proposal. */
export const CancelProblem = (props: ActProps) => {
  const say = useWords(words)
  const { input, isWhole, fieldsFor } = useReasonFields(props)
  return (
    <ActDialog
      household={props.household}
      command={isWhole ? { type: 'CancelProblem', input } : null}
      title={say.cancelTitle}
      problem={props.problem}
      confirmLabel={say.cancel}
      isDangerous
      onClose={props.onClose}
    >
      {errorOf => (
        <>
          <Notice tone="warning">{say.effect}</Notice>
          {fieldsFor(errorOf)}
        </>
      )}
    </ActDialog>
  )
}

/** The district approves or declines what the tambon has proposed. */
export const DecideCancellation = (props: ActProps) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { household, problem } = props
  const proposal = problem.cancellationProposal
  if (proposal === null) return null
  const survivor = household.problems.find(one => one.id === proposal.survivorId)
  const instead = survivor === undefined ? '' : ` (${survivor.kindCode} ${kindName(survivor.kindCode, language)})`
  return (
    <DecideRequest
      {...props}
      title={say.decideTitle}
      askedTitle={say.proposed}
      asked={`${proposal.reason}${instead}`}
      approve={say.approve}
      effect={say.effect}
      isDangerous
      decline={say.decline}
      declineReason={say.declineReason}
      commandFor={(isApproved, reason) => cancellationDecided(problem, proposal, isApproved, reason)}
    />
  )
}
