import { routeAddress } from '@thaiqm/contract/client/call-route.ts'
import { meetingLevelNames, meetingStateNames } from '@thaiqm/contract/meeting/meeting-names.ts'
import type { MeetingView } from '@thaiqm/contract/meeting/meeting-routes.ts'
import { minutesPath } from '@thaiqm/contract/papers/papers-routes.ts'
import { meetingId } from '@thaiqm/core/ledger/identifiers.ts'
import { wallTime, wallTimeOf } from '@thaiqm/core/meeting/meeting.ts'
import { keepsMeetings } from '@thaiqm/core/meeting/meeting-keepers.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { Badge } from '@thaiqm/ui/badge.tsx'
import { Button, ButtonRow, LinkButton } from '@thaiqm/ui/button.tsx'
import { DefinitionList } from '@thaiqm/ui/definition-list.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { PageHeader, Section, Stack } from '@thaiqm/ui/page-header.tsx'
import { TextField } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { LedgerDialog } from '../person/ledger-dialog.tsx'
import { useParam } from '../platform/address.ts'
import { useAreas } from '../platform/areas.ts'
import { NotFoundState, QueryView, usePageTitle } from '../platform/page.tsx'
import { useSession } from '../platform/session.tsx'
import { AgendaPanel } from './agenda-panel.tsx'
import { AttendancePanel } from './attendance-panel.tsx'
import { meetingTones } from './meeting-list.tsx'
import { PlanMeeting } from './plan-meeting.tsx'
import { meetingCommand, useMeeting } from './use-meetings.ts'
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
  startTime: { th: 'เริ่มประชุมเวลา', en: 'Began at' },
  close: { th: 'ปิดการประชุม', en: 'Close the meeting' },
  endTime: { th: 'เลิกประชุมเวลา', en: 'Ended at' },
  timeHint: { th: 'ชั่วโมง:นาที เช่น 09:30', en: 'Hours:minutes, such as 09:30' },
  closeEffect: {
    th: 'เมื่อปิดแล้ว ระเบียบวาระ ผู้มาประชุม และมติแก้ไขไม่ได้อีก และดาวน์โหลดรายงานการประชุมได้',
    en: 'Once closed, agenda, attendance and decisions are locked, and the minutes can be downloaded.',
  },
  projector: { th: 'ฉายขึ้นจอ', en: 'Projector' },
  minutes: { th: 'รายงานการประชุม (DOCX)', en: 'Minutes (DOCX)' },
  closed: {
    th: 'ปิดการประชุมแล้ว ข้อมูลการประชุมแก้ไขไม่ได้ หากมติเปลี่ยนแปลง โปรดเสนอในการประชุมครั้งต่อไป',
    en: 'This meeting is closed and locked. Bring a change before the next one.',
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
  const { actor } = useSession()
  const { titleOf } = useAreas()
  const [dialog, setDialog] = useState<'change' | 'open' | 'close' | null>(null)
  const mayKeep = keepsMeetings(actor, meeting)
  const mayChange = mayKeep && meeting.state !== 'CLOSED'
  const day = formatDay(meeting.heldOn, { language, style: 'long' })
  const closeDialog = () => setDialog(null)
  return (
    <>
      <PageHeader
        title={meeting.title}
        crumbs={[{ label: say.title, href: '/meetings' }, { label: meeting.title }]}
        badges={<Badge tone={meetingTones[meeting.state]}>{meetingStateNames[meeting.state][language]}</Badge>}
        description={meeting.number === '' ? undefined : say.number(meeting.number)}
        actions={
          <ButtonRow>
            {mayKeep && meeting.state === 'PLANNED' && (
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
          </ButtonRow>
        }
      />
      <Stack gap="large">
        {meeting.state === 'CLOSED' && <Notice>{say.closed}</Notice>}
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
      {dialog === 'open' && <TimedDialog meeting={meeting} what="open" onClose={closeDialog} />}
      {dialog === 'close' && <TimedDialog meeting={meeting} what="close" onClose={closeDialog} />}
    </>
  )
}

/** Opening and closing each need nothing but the time on the wall. */
const TimedDialog = ({
  meeting,
  what,
  onClose,
}: {
  readonly meeting: MeetingView
  readonly what: 'open' | 'close'
  readonly onClose: () => void
}) => {
  const say = useWords(words)
  const { now } = useSession()
  const [typed, setTyped] = useState(() => wallTimeOf(now))
  const time = wallTime.safeParse(typed.trim().replace('.', ':'))
  const command = !time.success
    ? null
    : what === 'open'
      ? meetingCommand(meeting.id, meeting, { type: 'OpenMeeting', input: { startTime: time.data } })
      : meetingCommand(meeting.id, meeting, { type: 'CloseMeeting', input: { endTime: time.data } })
  return (
    <LedgerDialog
      command={command}
      title={what === 'open' ? say.open : say.close}
      confirmLabel={what === 'open' ? say.open : say.close}
      size="small"
      onClose={onClose}
    >
      {(_errorOf, isTried) => (
        <>
          {what === 'close' && <Notice tone="warning">{say.closeEffect}</Notice>}
          <TextField
            label={what === 'open' ? say.startTime : say.endTime}
            hint={say.timeHint}
            value={typed}
            onChange={setTyped}
            maxLength={5}
            error={isTried && !time.success ? say.timeHint : undefined}
            isRequired
          />
        </>
      )}
    </LedgerDialog>
  )
}
