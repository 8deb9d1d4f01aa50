import {
  type AssignmentNeedRow,
  type UnservedNeed,
  unservedReason,
} from '@thaiqm/contract/assignment/assignment-routes.ts'
import { unservedSentence } from '@thaiqm/contract/assignment/unserved-sentences.ts'
import { compareUrgency } from '@thaiqm/core/assignment/assignment-order.ts'
import { dayOf } from '@thaiqm/core/ledger/day.ts'
import { Badge, Chip, ChipRow } from '@thaiqm/ui/badge.tsx'
import { Button } from '@thaiqm/ui/button.tsx'
import { DataTable } from '@thaiqm/ui/data-table.tsx'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState } from '@thaiqm/ui/notice.tsx'
import { Pagination } from '@thaiqm/ui/pagination.tsx'
import { useState } from 'react'
import { kindShortName } from '../platform/names.ts'
import { pinMatch, releaseNeed } from './change-pins.ts'
import { householdOf, useNeedColumns } from './need-columns.tsx'
import { PinDialog } from './pin-dialog.tsx'
import type { ProposalViewProps } from './proposal-view.ts'

const words = defineWords({
  title: { th: 'ความต้องการที่ยังไม่ได้รับจัดสรร เรียงตามความเร่งด่วน', en: 'Needs left without, the most urgent first' },
  reason: { th: 'เหตุผล', en: 'Why' },
  actions: { th: 'ปรับ', en: 'Change' },
  pin: { th: 'กำหนดข้อเสนอ', en: 'Pin an offer' },
  pinNeed: { th: (need: string) => `กำหนดข้อเสนอให้ ${need}`, en: need => `Pin an offer for ${need}` },
  release: { th: 'ยกเลิกเงื่อนไข', en: 'Take it back' },
  pinned: { th: 'กำหนดข้อเสนอไว้แล้ว', en: 'An offer is pinned' },
  none: { th: 'ทุกรายการได้รับจัดสรร', en: 'Everybody is served' },
  'left-out': { th: 'พักไว้', en: 'Left out' },
  'no-offer-of-this-kind': { th: 'ไม่มีข้อเสนอประเภทนี้', en: 'No offer of this kind' },
  'no-offer-in-this-area': { th: 'ไม่ครอบคลุมพื้นที่', en: 'None in this area' },
  'period-over': { th: 'พ้นระยะเวลา', en: 'Period over' },
  'more-than-any-offer-has': { th: 'เหลือไม่พอทั้งรายการ', en: 'More than any has' },
  barred: { th: 'เลือกไม่ใช้', en: 'Barred' },
  'used-up': { th: 'จัดสรรให้ผู้เร่งด่วนกว่าแล้ว', en: 'Used up' },
  'not-proposed': { th: 'คำนวณไม่ทัน', en: 'Out of time' },
  ofReason: {
    th: (reason: string, count: string) => `${reason} ${count}`,
    en: (reason, count) => `${reason} ${count}`,
  },
})

const PAGE_SIZE = 50

/** Who is left without and why, in a sentence each; an officer may pin an offer, which then comes first. */
export const UnservedNeeds = ({ proposal, pins, onPins }: ProposalViewProps) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const columns = useNeedColumns(dayOf(proposal.asOf))
  const [page, setPage] = useState(1)
  const [chosen, setChosen] = useState<UnservedNeed['reason'] | null>(null)
  const [pinning, setPinning] = useState<AssignmentNeedRow | null>(null)
  const reasonOf = new Map(proposal.unserved.map(one => [one.problemId, one]))
  const reasons = unservedReason.options
    .map(reason => ({ reason, count: proposal.unserved.filter(one => one.reason === reason).length }))
    .filter(({ count }) => count > 0)
  const rows = proposal.needs
    .filter(need => reasonOf.has(need.problemId))
    .filter(need => chosen === null || reasonOf.get(need.problemId)?.reason === chosen)
    .sort(compareUrgency)
  if (proposal.unserved.length === 0) return <EmptyState icon="check-circle" title={say.none} />
  const isDecided = (need: AssignmentNeedRow): boolean =>
    pins.leftOut.includes(need.problemId) ||
    [...pins.pinned, ...pins.barred].some(pin => pin.problemId === need.problemId)
  return (
    <>
      {reasons.length > 1 && (
        <ChipRow>
          {reasons.map(({ reason, count }) => (
            <Chip
              key={reason}
              isSelected={chosen === reason}
              onChange={isOn => {
                setChosen(isOn ? reason : null)
                setPage(1)
              }}
            >
              {say.ofReason(say[reason], formatNumber(count, language))}
            </Chip>
          ))}
        </ChipRow>
      )}
      <DataTable
        caption={say.title}
        columns={[
          ...columns,
          {
            key: 'reason',
            heading: say.reason,
            cell: need => {
              const why = reasonOf.get(need.problemId)
              return (
                <>
                  {pins.pinned.some(pin => pin.problemId === need.problemId) && <Badge icon="pin">{say.pinned}</Badge>}
                  <div className="of-assignment-reason">{why !== undefined && unservedSentence(why, language)}</div>
                </>
              )
            },
          },
          {
            key: 'actions',
            heading: say.actions,
            isHeadingHidden: true,
            align: 'end',
            cell: need => {
              const name = `${kindShortName(need.kindCode, language)} ${need.what}`
              // Where no offer fits there is nothing to pin.
              const { reason = 'used-up', offers = 0 } = reasonOf.get(need.problemId) ?? {}
              const mayPin = offers > 0 || reason === 'left-out' || reason === 'barred'
              if (!isDecided(need) && !mayPin) return null
              return (
                <div className="of-assignment-whole">
                  {isDecided(need) ? (
                    <Button
                      size="small"
                      kind="quiet"
                      icon="undo"
                      aria-label={`${say.release}: ${name}`}
                      onPress={() => onPins(releaseNeed(pins, need.problemId))}
                    >
                      {say.release}
                    </Button>
                  ) : (
                    <Button
                      size="small"
                      kind="quiet"
                      icon="pin"
                      aria-label={say.pinNeed(name)}
                      onPress={() => setPinning(need)}
                    >
                      {say.pin}
                    </Button>
                  )}
                </div>
              )
            },
          },
        ]}
        rows={rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)}
        rowKey={need => need.problemId}
        rowHref={householdOf}
      />
      {rows.length > PAGE_SIZE && <Pagination page={page} pageSize={PAGE_SIZE} total={rows.length} onPage={setPage} />}
      {pinning !== null && (
        <PinDialog
          proposal={proposal}
          need={pinning}
          onClose={() => setPinning(null)}
          onPin={offerId => {
            onPins(pinMatch(pins, { problemId: pinning.problemId, offerId }))
            setPinning(null)
          }}
        />
      )}
    </>
  )
}
