import type { readFigures } from '@thaiqm/contract/measure/measure-routes.ts'
import type { RouteReply } from '@thaiqm/contract/wire/route.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import { deadlinesFor } from '@thaiqm/core/round/round.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { TrendChart } from '@thaiqm/ui/trend-chart.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'
import { useSession } from '../platform/session.tsx'
import { figureIn } from './league.ts'
import { trendTo } from './trend.ts'

const words = defineWords({
  record: { th: (day: string) => `การสำรวจ ถึง ${day}`, en: day => `Survey, to ${day}` },
  resolve: { th: (day: string) => `การแก้ไขปัญหา ถึง ${day}`, en: day => `Problems solved, to ${day}` },
  covered: { th: 'ครอบคลุม', en: 'Covered' },
  rechecked: { th: 'Re-X-Ray', en: 'Re-X-Ray' },
  solved: { th: 'แก้ไขแล้ว', en: 'Solved' },
  plan: { th: (name: string) => `ที่ต้องทำ: ${name}`, en: name => `Needed: ${name}` },
  household: { th: 'ครัวเรือน', en: 'households' },
  problem: { th: 'ปัญหา', en: 'problems' },
  none: { th: 'ยังไม่มีข้อมูลรายวัน', en: 'No daily data yet' },
})

/** Done day by day beside the straight way to the deadline: the survey's and the solving's. */
export const StandingTrend = ({
  data,
  until,
}: {
  readonly data: RouteReply<typeof readFigures>
  readonly until: Day
}) => {
  const { round } = useSession()
  const { language } = useLanguage()
  const say = useWords(words)
  if (round === null || data.trend.length === 0) return <p className="of-muted">{say.none}</p>
  const { recordBy, resolveBy } = deadlinesFor(round, data.area.areaCode)
  const wholeOf = (key: string) => figureIn(data.area, key)?.of ?? 0
  const lineOf = (key: 'covered' | 'rechecked' | 'solved', of: number, deadline: Day) =>
    trendTo(
      data.trend.map(entry => ({ day: entry.day, n: entry[key] })),
      of,
      until,
      deadline,
    )
  const covered = lineOf('covered', wholeOf('coverage'), recordBy)
  const rechecked = lineOf('rechecked', wholeOf('re-x-ray'), recordBy)
  const solved = lineOf('solved', wholeOf('solved'), resolveBy)
  const axis = (points: typeof covered) =>
    points.map(point => formatDay(point.day, { language }).replace(/ \d{4}$/, ''))
  return (
    <div className="of-two of-trends">
      <TrendChart
        label={say.record(formatDay(recordBy, { language }))}
        unit={say.household}
        at={axis(covered)}
        series={[
          { label: say.covered, colour: 'a', values: covered.map(point => point.done) },
          { label: say.plan(say.covered), colour: 'a', isPlan: true, values: covered.map(point => point.plan) },
          { label: say.rechecked, colour: 'b', values: rechecked.map(point => point.done) },
          { label: say.plan(say.rechecked), colour: 'b', isPlan: true, values: rechecked.map(point => point.plan) },
        ]}
      />
      <TrendChart
        label={say.resolve(formatDay(resolveBy, { language }))}
        unit={say.problem}
        at={axis(solved)}
        series={[
          { label: say.solved, colour: 'c', values: solved.map(point => point.done) },
          { label: say.plan(say.solved), colour: 'c', isPlan: true, values: solved.map(point => point.plan) },
        ]}
      />
    </div>
  )
}
