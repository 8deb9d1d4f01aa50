import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { memberName } from '@thaiqm/core/member/member.ts'
import type { Problem } from '@thaiqm/core/problem/problem.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Section } from '@thaiqm/ui/page-header.tsx'
import { kindName, stateName } from '../platform/names.ts'
import { carriedPreview, type PeoplePlaced } from './merging.ts'

const words = defineWords({
  title: { th: 'ข้อมูลที่จะโอนไปยังครัวเรือนที่คงไว้', en: 'What goes to the household that stays' },
  nothing: { th: 'ไม่มีบุคคลหรือปัญหาที่ครัวเรือนที่คงไว้ยังไม่มี', en: 'Nothing that it does not have already' },
  person: { th: (name: string) => `บุคคล: ${name}`, en: name => `Person: ${name}` },
  problem: { th: (name: string) => `ปัญหา: ${name}`, en: name => `Problem: ${name}` },
  there: { th: (name: string) => `มีอยู่แล้วทั้งสองครัวเรือน: ${name}`, en: name => `In both already: ${name}` },
  work: {
    th: (plans: number, helps: number) => `พร้อมแผน ${plans} รายการ และการช่วยเหลือ ${helps} รายการ`,
    en: (plans, helps) => `With ${plans} plans and ${helps} records of help`,
  },
})

export interface CarriedPreviewProps {
  readonly survivor: HouseholdView
  readonly duplicate: HouseholdView
  readonly placed: PeoplePlaced
}

/** What will be carried, before it is. */
export const CarriedPreview = ({ survivor, duplicate, placed }: CarriedPreviewProps) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { carried, alreadyThere } = carriedPreview(survivor, duplicate, placed)
  const told = (p: Problem) => `${p.kindCode} ${kindName(p.kindCode, language)} (${stateName(p.state, language)})`
  const isEmpty = carried.members.length + carried.problems.length === 0
  const work = carried.plans.length + carried.assistances.length
  return (
    <Section title={say.title} look="plain">
      <ul>
        {isEmpty && <li className="of-muted">{say.nothing}</li>}
        {carried.members.map(m => (
          <li key={m.id}>{say.person(memberName(m))}</li>
        ))}
        {carried.problems.map(p => (
          <li key={p.id}>{say.problem(told(p))}</li>
        ))}
        {work > 0 && <li>{say.work(carried.plans.length, carried.assistances.length)}</li>}
        {alreadyThere.map(p => (
          <li key={p.id} className="of-muted">
            {say.there(told(p))}
          </li>
        ))}
      </ul>
    </Section>
  )
}
