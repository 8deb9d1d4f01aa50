import type { HouseholdRow } from '@thaiqm/contract/household/household-routes.ts'
import type { CountedRow } from '@thaiqm/contract/measure/measure-routes.ts'
import { type Day, dayOf } from '@thaiqm/core/ledger/day.ts'
import { isLive } from '@thaiqm/core/problem/problem-state.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { StatusDot } from '@thaiqm/ui/badge.tsx'
import type { Column } from '@thaiqm/ui/data-table.tsx'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, type Language, speak } from '@thaiqm/ui/words.ts'
import { agencyShortName, kindName, originName, planStateName, stateName } from '../platform/names.ts'
import { placeName } from '../platform/place.ts'
import { toneOfState } from '../platform/tones.ts'
import { WholeWords } from '../platform/whole-words.tsx'

const words = defineWords({
  house: { th: 'บ้านเลขที่', en: 'House' },
  head: { th: 'หัวหน้าครัวเรือน', en: 'Head' },
  members: { th: 'สมาชิก', en: 'Members' },
  origin: { th: 'ที่มา', en: 'Origin' },
  survey: { th: 'แบบสำรวจ', en: 'Form' },
  recheck: { th: 'ตรวจซ้ำ', en: 'Re-checked' },
  live: { th: 'ปัญหาคงเหลือ', en: 'Live problems' },
  plan: { th: 'แผน', en: 'Plan' },
  changed: { th: 'ปรับปรุงเมื่อ', en: 'Changed' },
  problem: { th: 'ปัญหา', en: 'Problem' },
  whose: { th: 'ของ', en: 'Whose' },
  wholeHousehold: { th: 'ครัวเรือน', en: 'Household' },
  state: { th: 'สถานะ', en: 'State' },
  due: { th: 'ครบกำหนด', en: 'Due' },
  overdue: { th: 'เกินกำหนด', en: 'overdue' },
  agency: { th: 'หน่วยงานหลัก', en: 'Lead agency' },
})

/** Columns of a list of households. */
export const householdColumns = (language: Language): readonly Column<HouseholdRow>[] => {
  const say = speak(words, language)
  const write = (n: number) => formatNumber(n, language)
  return [
    {
      key: 'house',
      heading: say.house,
      cell: row => <WholeWords>{placeName(row, language)}</WholeWords>,
      isSortable: true,
    },
    { key: 'name', heading: say.head, cell: row => <WholeWords>{row.headName}</WholeWords>, isSortable: true },
    { key: 'members', heading: say.members, cell: row => write(row.memberCount), align: 'end', priority: 3 },
    {
      key: 'origin',
      heading: say.origin,
      cell: row => <span className="of-nowrap">{originName(row.origin, language)}</span>,
      priority: 2,
    },
    {
      key: 'state',
      heading: say.survey,
      cell: row => <StatusDot tone={toneOfState(row.surveyState)}>{stateName(row.surveyState, language)}</StatusDot>,
      isSortable: true,
    },
    {
      key: 'recheck',
      heading: say.recheck,
      cell: row => (row.oldProblems === 0 ? '–' : `${write(row.recheckedProblems)}/${write(row.oldProblems)}`),
      align: 'end',
      priority: 2,
    },
    { key: 'problems', heading: say.live, cell: row => write(row.liveProblems), align: 'end', isSortable: false },
    {
      key: 'plan',
      heading: say.plan,
      cell: row =>
        row.planState === null ? '–' : <span className="of-nowrap">{planStateName(row.planState, language)}</span>,
      priority: 2,
    },
    {
      key: 'changed',
      heading: say.changed,
      cell: row => formatDay(dayOf(row.lastChangedAt), { language }),
      isOneLine: true,
      isSortable: true,
      priority: 3,
    },
  ]
}

/** Columns of a list of hardships. */
export const problemColumns = (language: Language, today: Day): readonly Column<CountedRow>[] => {
  const say = speak(words, language)
  return [
    {
      key: 'house',
      heading: say.house,
      cell: row => <WholeWords>{placeName(row, language)}</WholeWords>,
      isSortable: true,
    },
    {
      key: 'name',
      heading: say.head,
      cell: row => <WholeWords>{row.headName}</WholeWords>,
      isSortable: true,
      priority: 2,
    },
    {
      key: 'kind',
      heading: say.problem,
      cell: row => (row.problem === null ? '–' : `${row.problem.kindCode} ${kindName(row.problem.kindCode, language)}`),
      isSortable: true,
    },
    {
      key: 'whose',
      heading: say.whose,
      cell: row => <WholeWords>{row.problem?.memberName ?? say.wholeHousehold}</WholeWords>,
      priority: 2,
    },
    {
      key: 'state',
      heading: say.state,
      cell: row =>
        row.problem === null ? (
          '–'
        ) : (
          <StatusDot tone={toneOfState(row.problem.state)}>{stateName(row.problem.state, language)}</StatusDot>
        ),
      isSortable: true,
    },
    {
      key: 'due',
      heading: say.due,
      cell: ({ problem }) => {
        if (problem?.dueOn === null || problem === null) return '–'
        const day = formatDay(problem.dueOn, { language })
        return isLive(problem.state) && problem.dueOn < today ? (
          <span className="of-bad">
            {day} {say.overdue}
          </span>
        ) : (
          day
        )
      },
      isSortable: true,
    },
    {
      key: 'agency',
      heading: say.agency,
      cell: row => (row.problem === null ? '–' : agencyShortName(row.problem.leadAgency, language)),
      priority: 2,
    },
  ]
}
