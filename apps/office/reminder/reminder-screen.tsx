import { useQuery } from '@tanstack/react-query'
import { reminderFaultSentences } from '@thaiqm/contract/reminder/reminder-faults.ts'
import {
  type ReminderChannelName,
  type ReminderState,
  readReminderStatus,
  sendTestReminder,
} from '@thaiqm/contract/reminder/reminder-routes.ts'
import type { RouteReply } from '@thaiqm/contract/wire/route.ts'
import { hasAbility } from '@thaiqm/core/access/permission.ts'
import { formatDay, formatInstant } from '@thaiqm/core/thai/format-day.ts'
import { Badge, StatusDot } from '@thaiqm/ui/badge.tsx'
import { Button, TextLink } from '@thaiqm/ui/button.tsx'
import { DataTable } from '@thaiqm/ui/data-table.tsx'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState, Notice } from '@thaiqm/ui/notice.tsx'
import { PageHeader, Section, Stack } from '@thaiqm/ui/page-header.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'
import { useState } from 'react'
import { ask, call } from '../platform/api.ts'
import { NotFoundState, QueryView, usePageTitle } from '../platform/page.tsx'
import { failureText } from '../platform/refusal-text.ts'
import { useSession } from '../platform/session.tsx'
import { channelName } from './channel-name.ts'
import { stepName } from './step-name.ts'

const words = defineWords({
  title: { th: 'การแจ้งเตือนและงานอัตโนมัติ', en: 'Reminders and the system’s own work' },
  lead: {
    th: 'วันนี้ส่งการแจ้งเตือนไปเท่าใด รายการใดส่งไม่ได้เพราะเหตุใด และรอบงานประจำวันทำอะไรไปแล้ว',
    en: 'What was sent today, what was not and why, and what the daily round has done.',
  },
  channels: { th: 'ช่องทาง', en: 'Channels' },
  isOn: { th: 'เปิดใช้งาน', en: 'On' },
  isOff: { th: 'ยังไม่ได้ตั้งค่า', en: 'Not set up' },
  emailHow: { th: 'กำหนด SMTP_URL และ SMTP_FROM แล้วเปิดระบบใหม่', en: 'Set SMTP_URL and SMTP_FROM, and start again' },
  lineHow: { th: 'กำหนด LINE_CHANNEL_TOKEN แล้วเปิดระบบใหม่', en: 'Set LINE_CHANNEL_TOKEN, and start again' },
  channel: { th: 'ช่องทาง', en: 'Channel' },
  state: { th: 'สถานะ', en: 'State' },
  people: { th: 'ผู้รับ (คน)', en: 'People' },
  sent: { th: 'ส่งแล้ววันนี้', en: 'Sent today' },
  waiting: { th: 'รอส่ง', en: 'Waiting' },
  givenUp: { th: 'ส่งไม่ได้', en: 'Given up' },
  test: { th: 'ส่งทดสอบถึงฉัน', en: 'Send me a test' },
  tested: {
    th: 'ส่งข้อความทดสอบแล้ว โปรดตรวจสอบกล่องข้อความของท่าน',
    en: 'The test is on its way; please look at your messages.',
  },
  own: { th: 'ตั้งค่าที่อยู่ของฉัน', en: 'My own address' },
  noUrl: {
    th: 'ยังไม่ได้กำหนด PUBLIC_URL ข้อความแจ้งเตือนจึงไม่มีลิงก์เข้าระบบ',
    en: 'PUBLIC_URL is not set, so reminders carry no link.',
  },
  unsent: { th: 'รายการที่ส่งไม่ได้ใน 14 วัน', en: 'Not sent in 14 days' },
  noUnsent: { th: 'ไม่มีรายการที่ส่งไม่ได้', en: 'Nothing failed' },
  day: { th: 'ของวันที่', en: 'Of' },
  who: { th: 'ผู้รับ', en: 'To' },
  tries: { th: 'ส่งแล้ว (ครั้ง)', en: 'Tries' },
  why: { th: 'เพราะเหตุใด', en: 'Why' },
  next: { th: 'ส่งใหม่', en: 'Next try' },
  ended: { th: 'ไม่ส่งอีก', en: 'Not again' },
  rounds: { th: 'รอบงานประจำวัน', en: 'Daily rounds' },
  noRounds: { th: 'ยังไม่มีรอบงานประจำวัน', en: 'No daily round yet' },
  step: { th: 'งาน', en: 'Work' },
  acted: { th: 'จำนวน', en: 'How many' },
  result: { th: 'ผล', en: 'Result' },
  done: { th: 'เสร็จแล้ว', en: 'Done' },
  failed: { th: 'ไม่สำเร็จ จะลองใหม่ภายในหนึ่งชั่วโมง', en: 'Failed; tried again within the hour' },
  at: { th: 'เวลา', en: 'At' },
})

type Status = RouteReply<typeof readReminderStatus>

const REFRESH_MS = 30_000

const TestButton = ({
  channel,
  onSaid,
}: {
  readonly channel: ReminderChannelName
  readonly onSaid: (said: Said) => void
}) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const [isBusy, setBusy] = useState(false)
  const test = async () => {
    setBusy(true)
    const outcome = await call(sendTestReminder, { params: { channel } })
    setBusy(false)
    onSaid(outcome.ok ? { tone: 'good', text: say.tested } : { tone: 'danger', text: failureText(outcome, language) })
  }
  return (
    <Button size="small" icon="send" isPending={isBusy} onPress={() => void test()}>
      {say.test}
    </Button>
  )
}

