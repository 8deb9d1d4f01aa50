import { useParams } from '@tanstack/react-router'
import { meetingStateNames } from '@thaiqm/contract/meeting/meeting-names.ts'
import {
  type AgendaItem,
  decisionOn,
  isOver,
  type Meeting,
  readWallTime,
  wallTimeOf,
} from '@thaiqm/core/meeting/meeting.ts'
import { keepsMeetings } from '@thaiqm/core/meeting/meeting-keepers.ts'
import { otherMatters, rankedNeeds } from '@thaiqm/core/meeting/village-needs.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { Button, ButtonRow } from '@thaiqm/ui/button.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState, ErrorNotice, Notice } from '@thaiqm/ui/notice.tsx'
import { Skeleton } from '@thaiqm/ui/skeleton.tsx'
import { TextField } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { useFieldApp } from '../platform/field-app.tsx'
import { Screen } from '../platform/screen.tsx'
import { useLive } from '../platform/use-live.ts'
import { AddNeed } from './add-need.tsx'
import { AttendanceCard } from './attendance-card.tsx'
import { CalledOffNotice } from './called-off-notice.tsx'
import { DecideDialog } from './decide-dialog.tsx'
import { MeetingDialog } from './meeting-dialog.tsx'
import { NeedRow } from './need-row.tsx'
import { drawVillageAgenda, openPlanned } from './new-meeting.ts'
import { NewerMeeting } from './newer-meeting.tsx'
import { OrderNeeds } from './order-needs.tsx'
import { PlannedMeeting } from './planned-meeting.tsx'
import { useMeetingPerform } from './use-meeting-perform.ts'

const words = defineWords({
  title: { th: 'ประชาคมหมู่บ้าน', en: 'Village meeting' },
  number: { th: (n: string) => `ครั้งที่ ${n}`, en: n => `No. ${n}` },
  notHere: { th: 'ไม่พบการประชุมนี้ในเครื่อง', en: 'This meeting is not on this phone' },
  notHereHint: { th: 'โปรดเปิดจากรายการประชาคมเมื่อมีสัญญาณ', en: 'Open it from the list when there is a signal.' },
  needs: { th: 'ความต้องการของหมู่บ้าน เรียงตามลำดับความสำคัญ', en: 'Needs of the village, most wanted first' },
  others: { th: 'เรื่องอื่น', en: 'Other matters' },
  order: { th: 'จัดลำดับ', en: 'Put in order' },
  add: { th: 'เพิ่มความต้องการ', en: 'Add a need' },
  noNeeds: { th: 'ไม่มีความต้องการในวาระ', en: 'No need on the agenda' },
  drawnLater: {
    th: 'เมื่อเปิดประชุม ระบบจะนำความต้องการจากครัวเรือนที่อยู่ในเครื่องเข้าวาระ โดยไม่ระบุบ้านหรือชื่อ',
    en: 'When it opens, the needs of the households on this phone go on the agenda, without house or name.',
  },
  decided: { th: (n: number, of: number) => `มีมติแล้ว ${n} จาก ${of} เรื่อง`, en: (n, of) => `${n} of ${of} decided` },
  open: { th: 'เปิดประชุม', en: 'Open the meeting' },
  close: { th: 'ปิดประชุม', en: 'Close the meeting' },
  closeEffect: {
    th: 'เมื่อปิดแล้ว มติ ลำดับความต้องการ และผู้มาประชุมแก้ไขไม่ได้อีก',
    en: 'Once closed, decisions, order and attendance are locked.',
  },
  endTime: { th: 'เลิกประชุมเวลา', en: 'Ended at' },
  timeHint: { th: 'ชั่วโมง:นาที เช่น 09:30', en: 'Hours:minutes, such as 09:30' },
  locked: {
    th: 'ปิดประชุมแล้ว ข้อมูลแก้ไขไม่ได้ หากมติเปลี่ยนแปลง โปรดนำเข้าประชาคมครั้งต่อไป',
    en: 'The meeting is closed and locked. Bring a change before the next one.',
  },
})

type Open = { readonly what: 'decide'; readonly item: AgendaItem } | { readonly what: 'add' | 'order' | 'close' }

/** One village meeting on the phone: rank what the village needs, decide, write down who came, close. */
export const MeetingScreen = () => {
  const { meetingId } = useParams({ strict: false }) as { meetingId: string }
  const said = useWords(words)
  const { meetings } = useFieldApp()
  const known = useLive(`meeting-${meetingId}`, async () => ({
    meeting: (await meetings.find(meetingId)) ?? null,
    newer: (await meetings.listNewer()).find(one => one.meetingId === meetingId),
  }))
  if (known === undefined || known.meeting === null) {
    return (
      <Screen title={known?.newer?.title ?? said.title} backHref="/meetings">
        {known === undefined ? (
          <Skeleton lines={6} />
        ) : known.newer !== undefined ? (
          <NewerMeeting hasOlder={false} />
        ) : (
          <EmptyState icon="users" title={said.notHere}>
            {said.notHereHint}
          </EmptyState>
        )}
      </Screen>
    )
  }
  return <Held meeting={known.meeting} hasNewer={known.newer !== undefined} />
}

