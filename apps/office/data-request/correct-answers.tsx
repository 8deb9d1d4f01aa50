import { compiledQuestionnaire } from '@thaiqm/catalogue/catalogue.ts'
import { seesRestricted } from '@thaiqm/core/access/actor.ts'
import { type AnswerValue, type FormAnswers, NO_ANSWERS } from '@thaiqm/core/form/form-answers.ts'
import { HELD_BY_COMMAND } from '@thaiqm/core/form/form-definition.ts'
import type { MemberId, ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import { memberName } from '@thaiqm/core/member/member.ts'
import { type SaidPlace, saidAt } from '@thaiqm/core/survey/answers-one-by-one.ts'
import { type CorrectAnswersInput, correctionEffect } from '@thaiqm/core/survey/correct-answers.ts'
import { Checkbox } from '@thaiqm/ui/choice-group.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { ComboBox } from '@thaiqm/ui/select.tsx'
import { useState } from 'react'
import type { RecordDialogProps } from '../household/record-dialog.ts'
import { kindName } from '../platform/names.ts'
import { newId } from '../platform/new-id.ts'
import { ReasonField } from '../platform/reason-field.tsx'
import { useDecisionContext, useSession } from '../platform/session.tsx'
import { ActDialog } from '../problem/act-dialog.tsx'
import { writeAnswer } from '../survey/shown-answers.ts'
import { AnswerField } from './answer-field.tsx'

const words = defineWords({
  title: { th: 'แก้ไขคำตอบในแบบสำรวจ', en: 'Correct an answer of the form' },
  lead: {
    th: 'แก้ตามที่ครัวเรือนแจ้ง แบบสำรวจคงสถานะเดิม และคำตอบเดิมเก็บไว้ในประวัติ',
    en: 'As the household says. The form keeps its state, and the old answer stays in its history.',
  },
  confirm: { th: 'บันทึกคำตอบที่แก้ไข', en: 'Save the correction' },
  noForm: { th: 'ยังไม่มีแบบสำรวจที่แก้ไขได้', en: 'There is no form to correct yet.' },
  question: { th: 'คำถามที่จะแก้ไข', en: 'Which question' },
  questionHint: { th: 'พิมพ์บางส่วนของคำถามเพื่อค้นหา', en: 'Type a part of the question to find it.' },
  before: { th: (answer: string) => `คำตอบเดิม: ${answer}`, en: answer => `Answer so far: ${answer}` },
  none: { th: 'ไม่ได้ระบุ', en: 'none' },
  answer: { th: 'คำตอบที่ถูกต้อง', en: 'The right answer' },
  reason: { th: 'เหตุผลและหลักฐานที่ใช้', en: 'Why, and what shows it' },
  raises: {
    th: (kind: string) => `คำตอบใหม่บ่งชี้ปัญหา ${kind}`,
    en: kind => `The new answer raises ${kind}`,
  },
  record: { th: 'บันทึกเป็นปัญหาของครัวเรือน', en: 'Record it as a problem of the household' },
  notRecord: {
    th: 'หากไม่เลือก ระบบถือว่าไม่ใช่ปัญหา ตามเหตุผลที่ระบุไว้ข้างต้น',
    en: 'Not ticked, it is taken as no problem, for the reason given above.',
  },
  noLonger: {
    th: (kinds: string) => `คำตอบใหม่ไม่บ่งชี้ปัญหา ${kinds} อีกแล้ว ระบบไม่ยกเลิกให้เอง โปรดพิจารณาที่รายการปัญหาหลังบันทึก`,
    en: kinds =>
      `The new answer no longer raises ${kinds}. Nothing is cancelled by itself: please look at the problems.`,
  },
})

interface Choice extends SaidPlace {
  readonly key: string
  readonly label: string
}

const changed = (place: SaidPlace, value: AnswerValue): FormAnswers => {
  const own = { [place.questionId]: value }
  if (place.scope === 'household') return { ...NO_ANSWERS, household: own }
  const room = place.scope === 'member' ? 'members' : 'problems'
  return { ...NO_ANSWERS, [room]: { [place.instanceId ?? '']: own } }
}

/** One answer put right: the question found by its words, the old value beside, and what the new one raises. */
export const CorrectAnswers = ({ household, onClose }: RecordDialogProps) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { actor, round } = useSession()
  const context = useDecisionContext()
  const survey = household.surveys.find(one => one.roundId === round?.id) ?? household.surveys.at(-1)
  const form = survey === undefined ? undefined : compiledQuestionnaire(survey.formVersion)
  const [key, setKey] = useState<string | null>(null)
  const [value, setValue] = useState<AnswerValue>(null)
  const [reason, setReason] = useState('')
  const [left, setLeft] = useState<readonly string[]>([])
  // The same problem keeps its id while the answer is still being typed.
  const [ids] = useState(() => new Map<string, ProblemId>())

  const choices = (form?.inOrder ?? []).flatMap(({ question }): Choice[] => {
    const isHeld = question.type === 'calculate' || HELD_BY_COMMAND.has(question.type) || question.scope === 'problem'
    if (isHeld || (question.restricted === true && !seesRestricted(actor))) return []
    const label = language === 'th' ? question.labelTh : question.labelEn
    const of = (instanceId: string | null, whose: string): Choice => ({
      scope: question.scope,
      instanceId,
      questionId: question.id,
      key: `${question.id}/${instanceId ?? ''}`,
      label: whose === '' ? label : `${label} (${whose})`,
    })
    return question.scope === 'household' ? [of(null, '')] : household.members.map(m => of(m.id, memberName(m)))
  })
  const chosen = choices.find(choice => choice.key === key)
  const question = chosen === undefined ? undefined : form?.questionById.get(chosen.questionId)?.question
  const answers = chosen === undefined ? undefined : changed(chosen, value)
  const effect =
    survey === undefined || answers === undefined || value === null
      ? { raised: [], noLongerRaised: [] }
      : correctionEffect(household, { surveyId: survey.id, answers }, context)
  const nameOf = (raise: { readonly kindCode: string; readonly memberId: string | null }) =>
    `${raise.kindCode}|${raise.memberId ?? ''}`
  const isTaken = (raise: (typeof effect.raised)[number]) => !left.includes(nameOf(raise))
  const choose = (next: string | null) => {
    const place = choices.find(choice => choice.key === next)
    setKey(next)
    // Ticked choices are changed one by one; anything else is given anew, the old answer standing beside it.
    const before = place === undefined || survey === undefined ? null : saidAt(survey.answers, place)
    setValue(Array.isArray(before) ? before : null)
  }
  const give = (raise: (typeof effect.raised)[number], take: boolean) =>
    setLeft(take ? left.filter(one => one !== nameOf(raise)) : [...left, nameOf(raise)])
  const idOf = (name: string): ProblemId => {
    const id = ids.get(name) ?? (newId() as ProblemId)
    ids.set(name, id)
    return id
  }
  const input: CorrectAnswersInput | null =
    survey === undefined || answers === undefined
      ? null
      : {
          surveyId: survey.id,
          answers,
          raised: effect.raised.filter(isTaken).map(raise => ({
            problemId: idOf(nameOf(raise)),
            kindCode: raise.kindCode,
            memberId: raise.memberId as MemberId | null,
            description: reason.trim(),
          })),
          removed: effect.raised
            .filter(raise => !isTaken(raise))
            .map(({ kindCode, memberId }) => ({
              kindCode,
              memberId: memberId as MemberId | null,
              reason: reason.trim(),
            })),
          reason: reason.trim(),
        }
  const kindsOf = (of: readonly { readonly kindCode: string }[]) =>
    of.map(({ kindCode }) => `${kindCode} ${kindName(kindCode, language)}`).join(', ')
  return (
    <ActDialog
      household={household}
      command={input === null ? null : { type: 'CorrectAnswers', input }}
      title={say.title}
      description={say.lead}
      confirmLabel={say.confirm}
      size="large"
      onClose={onClose}
      blocked={form === undefined || survey?.state === 'RETURNED' ? say.noForm : null}
      fieldCodes={['reason-missing', 'answer-unchanged', 'answers-invalid', 'answers-missing']}
    >
      {errorOf => (
        <>
          <ComboBox
            label={say.question}
            hint={say.questionHint}
            options={choices.map(choice => ({ value: choice.key, label: choice.label }))}
            value={key}
            onChange={choose}
            error={key === null ? errorOf('incomplete') : undefined}
            isRequired
          />
          {chosen !== undefined && question !== undefined && survey !== undefined && (
            <>
              <p className="of-muted">
                {say.before(writeAnswer(question, saidAt(survey.answers, chosen), language) ?? say.none)}
              </p>
              <AnswerField
                key={chosen.key}
                question={question}
                label={say.answer}
                value={value}
                onChange={setValue}
                error={errorOf('answer-unchanged', 'answers-invalid', 'answers-missing')}
              />
            </>
          )}
          <ReasonField
            label={say.reason}
            value={reason}
            onChange={setReason}
            error={errorOf('reason-missing', ...(reason.trim() === '' ? ['incomplete'] : []))}
          />
          {effect.raised.map(raise => (
            <Notice key={nameOf(raise)} tone="warning" title={say.raises(kindsOf([raise]))}>
              <Checkbox isSelected={isTaken(raise)} onChange={take => give(raise, take)}>
                {say.record}
              </Checkbox>
              <p className="of-small">{say.notRecord}</p>
            </Notice>
          ))}
          {effect.noLongerRaised.length > 0 && (
            <Notice tone="info">{say.noLonger(kindsOf(effect.noLongerRaised))}</Notice>
          )}
        </>
      )}
    </ActDialog>
  )
}
