import { hasAbility } from '@thaiqm/core/access/permission.ts'
import type { DeadlineOverride, Round } from '@thaiqm/core/round/round.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { Badge, type Tone } from '@thaiqm/ui/badge.tsx'
import { Button } from '@thaiqm/ui/button.tsx'
import { DataTable } from '@thaiqm/ui/data-table.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Menu } from '@thaiqm/ui/menu.tsx'
import { EmptyState } from '@thaiqm/ui/notice.tsx'
import { PageHeader, Section } from '@thaiqm/ui/page-header.tsx'
import { useState } from 'react'
import { useAreas } from '../platform/areas.ts'
import { usePageTitle } from '../platform/page.tsx'
import { useSession } from '../platform/session.tsx'
import { OverrideDialog, RemoveOverrideDialog } from './override-dialog.tsx'
import { RoundDialog } from './round-dialog.tsx'
import { type RoundStanding, roundsByNewest } from './round-draft.ts'
import './round.css'

const words = defineWords({
  title: { th: 'รอบสำรวจและกำหนดเวลา', en: 'Rounds and deadlines' },
  description: {
    th: 'กำหนดเวลาเป็นข้อมูลของแต่ละรอบ จังหวัดปรับได้ และกำหนดเฉพาะพื้นที่ได้โดยต้องมีเหตุผล',
    en: 'Deadlines belong to each round; the province may change them, and give an area its own with a reason.',
  },
  plan: { th: 'กำหนดรอบใหม่', en: 'Plan a round' },
  change: { th: 'แก้ไขรอบ', en: 'Change' },
  changeNamed: { th: (name: string) => `แก้ไขรอบ ${name}`, en: name => `Change ${name}` },
  empty: { th: 'ยังไม่มีรอบสำรวจ', en: 'No round yet' },
  emptyHint: { th: 'กำหนดรอบตรวจสอบซ้ำเพื่อเริ่มงานสำรวจ', en: 'Plan a Re-X-Ray round to begin.' },
  PLANNED: { th: 'ยังไม่เปิด', en: 'Planned' },
  OPEN: { th: 'เปิดบันทึก', en: 'Recording' },
  RESOLVING: { th: 'ปิดบันทึก เร่งแก้ไข', en: 'Resolving' },
  CLOSED: { th: 'สิ้นสุดแล้ว', en: 'Closed' },
  BASELINE: { th: 'รอบฐาน', en: 'Baseline' },
  RE_XRAY: { th: 'Re-X-Ray', en: 'Re-X-Ray' },
  year: { th: 'ปี พ.ศ.', en: 'Year (B.E.)' },
  opensOn: { th: 'เปิดรอบ', en: 'Opens' },
  recordBy: { th: 'บันทึกให้แล้วเสร็จ', en: 'Recorded by' },
  resolveBy: { th: 'แก้ไขให้แล้วเสร็จ', en: 'Resolved by' },
  grace: { th: 'ผ่อนผัน', en: 'Grace' },
  days: { th: (days: number) => `${days} วัน`, en: days => `${days} days` },
  overrides: { th: 'กำหนดเฉพาะพื้นที่', en: 'Deadlines of areas' },
  noOverrides: { th: 'ทุกพื้นที่ใช้กำหนดของรอบ', en: 'Every area follows the round' },
  addOverride: { th: 'กำหนดเฉพาะพื้นที่', en: 'Deadline of an area' },
  area: { th: 'พื้นที่', en: 'Area' },
  reason: { th: 'เหตุผล', en: 'Reason' },
  actions: { th: 'ดำเนินการ', en: 'Actions' },
  actionsFor: { th: (area: string) => `ดำเนินการกับ ${area}`, en: area => `Actions for ${area}` },
  edit: { th: 'แก้ไข', en: 'Change' },
  remove: { th: 'ยกเลิกกำหนดเฉพาะพื้นที่', en: 'Remove' },
})

const phaseTones: Readonly<Record<RoundStanding['phase'], Tone>> = {
  PLANNED: 'neutral',
  OPEN: 'good',
  RESOLVING: 'warning',
  CLOSED: 'neutral',
}

type Open =
  | { readonly what: 'round'; readonly round: Round | null }
  | { readonly what: 'override'; readonly round: Round; readonly known: DeadlineOverride | null }
  | { readonly what: 'remove'; readonly round: Round; readonly known: DeadlineOverride }

