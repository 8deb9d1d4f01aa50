import { problemKindByCode, reXrayVerdicts } from '@thaiqm/catalogue/catalogue.ts'
import { mayCommand } from '@thaiqm/core/access/permission.ts'
import { type Household, surveyIn } from '@thaiqm/core/household/household.ts'
import { memberName } from '@thaiqm/core/member/member.ts'
import type { Survey } from '@thaiqm/core/survey/survey.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { Badge, type Tone } from '@thaiqm/ui/badge.tsx'
import { Button } from '@thaiqm/ui/button.tsx'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { ErrorNotice, Notice } from '@thaiqm/ui/notice.tsx'
import { TextArea } from '@thaiqm/ui/text-field.tsx'
import { showToast } from '@thaiqm/ui/toast.tsx'
import { type ReactNode, useState } from 'react'
import { decideHere } from '../platform/decide.ts'
import { useFieldApp } from '../platform/field-app.tsx'
import { refusalText } from '../platform/refusal-text.ts'
import { usePerform } from '../platform/use-perform.ts'
import { answerText } from './answer-text.ts'
import { type RaisingAnswer, verifySummary } from './verify-summary.ts'

const words = defineWords({
  title: { th: 'ตรวจแบบสำรวจ (ตำบล)', en: 'Verify the form (tambon)' },
  on: {
    th: (day: string, n: string) => `สำรวจเมื่อ ${day} · คำตอบ ${n} ข้อ`,
    en: (day, n) => `Surveyed on ${day}; ${n} answers`,
  },
  again: { th: (n: number) => `ส่งครั้งที่ ${n}`, en: n => `Sent ${n} times` },
  late: { th: 'บันทึกหลังกำหนด', en: 'Recorded late' },
  rechecked: { th: 'ผลตรวจสอบปัญหาเดิม', en: 'Old problems, re-checked' },
  notRechecked: { th: 'ยังไม่มีผล', en: 'No result yet' },
  raising: { th: 'คำตอบที่บ่งชี้ปัญหา', en: 'Answers that raise a problem' },
  noneRaising: { th: 'ไม่มีคำตอบที่บ่งชี้ปัญหา', en: 'No answer raises a problem' },
  seen: { th: 'ปัญหาที่พบเห็นขณะเยี่ยม', en: 'Seen on the visit' },
  new: { th: 'ปัญหาใหม่', en: 'New' },
  known: { th: 'ปัญหาเดิมที่ยังมีอยู่', en: 'Known, still there' },
  'set-aside': { th: 'ผู้สำรวจไม่นับเป็นปัญหา', en: 'Set aside by the surveyor' },
  noNew: { th: 'ผู้สำรวจยืนยันว่าไม่มีปัญหาใหม่', en: 'The surveyor confirms: no new problem' },
  same: { th: 'ตอบว่าเหมือนรอบก่อน', en: 'Same as last round' },
  verify: { th: 'ตรวจแล้ว ถูกต้อง', en: 'Verified' },
  return: { th: 'ส่งกลับแก้ไข', en: 'Return it' },
  reason: { th: 'เหตุผลที่ส่งกลับ', en: 'Why it is returned' },
  send: { th: 'ยืนยันส่งกลับ', en: 'Return with this reason' },
  cancel: { th: 'ยกเลิก', en: 'Cancel' },
  verified: { th: 'บันทึกการตรวจแล้ว', en: 'Recorded as verified' },
  returned: { th: 'ส่งกลับแก้ไขแล้ว', en: 'Returned' },
})

const standingTone: Record<RaisingAnswer['standing'], Tone> = { new: 'danger', known: 'info', 'set-aside': 'warning' }

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <div className="fd-group">
    <h3>{title}</h3>
    <ul className="fd-list">{children}</ul>
  </div>
)

