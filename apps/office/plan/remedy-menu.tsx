import { remedies } from '@thaiqm/catalogue/catalogue.ts'
import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { memberName } from '@thaiqm/core/member/member.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { Badge } from '@thaiqm/ui/badge.tsx'
import { Button } from '@thaiqm/ui/button.tsx'
import { formatBaht } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Section } from '@thaiqm/ui/page-header.tsx'
import { agencyShortName, causeName, kindName, sectorName, stateName, supportLevelName } from '../platform/names.ts'
import { toneOfState } from '../platform/tones.ts'
import { offersFor, plannableProblems, type RemedyOffer, remedyOffers } from './remedy-offers.ts'
import type { PlanEditor } from './use-plan-editor.ts'

const words = defineWords({
  title: { th: 'ปัญหาและเมนูช่วยเหลือ', en: 'Problems and remedies' },
  hint: {
    th: 'เลือกแนวทางที่ตรงกับปัญหาของครัวเรือนนี้ แล้วปรับรายละเอียดในแผน',
    en: 'Choose what fits this household, then adjust the details in the plan.',
  },
  add: { th: 'เพิ่มในแผน', en: 'Add' },
  addNamed: { th: (what: string) => `เพิ่มในแผน: ${what}`, en: what => `Add to the plan: ${what}` },
  added: { th: 'อยู่ในแผนแล้ว', en: 'In the plan' },
  own: { th: 'เพิ่มแนวทางอื่น', en: 'Another action' },
  ownNamed: { th: (kind: string) => `เพิ่มแนวทางอื่น: ${kind}`, en: kind => `Another action: ${kind}` },
  shared: { th: (count: number) => `แก้ได้ ${count} ปัญหา`, en: count => `Answers ${count} problems` },
  days: { th: (days: number) => `ประมาณ ${days} วัน`, en: days => `about ${days} days` },
  due: { th: (day: string) => `ครบกำหนด ${day}`, en: day => `Due ${day}` },
  causes: { th: 'สาเหตุ', en: 'Causes' },
  covered: { th: (count: number) => `มีแนวทางแล้ว ${count}`, en: count => `${count} planned` },
  notCovered: { th: 'ยังไม่มีแนวทาง', en: 'Nothing planned yet' },
})

const RemedyCard = ({ offer, editor }: { readonly offer: RemedyOffer; readonly editor: PlanEditor }) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { remedy, problemIds } = offer
  const isAdded = editor.draft.actions.some(action => action.remedyId === remedy.id)
  const facts = [
    agencyShortName(remedy.agencyCode, language),
    sectorName(remedy.sector, language),
    supportLevelName(remedy.level, language),
    remedy.typicalBudgetBaht === null ? '' : formatBaht(remedy.typicalBudgetBaht, language),
    say.days(remedy.typicalDays),
  ].filter(fact => fact !== '')
  return (
    <li className="remedy">
      <div>
        <span>{remedy[language]}</span>
        {problemIds.length > 1 && (
          <>
            {' '}
            <Badge tone="info">{say.shared(problemIds.length)}</Badge>
          </>
        )}
        <p className="act-muted">{facts.join(' · ')}</p>
      </div>
      {isAdded ? (
        <Badge tone="good" icon="check">
          {say.added}
        </Badge>
      ) : (
        <Button
          size="small"
          icon="plus"
          aria-label={say.addNamed(remedy[language])}
          onPress={() => editor.addRemedy(remedy, problemIds)}
        >
          {say.add}
        </Button>
      )}
    </li>
  )
}

/** Every live problem of the household, the gravest first, with the catalogue's remedies of its kind. */
export const RemedyMenu = ({
  household,
  editor,
}: {
  readonly household: HouseholdView
  readonly editor: PlanEditor
}) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const problems = [...plannableProblems(household.problems)].sort((a, b) => a.severity - b.severity)
  const offers = remedyOffers(problems, remedies)
  return (
    <Section title={say.title} description={say.hint}>
      {problems.map(problem => {
        const member = household.members.find(one => one.id === problem.memberId)
        const kind = kindName(problem.kindCode, language)
        const planned = editor.draft.actions.filter(action => action.problemIds.includes(problem.id)).length
        const causes = [...problem.causeCodes.map(code => causeName(code, language)), problem.rootCause].filter(
          cause => cause !== '',
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
            <ul className="remedy-list">
              {offersFor(offers, problem.id).map(offer => (
                <RemedyCard key={offer.remedy.id} offer={offer} editor={editor} />
              ))}
            </ul>
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
