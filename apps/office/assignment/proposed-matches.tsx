import type { AssignmentNeedRow, AssignmentOfferRow } from '@thaiqm/contract/assignment/assignment-routes.ts'
import { matchKey } from '@thaiqm/core/assignment/assignment.ts'
import { compareUrgency } from '@thaiqm/core/assignment/assignment-order.ts'
import { dayOf } from '@thaiqm/core/ledger/day.ts'
import type { AllocationId } from '@thaiqm/core/ledger/identifiers.ts'
import { Badge } from '@thaiqm/ui/badge.tsx'
import { Button } from '@thaiqm/ui/button.tsx'
import { DataTable } from '@thaiqm/ui/data-table.tsx'
import { ConfirmDialog } from '@thaiqm/ui/dialog.tsx'
import { formatBaht, formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Menu } from '@thaiqm/ui/menu.tsx'
import { EmptyState } from '@thaiqm/ui/notice.tsx'
import { Section } from '@thaiqm/ui/page-header.tsx'
import { Pagination } from '@thaiqm/ui/pagination.tsx'
import { useState } from 'react'
import { type CommandResult, useCommand } from '../platform/commands.ts'
import { kindShortName, sectorName } from '../platform/names.ts'
import { newId } from '../platform/new-id.ts'
import { barMatch, leaveOut, pinMatch, releaseNeed } from './change-pins.ts'
import { MatchResult } from './match-result.tsx'
import { householdOf, useNeedColumns } from './need-columns.tsx'
import { offersWithNeeds } from './offers-with-needs.ts'
import type { ProposalViewProps } from './proposal-view.ts'
import { takeMatch } from './take-match.ts'

const words = defineWords({
  none: { th: 'ไม่มีคู่ที่เสนอได้', en: 'Nothing can be proposed' },
  noneHint: {
    th: 'ดูเหตุผลของแต่ละรายการได้ที่แท็บ “ยังไม่ได้รับจัดสรร”',
    en: 'The tab “Left without” says why for each need.',
  },
  left: {
    th: (before: string, after: string, unit: string) => `เหลืออยู่ ${before} ${unit} หลังจัดสรรเหลือ ${after} ${unit}`,
    en: (before, after, unit) => `${before} ${unit} left, ${after} ${unit} after this`,
  },
  money: {
    th: (before: string, after: string) => `งบประมาณเหลืออยู่ ${before} หลังจัดสรรเหลือ ${after}`,
    en: (before, after) => `budget ${before} left, ${after} after this`,
  },
  state: { th: 'ผล', en: 'Outcome' },
  actions: { th: 'ปรับ', en: 'Change' },
  changeNeed: { th: (need: string) => `ปรับคู่นี้: ${need}`, en: need => `Change this match: ${need}` },
  pin: { th: 'กำหนดคู่นี้ไว้', en: 'Pin this match' },
  unpin: { th: 'ยกเลิกการกำหนด', en: 'Unpin' },
  bar: { th: 'ไม่ใช้ข้อเสนอนี้กับรายการนี้', en: 'Not this offer for this need' },
  leave: { th: 'พักรายการนี้ไว้ก่อน', en: 'Leave this need out for now' },
  pinned: { th: 'กำหนดไว้', en: 'Pinned' },
  barred: { th: 'ไม่ใช้', en: 'Barred' },
  leftOut: { th: 'พักไว้', en: 'Left out' },
  chosen: {
    th: (chosen: string, all: string) => `เลือกแล้ว ${chosen} จาก ${all} รายการ`,
    en: (chosen, all) => `${chosen} of ${all} chosen`,
  },
  accept: { th: 'ยืนยันจองที่เลือก', en: 'Accept the chosen' },
  ask: {
    th: (count: string) => `จองข้อเสนอให้ ${count} รายการ`,
    en: count => `Take from the offers for ${count} needs?`,
  },
  askText: {
    th: 'ระบบจะจองข้อเสนอของภาคีตามที่เลือก รายการใดมีผู้จองไปก่อนแล้วจะไม่ถูกจองซ้ำและแสดงเหตุผลไว้ที่รายการนั้น',
    en: 'What is chosen is taken from the partners’ offers. Where somebody was first, nothing is taken twice, and the row says so.',
  },
})

const isAnswered = (result: CommandResult | undefined): boolean =>
  result !== undefined && !(result.ok && result.outcome === 'waiting')

/** So many offers stand on one page. */
const OFFERS_A_PAGE = 10

