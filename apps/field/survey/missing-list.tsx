import type { QuestionPlace } from '@thaiqm/core/form/evaluate-form.ts'
import { memberName } from '@thaiqm/core/member/member.ts'
import { TextLink } from '@thaiqm/ui/button.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import type { Lack } from './draft-state.ts'
import { questionElementId } from './question-field.tsx'
import type { OpenSurvey } from './use-survey.ts'

const words = defineWords({
  title: { th: (n: number) => `ยังไม่ครบ ${n} รายการ`, en: n => `${n} things are missing` },
  complete: { th: 'ข้อมูลครบ พร้อมส่ง', en: 'Complete, ready to send' },
  inSection: { th: (title: string, n: number) => `${title} ยังขาด ${n} ข้อ`, en: (title, n) => `${title}: ${n} missing` },
  notice: { th: 'ยังไม่ได้แจ้งวัตถุประสงค์และสิทธิตาม PDPA', en: 'The PDPA notice has not been read' },
  members: { th: 'ยังไม่มีสมาชิกในครัวเรือน', en: 'No members yet' },
  head: { th: 'โปรดระบุหัวหน้าครัวเรือน 1 คน', en: 'Name exactly one head' },
  'missed-reason': { th: 'ยังไม่ได้ระบุเหตุที่ตกหล่น', en: 'The reason it was missed' },
  verdicts: { th: 'ปัญหาเดิมยังตรวจสอบไม่ครบทุกเรื่อง', en: 'Old problems not all re-checked' },
  'removal-reasons': { th: 'ระบุเหตุผลที่ไม่นับเป็นปัญหา (ด้านล่าง)', en: 'Reasons for problems taken out (below)' },
  'no-new-problem': { th: 'ยืนยันว่าไม่มีปัญหาใหม่ (ด้านล่าง)', en: 'Confirm no new problem (below)' },
  'invalid-answers': { th: 'มีคำตอบที่ต้องแก้ไข', en: 'An answer needs correcting' },
})

/** More than these are told section by section. */
const LISTED_ONE_BY_ONE = 8

/** What the form still lacks, section by section, each line a way there. */
export const MissingList = ({ household, draft, state }: OpenSurvey) => {
  const said = useWords(words)
  const { language } = useLanguage()
  const count = state.missing.length + state.lacks.length
  if (count === 0) return <Notice tone="good">{said.complete}</Notice>
  const names = new Map(draft.members.map(m => [m.id as string, memberName(m)]))
  const bySection = Map.groupBy(state.missing, place => place.sectionId)
  const labelOf = (questionId: string): string => {
    const question = state.form.questionById.get(questionId)?.question
    return (language === 'th' ? question?.labelTh : question?.labelEn) ?? questionId
  }
  const base = `/households/${household.id}/survey`
  const lackLine = (step: string, lack: Lack) =>
    step === 'summary' ? (
      <span>{said[lack]}</span>
    ) : (
      <TextLink href={`${base}/${step}${lack === 'verdicts' ? '#lacks' : ''}`}>{said[lack]}</TextLink>
    )
  return (
    <Notice tone="warning" title={said.title(count)}>
      <ul className="fd-missing">
        {state.lacks.map(({ step, lack }) => (
          <li key={`${step}-${lack}`}>{lackLine(step, lack)}</li>
        ))}
      </ul>
      <ul className="fd-missing">
        {[...bySection].map(([sectionId, places]) => {
          const [first] = places
          if (first === undefined) return null
          const step = state.steps.find(s => s.id === sectionId)
          const title = (language === 'th' ? step?.titleTh : step?.titleEn) ?? sectionId
          const wayTo = ({ questionId, instanceId }: QuestionPlace) =>
            `${base}/${sectionId}#${questionElementId(questionId, instanceId)}`
          if (state.missing.length > LISTED_ONE_BY_ONE) {
            return (
              <li key={sectionId}>
                <TextLink href={wayTo(first)}>{said.inSection(title, places.length)}</TextLink>
              </li>
            )
          }
          return places.map(place => (
            <li key={`${place.questionId}-${place.instanceId ?? ''}`}>
              <TextLink href={wayTo(place)}>
                {[labelOf(place.questionId), names.get(place.instanceId ?? '')].filter(Boolean).join(' — ')}
              </TextLink>
            </li>
          ))
        })}
      </ul>
    </Notice>
  )
}
