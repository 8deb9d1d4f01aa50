import { useParams, useSearch } from '@tanstack/react-router'
import { reXrayVerdicts } from '@thaiqm/catalogue/catalogue.ts'
import { mayCommand } from '@thaiqm/core/access/permission.ts'
import { seesProblem } from '@thaiqm/core/access/visible-problem.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import { dayOf } from '@thaiqm/core/ledger/day.ts'
import { memberName } from '@thaiqm/core/member/member.ts'
import type { Problem } from '@thaiqm/core/problem/problem.ts'
import { isLive, problemAllows } from '@thaiqm/core/problem/problem-state.ts'
import { problemStateNames } from '@thaiqm/core/problem/problem-state-name.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { Badge } from '@thaiqm/ui/badge.tsx'
import { LinkButton } from '@thaiqm/ui/button.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState } from '@thaiqm/ui/notice.tsx'
import { Skeleton } from '@thaiqm/ui/skeleton.tsx'
import { Fragment, useState } from 'react'
import { useHouseTitle } from '../household/household-row.tsx'
import { useHousehold } from '../household/use-household.ts'
import { photosToAskAbout } from '../photo/asked-photos.ts'
import { PhotoConsentCard } from '../photo/photo-consent.tsx'
import { photosOfHouse, photosOfProblem } from '../photo/photos-of-household.ts'
import { ThenAndNow } from '../photo/then-and-now.tsx'
import { useFieldApp } from '../platform/field-app.tsx'
import { Screen } from '../platform/screen.tsx'
import { CloseProblem } from './close-problem.tsx'
import { type FieldAct, offeredActs } from './offered-acts.ts'
import { ActForm, ActList } from './problem-acts.tsx'
import { useKindName } from './problem-list.tsx'
import { problemStateTone } from './problem-state-tone.ts'
import { solvingFacts } from './solving-facts.ts'

const words = defineWords({
  title: { th: 'ปัญหาของครัวเรือน', en: 'Problem' },
  path: { th: 'เส้นทางปัญหา', en: 'The problem’s way' },
  found: { th: 'พบปัญหา', en: 'Found' },
  dueOn: { th: 'กำหนดแก้ไข', en: 'Due' },
  overdue: { th: 'เกินกำหนดแก้ไข', en: 'Overdue since' },
  helped: { th: 'ช่วยเหลือ', en: 'Help' },
  closed: { th: 'แก้ไขแล้วเสร็จ', en: 'Closed' },
  referred: { th: 'ส่งต่อหน่วยงาน', en: 'Referred' },
  reopened: { th: 'เกิดซ้ำ เปิดปัญหาใหม่', en: 'Came back, opened again' },
  revisited: { th: 'เยี่ยมซ้ำ', en: 'Re-visited' },
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
    ...(problem.reopenedOn ?? []).map(on => ({ on, what: said.reopened, words: '' })),
    ...(problem.revisit === undefined
      ? []
      : [{ on: problem.revisit.on, what: said.revisited, words: problem.revisit.note }]),
    ...(problem.closedOn === null ? [] : [{ on: problem.closedOn, what: said.closed, words: problem.closeNote }]),
  ]
  return steps.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

const ProblemPage = ({ household, problem }: { readonly household: Household; readonly problem: Problem }) => {
  const said = useWords(words)
  const states = useWords(problemStateNames)
  const kindName = useKindName()
  const { language } = useLanguage()
  const { actor, clock, judge } = useFieldApp()
  const way = useWay(household, problem)
  const acts = offeredActs(problem, actor, clock.today())
  const { act: asked }: { readonly act?: unknown } = useSearch({ strict: false })
  const [chosen, setChosen] = useState<FieldAct | undefined>(asked as FieldAct | undefined)
  const act = acts.find(one => one === chosen)
  const member = household.members.find(m => m.id === problem.memberId)
  const allowed = problemAllows[problem.state]
  const mayClose = mayCommand(actor, 'CloseProblem') && allowed.includes('CloseProblem')
  const photos = photosOfProblem(household, problem)
  const isOfHouse = photos.every(photo => photo.of === 'house')
  const facts = solvingFacts(problem, clock.today(), language)
  const mayHelp = mayCommand(actor, 'RecordAssistance') && allowed.includes('RecordAssistance')
  return (
    <>
      <section className="fd-card">
        <h2>
          {problem.kindCode} {kindName(problem.kindCode)}
        </h2>
        {member !== undefined && <p className="fd-strong">{memberName(member)}</p>}
        <div className="fd-row">
          <Badge tone={problemStateTone[problem.state]}>{states[problem.state]}</Badge>
          {problem.dueOn !== null && isLive(problem.state) && (
            <span className="fd-muted">
              {problem.dueOn < clock.today() ? said.overdue : said.dueOn} {formatDay(problem.dueOn, { language })}
            </span>
          )}
        </div>
        {facts.length > 0 && (
          <dl className="fd-facts">
            {facts.map(({ term, value }) => (
              <Fragment key={`${term}${value}`}>
                <dt>{term}</dt>
                <dd>{value}</dd>
              </Fragment>
            ))}
          </dl>
        )}
      </section>
      {act !== undefined && (
        <ActForm key={act} act={act} household={household} problem={problem} onClose={() => setChosen(undefined)} />
      )}
      {act === undefined && mayClose && problem.state === 'ASSISTED' && (
        <CloseProblem household={household} problem={problem} />
      )}
      {act === undefined && (acts.length > 0 || mayHelp) && (
        <ActList acts={acts} onChoose={setChosen}>
          {mayHelp && (
            <LinkButton icon="heart" isWide href={`/households/${household.id}/assistance`}>
              {said.help}
            </LinkButton>
          )}
        </ActList>
      )}
      {act === undefined && mayClose && problem.state !== 'ASSISTED' && (
        <CloseProblem household={household} problem={problem} />
      )}
      {act === undefined && (
        <PhotoConsentCard household={household} photos={photosToAskAbout(household, judge, problem.id)} />
      )}
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