/** The proposal, offer by offer with what is left of it: changed by the menu of a row, taken row by row. */
export const ProposedMatches = ({ proposal, pins, onPins }: ProposalViewProps) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { giveMany, isGiving } = useCommand()
  const today = dayOf(proposal.asOf)
  const columns = useNeedColumns(today)
  const groups = offersWithNeeds(proposal)
  const [page, setPage] = useState(1)
  const [isAsking, setAsking] = useState(false)
  const [results, setResults] = useState<ReadonlyMap<string, CommandResult>>(new Map())
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(proposal.matches.map(match => match.problemId)),
  )
  if (groups.length === 0) {
    return (
      <EmptyState icon="inbox" title={say.none}>
        {say.noneHint}
      </EmptyState>
    )
  }
  const number = (n: number) => formatNumber(n, language)
  const barred = new Set(pins.barred.map(matchKey))
  // What the officer has turned down since is not taken, though the proposal still shows it.
  const open = new Set(
    proposal.matches
      .filter(match => !results.get(match.problemId)?.ok)
      .filter(match => !barred.has(matchKey(match)) && !pins.leftOut.includes(match.problemId))
      .map(match => match.problemId),
  )
  const pinned = new Set(pins.pinned.map(matchKey))
  // Sent in this order: should an offer have less by now, what people pinned and the most urgent come first.
  const toTake = groups
    .flatMap(({ offer, needs }) =>
      needs
        .filter(need => chosen.has(need.problemId) && open.has(need.problemId))
        .map(need => ({ need, offer, key: matchKey({ problemId: need.problemId, offerId: offer.offerId }) })),
    )
    .sort((a, b) => Number(pinned.has(b.key)) - Number(pinned.has(a.key)) || compareUrgency(a.need, b.need))
  const accept = async () => {
    const commands = toTake.map(({ need, offer }) => takeMatch(need, offer, newId() as AllocationId, today))
    const given = await giveMany(commands)
    const next = new Map(results)
    toTake.forEach(({ need }, index) => {
      const result = given[index]
      if (result !== undefined) next.set(need.problemId, result)
    })
    setResults(next)
    setAsking(false)
    // What was answered, taken or not, is no longer to be kept to: the pair is gone, or its offer has too little left.
    const answered = toTake.filter(({ need }) => isAnswered(next.get(need.problemId)))
    if (answered.length > 0) onPins(answered.reduce((kept, { need }) => releaseNeed(kept, need.problemId), { ...pins }))
  }
  const leftOf = (offer: AssignmentOfferRow): string =>
    [
      sectorName(offer.sector, language),
      say.left(number(offer.quantityLeft), number(offer.quantityAfter), offer.unit),
      ...(offer.budgetLeftBaht === null || offer.budgetAfterBaht === null
        ? []
        : [say.money(formatBaht(offer.budgetLeftBaht, language), formatBaht(offer.budgetAfterBaht, language))]),
    ].join(' · ')
  const decided = (need: AssignmentNeedRow, offer: AssignmentOfferRow) => {
    const key = matchKey({ problemId: need.problemId, offerId: offer.offerId })
    if (pinned.has(key)) return <Badge icon="pin">{say.pinned}</Badge>
    if (barred.has(key)) return <Badge tone="warning">{say.barred}</Badge>
    return pins.leftOut.includes(need.problemId) ? <Badge tone="warning">{say.leftOut}</Badge> : null
  }
  const menuOf = (need: AssignmentNeedRow, offer: AssignmentOfferRow) => {
    const { problemId } = need
    const match = { problemId, offerId: offer.offerId }
    const isPinned = pinned.has(matchKey(match))
    return (
      <Menu
        label={say.changeNeed(`${kindShortName(need.kindCode, language)} ${need.what}`)}
        actions={[
          isPinned
            ? { id: 'unpin', label: say.unpin, icon: 'undo', onPress: () => onPins(releaseNeed(pins, problemId)) }
            : { id: 'pin', label: say.pin, icon: 'pin', onPress: () => onPins(pinMatch(pins, match)) },
          { id: 'bar', label: say.bar, icon: 'close', onPress: () => onPins(barMatch(pins, match)) },
          { id: 'leave', label: say.leave, icon: 'pause', onPress: () => onPins(leaveOut(pins, problemId)) },
        ]}
      />
    )
  }
  return (
    <>
      {groups.slice((page - 1) * OFFERS_A_PAGE, page * OFFERS_A_PAGE).map(({ offer, needs }) => (
        <Section
          key={offer.offerId}
          title={[offer.organisationName, offer.what].filter(Boolean).join(' · ')}
          description={leftOf(offer)}
        >
          <DataTable
            caption={offer.what}
            columns={[
              ...columns,
              {
                key: 'state',
                heading: say.state,
                cell: need => (
                  <>
                    {decided(need, offer)}
                    <MatchResult result={results.get(need.problemId)} />
                  </>
                ),
              },
              {
                key: 'actions',
                heading: say.actions,
                isHeadingHidden: true,
                align: 'end',
                cell: need => (results.get(need.problemId)?.ok ? null : menuOf(need, offer)),
              },
            ]}
            rows={needs}
            rowKey={need => need.problemId}
            rowHref={householdOf}
            rowName={need => `${kindShortName(need.kindCode, language)} ${need.what}`}
            selected={new Set(needs.map(need => need.problemId).filter(id => chosen.has(id) && open.has(id)))}
            onSelect={now => {
              const others = [...chosen].filter(id => !needs.some(need => need.problemId === id))
              setChosen(new Set([...others, ...now]))
            }}
          />
        </Section>
      ))}
      {groups.length > OFFERS_A_PAGE && (
        <Pagination page={page} pageSize={OFFERS_A_PAGE} total={groups.length} onPage={setPage} />
      )}
      <div className="of-assignment-accept">
        <span>{say.chosen(number(toTake.length), number(open.size))}</span>
        <Button
          kind="primary"
          icon="check"
          isDisabled={toTake.length === 0}
          isPending={isGiving}
          onPress={() => setAsking(true)}
        >
          {say.accept}
        </Button>
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={() => void accept()}
        title={say.ask(number(toTake.length))}
        confirmLabel={say.accept}
        isPending={isGiving}
      >
        {say.askText}
      </ConfirmDialog>
    </>
  )
}
