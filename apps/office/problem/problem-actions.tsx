import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { Button } from '@thaiqm/ui/button.tsx'
import type { IconName } from '@thaiqm/ui/icons.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { Menu } from '@thaiqm/ui/menu.tsx'
import { type ReactNode, useState } from 'react'
import { RecordAssistance } from '../assistance/record-assistance.tsx'
import { PublishNeed } from '../need/publish-need.tsx'
import { WithdrawNeed } from '../need/withdraw-need.tsx'
import { useSession } from '../platform/session.tsx'
import { AcceptReferral, AnswerContribution, CompleteReferral, ReturnReferral } from '../referral/answer-referral.tsx'
import { ReferProblem, ReferToContributor } from '../referral/refer-problem.tsx'
import type { ActProps } from './act-props.ts'
import { allowedActs, mainAct, type OfferedAct } from './allowed-acts.ts'
import { AnalyseCauses } from './analyse-causes.tsx'
import { CancelProblem, DecideCancellation, ProposeCancellation } from './cancel-problem.tsx'
import { ChooseLane } from './choose-lane.tsx'
import { CloseProblem } from './close-problem.tsx'
import { DeclareUnresolvable } from './declare-unresolvable.tsx'
import { MarkSelfResolved } from './mark-self-resolved.tsx'
import { DecidePause, RequestPause } from './pause-clock.tsx'
import { RecheckProblem } from './recheck-problem.tsx'
import { RecordFollowUp } from './record-follow-up.tsx'
import { RecordRevisit } from './record-revisit.tsx'
import { ReopenProblem } from './reopen-problem.tsx'
import { ResumeWork } from './resume-work.tsx'
import { StartWork } from './start-work.tsx'
import './problem-actions.css'

const words = defineWords({
  more: { th: (code: string) => `การดำเนินการกับปัญหา ${code}`, en: code => `Actions on problem ${code}` },
  DecideCancellation: { th: 'พิจารณาข้อเสนอยกเลิก', en: 'Decide cancellation' },
  AcceptReferral: { th: 'รับเรื่อง', en: 'Accept' },
  ReturnReferral: { th: 'ส่งเรื่องคืนอำเภอ', en: 'Return to the district' },
  DecidePause: { th: 'พิจารณาคำขอหยุดนับเวลา', en: 'Decide on a pause' },
  CompleteReferral: { th: 'หน่วยงานดำเนินการแล้วเสร็จ', en: 'Agency’s part done' },
  AnswerContribution: { th: 'บันทึกคำตอบหน่วยงานร่วม', en: 'Contributing agency’s answer' },
  ReferToContributor: { th: 'ขอความร่วมมือหน่วยงานร่วม', en: 'Ask a contributing agency' },
  ChooseLane: { th: 'เลือกช่องทางแก้ไข', en: 'Choose a lane' },
  RecordFollowUp: { th: 'ติดตามความคืบหน้า', en: 'Follow up' },
  RequestPause: { th: 'ขอหยุดนับเวลา', en: 'Ask for a pause' },
  RecordRevisit: { th: 'เยี่ยมซ้ำหลังแก้ไข', en: 'Re-visit' },
  CloseProblem: { th: 'ตรวจรับผลการแก้ไข', en: 'Verify as solved' },
  RecordAssistance: { th: 'บันทึกการช่วยเหลือ', en: 'Record help' },
  RecheckProblem: { th: 'บันทึกผล Re-X-Ray', en: 'Record Re-X-Ray result' },
  ReferProblem: { th: 'ส่งต่อหน่วยงาน', en: 'Refer to an agency' },
  PublishNeed: { th: 'เผยแพร่ความต้องการ', en: 'Publish a need' },
  WithdrawNeed: { th: 'ยุติการเผยแพร่ความต้องการ', en: 'Withdraw the published need' },
  StartWork: { th: 'เริ่มดำเนินการ', en: 'Start work' },
  AnalyseCauses: { th: 'วิเคราะห์สาเหตุ', en: 'Analyse causes' },
  MarkSelfResolved: { th: 'แก้ไขได้ด้วยตนเอง', en: 'Self-resolved' },
  ReopenProblem: { th: 'เปิดปัญหาขึ้นใหม่', en: 'Reopen' },
  ResumeWork: { th: 'นำกลับมาดำเนินการ', en: 'Resume work' },
  DeclareUnresolvable: { th: 'วินิจฉัยว่าแก้ไขไม่ได้', en: 'Declare unresolvable' },
  ProposeCancellation: { th: 'เสนอยกเลิก', en: 'Propose to cancel' },
  CancelProblem: { th: 'ยกเลิกปัญหา', en: 'Cancel the problem' },
})

