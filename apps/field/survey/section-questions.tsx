import type { InstanceState, QuestionState } from '@thaiqm/core/form/evaluate-form.ts'
import { dayOf } from '@thaiqm/core/ledger/day.ts'
import { isLivingHere, memberAge, memberName } from '@thaiqm/core/member/member.ts'
import { Checkbox } from '@thaiqm/ui/choice-group.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { Disclosure } from '@thaiqm/ui/tabs.tsx'
import { useEffect } from 'react'
import { withAnswer } from './draft.ts'
import { isAskedHere } from './held-answers.ts'
import { QuestionField } from './question-field.tsx'
import type { OpenSurvey } from './use-survey.ts'
import './survey.css'

const words = defineWords({
  same: { th: 'เหมือนรอบก่อน (สอบถามแล้ว ไม่มีการเปลี่ยนแปลงในหมวดนี้)', en: 'Same as last round (asked; nothing changed)' },
  sameNote: {
    th: 'ใช้ข้อมูลของรอบก่อนทั้งหมวด หากมีสิ่งใดเปลี่ยนไป ให้ยกเลิกเครื่องหมายแล้วตอบใหม่',
    en: 'The last round stands for this section. If anything changed, untick and answer.',
  },
  household: { th: 'ทั้งครัวเรือน', en: 'The whole household' },
  age: { th: (n: number) => `อายุ ${n} ปี`, en: n => `age ${n}` },
  progress: { th: (a: number, b: number) => `ตอบ ${a} จาก ${b}`, en: (a, b) => `${a} of ${b} answered` },
  none: { th: 'ไม่มีข้อที่ต้องถามครัวเรือนนี้ในหมวดนี้', en: 'Nothing to ask this household here' },
})

const asksOf = (instance: InstanceState): readonly QuestionState[] =>
  instance.questions.filter(
    q => q.relevant && (q.question.type === 'calculate' || isAskedHere(q.question)) && q.question.type !== 'signature',
  )

const answeredOf = (asks: readonly QuestionState[]) => {
  const counted = asks.filter(q => q.question.type !== 'calculate' && (q.required || q.answered))
  return { asked: counted.length, answered: counted.filter(q => q.answered).length }
}

/** Brings the question an address points to into view, once the page stands. */
const useArrivalAtQuestion = () => {
  useEffect(() => {
    const target = document.getElementById(decodeURIComponent(window.location.hash.slice(1)))
    if (target === null) return
    target.scrollIntoView({ block: 'center' })
    target.querySelector<HTMLElement>('input, textarea, button')?.focus({ preventScroll: true })
  }, [])
}

export interface SectionQuestionsProps extends OpenSurvey {
  readonly sectionId: string
}

/** The questions of one section: the household's, then each member's under the member's name. */
export const SectionQuestions = ({ sectionId, household, draft, state, change }: SectionQuestionsProps) => {
  const said = useWords(words)
  useArrivalAtQuestion()
  const section = state.evaluation.sections.find(s => s.section.id === sectionId)
  if (section === undefined) return null
  const wasSurveyed = household.origin === 'BASELINE' || household.surveys.some(s => s.roundId !== draft.roundId)
  const maySame = section.section.mayBeSameAsLastRound && wasSurveyed
  const isSame = draft.sameAsLastRound.includes(sectionId)
  const showsMissing = window.location.hash.startsWith('#q-')
  const groups = section.instances
    .filter(instance => instance.scope !== 'problem')
    .map(instance => ({ instance, asks: asksOf(instance) }))
    .filter(({ asks }) => asks.length > 0)
  const members = new Map(draft.members.filter(isLivingHere).map(member => [member.id as string, member]))
  const firstOpen = groups.find(({ asks, instance }) => {
    const { asked, answered } = answeredOf(asks)
    return instance.scope === 'member' && answered < asked
  })
  const fields = (asks: readonly QuestionState[]) => (
    <FieldStack>
      {asks.map(q => (
        <QuestionField
          key={q.question.id}
          state={q}
          showsMissing={showsMissing}
          onChange={value =>
            change(known => ({
              answers: withAnswer(
                known.answers,
                { scope: q.scope, instanceId: q.instanceId, questionId: q.question.id },
                value,
              ),
            }))
          }
        />
      ))}
    </FieldStack>
  )
  const visitedOn = dayOf(draft.visitedAt)
  return (
    <>
      {maySame && (
        <Checkbox
          isSelected={isSame}
          onChange={ticked =>
            change(known => ({
              sameAsLastRound: ticked
                ? [...known.sameAsLastRound, sectionId]
                : known.sameAsLastRound.filter(id => id !== sectionId),
            }))
          }
        >
          {said.same}
        </Checkbox>
      )}
      {isSame && <Notice>{said.sameNote}</Notice>}
      {!isSame && groups.length === 0 && <p className="fd-muted">{said.none}</p>}
      {!isSame &&
        groups.map(({ instance, asks }) => {
          if (instance.scope === 'household') return <div key="household">{fields(asks)}</div>
          const member = members.get(instance.instanceId ?? '')
          if (member === undefined) return null
          const age = memberAge(member, visitedOn)
          const { asked, answered } = answeredOf(asks)
          const name = [memberName(member), age === null ? '' : said.age(age)].filter(Boolean).join(' · ')
          return (
            <section key={member.id} className="fd-member-questions" aria-label={memberName(member)}>
              <Disclosure
                level={2}
                title={`${name} — ${said.progress(answered, asked)}`}
                isOpenAtFirst={showsMissing || instance === firstOpen?.instance || answered < asked}
              >
                {fields(asks)}
              </Disclosure>
            </section>
          )
        })}
    </>
  )
}