interface Said {
  readonly tone: 'good' | 'danger'
  readonly text: string
}

const Channels = ({ status }: { readonly status: Status }) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const [said, setSaid] = useState<Said | null>(null)
  const count = (channel: ReminderChannelName, ...states: ReminderState[]): string => {
    const n = status.counts
      .filter(row => row.channel === channel && states.includes(row.state))
      .reduce((sum, row) => sum + row.n, 0)
    return formatNumber(n, language)
  }
  return (
    <Stack>
      {said !== null && (
        <Notice tone={said.tone} isLive onClose={() => setSaid(null)}>
          {said.text}
        </Notice>
      )}
      {status.publicUrl === null && <Notice>{say.noUrl}</Notice>}
      <Section title={say.channels} actions={<TextLink href="/account">{say.own}</TextLink>}>
        <DataTable
          caption={say.channels}
          rows={status.channels}
          rowKey={row => row.channel}
          empty={null}
          columns={[
            { key: 'channel', heading: say.channel, cell: row => <b>{channelName(row.channel, language)}</b> },
            {
              key: 'state',
              heading: say.state,
              cell: row =>
                row.isAvailable ? (
                  <StatusDot tone="good">{say.isOn}</StatusDot>
                ) : (
                  <div>
                    <StatusDot tone="neutral">{say.isOff}</StatusDot>
                    <div className="of-muted of-small">{row.channel === 'email' ? say.emailHow : say.lineHow}</div>
                  </div>
                ),
            },
            { key: 'people', heading: say.people, cell: row => formatNumber(row.people, language), align: 'end' },
            { key: 'sent', heading: say.sent, cell: row => count(row.channel, 'sent'), align: 'end' },
            {
              key: 'waiting',
              heading: say.waiting,
              cell: row => count(row.channel, 'waiting', 'sending'),
              align: 'end',
            },
            { key: 'given-up', heading: say.givenUp, cell: row => count(row.channel, 'given-up'), align: 'end' },
            {
              key: 'test',
              heading: say.test,
              isHeadingHidden: true,
              cell: row => (row.isAvailable ? <TestButton channel={row.channel} onSaid={setSaid} /> : null),
            },
          ]}
        />
      </Section>
    </Stack>
  )
}

const Unsent = ({ status }: { readonly status: Status }) => {
  const say = useWords(words)
  const { language } = useLanguage()
  return (
    <Section title={say.unsent}>
      <DataTable
        caption={say.unsent}
        rows={status.unsent}
        rowKey={row => `${row.personId} ${row.day} ${row.channel}`}
        empty={<EmptyState icon="check-circle" title={say.noUnsent} />}
        columns={[
          { key: 'day', heading: say.day, cell: row => formatDay(row.day, { language }) },
          { key: 'who', heading: say.who, cell: row => row.personName },
          { key: 'channel', heading: say.channel, cell: row => channelName(row.channel, language) },
          { key: 'why', heading: say.why, cell: row => reminderFaultSentences[row.fault][language] },
          { key: 'tries', heading: say.tries, cell: row => formatNumber(row.tries, language), align: 'end' },
          {
            key: 'next',
            heading: say.next,
            cell: row =>
              row.nextTryAt === null ? (
                <Badge tone="danger">{say.ended}</Badge>
              ) : (
                formatInstant(row.nextTryAt, { language })
              ),
          },
        ]}
      />
    </Section>
  )
}

const Rounds = ({ status }: { readonly status: Status }) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const rows = status.rounds.flatMap(({ day, steps }) => steps.map(step => ({ day, ...step })))
  return (
    <Section title={say.rounds}>
      <DataTable
        caption={say.rounds}
        rows={rows}
        rowKey={row => `${row.day} ${row.name}`}
        empty={<EmptyState icon="clock" title={say.noRounds} />}
        columns={[
          { key: 'day', heading: say.day, cell: row => formatDay(row.day, { language }) },
          { key: 'step', heading: say.step, cell: row => stepName(row.name, language) },
          { key: 'acted', heading: say.acted, cell: row => formatNumber(row.acted, language), align: 'end' },
          {
            key: 'result',
            heading: say.result,
            cell: row => (
              <StatusDot tone={row.state === 'done' ? 'good' : 'danger'}>
                {row.state === 'done' ? say.done : say.failed}
              </StatusDot>
            ),
          },
          { key: 'at', heading: say.at, cell: row => formatInstant(row.at, { language }), priority: 2 },
        ]}
      />
    </Section>
  )
}

/** `/reminders`: what left the house today and what did not, for the administrator. Numbers and officers' names only. */
export const ReminderScreen = () => {
  const say = useWords(words)
  const { actor } = useSession()
  usePageTitle(say.title)
  const isFor = hasAbility(actor, 'watch-reminders')
  const query = useQuery({
    queryKey: ['reminder-status'],
    queryFn: () => ask(readReminderStatus, {}),
    refetchInterval: REFRESH_MS,
    enabled: isFor,
  })
  if (!isFor) return <NotFoundState />
  return (
    <>
      <PageHeader title={say.title} description={say.lead} />
      <QueryView query={query}>
        {status => (
          <Stack gap="large">
            <Channels status={status} />
            <Unsent status={status} />
            <Rounds status={status} />
          </Stack>
        )}
      </QueryView>
    </>
  )
}
