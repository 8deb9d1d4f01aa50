import type { readFigures } from '@thaiqm/contract/measure/measure-routes.ts'
import type { RouteReply } from '@thaiqm/contract/wire/route.ts'
import { hasAbility } from '@thaiqm/core/access/permission.ts'
import { type Day, dayOf } from '@thaiqm/core/ledger/day.ts'
import { type Figure, figures, findFigure } from '@thaiqm/core/measure/figure.ts'
import { deadlinesFor } from '@thaiqm/core/round/round.ts'
import { formatDay, formatInstant } from '@thaiqm/core/thai/format-day.ts'
import { Button, LinkButton } from '@thaiqm/ui/button.tsx'
import type { Sort } from '@thaiqm/ui/data-table.tsx'
import { DatePicker } from '@thaiqm/ui/date-field.tsx'
import { useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState, Notice } from '@thaiqm/ui/notice.tsx'
import { PageHeader, Section } from '@thaiqm/ui/page-header.tsx'
import { Skeleton } from '@thaiqm/ui/skeleton.tsx'
import { defineWords, holdTogether } from '@thaiqm/ui/words.ts'
import { addressOf, useAddress } from '../platform/address.ts'
import { areaTitle } from '../platform/areas.ts'
import { QueryView, usePageTitle } from '../platform/page.tsx'
import { useSession } from '../platform/session.tsx'
import { readAsOf } from './as-of.ts'
import { DimensionBars, MissedBars, WaitingWork } from './breakdowns.tsx'
import { CopyForLine } from './copy-for-line.tsx'
import { FigureCard } from './figure-card.tsx'
import { figureIn } from './league.ts'
import { LeagueTable } from './league-table.tsx'
import { StandingTrend } from './standing-trend.tsx'
import { useFigures } from './use-figures.ts'

type Figures = RouteReply<typeof readFigures>

const words = defineWords({
  title: { th: 'สถานะการดำเนินงาน', en: 'Where we stand' },
  deadlines: {
    th: (recordBy: string, resolveBy: string) => `บันทึกให้แล้วเสร็จ ${recordBy} · แก้ไขให้แล้วเสร็จ ${resolveBy}`,
    en: (recordBy, resolveBy) => `Recording due ${recordBy} · problems solved by ${resolveBy}`,
  },
  noRound: { th: 'ยังไม่มีรอบสำรวจ', en: 'There is no survey round yet' },
  noRoundHint: {
    th: 'ที่ทำการปกครองจังหวัดกำหนดรอบสำรวจและวันครบกำหนดก่อน ตัวเลขจึงจะเริ่มนับ',
    en: 'Figures begin once the province has set a survey round and its deadlines.',
  },
  asOf: { th: 'ดูข้อมูล ณ สิ้นวันที่', en: 'As of the end of' },
  toNow: { th: 'กลับเป็นปัจจุบัน', en: 'Back to now' },
  earlier: {
    th: (day: string) => `ตัวเลขทั้งหน้าเป็นข้อมูล ณ สิ้นวันที่ ${day}`,
    en: day => `Every figure on this page is as of the end of ${day}`,
  },
  earlierHint: {
    th: 'ระบบคำนวณจากบันทึกที่มีอยู่ ณ วันนั้น จึงตรงกับที่เคยรายงาน รายชื่อเปิดดูได้เฉพาะข้อมูลปัจจุบัน',
    en: 'Computed from what was recorded by then, so it equals what was reported. Lists are of now only.',
  },
  figures: { th: 'ตัวชี้วัดหลัก', en: 'Main figures' },
  moreFigures: { th: 'ตัวชี้วัดอื่น', en: 'Other figures' },
  league: { th: 'เปรียบเทียบรายพื้นที่', en: 'Areas side by side' },
  waiting: { th: 'งานที่รอดำเนินการ', en: 'Work that waits' },
  dimensions: { th: 'ปัญหารายมิติ', en: 'Problems by dimension' },
  missed: { th: 'ครัวเรือนตกหล่นตามสาเหตุ', en: 'Missed households by reason' },
  trend: { th: 'แนวโน้มถึงวันครบกำหนด', en: 'Trend to the deadlines' },
  noHouseholds: { th: 'ยังไม่มีครัวเรือนในพื้นที่นี้', en: 'No households in this area yet' },
  noHouseholdsHint: {
    th: 'เริ่มจากนำเข้าฐานข้อมูลเดิมเพื่อตรวจสอบซ้ำ หรือให้ผู้สำรวจเพิ่มครัวเรือนจากแอปภาคสนาม',
    en: 'Begin by importing the baseline to re-check, or let surveyors add households with the field app.',
  },
  importBaseline: { th: 'นำเข้าฐานข้อมูลเดิม', en: 'Import the baseline' },
  households: { th: 'รายการครัวเรือน', en: 'Households' },
})

const leadKeys = ['coverage', 're-x-ray', 'solved']
const lead = leadKeys.map(findFigure).filter((figure): figure is Figure => figure !== undefined)
const rest: readonly Figure[] = figures.filter(figure => !leadKeys.includes(figure.key))

const readSort = (search: Readonly<Record<string, string>>): Sort => ({
  by: search.sort ?? 'name',
  direction: search.direction === 'descending' ? 'descending' : 'ascending',
})