/** What of the form is to be looked at: results of old hardships, answers that raise one, and what was seen. */
const Summary = ({ household, survey }: { readonly household: Household; readonly survey: Survey }) => {
  const said = useWords(words)
  const { language } = useLanguage()
  const { actor } = useFieldApp()
  const { rechecked, raising, seenOnVisit, same, answered } = verifySummary(household, survey, actor)
  const kindName = (code: string) => {
    const kind = problemKindByCode.get(code)
    return `${code} ${kind === undefined ? '' : language === 'th' ? kind.th : kind.en}`
  }
  const whose = (memberId: string | null) => {
    const member = household.members.find(one => one.id === memberId)
    return member === undefined ? '' : memberName(member)
  }
  const verdictName = (code: string) => {
    const verdict = reXrayVerdicts.find(one => one.code === code)
    return verdict === undefined ? code : language === 'th' ? verdict.th : verdict.en
  }
  return (
    <>
      <p className="fd-muted">
        {said.on(formatDay(survey.surveyedOn, { language }), formatNumber(answered, language))}
      </p>
      <div className="fd-row">
        {survey.revision > 1 && <Badge>{said.again(survey.revision)}</Badge>}
        {survey.late && <Badge tone="warning">{said.late}</Badge>}
        {survey.noNewProblem && <Badge tone="info">{said.noNew}</Badge>}
      </div>
      {rechecked.length > 0 && (
        <Part title={said.rechecked}>
          {rechecked.map(({ problem, recheck }) => (
            <li key={problem.id}>
              {[kindName(problem.kindCode), whose(problem.memberId)].filter(Boolean).join(' · ')}
              <div className="fd-row">
                <Badge tone={recheck === undefined ? 'warning' : recheck.verdict === 'R1' ? 'good' : 'info'}>
                  {recheck === undefined ? said.notRechecked : verdictName(recheck.verdict)}
                </Badge>
              </div>
              {recheck !== undefined && recheck.note !== '' && <p className="fd-muted fd-plain">{recheck.note}</p>}
            </li>
          ))}
        </Part>
      )}
      {raising.length === 0 ? (
        <p className="fd-muted">{said.noneRaising}</p>
      ) : (
        <Part title={said.raising}>
          {raising.map(({ kindCode, memberId, question, answer, standing }) => (
            <li key={`${kindCode}${memberId}`}>
              {[kindName(kindCode), whose(memberId)].filter(Boolean).join(' · ')}
              {question !== undefined && (
                <p className="fd-muted fd-plain">
                  {language === 'th' ? question.labelTh : question.labelEn}{' '}
                  <strong>{answerText(question, answer, language)}</strong>
                </p>
              )}
              <div className="fd-row">
                <Badge tone={standingTone[standing]}>{said[standing]}</Badge>
              </div>
            </li>
          ))}
        </Part>
      )}
      {seenOnVisit.length > 0 && (
        <Part title={said.seen}>
          {seenOnVisit.map(problem => (
            <li key={problem.id}>
              {[kindName(problem.kindCode), whose(problem.memberId)].filter(Boolean).join(' · ')}
              {problem.description !== '' && <p className="fd-muted fd-plain">{problem.description}</p>}
            </li>
          ))}
        </Part>
      )}
      {same.length > 0 && (
        <p className="fd-muted fd-small">
          {said.same}: {same.map(one => (language === 'th' ? one.titleTh : one.titleEn)).join(', ')}
        </p>
      )}
    </>
  )
}

/** The tambon's word on a form that somebody else has sent; what the rules refuse is said before anything is pressed. */
export const VerifyCard = ({ household }: { readonly household: Household }) => {
  const said = useWords(words)
  const { language } = useLanguage()
  const { actor, judge, roundOf } = useFieldApp()
  const { perform, isPending, refusal } = usePerform()
  const [isReturning, setReturning] = useState(false)
  const [reason, setReason] = useState('')
  const round = roundOf(household.areaCode)
  const survey = round === undefined ? undefined : surveyIn(household, round.id)
  if (survey === undefined || survey.state !== 'SUBMITTED' || !mayCommand(actor, 'VerifySurvey')) return null
  const verifying = { type: 'VerifySurvey', input: { surveyId: survey.id } } as const
  const verdict = decideHere(household.id, household, verifying, judge)
  const isOwn = survey.submittedBy === actor.personId
  const verify = async () => {
    const done = await perform(household.id, household, verifying)
    if (done.ok) showToast({ title: said.verified })
  }
  const sendBack = async () => {
    const done = await perform(household.id, household, {
      type: 'ReturnSurvey',
      input: { surveyId: survey.id, reason: reason.trim() },
    })
    if (done.ok) showToast({ title: said.returned })
  }
  return (
    <section className="fd-card" aria-label={said.title}>
      <h2>{said.title}</h2>
      {!isOwn && <Summary household={household} survey={survey} />}
      {!verdict.ok && <Notice tone={isOwn ? 'info' : 'warning'}>{refusalText(verdict, language)}</Notice>}
      <ErrorNotice>{refusal?.text}</ErrorNotice>
      {!isOwn && isReturning && (
        <>
          <TextArea label={said.reason} isRequired value={reason} onChange={text => setReason(text.slice(0, 2000))} />
          <Button kind="primary" isWide isPending={isPending} onPress={() => void sendBack()}>
            {said.send}
          </Button>
          <Button kind="quiet" isWide onPress={() => setReturning(false)}>
            {said.cancel}
          </Button>
        </>
      )}
      {!isOwn && !isReturning && (
        <>
          <Button
            kind="primary"
            icon="check"
            isWide
            isPending={isPending}
            isDisabled={!verdict.ok}
            onPress={() => void verify()}
          >
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
