import { routeAddress } from '@thaiqm/contract/client/call-route.ts'
import { meetingLevelNames } from '@thaiqm/contract/meeting/meeting-names.ts'
import type { MeetingView } from '@thaiqm/contract/meeting/meeting-routes.ts'
import { minutesPath } from '@thaiqm/contract/papers/papers-routes.ts'
import { meetingId } from '@thaiqm/core/ledger/identifiers.ts'
import { isHeldAfterAll, isOver, isOverdueMeeting } from '@thaiqm/core/meeting/meeting.ts'
import { keepsMeetings } from '@thaiqm/core/meeting/meeting-keepers.ts'
import { formatDay, formatInstant } from '@thaiqm/core/thai/format-day.ts'
import { Button, ButtonRow, LinkButton } from '@thaiqm/ui/button.tsx'
import { DefinitionList } from '@thaiqm/ui/definition-list.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Menu } from '@thaiqm/ui/menu.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { PageHeader, Section, Stack } from '@thaiqm/ui/page-header.tsx'
import { useState } from 'react'
import { useParam } from '../platform/address.ts'
import { useAreas } from '../platform/areas.ts'
import { NotFoundState, QueryView, usePageTitle } from '../platform/page.tsx'
import { useSession } from '../platform/session.tsx'
import { AgendaPanel } from './agenda-panel.tsx'
import { AttendancePanel } from './attendance-panel.tsx'
import { MeetingBadge } from './meeting-badge.tsx'
import { MeetingDialog, type MeetingDialogName } from './meeting-dialogs.tsx'
import { PlanMeeting } from './plan-meeting.tsx'
import { useMeeting } from './use-meetings.ts'
import './meeting.css'

const words = defineWords({
  title: { th: 'การประชุม', en: 'Meeting' },
  number: { th: (n: string) => `ครั้งที่ ${n}`, en: n => `No. ${n}` },
  details: { th: 'รายละเอียดการประชุม', en: 'Details' },
  change: { th: 'แก้ไข', en: 'Change' },
  level: { th: 'ระดับ', en: 'Level' },
  area: { th: 'พื้นที่', en: 'Area' },
  when: { th: 'วันและเวลา', en: 'When' },
  at: {
    th: (day: string, from: string) => `${day} เวลา ${from.replace(':', '.')} น.`,
    en: (day, from) => `${day} at ${from}`,
  },
  until: {
    th: (day: string, from: string, to: string) => `${day} เวลา ${from.replace(':', '.')}–${to.replace(':', '.')} น.`,
    en: (day, from, to) => `${day}, ${from}–${to}`,
  },
  place: { th: 'สถานที่', en: 'Place' },
  chair: { th: 'ประธานการประชุม', en: 'Chair' },
  unnamed: { th: 'ยังไม่ได้ระบุ', en: 'Not named yet' },
  open: { th: 'เปิดการประชุม', en: 'Open the meeting' },
  close: { th: 'ปิดการประชุม', en: 'Close the meeting' },
  more: { th: 'ดำเนินการอื่น', en: 'More' },
  move: { th: 'เลื่อนวันประชุม', en: 'Move to another day' },
  callOff: { th: 'ยกเลิกการประชุม', en: 'Call the meeting off' },
  projector: { th: 'ฉายขึ้นจอ', en: 'Projector' },
  minutes: { th: 'รายงานการประชุม (DOCX)', en: 'Minutes (DOCX)' },
  closed: {
    th: 'ปิดการประชุมแล้ว ข้อมูลการประชุมแก้ไขไม่ได้ หากมติเปลี่ยนแปลง โปรดเสนอในการประชุมครั้งต่อไป',
    en: 'This meeting is closed and locked. Bring a change before the next one.',
  },
  overdue: {
    th: (day: string) => `กำหนดประชุมวันที่ ${day} แล้ว แต่ยังไม่ได้เปิดการประชุม`,
    en: day => `This meeting was planned for ${day} and has not been opened`,
  },
  overdueHint: {
    th: 'หากประชุมวันนี้หรือประชุมไปแล้ว โปรดเปิดการประชุมและระบุวันที่ประชุมจริง หากยังไม่ได้ประชุม โปรดเลื่อนวันหรือยกเลิกการประชุม',
    en: 'If it is being or has been held, open it and give the real day. If not, move it to another day or call it off.',
  },
  overdueRead: {
    th: 'รอผู้จัดการประชุมเปิดการประชุม เลื่อนวัน หรือยกเลิก',
    en: 'Whoever keeps it has to open it, move it or call it off.',
  },
  calledOff: { th: (day: string) => `ยกเลิกการประชุมเมื่อ ${day}`, en: day => `Called off on ${day}` },
  calledOffHint: {
    th: 'เรื่องในวาระกลับไปรอพิจารณาในการประชุมครั้งต่อไป',
    en: 'What was on its agenda waits for the next meeting.',
  },
  reason: { th: (reason: string) => `เหตุผลที่ยกเลิก: ${reason}`, en: reason => `Reason for calling it off: ${reason}` },
  openAfterAll: { th: 'ได้ประชุมจริง: เปิดการประชุม', en: 'It was held: open it' },
  heldAfterAll: {
    th: (calledOff: string, held: string) => `ยกเลิกไว้เมื่อ ${calledOff} แต่ประชุมจริงเมื่อ ${held}`,
    en: (calledOff, held) => `Called off on ${calledOff}, but held on ${held}`,
  },
  heldAfterAllHint: {
    th: 'หากได้กำหนดการประชุมแทนแล้ว โปรดตรวจสอบไม่ให้เลขครั้งที่และเรื่องในวาระซ้ำกัน',
    en: 'If another was planned in its place, please see that number and matters do not stand twice.',
  },
})

