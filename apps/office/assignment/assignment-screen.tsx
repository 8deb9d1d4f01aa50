import { useMutation } from '@tanstack/react-query'
import { proposeAssignment } from '@thaiqm/contract/assignment/assignment-routes.ts'
import { hasAbility } from '@thaiqm/core/access/permission.ts'
import { areaCode as areaCodeOf } from '@thaiqm/core/area/area-code.ts'
import { type AssignmentPins, noPins } from '@thaiqm/core/assignment/assignment.ts'
import { Button } from '@thaiqm/ui/button.tsx'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState, Notice } from '@thaiqm/ui/notice.tsx'
import { Card, PageHeader, Stack } from '@thaiqm/ui/page-header.tsx'
import { Skeleton } from '@thaiqm/ui/skeleton.tsx'
import { Tabs } from '@thaiqm/ui/tabs.tsx'
import { useState } from 'react'
import { AreaField } from '../person/area-field.tsx'
import { useAddress } from '../platform/address.ts'
import { ask } from '../platform/api.ts'
import { FailedState, NotFoundState, usePageTitle } from '../platform/page.tsx'
import { useSession } from '../platform/session.tsx'
import { countPins } from './change-pins.ts'
import { ProposalSummary } from './proposal-summary.tsx'
import type { ProposalViewProps } from './proposal-view.ts'
import { ProposedMatches } from './proposed-matches.tsx'
import { UnservedNeeds } from './unserved-needs.tsx'
import './assignment.css'

const words = defineWords({
  title: { th: 'จัดสรรความช่วยเหลือ', en: 'Share out help' },
  description: {
    th: 'ระบบเสนอว่าข้อเสนอของภาคีรายการใดควรใช้กับความต้องการใด โดยให้ที่รุนแรงที่สุดและครบกำหนดก่อนได้รับก่อน ไม่เกินที่ภาคีมี ยังไม่มีการจองจนกว่าท่านจะยืนยัน',
    en: 'Proposes which offer serves which need: the most severe and the soonest due first, never more than partners have. Nothing is taken until you accept.',
  },
  area: { th: 'อำเภอหรือตำบล', en: 'District or tambon' },
  propose: { th: 'เสนอการจัดสรร', en: 'Propose' },
  again: { th: 'เสนอใหม่', en: 'Propose again' },
  computing: { th: 'กำลังคำนวณ ใช้เวลาไม่เกิน 5 วินาที', en: 'Computing; five seconds at the most.' },
  start: { th: 'เลือกพื้นที่แล้วกดเสนอการจัดสรร', en: 'Choose an area and propose' },
  startHint: {
    th: 'ใช้ความต้องการที่เผยแพร่แล้วและยังไม่ครบ กับข้อเสนอของภาคีที่ยังเหลืออยู่',
    en: 'Takes published needs that still want something, and what partners’ offers have left.',
  },
  noNeeds: { th: 'ไม่มีความต้องการที่รอจัดสรรในพื้นที่นี้', en: 'No need waits in this area' },
  noNeedsHint: {
    th: 'เผยแพร่ความต้องการได้จากปัญหาในหน้าครัวเรือน',
    en: 'A need is published from the hardship on the household’s page.',
  },
  matches: { th: 'คู่ที่เสนอ', en: 'Proposed' },
  unserved: { th: 'ยังไม่ได้รับจัดสรร', en: 'Left without' },
  views: { th: 'ผลการเสนอ', en: 'The proposal' },
  changed: {
    th: 'มีการปรับเงื่อนไขหรือจองแล้ว ผลด้านล่างยังไม่รวมการเปลี่ยนแปลงล่าสุด',
    en: 'You decided or took something since; what is shown does not have it yet.',
  },
  clear: { th: 'ยกเลิกเงื่อนไขทั้งหมด', en: 'Take all of it back' },
  kept: {
    th: (count: string) => `การเสนอเป็นไปตามเงื่อนไขที่ท่านกำหนด ${count} รายการ`,
    en: count => `The proposal keeps to ${count} things you decided.`,
  },
})