const Overrides = ({
  round,
  mayManage,
  onOpen,
}: {
  readonly round: Round
  readonly mayManage: boolean
  readonly onOpen: (open: Open) => void
}) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { titleOf } = useAreas()
  return (
    <>
      <div className="round-subhead">
        <h3>{say.overrides}</h3>
        {mayManage && (
          <Button size="small" icon="plus" onPress={() => onOpen({ what: 'override', round, known: null })}>
            {say.addOverride}
          </Button>
        )}
      </div>
      {round.overrides.length === 0 ? (
        <p className="of-muted">{say.noOverrides}</p>
      ) : (
        <DataTable
          caption={say.overrides}
          columns={[
            { key: 'area', heading: say.area, cell: one => titleOf(one.areaCode) },
            { key: 'recordBy', heading: say.recordBy, cell: one => formatDay(one.recordBy, { language }) },
            { key: 'resolveBy', heading: say.resolveBy, cell: one => formatDay(one.resolveBy, { language }) },
            { key: 'reason', heading: say.reason, cell: one => one.reason },
            ...(mayManage
              ? [
                  {
                    key: 'actions',
                    heading: say.actions,
                    isHeadingHidden: true,
                    align: 'end' as const,
                    cell: (one: DeadlineOverride) => (
                      <Menu
                        label={say.actionsFor(titleOf(one.areaCode))}
                        actions={[
                          {
                            id: 'edit',
                            label: say.edit,
                            icon: 'edit',
                            onPress: () => onOpen({ what: 'override', round, known: one }),
                          },
                          {
                            id: 'remove',
                            label: say.remove,
                            icon: 'trash',
                            isDangerous: true,
                            onPress: () => onOpen({ what: 'remove', round, known: one }),
                          },
                        ]}
                      />
                    ),
                  },
                ]
              : []),
          ]}
          rows={round.overrides}
          rowKey={one => one.areaCode}
        />
      )}
    </>
  )
}

/** `/rounds`: every round with its deadlines; the province changes them. */
export const RoundScreen = () => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { rounds, today, actor } = useSession()
  const [open, setOpen] = useState<Open | null>(null)
  usePageTitle(say.title)
  const mayManage = hasAbility(actor, 'manage-rounds')
  const plan = mayManage ? (
    <Button kind="primary" icon="plus" onPress={() => setOpen({ what: 'round', round: null })}>
      {say.plan}
    </Button>
  ) : undefined
  const close = () => setOpen(null)
  return (
    <>
      <PageHeader title={say.title} description={say.description} actions={plan} />
      {rounds.length === 0 && (
        <EmptyState icon="calendar" title={say.empty} actions={plan}>
          {say.emptyHint}
        </EmptyState>
      )}
      {roundsByNewest(rounds, today).map(({ round, phase }) => {
        const name = language === 'th' ? round.nameTh : round.nameEn
        const facts: readonly (readonly [string, string])[] = [
          [say.year, String(round.yearBe)],
          [say.opensOn, formatDay(round.opensOn, { language })],
          [say.recordBy, formatDay(round.recordBy, { language })],
          [say.grace, say.days(round.graceDays)],
          [say.resolveBy, formatDay(round.resolveBy, { language })],
        ]
        return (
          <Section
            key={round.id}
            title={name}
            description={
              <>
                <Badge>{say[round.kind]}</Badge> <Badge tone={phaseTones[phase]}>{say[phase]}</Badge>
              </>
            }
            actions={
              mayManage && (
                <Button
                  icon="edit"
                  size="small"
                  aria-label={say.changeNamed(name)}
                  onPress={() => setOpen({ what: 'round', round })}
                >
                  {say.change}
                </Button>
              )
            }
          >
            <dl className="round-facts">
              {facts.map(([term, fact]) => (
                <div key={term}>
                  <dt>{term}</dt>
                  <dd>{fact}</dd>
                </div>
              ))}
            </dl>
            {round.kind === 'RE_XRAY' && <Overrides round={round} mayManage={mayManage} onOpen={setOpen} />}
          </Section>
        )
      })}
      {open?.what === 'round' && <RoundDialog round={open.round} onClose={close} />}
      {open?.what === 'override' && <OverrideDialog round={open.round} known={open.known} onClose={close} />}
      {open?.what === 'remove' && <RemoveOverrideDialog round={open.round} known={open.known} onClose={close} />}
    </>
  )
}
