import { meetingStateNames } from '@thaiqm/contract/meeting/meeting-names.ts'
import { isHeldAfterAll, isOverdueMeeting } from '@thaiqm/core/meeting/meeting.ts'
import { keepsMeetings } from '@thaiqm/core/meeting/meeting-keepers.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { Badge } from '@thaiqm/ui/badge.tsx'
import { LinkButton, TextLink } from '@thaiqm/ui/button.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState } from '@thaiqm/ui/notice.tsx'
import { Skeleton } from '@thaiqm/ui/skeleton.tsx'
import { useEffect } from 'react'
import { useFieldApp } from '../platform/field-app.tsx'
import { Screen } from '../platform/screen.tsx'
import { useLive } from '../platform/use-live.ts'
import { ClosedNotice } from '../session/closed-notice.tsx'

const words = defineWords({
  title: { th: 'ประชาคมหมู่บ้าน', en: 'Village meetings' },
  begin: { th: 'เปิดประชาคมใหม่', en: 'Open a meeting' },
  none: { th: 'ยังไม่มีประชาคมในเครื่อง', en: 'No meeting on this phone yet' },
  noneHint: {
    th: 'เปิดประชาคมได้แม้ไม่มีสัญญาณ ระบบดึงความต้องการจากครัวเรือนที่อยู่ในเครื่อง',
    en: 'A meeting can be held without a signal: its agenda comes from the households on this phone.',
  },
  number: { th: (n: string) => `ครั้งที่ ${n}`, en: n => `No. ${n}` },
  overdue: { th: 'เลยวันประชุม', en: 'Day has passed' },
  reason: { th: (reason: string) => `เหตุผลที่ยกเลิก: ${reason}`, en: reason => `Called off: ${reason}` },
  heldAfterAll: { th: 'ยกเลิกไว้ แต่ประชุมจริง', en: 'Called off, but held' },
  waiting: { th: 'รอส่ง', en: 'To be sent' },
  update: { th: 'โปรดอัปเดตแอป', en: 'Please update the app' },
})

/** Meetings of my villages, held or being held on this phone. */
export const MeetingsScreen = () => {
  const said = useWords(words)
  const { language } = useLanguage()
  const { actor, clock, meetings, outbox, database, vault } = useFieldApp()
  const known = useLive(`meetings-${database.name}`, async () => ({
    list: await meetings.list(),
    newer: await meetings.listNewer(),
    waiting: await outbox.waitingByLedger(),
  }))
  useEffect(() => {
    if (actor.areaCode !== '') void meetings.refresh(actor.areaCode).catch(() => undefined)
  }, [actor, meetings])
  const newer = new Set<string>(known?.newer.map(one => one.meetingId))
  const unread = known?.newer.filter(one => !known.list.some(({ id }) => id === one.meetingId)) ?? []
  const isPassing = vault.keys()?.isPassing === true
  const mayBegin = !isPassing && keepsMeetings(actor, { level: 'VILLAGE', areaCode: actor.areaCode.padEnd(8, '0') })
  return (
    <Screen title={said.title} backHref="/" tab="work">
      <ClosedNotice />
      {mayBegin && (
        <LinkButton kind="primary" size="large" icon="plus" isWide href="/meetings/new">
          {said.begin}
        </LinkButton>
      )}
      {known === undefined && <Skeleton lines={5} />}
      {known?.list.length === 0 && known.newer.length === 0 && (
        <EmptyState icon="users" title={said.none}>
          {said.noneHint}
        </EmptyState>
      )}
      <ul className="fd-list">
        {unread.map(({ meetingId, title, number, heldOn }) => (
          <li key={meetingId} className="fd-card">
            <h2>
              <TextLink href={`/meetings/${meetingId}`}>{title}</TextLink>
            </h2>
            <p className="fd-muted">
              {[number === '' ? '' : said.number(number), formatDay(heldOn, { language })].filter(Boolean).join(' · ')}
            </p>
            <div className="fd-row">
              <Badge tone="warning" icon="download">
                {said.update}
              </Badge>
            </div>
          </li>
        ))}
        {known?.list.map(meeting => (
          <li key={meeting.id} className="fd-card">
            <h2>
              <TextLink href={`/meetings/${meeting.id}`}>{meeting.title}</TextLink>
            </h2>
            <p className="fd-muted">
              {[meeting.number === '' ? '' : said.number(meeting.number), formatDay(meeting.heldOn, { language })]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {meeting.calledOff !== undefined && (
              <p>{isHeldAfterAll(meeting) ? said.heldAfterAll : said.reason(meeting.calledOff.reason)}</p>
            )}
            <div className="fd-row">
              {isOverdueMeeting(meeting, clock.today()) ? (
                <Badge tone="danger" icon="clock">
                  {said.overdue}
                </Badge>
              ) : (
                <Badge tone={meeting.state === 'OPEN' ? 'warning' : meeting.state === 'PLANNED' ? 'info' : 'neutral'}>
                  {meetingStateNames[meeting.state][language]}
                </Badge>
              )}
              {newer.has(meeting.id) && (
                <Badge tone="warning" icon="download">
                  {said.update}
                </Badge>
              )}
              {known.waiting.has(meeting.id) && (
                <Badge tone="warning" icon="device">
                  {said.waiting}
                </Badge>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Screen>
  )
}