const RecordAssistanceForOne = ({ household, problem, onClose }: ActProps) => (
  <RecordAssistance household={household} problemId={problem.id} onClose={onClose} />
)

const dialogs: Record<OfferedAct, (props: ActProps) => ReactNode> = {
  DecideCancellation,
  AcceptReferral,
  ReturnReferral,
  DecidePause,
  CompleteReferral,
  AnswerContribution,
  ReferToContributor,
  ChooseLane,
  RecordFollowUp,
  RequestPause,
  RecordRevisit,
  CloseProblem,
  RecordAssistance: RecordAssistanceForOne,
  RecheckProblem,
  ReferProblem,
  PublishNeed,
  WithdrawNeed,
  StartWork,
  AnalyseCauses,
  MarkSelfResolved,
  ReopenProblem,
  ResumeWork,
  DeclareUnresolvable,
  ProposeCancellation,
  CancelProblem,
}

const icons: Partial<Record<OfferedAct, IconName>> = {
  DecideCancellation: 'clipboard',
  AcceptReferral: 'inbox',
  ReturnReferral: 'undo',
  DecidePause: 'pause',
  CompleteReferral: 'check',
  AnswerContribution: 'inbox',
  ReferToContributor: 'send',
  ChooseLane: 'arrow-right',
  RecordFollowUp: 'clock',
  RequestPause: 'pause',
  RecordRevisit: 'pin',
  CloseProblem: 'check-circle',
  RecordAssistance: 'heart',
  RecheckProblem: 'search',
  ReferProblem: 'send',
  PublishNeed: 'users',
  WithdrawNeed: 'undo',
  StartWork: 'flag',
  AnalyseCauses: 'target',
  MarkSelfResolved: 'check',
  ReopenProblem: 'history',
  ResumeWork: 'history',
  DeclareUnresolvable: 'warning',
  ProposeCancellation: 'close',
  CancelProblem: 'trash',
}

export interface ProblemActionsProps {
  readonly household: HouseholdView
  readonly problem: HouseholdView['problems'][number]
}

/** What the signed-in person may do about one hardship now: the likeliest act as a button, the others in a menu. */
export const ProblemActions = ({ household, problem }: ProblemActionsProps) => {
  const say = useWords(words)
  const { actor, rounds, today } = useSession()
  const [open, setOpen] = useState<OfferedAct | null>(null)
  const acts = allowedActs(household, problem, { actor, rounds, today })
  const main = mainAct(household, problem, acts, { actor, rounds, today })
  if (main === undefined && acts.length === 0) return null
  const others = acts.filter(act => act !== main)
  const OpenDialog = open === null ? null : dialogs[open]
  return (
    <div className="problem-actions">
      {main !== undefined && (
        <Button size="small" icon={icons[main]} onPress={() => setOpen(main)}>
          {say[main]}
        </Button>
      )}
      {others.length > 0 && (
        <Menu
          label={say.more(problem.kindCode)}
          actions={others.map(act => ({
            id: act,
            label: say[act],
            icon: icons[act],
            isDangerous: act === 'CancelProblem',
            onPress: () => setOpen(act),
          }))}
        />
      )}
      {OpenDialog !== null && <OpenDialog household={household} problem={problem} onClose={() => setOpen(null)} />}
    </div>
  )
}
