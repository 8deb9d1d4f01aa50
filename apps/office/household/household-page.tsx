import { useQuery } from '@tanstack/react-query'
import { readHousehold } from '@thaiqm/contract/household/household-routes.ts'
import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { surveyIn } from '@thaiqm/core/household/household.ts'
import { householdId } from '@thaiqm/core/ledger/identifiers.ts'
import { memberName } from '@thaiqm/core/member/member.ts'
import { isLive } from '@thaiqm/core/problem/problem-state.ts'
import { formatInstant } from '@thaiqm/core/thai/format-day.ts'
import { Badge } from '@thaiqm/ui/badge.tsx'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { PageHeader } from '@thaiqm/ui/page-header.tsx'
import { Tabs } from '@thaiqm/ui/tabs.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'
import { AssistancePanel } from '../assistance/assistance-panel.tsx'
import type { NamedPerson } from '../person/named-person.ts'
import { PlanPanel } from '../plan/plan-panel.tsx'
import { addressOf, useAddress, useParam } from '../platform/address.ts'
import { ask } from '../platform/api.ts'
import { useAreas } from '../platform/areas.ts'
import { missedReasonName, originName, stateName, statusName } from '../platform/names.ts'
import { NotFoundState, QueryView, usePageTitle } from '../platform/page.tsx'
import { placeName } from '../platform/place.ts'
import { useSession } from '../platform/session.tsx'
import { toneOfState } from '../platform/tones.ts'
import { ReviewQueueBar } from '../survey/review-queue-bar.tsx'
import { SurveyPanel } from '../survey/survey-panel.tsx'
import { HouseholdFacts } from './household-facts.tsx'
import { HouseholdPhotos } from './household-photos.tsx'
import { HouseholdTimeline } from './household-timeline.tsx'
import { MemberTable } from './member-table.tsx'
import { ProblemList } from './problem-list.tsx'

const words = defineWords({
  title: { th: 'ครัวเรือน', en: 'Household' },
  households: { th: 'ครัวเรือน', en: 'Households' },
  tabs: { th: 'ข้อมูลครัวเรือน', en: 'Household record' },
  overview: { th: 'ภาพรวม', en: 'Overview' },
  survey: { th: 'แบบสำรวจ', en: 'Form' },
  plan: { th: 'แผน', en: 'Plan' },
  assistance: { th: 'การช่วยเหลือ', en: 'Help' },
  timeline: { th: 'เส้นเวลา', en: 'Timeline' },
  photos: { th: 'ภาพถ่าย', en: 'Photos' },
  head: { th: (name: string) => `หัวหน้าครัวเรือน ${name}`, en: name => `Head: ${name}` },
  noHead: { th: 'ยังไม่ระบุหัวหน้าครัวเรือน', en: 'No head named yet' },
  live: { th: (n: string) => `ปัญหาที่ยังต้องแก้ ${n}`, en: n => `${n} live problems` },
  allSolved: { th: 'แก้ไขครบทุกปัญหา', en: 'All problems solved' },
  changed: { th: (when: string) => `ปรับปรุงล่าสุด ${when}`, en: when => `Last changed ${when}` },
})

const tabIds = ['overview', 'survey', 'plan', 'assistance', 'timeline', 'photos'] as const

/** One household: its people, hardships, form, plan, help, photographs and everything that happened. */
export const HouseholdScreen = () => {
  const say = useWords(words)
  const read = householdId.safeParse(useParam('householdId'))
  usePageTitle(say.title)
  const query = useQuery({
    queryKey: ['household', read.data ?? ''],
    queryFn: async () => {
      if (!read.success) throw new Error('asked without an id')
      return ask(readHousehold, { params: { householdId: read.data } })
    },
    enabled: read.success,
  })
  if (!read.success) return <NotFoundState />
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
  const selected = tabIds.find(id => id === search.tab) ?? 'overview'
  const live = household.problems.filter(problem => isLive(problem.state)).length
  const count = (n: number) => (n === 0 ? undefined : formatNumber(n, language))
  return (
    <>
      <ReviewQueueBar household={household} />
      <HouseholdHeader household={household} />
      <Tabs
        label={say.tabs}
        selected={selected}
        onSelect={id => change({ tab: id === 'overview' ? null : id })}
        tabs={[
          {
            id: 'overview',
            label: say.overview,
            count: count(live),
            content: (
              <div className="of-stack">
                <ProblemList household={household} highlighted={search.problem} />
                <MemberTable household={household} />
                <HouseholdFacts household={household} />
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
        ]}
      />
    </>
  )
}

const HouseholdHeader = ({ household }: { readonly household: HouseholdView }) => {
  const { round } = useSession()
  const { language } = useLanguage()
  const { titleOf } = useAreas()
  const say = useWords(words)
  const { areaCode, address } = household
  const survey = round === null ? undefined : surveyIn(household, round.id)
  const surveyState = survey?.state ?? 'NOT_STARTED'
  const head = household.members.find(member => member.isHead)
  const counted = household.problems.filter(problem => problem.state !== 'CANCELLED')
  const live = counted.filter(problem => isLive(problem.state)).length
  return (
    <PageHeader
      title={placeName({ ...address, areaCode }, language)}
      crumbs={[
        { label: say.households, href: '/households' },
        { label: titleOf(areaCode.slice(0, 4)), href: addressOf('/', { area: areaCode.slice(0, 4) }) },
        { label: titleOf(areaCode.slice(0, 6)), href: addressOf('/', { area: areaCode.slice(0, 6) }) },
        { label: placeName({ ...address, areaCode }, language) },
      ]}
      badges={
        <>
          <Badge tone={toneOfState(surveyState)} icon="clipboard">
            {stateName(surveyState, language)}
          </Badge>
          <Badge>
            {household.missedReason === null
              ? originName(household.origin, language)
              : `${household.missedReason} ${missedReasonName(household.missedReason, language)}`}
          </Badge>
          {household.status !== 'ACTIVE' && <Badge tone="warning">{statusName(household.status, language)}</Badge>}
          {counted.length > 0 && (
            <Badge tone={live === 0 ? 'good' : 'warning'} icon={live === 0 ? 'check-circle' : 'flag'}>
              {live === 0 ? say.allSolved : say.live(formatNumber(live, language))}
            </Badge>
          )}
        </>
      }
      description={
        <>
          {head === undefined ? say.noHead : say.head(memberName(head))} ·{' '}
          {say.changed(formatInstant(household.lastChangedAt, { language }))}
        </>
      }
    />
  )
}
