import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { mayCommand } from '@thaiqm/core/access/permission.ts'
import { surveyAllows } from '@thaiqm/core/survey/survey.ts'
import { Button, ButtonRow } from '@thaiqm/ui/button.tsx'
import { useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'
import { useState } from 'react'
import { useCommand } from '../platform/commands.ts'
import { useSession } from '../platform/session.tsx'
import { ReasonDialog } from '../problem/reason-dialog.tsx'
import { useJudge } from '../problem/use-judge.ts'

const words = defineWords({
  VerifySurvey: { th: 'ตรวจผ่าน', en: 'Verify' },
  CertifySurvey: { th: 'รับรองข้อมูล', en: 'Certify' },
  ReturnSurvey: { th: 'ส่งกลับแก้ไข', en: 'Return' },
  returnTitle: { th: 'ส่งแบบสำรวจกลับแก้ไข', en: 'Return the form' },
  reason: { th: 'เหตุผลและสิ่งที่ต้องแก้ไข', en: 'Why, and what to correct' },
  reasonHint: {
    th: 'ผู้สำรวจจะเห็นข้อความนี้ในโทรศัพท์ โปรดระบุข้อที่ต้องแก้ให้ชัดเจน',
    en: 'The surveyor sees this on the phone. Say clearly which answers to correct.',
  },
  send: { th: 'ส่งกลับ', en: 'Return' },
})

type Survey = HouseholdView['surveys'][number]
interface ReviewProps {
  readonly household: HouseholdView
  readonly survey: Survey
  /** Called once an act is through, for going on to the next form. */
  readonly onDone?: (() => void) | undefined
}

/** What the officer may do with a form now: verify, certify, return with a reason. Refusals stand beside the buttons. */
export const ReviewActions = ({ household, survey, onDone }: ReviewProps) => {
  const { actor } = useSession()
  const say = useWords(words)
  const { giveToHousehold, isGiving } = useCommand()
  const judge = useJudge()
  const [refusal, setRefusal] = useState<string | null>(null)
  const [isReturning, setReturning] = useState(false)
  const [hasGiven, setGiven] = useState(false)
  const acts = (['CertifySurvey', 'VerifySurvey', 'ReturnSurvey'] as const).filter(
    act => surveyAllows[survey.state].includes(act) && mayCommand(actor, act),
  )
  if (acts.length === 0) return null
  const input = { surveyId: survey.id }
  const give = async (type: 'VerifySurvey' | 'CertifySurvey') => {
    const result = await giveToHousehold(household, { type, input })
    setRefusal(result.ok ? null : result.sentence)
    if (!result.ok) return
    // Until the server's answer is on the screen, a second press would only be parked.
    setGiven(true)
    onDone?.()
  }
  const standing = acts
    .filter(act => act !== 'ReturnSurvey')
    .map(act => judge(household, { type: act, input }))
    .find(judgement => judgement !== null)?.sentence
  return (
    <>
      {(refusal ?? standing) != null && <Notice tone="warning">{refusal ?? standing}</Notice>}
      <ButtonRow>
        {acts.map(act =>
          act === 'ReturnSurvey' ? (
            <Button key={act} icon="undo" onPress={() => setReturning(true)}>
              {say.ReturnSurvey}
            </Button>
          ) : (
            <Button
              key={act}
              kind="primary"
              icon={act === 'CertifySurvey' ? 'shield' : 'check'}
              isPending={isGiving}
              isDisabled={standing !== undefined || hasGiven}
              onPress={() => void give(act)}
            >
              {say[act]}
            </Button>
          ),
        )}
      </ButtonRow>
      {isReturning && (
        <ReasonDialog
          household={household}
          commandFor={reason => ({ type: 'ReturnSurvey', input: { surveyId: survey.id, reason } })}
          title={say.returnTitle}
          confirmLabel={say.send}
          label={say.reason}
          hint={say.reasonHint}
          missingCode="reason-missing"
          onClose={() => setReturning(false)}
          onDone={onDone}
        />
      )}
    </>
  )
}
