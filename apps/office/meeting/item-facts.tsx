import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import type { AgendaItem } from '@thaiqm/core/meeting/meeting.ts'
import { isLive } from '@thaiqm/core/problem/problem-state.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { DefinitionList } from '@thaiqm/ui/definition-list.tsx'
import { formatBaht, formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { kindName, sectorName, stateName } from '../platform/names.ts'
import { useSession } from '../platform/session.tsx'
import { usePublishedWords } from './published-words.ts'

const words = defineWords({
  matter: { th: 'เรื่อง', en: 'Matter' },
  problems: { th: 'ปัญหาที่ยังต้องแก้ไข', en: 'Live problems' },
  problem: { th: 'ปัญหา', en: 'Problem' },
  plan: { th: 'กิจกรรมในแผน', en: 'Plan actions' },
  sum: { th: (n: string, baht: string) => `${n} กิจกรรม รวม ${baht}`, en: (n, baht) => `${n} actions, ${baht}` },
  proposed: { th: 'เหตุผลที่เสนอยกเลิก', en: 'Why cancellation is proposed' },
  returned: { th: 'เหตุที่หน่วยงานส่งคืน', en: 'Why the agency returned it' },
  pause: { th: 'เหตุที่ขอหยุดนับเวลา', en: 'Why a pause is asked for' },
  until: { th: (reason: string, day: string) => `${reason} ถึง ${day}`, en: (reason, day) => `${reason}, until ${day}` },
  due: { th: 'ครบกำหนด', en: 'Due' },
  need: { th: 'ความต้องการที่เผยแพร่', en: 'Published need' },
})

/** What the meeting needs before its eyes to decide an item: the case, not the people. */
export const ItemFacts = ({
  item,
  household,
}: {
  readonly item: AgendaItem
  readonly household: HouseholdView | null
}) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { today } = useSession()
  const published = usePublishedWords()
  const problem = household?.problems.find(one => one.id === item.problemId)
  const plan =
    item.kind === 'plan-approval'
      ? (household?.plans.findLast(one => one.state === 'PROPOSED') ?? household?.plans.at(-1))
      : undefined
  const live = household?.problems.filter(one => isLive(one.state)) ?? []
  const named = (codes: readonly string[]) => codes.map(code => `${code} ${kindName(code, language)}`)
  // Of a need the day by which it is wanted counts, not the hardship's own.
  const dueOn = item.kind === 'unmet-need' ? item.dueOn : (problem?.dueOn ?? item.dueOn)
  const facts = [
    { term: say.matter, value: <b>{item.title}</b> },
    ...(problem === undefined
      ? []
      : [
          {
            term: say.problem,
            value: `${named([problem.kindCode]).join('')} · ${stateName(problem.state, language)}`,
          },
        ]),
    ...(item.publishedOn === undefined || problem?.need === undefined
      ? []
      : [
          {
            term: say.need,
            value: [
              `${problem.need.what} ${formatNumber(problem.need.quantity, language)} ${problem.need.unit}`.trim(),
              problem.need.budgetBaht === null ? '' : formatBaht(problem.need.budgetBaht, language),
              published(problem.need.publishedOn, today),
            ]
              .filter(Boolean)
              .join(' · '),
          },
        ]),
    ...(dueOn === null ? [] : [{ term: say.due, value: formatDay(dueOn, { language }) }]),
    ...(problem?.cancellationProposal == null
      ? []
      : [{ term: say.proposed, value: problem.cancellationProposal.reason }]),
    ...(problem?.pause === undefined
      ? []
      : [
          {
            term: say.pause,
            value: say.until(problem.pause.reason, formatDay(problem.pause.untilOn, { language })),
          },
        ]),
    ...(problem?.referral?.state === 'RETURNED' ? [{ term: say.returned, value: problem.referral.reply }] : []),
    ...(plan === undefined || live.length === 0
      ? []
      : [{ term: say.problems, value: <PlainLines lines={named(live.map(one => one.kindCode))} /> }]),
    ...(plan === undefined
      ? []
      : [
          {
            term: say.plan,
            value: (
              <>
                {say.sum(
                  formatNumber(plan.actions.length, language),
                  formatBaht(
                    plan.actions.reduce((sum, one) => sum + one.budgetBaht, 0),
                    language,
                  ),
                )}
                <PlainLines
                  lines={plan.actions.map(one =>
                    [
                      one.what,
                      sectorName(one.sector, language),
                      one.ownerName,
                      formatBaht(one.budgetBaht, language),
                      formatDay(one.dueOn, { language }),
                    ]
                      .filter(Boolean)
                      .join(' · '),
                  )}
                />
              </>
            ),
          },
        ]),
  ]
  return <DefinitionList items={facts} />
}

const PlainLines = ({ lines }: { readonly lines: readonly string[] }) => (
  <ul className="meeting-lines">
    {lines.map(line => (
      <li key={line}>{line}</li>
    ))}
  </ul>
)
