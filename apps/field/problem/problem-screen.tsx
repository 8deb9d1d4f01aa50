import { useParams } from '@tanstack/react-router'
import { reXrayVerdicts } from '@thaiqm/catalogue/catalogue.ts'
import { mayCommand } from '@thaiqm/core/access/permission.ts'
import { seesProblem } from '@thaiqm/core/access/visible-problem.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import { dayOf } from '@thaiqm/core/ledger/day.ts'
import { memberName } from '@thaiqm/core/member/member.ts'
import type { Problem } from '@thaiqm/core/problem/problem.ts'
import { problemAllows } from '@thaiqm/core/problem/problem-state.ts'
import { problemStateNames } from '@thaiqm/core/problem/problem-state-name.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { Badge } from '@thaiqm/ui/badge.tsx'
import { LinkButton } from '@thaiqm/ui/button.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState } from '@thaiqm/ui/notice.tsx'
import { Skeleton } from '@thaiqm/ui/skeleton.tsx'
import { useHouseTitle } from '../household/household-row.tsx'
import { useHousehold } from '../household/use-household.ts'
import { photosOfHouse, photosOfProblem } from '../photo/photos-of-household.ts'
import { ThenAndNow } from '../photo/then-and-now.tsx'
import { useFieldApp } from '../platform/field-app.tsx'
import { Screen } from '../platform/screen.tsx'
import { CloseProblem } from './close-problem.tsx'
import { useKindName } from './problem-list.tsx'
import { problemStateTone } from './problem-state-tone.ts'

const words = defineWords({
  title: { th: 'ปัญหาของครัวเรือน', en: 'Problem' },
  path: { th: 'เส้นทางปัญหา', en: 'The problem’s way' },
  found: { th: 'พบปัญหา', en: 'Found' },
  dueOn: { th: 'กำหนดแก้ไข', en: 'Due' },
  helped: { th: 'ช่วยเหลือ', en: 'Help' },
  closed: { th: 'แก้ไขแล้วเสร็จ', en: 'Closed' },
  referred: { th: 'ส่งต่อหน่วยงาน', en: 'Referred' },
  photos: { th: 'ภาพก่อนและปัจจุบัน', en: 'Then and now' },
  gone: { th: 'ไม่พบปัญหานี้', en: 'Problem not found' },
  help: { th: 'บันทึกการช่วยเหลือ', en: 'Record help' },
})

const useWay = (household: Household, problem: Problem) => {
  const said = useWords(words)
  const { language } = useLanguage()
  const verdictName = (code: string) => {
    const verdict = reXrayVerdicts.find(v => v.code === code)
    return verdict === undefined ? code : language === 'th' ? verdict.th : verdict.en
  }
  const steps = [
    { on: problem.foundOn, what: said.found, words: problem.description },
    ...problem.rechecks.map(r => ({ on: dayOf(r.at), what: `Re-X-Ray: ${verdictName(r.verdict)}`, words: r.note })),
    ...household.assistances
      .filter(a => a.problemIds.includes(problem.id))
      .map(a => ({ on: a.givenOn, what: said.helped, words: [a.what, a.giverName].filter(Boolean).join(' · ') })),
    ...(problem.referral === null
      ? []
      : [{ on: dayOf(problem.referral.sentAt), what: said.referred, words: problem.referral.note }]),
    ...(problem.closedOn === null ? [] : [{ on: problem.closedOn, what: said.closed, words: problem.closeNote }]),
  ]
  return steps.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

const ProblemPage = ({ household, problem }: { readonly household: Household; readonly problem: Problem }) => {
  const said = useWords(words)
  const states = useWords(problemStateNames)
  const kindName = useKindName()
  const { language } = useLanguage()
  const { actor } = useFieldApp()
  const way = useWay(household, problem)
  const member = household.members.find(m => m.id === problem.memberId)
  const allowed = problemAllows[problem.state]
  const mayClose = mayCommand(actor, 'CloseProblem') && allowed.includes('CloseProblem')
  const photos = photosOfProblem(household, problem)
  const isOfHouse = photos.every(photo => photo.of === 'house')
  return (
    <>
      <section className="fd-card">
        <h2>
          {problem.kindCode} {kindName(problem.kindCode)}
        </h2>
        {member !== undefined && <p className="fd-strong">{memberName(member)}</p>}
        <div className="fd-row">
          <Badge tone={problemStateTone[problem.state]}>{states[problem.state]}</Badge>
          {problem.dueOn !== null && (
            <span className="fd-muted">
              {said.dueOn} {formatDay(problem.dueOn, { language })}
            </span>
          )}
        </div>
      </section>
      <section className="fd-card">
        <h2>{said.path}</h2>
        <ol className="fd-way">
          {way.map(step => (
            <li key={`${step.on}${step.what}${step.words}`}>
              <p className="fd-strong">{step.what}</p>
              <p className="fd-muted fd-small">{formatDay(step.on, { language })}</p>
              {step.words !== '' && <p className="fd-plain">{step.words}</p>}
            </li>
          ))}
        </ol>
      </section>
      {!mayClose && photos.length > 0 && (
        <section className="fd-card">
          <h2>{said.photos}</h2>
          <ThenAndNow
            householdId={household.id}
            then={isOfHouse ? photos : photosOfHouse(household)}
            now={isOfHouse ? [] : photos}
          />
        </section>
      )}
      {mayCommand(actor, 'RecordAssistance') && allowed.includes('RecordAssistance') && (
        <LinkButton icon="heart" isWide href={`/households/${household.id}/assistance`}>
          {said.help}
        </LinkButton>
      )}
      {mayClose && <CloseProblem household={household} problem={problem} />}
    </>
  )
}

/** One hardship: where it stands, how it came there, and what this person may do about it. */
export const ProblemScreen = () => {
  const { householdId, problemId } = useParams({ strict: false }) as { householdId: string; problemId: string }
  const said = useWords(words)
  const { actor } = useFieldApp()
  const titleOf = useHouseTitle()
  const { household } = useHousehold(householdId)
  const problem = household?.problems.find(p => p.id === problemId && seesProblem(actor, p))
  return (
    <Screen
      title={said.title}
      subtitle={household == null ? undefined : titleOf(household.address)}
      backHref={`/households/${householdId}`}
      tab="work"
    >
      {household === undefined && <Skeleton lines={6} />}
      {household !== undefined && problem === undefined && <EmptyState icon="help" title={said.gone} />}
      {household != null && problem !== undefined && <ProblemPage household={household} problem={problem} />}
    </Screen>
  )
}
