import { useQuery } from '@tanstack/react-query'
import { type DutyRow, listDuties, type MeetingDutyRow } from '@thaiqm/contract/duty/duty-routes.ts'
import { agencyOfDuty, type DutyKind, type MeetingDutyKind } from '@thaiqm/core/duty/duty.ts'
import { dueBand, sumCounts } from '@thaiqm/core/duty/duty-counts.ts'
import { dutyKindName } from '@thaiqm/core/duty/duty-kind-name.ts'
import { dutyReason } from '@thaiqm/core/duty/duty-reason.ts'
import { levelOf } from '@thaiqm/core/duty/escalation.ts'
import { dutiesAndMeetings, isCarriedUp, meetingDutyReason } from '@thaiqm/core/duty/meeting-duty.ts'
import { waysToUnblock } from '@thaiqm/core/duty/way-to-unblock.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { Badge, Chip, ChipRow } from '@thaiqm/ui/badge.tsx'
import { TextLink } from '@thaiqm/ui/button.tsx'
import { FigureTile } from '@thaiqm/ui/figure-tile.tsx'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState, Notice } from '@thaiqm/ui/notice.tsx'
import { PageHeader, Section, Stack } from '@thaiqm/ui/page-header.tsx'
import { addressOf, useAddress } from '../platform/address.ts'
import { ask } from '../platform/api.ts'
import { useAreas } from '../platform/areas.ts'
import { agencyName, kindName } from '../platform/names.ts'
import { QueryView, usePageTitle } from '../platform/page.tsx'
import { placeName } from '../platform/place.ts'
import { useSession } from '../platform/session.tsx'
import { useDutySummary } from './use-duty-summary.ts'
import './duty.css'

const words = defineWords({
  title: { th: 'งานวันนี้', en: 'Today' },
  description: {
    th: (today: string) => `เรื่องที่รอท่านดำเนินการ ณ ${today} เรียงจากเร่งด่วนที่สุด`,
    en: today => `What waits for you as of ${today}, the most pressing first`,
  },
  overdue: { th: 'เกินกำหนด', en: 'Overdue' },
  within7Days: { th: 'ภายใน 7 วัน', en: 'Within 7 days' },
  within14Days: { th: 'ภายใน 8–14 วัน', en: 'In 8–14 days' },
  within30Days: { th: 'ภายใน 15–30 วัน', en: 'In 15–30 days' },
  unit: { th: 'เรื่อง', en: 'items' },
  all: { th: 'ทุกงาน', en: 'All' },
  kinds: { th: 'กรองตามงาน', en: 'Filter by kind' },
  none: { th: 'ไม่มีงานที่ต้องดำเนินการภายใน 30 วัน', en: 'Nothing waits for you within 30 days' },
  noneHint: { th: 'เมื่อมีเรื่องถึงท่าน จะปรากฏที่หน้านี้', en: 'What comes to you appears here.' },
  more: {
    th: (count: string) => `แสดง ${count} เรื่องที่เร่งด่วนที่สุด เรื่องถัดไปจะปรากฏเมื่อดำเนินการแล้ว`,
    en: count => `The ${count} most pressing are shown; the others follow as these are done.`,
  },
  wayOut: { th: (way: string) => `ทางปลดล็อก: ${way}`, en: way => `Way out: ${way}` },
  number: { th: (n: string) => `ครั้งที่ ${n}`, en: n => `No. ${n}` },
  crisis: { th: 'วิกฤต', en: 'Crisis' },
  urgent: { th: 'เร่งด่วน', en: 'Urgent' },
})

const bands = ['overdue', 'within7Days', 'within14Days', 'within30Days'] as const
const tones = {
  overdue: 'danger',
  within7Days: 'warning',
  within14Days: 'info',
  within30Days: undefined,
} as const

/** Where the act is done: a call-back where nothing of the case is seen, everything else on the household's page. */
const hrefOf = ({ kind, householdId, problemId }: DutyRow): string => {
  if (kind === 'call-back' && problemId !== null) return `/call-backs/${householdId}/${problemId}`
  if (kind.startsWith('plan-to-')) return addressOf(`/households/${householdId}`, { tab: 'plan' })
  return addressOf(`/households/${householdId}`, { problem: problemId ?? undefined })
}

