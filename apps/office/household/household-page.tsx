import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { readsReferredOnly } from '@thaiqm/core/access/actor.ts'
import { householdId } from '@thaiqm/core/ledger/identifiers.ts'
import { isLive } from '@thaiqm/core/problem/problem-state.ts'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Tabs } from '@thaiqm/ui/tabs.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'
import { AssistancePanel } from '../assistance/assistance-panel.tsx'
import { ConflictPanel } from '../conflict/conflict-panel.tsx'
import { MergerNotices } from '../merger/merger-notices.tsx'
import type { NamedPerson } from '../person/named-person.ts'
import { PlanPanel } from '../plan/plan-panel.tsx'
import { useAddress, useParam } from '../platform/address.ts'
import { failureOf } from '../platform/api.ts'
import { NotFoundState, QueryView, usePageTitle } from '../platform/page.tsx'
import { useSession } from '../platform/session.tsx'
import { ReviewQueueBar } from '../survey/review-queue-bar.tsx'
import { SurveyPanel } from '../survey/survey-panel.tsx'
import { CaseNotOpen, CaseOpenUntil } from './case-open.tsx'
import { HouseholdFacts } from './household-facts.tsx'
import { HouseholdHeader } from './household-header.tsx'
import { HouseholdPapers } from './household-papers.tsx'
import { HouseholdPhotos } from './household-photos.tsx'
import { HouseholdTimeline } from './household-timeline.tsx'
import { MemberTable } from './member-table.tsx'
import { ProblemList } from './problem-list.tsx'
import { useHousehold } from './use-household.ts'

const words = defineWords({
  title: { th: 'ครัวเรือน', en: 'Household' },
  tabs: { th: 'ข้อมูลครัวเรือน', en: 'Household record' },
  overview: { th: 'ภาพรวม', en: 'Overview' },
  survey: { th: 'แบบสำรวจ', en: 'Form' },
  plan: { th: 'แผน', en: 'Plan' },
  assistance: { th: 'การช่วยเหลือ', en: 'Help' },
  timeline: { th: 'เส้นเวลา', en: 'Timeline' },
  photos: { th: 'ภาพถ่าย', en: 'Photos' },
})

const tabIds = ['overview', 'survey', 'plan', 'assistance', 'timeline', 'photos'] as const
const tabIdsOfPartner: readonly string[] = ['overview', 'plan', 'assistance']

/** One household: its people, hardships, form, plan, help, photographs and everything that happened. */
export const HouseholdScreen = () => {
  const say = useWords(words)
  const read = householdId.safeParse(useParam('householdId'))
  usePageTitle(say.title)
  const query = useHousehold(read.data ?? null)
  const { actor } = useSession()
  if (!read.success) return <NotFoundState />
  const failure = query.isError ? failureOf(query.error) : null
  if (readsReferredOnly(actor) && failure?.kind === 'refused' && failure.status === 404) return <CaseNotOpen />
  return (
    <QueryView query={query}>
      {({ household, people }) => <HouseholdPage household={household} people={people} />}
    </QueryView>
  )
}

interface Shown {
  readonly household: HouseholdView
  readonly people: readonly NamedPerson[]
}

const HouseholdPage = ({ household, people }: Shown) => {
  const { language } = useLanguage()
  const say = useWords(words)
  const { search, change } = useAddress()
  const { actor } = useSession()
  const openTabs = tabIds.filter(id => !readsReferredOnly(actor) || tabIdsOfPartner.includes(id))
  const selected = openTabs.find(id => id === search.tab) ?? 'overview'
  const live = household.problems.filter(problem => isLive(problem.state)).length
  const count = (n: number) => (n === 0 ? undefined : formatNumber(n, language))
  const tabs = [
    {
      id: 'overview',
      label: say.overview,
      count: count(live),
      content: (
        <div className="of-stack">
          <ProblemList household={household} highlighted={search.problem} />
          <MemberTable household={household} />
          <HouseholdFacts household={household} />
          {!readsReferredOnly(actor) && <HouseholdPapers household={household} />}
        </div>
      ),
    },
    { id: 'survey', label: say.survey, content: <SurveyPanel household={household} people={people} /> },
    { id: 'plan', label: say.plan, content: <PlanPanel household={household} people={people} /> },
    {
      id: 'assistance',
      label: say.assistance,
      count: count(household.assistances.length),
      content: <AssistancePanel household={household} people={people} />,
    },
    { id: 'timeline', label: say.timeline, content: <HouseholdTimeline household={household} /> },
    {
      id: 'photos',
      label: say.photos,
      count: count(household.photos.length),
      content: <HouseholdPhotos household={household} />,
    },
  ] as const
  return (
    <>
      <ReviewQueueBar household={household} />
      <HouseholdHeader household={household} />
      <CaseOpenUntil household={household} />
      <MergerNotices household={household} />
      <ConflictPanel key={household.version} household={household} />
      <Tabs
        label={say.tabs}
        selected={selected}
        onSelect={id => change({ tab: id === 'overview' ? null : id })}
        tabs={tabs.filter(tab => openTabs.includes(tab.id))}
      />
    </>
  )
}