const Held = ({ meeting, hasNewer }: { readonly meeting: Meeting; readonly hasNewer: boolean }) => {
  const said = useWords(words)
  const { language } = useLanguage()
  const app = useFieldApp()
  const { actor, clock } = app
  const { perform, isPending, refusal } = useMeetingPerform()
  const [open, setOpen] = useState<Open>()
  const needs = rankedNeeds(meeting)
  const others = otherMatters(meeting)
  const mayKeep = keepsMeetings(actor, meeting)
  const isOpen = meeting.state === 'OPEN' && mayKeep
  const done = () => setOpen(undefined)
  // Planned in an office without needs: they are drawn from the households on this phone as the meeting opens.
  const begin = async () => {
    const households = needs.length > 0 ? [] : await app.households.ofVillage(meeting.areaCode)
    const earlier = needs.length > 0 ? [] : await app.meetings.list()
    const drawn = drawVillageAgenda(meeting.areaCode, households, earlier, () => crypto.randomUUID())
    const input = { startTime: wallTimeOf(clock.now()), heldOn: clock.today() }
    return perform(meeting.id, meeting, ...openPlanned(meeting, drawn, input))
  }
  const decide = (item: AgendaItem) => (isOpen ? () => setOpen({ what: 'decide', item }) : undefined)
  return (
    <Screen
      title={meeting.title}
      subtitle={[
        meeting.number === '' ? '' : said.number(meeting.number),
        formatDay(meeting.heldOn, { language }),
        meetingStateNames[meeting.state][language],
      ]
        .filter(Boolean)
        .join(' · ')}
      backHref="/meetings"
      foot={
        !mayKeep || isOver(meeting) ? undefined : meeting.state === 'PLANNED' ? (
          <Button kind="primary" size="large" isPending={isPending} onPress={() => void begin()}>
            {said.open}
          </Button>
        ) : (
          <Button kind="primary" size="large" icon="lock" onPress={() => setOpen({ what: 'close' })}>
            {said.close}
          </Button>
        )
      }
    >
      {hasNewer && <NewerMeeting hasOlder />}
      {meeting.state === 'CLOSED' && <Notice>{said.locked}</Notice>}
      <CalledOffNotice
        meeting={meeting}
        onOpen={mayKeep ? begin : undefined}
        isPending={isPending}
        error={refusal?.text}
      />
      {meeting.state === 'PLANNED' && mayKeep && <PlannedMeeting meeting={meeting} />}
      <ErrorNotice>{refusal?.text}</ErrorNotice>
      <section className="fd-card">
        <h2>{said.needs}</h2>
        <p className="fd-muted">
          {meeting.agenda.length > 0
            ? said.decided(meeting.decisions.length, meeting.agenda.length)
            : meeting.state === 'PLANNED'
              ? said.drawnLater
              : said.noNeeds}
        </p>
        <ol className="fd-list">
          {needs.map((item, at) => (
            <NeedRow
              key={item.itemId}
              item={item}
              rank={at + 1}
              decided={decisionOn(meeting, item.itemId)}
              onDecide={decide(item)}
            />
          ))}
        </ol>
        {isOpen && (
          <ButtonRow>
            {needs.length > 1 && (
              <Button icon="sort" onPress={() => setOpen({ what: 'order' })}>
                {said.order}
              </Button>
            )}
            <Button icon="plus" onPress={() => setOpen({ what: 'add' })}>
              {said.add}
            </Button>
          </ButtonRow>
        )}
      </section>
      {others.length > 0 && (
        <section className="fd-card">
          <h2>{said.others}</h2>
          <ol className="fd-list">
            {others.map(item => (
              <NeedRow
                key={item.itemId}
                item={item}
                rank={null}
                decided={decisionOn(meeting, item.itemId)}
                onDecide={decide(item)}
              />
            ))}
          </ol>
        </section>
      )}
      <AttendanceCard meeting={meeting} mayChange={mayKeep && !isOver(meeting)} />
      {open?.what === 'decide' && <DecideDialog meeting={meeting} item={open.item} onClose={done} />}
      {open?.what === 'add' && <AddNeed meeting={meeting} onClose={done} />}
      {open?.what === 'order' && <OrderNeeds meeting={meeting} onClose={done} />}
      {open?.what === 'close' && <CloseDialog meeting={meeting} onClose={done} />}
    </Screen>
  )
}

const CloseDialog = ({ meeting, onClose }: { readonly meeting: Meeting; readonly onClose: () => void }) => {
  const said = useWords(words)
  const { clock } = useFieldApp()
  const [typed, setTyped] = useState(() => wallTimeOf(clock.now()))
  const endTime = readWallTime(typed)
  return (
    <MeetingDialog
      meeting={meeting}
      command={endTime === null ? null : { type: 'CloseMeeting', input: { endTime } }}
      title={said.close}
      confirmLabel={said.close}
      onClose={onClose}
    >
      {() => (
        <>
          <Notice tone="warning">{said.closeEffect}</Notice>
          <TextField
            label={said.endTime}
            hint={said.timeHint}
            value={typed}
            onChange={setTyped}
            maxLength={5}
            error={endTime === null ? said.timeHint : undefined}
            isRequired
          />
        </>
      )}
    </MeetingDialog>
  )
}