/** `/meetings/:id`: one meeting, from its agenda to its minutes. */
export const MeetingScreen = () => {
  const say = useWords(words)
  const read = meetingId.safeParse(useParam('meetingId'))
  const query = useMeeting(read.data ?? '')
  usePageTitle(say.title)
  if (!read.success) return <NotFoundState />
  return (
    <QueryView query={query}>
      {({ meeting, hiddenItems }) => <MeetingPage meeting={meeting} hiddenItems={hiddenItems} />}
    </QueryView>
  )
}

const MeetingPage = ({ meeting, hiddenItems }: { readonly meeting: MeetingView; readonly hiddenItems: number }) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { actor, today } = useSession()
  const { titleOf } = useAreas()
  const [dialog, setDialog] = useState<'change' | MeetingDialogName | null>(null)
  const mayKeep = keepsMeetings(actor, meeting)
  const mayChange = mayKeep && !isOver(meeting)
  const isOverdue = isOverdueMeeting(meeting, today)
  const isPlanned = mayKeep && meeting.state === 'PLANNED'
  const day = formatDay(meeting.heldOn, { language, style: 'long' })
  const closeDialog = () => setDialog(null)
  return (
    <>
      <PageHeader
        title={meeting.title}
        crumbs={[{ label: say.title, href: '/meetings' }, { label: meeting.title }]}
        badges={<MeetingBadge meeting={meeting} />}
        description={[
          meeting.number === '' ? '' : say.number(meeting.number),
          meeting.endTime === null
            ? say.at(day, meeting.startTime)
            : say.until(day, meeting.startTime, meeting.endTime),
          meeting.place,
        ]
          .filter(Boolean)
          .join(' · ')}
        actions={
          <ButtonRow>
            {isPlanned && !isOverdue && (
              <Button kind="primary" onPress={() => setDialog('open')}>
                {say.open}
              </Button>
            )}
            {mayKeep && meeting.state === 'OPEN' && (
              <Button kind="primary" icon="lock" onPress={() => setDialog('close')}>
                {say.close}
              </Button>
            )}
            {meeting.agenda.length > 0 && (
              <LinkButton icon="device" href={`/meetings/${meeting.id}/projector`}>
                {say.projector}
              </LinkButton>
            )}
            {meeting.state === 'CLOSED' && (
              <LinkButton icon="download" href={routeAddress(minutesPath, { meetingId: meeting.id })} download>
                {say.minutes}
              </LinkButton>
            )}
            {isPlanned && !isOverdue && (
              <Menu
                text={say.more}
                actions={[
                  { id: 'move', label: say.move, icon: 'calendar', onPress: () => setDialog('move') },
                  {
                    id: 'call-off',
                    label: say.callOff,
                    icon: 'close',
                    isDangerous: true,
                    onPress: () => setDialog('call-off'),
                  },
                ]}
              />
            )}
          </ButtonRow>
        }
      />
      <Stack gap="large">
        {meeting.state === 'CLOSED' && <Notice>{say.closed}</Notice>}
        <CalledOffNotice
          meeting={meeting}
          onOpen={mayKeep && meeting.state === 'CALLED_OFF' ? () => setDialog('open') : undefined}
        />
        {isOverdue && (
          <Notice
            tone="danger"
            title={say.overdue(day)}
            actions={
              isPlanned && (
                <ButtonRow>
                  <Button kind="primary" onPress={() => setDialog('open')}>
                    {say.open}
                  </Button>
                  <Button icon="calendar" onPress={() => setDialog('move')}>
                    {say.move}
                  </Button>
                  <Button kind="quiet" onPress={() => setDialog('call-off')}>
                    {say.callOff}
                  </Button>
                </ButtonRow>
              )
            }
          >
            {isPlanned ? say.overdueHint : say.overdueRead}
          </Notice>
        )}
        <AgendaPanel meeting={meeting} hiddenItems={hiddenItems} mayKeep={mayKeep} />
        <AttendancePanel meeting={meeting} mayKeep={mayKeep} />
        <Section
          title={say.details}
          actions={
            mayChange && (
              <Button icon="edit" onPress={() => setDialog('change')}>
                {say.change}
              </Button>
            )
          }
        >
          <DefinitionList
            items={[
              { term: say.level, value: meetingLevelNames[meeting.level][language] },
              { term: say.area, value: titleOf(meeting.areaCode) },
              {
                term: say.when,
                value:
                  meeting.endTime === null
                    ? say.at(day, meeting.startTime)
                    : say.until(day, meeting.startTime, meeting.endTime),
              },
              { term: say.place, value: meeting.place || '–' },
              { term: say.chair, value: meeting.chair || say.unnamed },
            ]}
          />
        </Section>
      </Stack>
      {dialog === 'change' && <PlanMeeting meeting={meeting} onClose={closeDialog} />}
      {dialog !== null && dialog !== 'change' && (
        <MeetingDialog name={dialog} meeting={meeting} onClose={closeDialog} />
      )}
    </>
  )
}

interface CalledOffNoticeProps {
  readonly meeting: MeetingView
  /** For whoever keeps it: it was held all the same. */
  readonly onOpen: (() => void) | undefined
}

/** Why a meeting was called off; where it was held all the same, that whoever called it off has to look. */
const CalledOffNotice = ({ meeting, onOpen }: CalledOffNoticeProps) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { calledOff } = meeting
  if (calledOff === undefined) return null
  const on = formatInstant(calledOff.at, { language })
  return isHeldAfterAll(meeting) ? (
    <Notice tone="warning" title={say.heldAfterAll(on, formatDay(meeting.heldOn, { language }))}>
      <p>{say.reason(calledOff.reason)}</p>
      <p>{say.heldAfterAllHint}</p>
    </Notice>
  ) : (
    <Notice
      tone="warning"
      title={say.calledOff(on)}
      actions={onOpen === undefined ? undefined : <Button onPress={onOpen}>{say.openAfterAll}</Button>}
    >
      <p>{say.reason(calledOff.reason)}</p>
      <p>{say.calledOffHint}</p>
    </Notice>
  )
}
