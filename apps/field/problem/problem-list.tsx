import { problemKindByCode } from '@thaiqm/catalogue/catalogue.ts'
import { seesProblem } from '@thaiqm/core/access/visible-problem.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import { memberName } from '@thaiqm/core/member/member.ts'
import type { Problem } from '@thaiqm/core/problem/problem.ts'
import { isLive } from '@thaiqm/core/problem/problem-state.ts'
import { problemStateNames } from '@thaiqm/core/problem/problem-state-name.ts'
import { oldProblemsFor } from '@thaiqm/core/rexray/old-problem.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { Badge } from '@thaiqm/ui/badge.tsx'
import { TextLink } from '@thaiqm/ui/button.tsx'
import { Icon } from '@thaiqm/ui/icons.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { useFieldApp } from '../platform/field-app.tsx'
import { problemStateTone } from './problem-state-tone.ts'

const words = defineWords({
  old: { th: (n: number) => `ปัญหาเดิม ${n} เรื่อง`, en: n => `${n} old problems` },
  found: { th: (n: number) => `ปัญหาที่พบในรอบนี้ ${n} เรื่อง`, en: n => `${n} found in this round` },
  none: { th: 'ไม่มีปัญหาที่บันทึกไว้', en: 'No problems recorded' },
  due: { th: (day: string) => `กำหนด ${day}`, en: day => `due ${day}` },
  overdue: { th: (day: string) => `เกินกำหนด ${day}`, en: day => `overdue since ${day}` },
})

/** A hardship's name in the language of the screen. */
export const useKindName = () => {
  const { language } = useLanguage()
  return (code: string): string => {
    const kind = problemKindByCode.get(code)
    return kind === undefined ? code : language === 'th' ? kind.th : kind.en
  }
}

const ProblemRow = ({ household, problem }: { readonly household: Household; readonly problem: Problem }) => {
  const said = useWords(words)
  const states = useWords(problemStateNames)
  const kindName = useKindName()
  const { language } = useLanguage()
  const { clock } = useFieldApp()
  const member = household.members.find(m => m.id === problem.memberId)
  const due = problem.dueOn !== null && isLive(problem.state) ? problem.dueOn : null
  const dueText =
    due === null
      ? null
      : due < clock.today()
        ? said.overdue(formatDay(due, { language }))
        : said.due(formatDay(due, { language }))
  return (
    <li className="fd-step">
      <span className="fd-step-text">
        <TextLink href={`/households/${household.id}/problems/${problem.id}`}>{kindName(problem.kindCode)}</TextLink>
        {member !== undefined && <span className="fd-small">{memberName(member)}</span>}
        <span className="fd-row">
          <Badge tone={problemStateTone[problem.state]}>{states[problem.state]}</Badge>
          {dueText !== null && <span className="fd-muted fd-small">{dueText}</span>}
        </span>
      </span>
      <Icon name="chevron-right" />
    </li>
  )
}

/** The hardships of a household that this person may see: the old ones to re-check, then those of this round. */
export const ProblemList = ({ household }: { readonly household: Household }) => {
  const said = useWords(words)
  const { actor, roundOf } = useFieldApp()
  const roundId = roundOf(household.areaCode)?.id ?? ''
  const seen = household.problems.filter(p => seesProblem(actor, p))
  const old = oldProblemsFor(household, roundId, actor)
  const others = seen.filter(p => !old.includes(p))
  if (seen.length === 0) return <p className="fd-muted">{said.none}</p>
  return (
    <>
      {old.length > 0 && (
        <section className="fd-list">
          <h2 className="fd-plain">{said.old(old.length)}</h2>
          <ul className="fd-steps">
            {old.map(problem => (
              <ProblemRow key={problem.id} household={household} problem={problem} />
            ))}
          </ul>
        </section>
      )}
      {others.length > 0 && (
        <section className="fd-list">
          <h2 className="fd-plain">{said.found(others.length)}</h2>
          <ul className="fd-steps">
            {others.map(problem => (
              <ProblemRow key={problem.id} household={household} problem={problem} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