const DutyItem = ({ duty }: { readonly duty: DutyRow }) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { actor, today } = useSession()
  const reader = levelOf(actor.role) ?? 'AGENCY'
  // Whoever calls a household back must not know what is asked about before the page says it.
  const isBlind = duty.kind === 'call-back'
  const agencyCode = agencyOfDuty(duty)
  return (
    <li className="duty-item" data-band={dueBand(duty.dueOn, today)}>
      <div className="duty-what">
        <TextLink href={hrefOf(duty)}>{dutyKindName(duty.kind)[language]}</TextLink>
        {duty.severity < 3 && !isBlind && (
          <Badge tone={duty.severity === 1 ? 'danger' : 'warning'}>
            {duty.severity === 1 ? say.crisis : say.urgent}
          </Badge>
        )}
      </div>
      <p className="duty-whose">
        {placeName({ ...duty, sequenceInHouse: 1 }, language)}
        {duty.headName !== '' && ` · ${duty.headName}`}
        {duty.kindCode !== null && !isBlind && ` · ${duty.kindCode} ${kindName(duty.kindCode, language)}`}
        {agencyCode !== null && agencyCode !== actor.agencyCode && ` · ${agencyName(agencyCode, language)}`}
      </p>
      <p className="duty-why">
        {dutyReason(duty, reader, today, language)}
        {duty.holder !== reader && <span className="duty-way">{say.wayOut(waysToUnblock[duty.kind][language])}</span>}
      </p>
    </li>
  )
}

const MeetingItem = ({ meeting }: { readonly meeting: MeetingDutyRow }) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { actor, today } = useSession()
  const { titleOf } = useAreas()
  const isCarried = isCarriedUp(actor, meeting)
  const { title, number, areaCode, kind, dueOn } = meeting
  return (
    <li className="duty-item" data-band={dueBand(dueOn, today)}>
      <div className="duty-what">
        <TextLink href={`/meetings/${meeting.meetingId}`}>{dutyKindName(kind)[language]}</TextLink>
      </div>
      <p className="duty-whose">
        {[title, number === '' ? '' : say.number(number), title.includes(titleOf(areaCode)) ? '' : titleOf(areaCode)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p className="duty-why">
        {meetingDutyReason(meeting, isCarried, today, language)}
        {isCarried && <span className="duty-way">{say.wayOut(waysToUnblock[kind][language])}</span>}
      </p>
    </li>
  )
}

/** `/today`: what waits for the person who looks, the worst first, with why each thing is here. */
export const TodayScreen = () => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { actor, today } = useSession()
  const { search, change } = useAddress()
  usePageTitle(say.title)
  const kind = typeof search.kind === 'string' ? (search.kind as DutyKind | MeetingDutyKind) : undefined
  const list = useQuery({
    queryKey: ['duties', actor.postId, kind ?? ''],
    queryFn: () => ask(listDuties, { query: kind === undefined ? {} : { kind } }),
  })
  const summary = useDutySummary()
  const counts = summary.data?.kinds ?? []
  const totals = sumCounts(counts)
  return (
    <>
      <PageHeader title={say.title} description={say.description(formatDay(today, { language, style: 'long' }))} />
      <Stack>
        {summary.data !== undefined && (
          <div className="duty-figures">
            {bands.map(band => (
              <FigureTile
                key={band}
                label={say[band]}
                n={totals[band]}
                unit={say.unit}
                tone={totals[band] > 0 ? tones[band] : undefined}
              />
            ))}
          </div>
        )}
        {counts.length > 1 && (
          <ChipRow>
            <Chip isSelected={kind === undefined} onChange={() => change({ kind: null })}>
              {say.all}
            </Chip>
            {counts.map(one => (
              <Chip key={one.kind} isSelected={kind === one.kind} onChange={() => change({ kind: one.kind })}>
                {`${dutyKindName(one.kind)[language]} ${formatNumber(
                  bands.reduce((n, band) => n + one[band], 0),
                  language,
                )}`}
              </Chip>
            ))}
          </ChipRow>
        )}
        <QueryView query={list}>
          {({ duties, meetings, more }) =>
            duties.length === 0 && meetings.length === 0 ? (
              <EmptyState icon="check-circle" title={say.none}>
                {say.noneHint}
              </EmptyState>
            ) : (
              <Stack>
                {bands.map(band => {
                  const isOfBand = ({ dueOn }: Pick<DutyRow, 'dueOn'>) => dueBand(dueOn, today) === band
                  const own = dutiesAndMeetings(duties.filter(isOfBand), meetings.filter(isOfBand))
                  return own.length === 0 ? null : (
                    <Section key={band} title={say[band]}>
                      <ul className="duty-list">
                        {own.map(duty =>
                          'meetingId' in duty ? (
                            <MeetingItem key={duty.meetingId} meeting={duty} />
                          ) : (
                            <DutyItem key={`${duty.householdId}/${duty.key}`} duty={duty} />
                          ),
                        )}
                      </ul>
                    </Section>
                  )
                })}
                {more && <Notice>{say.more(formatNumber(duties.length, language))}</Notice>}
              </Stack>
            )
          }
        </QueryView>
      </Stack>
    </>
  )
}
