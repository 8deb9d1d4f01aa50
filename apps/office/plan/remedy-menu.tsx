import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { memberName } from '@thaiqm/core/member/member.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { Badge } from '@thaiqm/ui/badge.tsx'
import { Button } from '@thaiqm/ui/button.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Section } from '@thaiqm/ui/page-header.tsx'
import { causeName, kindName, stateName } from '../platform/names.ts'
import { toneOfState } from '../platform/tones.ts'
import { plannableProblems } from './plannable-problems.ts'
import { RemedyProposals } from './remedy-proposals.tsx'
import type { PlanEditor } from './use-plan-editor.ts'

const words = defineWords({
  title: { th: 'ปัญหาของครัวเรือน', en: 'Problems of the household' },
  own: { th: 'เพิ่มแนวทางอื่น', en: 'Another action' },
  ownNamed: { th: (kind: string) => `เพิ่มแนวทางอื่น: ${kind}`, en: kind => `Another action: ${kind}` },
  due: { th: (day: string) => `ครบกำหนด ${day}`, en: day => `Due ${day}` },
  causes: { th: 'สาเหตุ', en: 'Causes' },
  covered: { th: (count: number) => `มีแนวทางแล้ว ${count}`, en: count => `${count} planned` },
  notCovered: { th: 'ยังไม่มีแนวทาง', en: 'Nothing planned yet' },
})

interface MenuProps {
  readonly household: HouseholdView
  readonly editor: PlanEditor
}

/** Every live problem, the gravest first, with its causes and whether anything is planned for it yet. */
const Problems = ({ household, editor }: MenuProps) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const problems = [...plannableProblems(household.problems)].sort((a, b) => a.severity - b.severity)
  return (
    <Section title={say.title}>
      {problems.map(problem => {
        const member = household.members.find(one => one.id === problem.memberId)
        const kind = kindName(problem.kindCode, language)
        const planned = editor.draft.actions.filter(action => action.problemIds.includes(problem.id)).length
        const causes = [...problem.causeCodes.map(code => causeName(code, language)), problem.rootCause].filter(
          (cause, at, all) => cause !== '' && all.indexOf(cause) === at,
        )
        return (
          <div key={problem.id} className="plan-problem">
            <div className="plan-problem-head">
              <h3>
                {problem.kindCode} {kind}
                {member !== undefined && ` · ${memberName(member)}`}
              </h3>
              <Badge tone={planned > 0 ? 'good' : 'warning'}>
                {planned > 0 ? say.covered(planned) : say.notCovered}
              </Badge>
            </div>
            <p className="act-muted">
              <Badge tone={toneOfState(problem.state)}>{stateName(problem.state, language)}</Badge>{' '}
              {problem.dueOn !== null && say.due(formatDay(problem.dueOn, { language }))}
              {problem.description !== '' && ` · ${problem.description}`}
            </p>
            {causes.length > 0 && (
              <p className="act-muted">
                {say.causes}: {causes.join(' · ')}
              </p>
            )}
            <div className="plan-own">
              <Button
                kind="quiet"
                size="small"
                icon="edit"
                aria-label={say.ownNamed(kind)}
                onPress={() => editor.addOwn([problem.id])}
              >
                {say.own}
              </Button>
            </div>
          </div>
        )
      })}
    </Section>
  )
}

/** The household's problems, and under them the ranked menu for all of them. */
export const RemedyMenu = ({ household, editor }: MenuProps) => (
  <>
    <Problems household={household} editor={editor} />
    <RemedyProposals household={household} editor={editor} />
  </>
)