interface Asked {
  readonly area: string
  readonly pins: AssignmentPins
}

/** `/assignment`: who could be served from which offer, changed by people, and taken row by row. */
export const AssignmentScreen = () => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { actor } = useSession()
  const { search, change } = useAddress()
  const [pins, setPins] = useState(noPins)
  const proposal = useMutation({
    mutationFn: async ({ area, pins: kept }: Asked) =>
      ask(proposeAssignment, {
        body: {
          area: areaCodeOf.parse(area),
          pins: { pinned: [...kept.pinned], barred: [...kept.barred], leftOut: [...kept.leftOut] },
        },
      }),
  })
  usePageTitle(say.title)
  if (!hasAbility(actor, 'propose-assignment')) return <NotFoundState />
  const area = search.area ?? (actor.areaCode.length === 4 ? actor.areaCode : null)
  const askFor = (kept: AssignmentPins) => {
    if (area !== null) proposal.mutate({ area, pins: kept })
  }
  const choose = (code: string | null) => {
    change({ area: code })
    setPins(noPins)
    proposal.reset()
  }
  const isChanged = proposal.data !== undefined && proposal.variables?.pins !== pins
  const count = formatNumber(countPins(pins), language)
  return (
    <>
      <PageHeader title={say.title} description={say.description} />
      <Card>
        <div className="of-assignment-ask">
          <AreaField label={say.area} value={area} onChange={choose} levels={['DISTRICT', 'TAMBON']} isRequired />
          <Button
            kind="primary"
            icon="sync"
            onPress={() => askFor(pins)}
            isPending={proposal.isPending}
            isDisabled={area === null}
          >
            {proposal.data === undefined ? say.propose : say.again}
          </Button>
        </div>
      </Card>
      {(isChanged || countPins(pins) > 0) && (
        <Notice
          tone={isChanged ? 'warning' : 'info'}
          isLive
          actions={
            <>
              {isChanged && (
                <Button size="small" kind="primary" onPress={() => askFor(pins)} isPending={proposal.isPending}>
                  {say.again}
                </Button>
              )}
              {countPins(pins) > 0 && (
                <Button size="small" onPress={() => setPins(noPins)}>
                  {say.clear}
                </Button>
              )}
            </>
          }
        >
          {isChanged ? say.changed : say.kept(count)}
        </Notice>
      )}
      {proposal.isPending && (
        <>
          <p className="of-muted" role="status">
            {say.computing}
          </p>
          <Skeleton lines={6} />
        </>
      )}
      {proposal.isError && (
        <FailedState error={proposal.error} onRetry={() => askFor(pins)} isRetrying={proposal.isPending} />
      )}
      {proposal.isIdle && (
        <EmptyState icon="share" title={say.start}>
          {say.startHint}
        </EmptyState>
      )}
      {proposal.isSuccess && (
        <Proposal key={proposal.submittedAt} proposal={proposal.data} pins={pins} onPins={setPins} />
      )}
    </>
  )
}

const Proposal = ({ proposal, pins, onPins }: ProposalViewProps) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const [view, setView] = useState('matches')
  if (proposal.needs.length === 0) {
    return (
      <EmptyState icon="check" title={say.noNeeds}>
        {say.noNeedsHint}
      </EmptyState>
    )
  }
  return (
    <>
      <ProposalSummary proposal={proposal} />
      <Tabs
        label={say.views}
        selected={view}
        onSelect={setView}
        tabs={[
          {
            id: 'matches',
            label: say.matches,
            count: formatNumber(proposal.matches.length, language),
            content: (
              <Stack>
                <ProposedMatches proposal={proposal} pins={pins} onPins={onPins} />
              </Stack>
            ),
          },
          {
            id: 'unserved',
            label: say.unserved,
            count: formatNumber(proposal.unserved.length, language),
            content: (
              <Stack>
                <UnservedNeeds proposal={proposal} pins={pins} onPins={onPins} />
              </Stack>
            ),
          },
        ]}
      />
    </>
  )
}