/** Where an area stands: every figure with its list behind it, the areas below side by side, what waits, the trend. */
export const StandingScreen = () => {
  const { today, round } = useSession()
  const { search, change } = useAddress()
  const say = useWords(words)
  usePageTitle(say.title)
  const area = search.area ?? ''
  const asOf = readAsOf(search.asOf, today)
  const query = useFigures(area, asOf)
  if (round === null) {
    return (
      <EmptyState icon="calendar" title={say.noRound}>
        {say.noRoundHint}
      </EmptyState>
    )
  }
  return (
    <QueryView query={query} loading={<StandingSkeleton />}>
      {data => (
        <div className="of-standing" aria-busy={query.isPlaceholderData}>
          <StandingHead data={data} asOf={asOf} onAsOf={chosen => change({ asOf: chosen })} />
          <Standing data={data} asOf={asOf} sort={readSort(search)} />
        </div>
      )}
    </QueryView>
  )
}

const StandingSkeleton = () => (
  <>
    <Skeleton lines={2} />
    <Skeleton look="block" />
    <Skeleton lines={8} />
  </>
)

interface HeadProps {
  readonly data: Figures
  readonly asOf: Day | null
  readonly onAsOf: (day: string | null) => void
}

const StandingHead = ({ data, asOf, onAsOf }: HeadProps) => {
  const { today, round } = useSession()
  const { language } = useLanguage()
  const say = useWords(words)
  const deadlines = round === null ? null : deadlinesFor(round, data.area.areaCode)
  const short = (day: Day) => formatDay(day, { language })
  const crumbs = data.path.map((step, at) => ({
    label: areaTitle(step, language),
    href: at === data.path.length - 1 ? undefined : addressOf('/', { area: step.areaCode, asOf }),
  }))
  return (
    <>
      <div className="of-standing-head">
        <PageHeader
          title={areaTitle(data.area, language)}
          crumbs={crumbs.length > 1 ? crumbs : undefined}
          description={
            <>
              {round !== null && (
                <span className="of-standing-round">
                  {holdTogether(language === 'th' ? round.nameTh : round.nameEn)}
                </span>
              )}
              {deadlines !== null && (
                <span>{say.deadlines(short(deadlines.recordBy), short(deadlines.resolveBy))}</span>
              )}
            </>
          }
        />
        <div className="of-as-of">
          <DatePicker
            label={say.asOf}
            value={asOf ?? today}
            max={today}
            onChange={day => onAsOf(day === today ? null : day)}
          />
          {asOf === null && <CopyForLine data={data} />}
          {asOf !== null && (
            <Button icon="undo" onPress={() => onAsOf(null)}>
              {say.toNow}
            </Button>
          )}
        </div>
      </div>
      {asOf !== null && (
        <Notice tone="warning" title={say.earlier(formatDay(asOf, { language, style: 'long' }))}>
          {say.earlierHint}
        </Notice>
      )}
    </>
  )
}

const Standing = ({ data, asOf, sort }: { readonly data: Figures; readonly asOf: Day | null; readonly sort: Sort }) => {
  const { language } = useLanguage()
  const { change } = useAddress()
  const say = useWords(words)
  const area = data.area.areaCode
  const isEarlier = asOf !== null
  const when = isEarlier ? formatDay(asOf, { language }) : formatInstant(data.asOf, { language })
  const cards = (of: readonly Figure[], size: 'lead' | 'small') =>
    of.map(figure => {
      const value = figureIn(data.area, figure.key)
      return value === undefined ? null : (
        <FigureCard key={figure.key} {...{ figure, value, area, isEarlier, size }} asOf={when} />
      )
    })
  return (
    <>
      {figureIn(data.area, 'coverage')?.of === 0 && !isEarlier && <NoHouseholds />}
      <section className="of-standing-lead" aria-label={say.figures}>
        <h2 className="tq-visually-hidden">{say.figures}</h2>
        <div className="of-figures of-figures-lead">{cards(lead, 'lead')}</div>
      </section>
      <div className="of-standing-league">
        {data.children.length === 0 ? (
          <LinkButton icon="house" href={addressOf('/households', { area })}>
            {say.households}
          </LinkButton>
        ) : (
          <Section title={say.league}>
            <LeagueTable
              caption={`${say.league} ${areaTitle(data.area, language)}`}
              total={data.area}
              areas={data.children}
              sort={sort}
              onSort={next => change({ sort: next.by === 'name' ? null : next.by, direction: next.direction })}
              isEarlier={isEarlier}
              asOf={asOf ?? undefined}
            />
          </Section>
        )}
      </div>
      <section className="of-standing-rest" aria-label={say.moreFigures}>
        <h2 className="tq-visually-hidden">{say.moreFigures}</h2>
        <div className="of-figures">{cards(rest, 'small')}</div>
      </section>
      {data.waiting.length > 0 && (
        <Section title={say.waiting}>
          <WaitingWork rows={data.waiting} {...{ area, isEarlier }} />
        </Section>
      )}
      <div className="of-two">
        <Section title={say.dimensions}>
          <DimensionBars rows={data.byDimension} {...{ area, isEarlier }} />
        </Section>
        <Section title={say.missed}>
          <MissedBars rows={data.byMissedReason} {...{ area, isEarlier }} />
        </Section>
      </div>
      <Section title={say.trend}>
        <StandingTrend data={data} until={asOf ?? dayOf(data.asOf)} />
      </Section>
    </>
  )
}

const NoHouseholds = () => {
  const { actor } = useSession()
  const say = useWords(words)
  return (
    <Notice
      title={say.noHouseholds}
      actions={
        hasAbility(actor, 'import-baseline') && (
          <LinkButton kind="primary" icon="upload" href="/baseline">
            {say.importBaseline}
          </LinkButton>
        )
      }
    >
      {say.noHouseholdsHint}
    </Notice>
  )
}
