import { mayCommand } from '@thaiqm/core/access/permission.ts'
import { type Household, surveyIn } from '@thaiqm/core/household/household.ts'
import { surveyAllows } from '@thaiqm/core/survey/survey.ts'
import { Button } from '@thaiqm/ui/button.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { TextArea } from '@thaiqm/ui/text-field.tsx'
import { showToast } from '@thaiqm/ui/toast.tsx'
import { useState } from 'react'
import { useFieldApp } from '../platform/field-app.tsx'
import { usePerform } from '../platform/use-perform.ts'

const words = defineWords({
  title: { th: 'ตรวจแบบสำรวจ (ตำบล)', en: 'Verify the form (tambon)' },
  verify: { th: 'ตรวจแล้ว ถูกต้อง', en: 'Verified' },
  return: { th: 'ส่งกลับแก้ไข', en: 'Return it' },
  reason: { th: 'เหตุผลที่ส่งกลับ', en: 'Why it is returned' },
  send: { th: 'ยืนยันส่งกลับ', en: 'Return with this reason' },
  cancel: { th: 'ยกเลิก', en: 'Cancel' },
  verified: { th: 'บันทึกการตรวจแล้ว', en: 'Recorded as verified' },
  returned: { th: 'ส่งกลับแก้ไขแล้ว', en: 'Returned' },
})

/** The tambon's word on a form that somebody else has sent. */
export const ReviewPanel = ({ household }: { readonly household: Household }) => {
  const said = useWords(words)
  const { actor, roundOf } = useFieldApp()
  const { perform, isPending, refusal } = usePerform()
  const [isReturning, setReturning] = useState(false)
  const [reason, setReason] = useState('')
  const round = roundOf(household.areaCode)
  const survey = round === undefined ? undefined : surveyIn(household, round.id)
  if (survey === undefined || survey.state !== 'SUBMITTED') return null
  if (!mayCommand(actor, 'VerifySurvey') || !surveyAllows[survey.state].includes('VerifySurvey')) return null
  if (survey.submittedBy === actor.personId) return null
  const verify = async () => {
    const done = await perform(household.id, household, { type: 'VerifySurvey', input: { surveyId: survey.id } })
    if (done.ok) showToast({ title: said.verified })
  }
  const sendBack = async () => {
    const done = await perform(household.id, household, {
      type: 'ReturnSurvey',
      input: { surveyId: survey.id, reason },
    })
    if (done.ok) showToast({ title: said.returned })
  }
  return (
    <section className="fd-card">
      <h2>{said.title}</h2>
      {refusal !== undefined && (
        <Notice tone="danger" isLive>
          {refusal.text}
        </Notice>
      )}
      {isReturning ? (
        <>
          <TextArea label={said.reason} isRequired value={reason} onChange={text => setReason(text.slice(0, 2000))} />
          <Button kind="primary" isWide isPending={isPending} onPress={() => void sendBack()}>
            {said.send}
          </Button>
          <Button kind="quiet" isWide onPress={() => setReturning(false)}>
            {said.cancel}
          </Button>
        </>
      ) : (
        <>
          <Button kind="primary" icon="check" isWide isPending={isPending} onPress={() => void verify()}>
            {said.verify}
          </Button>
          <Button icon="undo" isWide onPress={() => setReturning(true)}>
            {said.return}
          </Button>
        </>
      )}
    </section>
  )
}
