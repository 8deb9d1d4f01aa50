import { meetingLevelNames, meetingStateNames } from '@thaiqm/contract/meeting/meeting-names.ts'
import { hasAbility } from '@thaiqm/core/access/permission.ts'
import { meetingLevel, meetingState } from '@thaiqm/core/meeting/meeting.ts'
import { meetingLevelsOf } from '@thaiqm/core/meeting/meeting-keepers.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { Chip, ChipRow } from '@thaiqm/ui/badge.tsx'
import { Button, ButtonRow } from '@thaiqm/ui/button.tsx'
import { DataTable } from '@thaiqm/ui/data-table.tsx'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState } from '@thaiqm/ui/notice.tsx'
import { PageHeader } from '@thaiqm/ui/page-header.tsx'
import { useState } from 'react'
import { useAddress } from '../platform/address.ts'
import { useAreas } from '../platform/areas.ts'
import { NotFoundState, QueryView, usePageTitle } from '../platform/page.tsx'
import { useSession } from '../platform/session.tsx'
import { MeetingBadge } from './meeting-badge.tsx'
import { OverdueMeetings } from './overdue-meetings.tsx'
import { PlanMeeting } from './plan-meeting.tsx'
import { useMeetings } from './use-meetings.ts'

const words = defineWords({
  title: { th: 'การประชุม', en: 'Meetings' },
  description: {
    th: 'ศจพ.จ. ศจพ.อ. ทีมตำบล และประชาคมหมู่บ้าน: ดึงเรื่องที่รอพิจารณา บันทึกมติในที่ประชุม และออกรายงานการประชุม',
    en: 'From the province to the village: draw what waits, record decisions in place, take home the minutes.',
  },
  plan: { th: 'กำหนดการประชุม', en: 'Plan a meeting' },
  meeting: { th: 'การประชุม', en: 'Meeting' },
  heldOn: { th: 'วันที่', en: 'Day' },
  area: { th: 'พื้นที่', en: 'Area' },
  state: { th: 'สถานะ', en: 'State' },
  items: { th: 'มีมติแล้ว', en: 'Decided' },
  came: { th: 'ผู้มาประชุม', en: 'Attendance' },
  of: { th: (n: string, all: string) => `${n} จาก ${all} เรื่อง`, en: (n, all) => `${n} of ${all}` },
  people: { th: (n: string) => `${n} คน`, en: n => n },
  number: { th: (n: string) => `ครั้งที่ ${n}`, en: n => `No. ${n}` },
  none: { th: 'ยังไม่มีการประชุม', en: 'No meeting yet' },
  noneHint: {
    th: 'กำหนดการประชุม แล้วดึงเรื่องที่รอพิจารณาในพื้นที่มาเป็นระเบียบวาระ',
    en: 'Plan a meeting; its agenda is drawn from what waits in the area.',
  },
  heldAfterAll: { th: 'ยกเลิกไว้ แต่ประชุมจริง', en: 'Called off, but held' },
  noneChosen: { th: 'ไม่มีการประชุมตามที่เลือก', en: 'No such meeting' },
  earlier: { th: 'ก่อนหน้านี้', en: 'Earlier ones' },
  later: { th: 'ใหม่กว่า', en: 'Newer ones' },
})

/** `/meetings`: meetings inside the officer's area, the newest first. */
export const MeetingListScreen = () => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { actor } = useSession()
  const { titleOf } = useAreas()
  const { search, change } = useAddress()
  const level = meetingLevel.safeParse(search.level).data
  const state = meetingState.safeParse(search.state).data
  const page = Math.max(1, Math.trunc(Number(search.page)) || 1)
  const query = useMeetings({ level, state, page })
  const [isPlanning, setPlanning] = useState(false)
  usePageTitle(say.title)
  if (!hasAbility(actor, 'read-figures')) return <NotFoundState />
  const plan =
    meetingLevelsOf(actor).length > 0 ? (
      <Button kind="primary" icon="plus" onPress={() => setPlanning(true)}>
        {say.plan}
      </Button>
    ) : undefined
  const number = (n: number) => formatNumber(n, language)
  return (
    <>
      <PageHeader title={say.title} description={say.description} actions={plan} />
      <OverdueMeetings />
      <ChipRow>
        {meetingLevel.options.map(one => (
          <Chip
            key={one}
            isSelected={level === one}
            onChange={isOn => change({ level: isOn ? one : null, page: null })}
          >
            {meetingLevelNames[one][language]}
          </Chip>
        ))}
      </ChipRow>
      <ChipRow>
        {meetingState.options.map(one => (
          <Chip
            key={one}
            isSelected={state === one}
            onChange={isOn => change({ state: isOn ? one : null, page: null })}
          >
            {meetingStateNames[one][language]}
          </Chip>
        ))}
      </ChipRow>
      <QueryView query={query}>
        {({ meetings, hasMore }) => (
          <>
            <DataTable
              caption={say.title}
              rows={meetings}
              rowKey={one => one.meetingId}
              rowHref={one => `/meetings/${one.meetingId}`}
              columns={[
                {
                  key: 'meeting',
                  heading: say.meeting,
                  cell: one => [one.title, one.number === '' ? '' : say.number(one.number)].filter(Boolean).join(' '),
                },
                { key: 'heldOn', heading: say.heldOn, cell: one => formatDay(one.heldOn, { language }) },
                { key: 'area', heading: say.area, cell: one => titleOf(one.areaCode), priority: 2 },
                {
                  key: 'state',
                  heading: say.state,
                  cell: one => (
                    <div>
                      <MeetingBadge meeting={one} />
                      {one.heldAfterAll && <p className="act-muted">{say.heldAfterAll}</p>}
                    </div>
                  ),
                },
                {
                  key: 'items',
                  heading: say.items,
                  align: 'end',
                  cell: one => (one.itemCount === 0 ? '–' : say.of(number(one.decidedCount), number(one.itemCount))),
                },
                {
                  key: 'came',
                  heading: say.came,
                  align: 'end',
                  cell: one => (one.cameCount === 0 ? '–' : say.people(number(one.cameCount))),
                  priority: 2,
                },
              ]}
              empty={
                level === undefined && state === undefined && page === 1 ? (
                  <EmptyState icon="users" title={say.none} actions={plan}>
                    {say.noneHint}
                  </EmptyState>
                ) : (
                  <EmptyState icon="search" title={say.noneChosen} />
                )
              }
            />
            {(hasMore || page > 1) && (
              <ButtonRow align="between">
                <Button icon="chevron-left" isDisabled={page === 1} onPress={() => change({ page: String(page - 1) })}>
                  {say.later}
                </Button>
                <Button
                  iconAfter="chevron-right"
                  isDisabled={!hasMore}
                  onPress={() => change({ page: String(page + 1) })}
                >
                  {say.earlier}
                </Button>
              </ButtonRow>
            )}
          </>
        )}
      </QueryView>
      {isPlanning && <PlanMeeting meeting={null} onClose={() => setPlanning(false)} />}
    </>
  )
}
