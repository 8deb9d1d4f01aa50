import { formatDay, formatInstant } from '@thaiqm/core/thai/format-day.ts'
import { Badge, type Tone } from '@thaiqm/ui/badge.tsx'
import { Button, TextLink } from '@thaiqm/ui/button.tsx'
import type { IconName } from '@thaiqm/ui/icons.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState } from '@thaiqm/ui/notice.tsx'
import { Skeleton } from '@thaiqm/ui/skeleton.tsx'
import { useState } from 'react'
import { useHouseTitle } from '../household/household-row.tsx'
import { useListedHouseholds } from '../household/use-village-households.ts'
import { useFieldApp } from '../platform/field-app.tsx'
import { readReport } from '../platform/heard-report.ts'
import { Screen } from '../platform/screen.tsx'
import { useLive } from '../platform/use-live.ts'
import { commandName, pageOfLedger } from './command-name.ts'
import { type WorkDone, type WorkState, workByDay } from './my-work.ts'

const words = defineWords({
  title: { th: 'งานที่ฉันทำแล้ว', en: 'Work I have done' },
  asOf: { th: (at: string) => `สถานะ ณ ${at}`, en: at => `As of ${at}` },
  neverHeard: { th: 'เครื่องนี้ยังไม่เคยติดต่อระบบ', en: 'This phone has not reached the server yet' },
  day: { th: (day: string, n: number) => `${day} · ${n} รายการ`, en: (day, n) => `${day} · ${n}` },
  forms: { th: (n: number) => `ส่งแบบสำรวจ ${n} ครัวเรือน`, en: n => `${n} forms` },
  receipt: { th: (n: number) => `เลขรับที่ ${n}`, en: n => `Receipt ${n}` },
  'on-phone': { th: 'ในเครื่อง', en: 'On this phone' },
  sent: { th: 'ส่งแล้ว', en: 'Sent' },
  safe: { th: 'ปลอดภัย', en: 'Safe' },
  parked: { th: 'รอเจ้าหน้าที่พิจารณา', en: 'With an officer' },
  none: { th: 'ยังไม่มีงานที่บันทึกในเครื่องนี้', en: 'Nothing done on this phone yet' },
  noneHint: {
    th: 'งานที่ท่านบันทึกในเครื่องนี้จะปรากฏที่นี่ แม้ยังไม่มีสัญญาณ',
    en: 'What you record on this phone appears here, also without a signal.',
  },
  more: { th: 'แสดงวันก่อนหน้า', en: 'Show earlier days' },
})

const tones: Record<WorkState, Tone> = { 'on-phone': 'warning', sent: 'info', safe: 'good', parked: 'danger' }
const icons: Record<WorkState, IconName> = {
  'on-phone': 'device',
  sent: 'cloud-up',
  safe: 'shield',
  parked: 'alert',
}
const DAYS_AT_ONCE = 7

const formsIn = (done: readonly WorkDone[]): number =>
  new Set(done.filter(one => one.type === 'SubmitSurvey').map(one => one.ledgerId)).size

/** What this person did on this phone, day by day, and how far each piece has come. */
export const MyWorkScreen = () => {
  const said = useWords(words)
  const { language } = useLanguage()
  const { database, outbox } = useFieldApp()
  const titleOf = useHouseTitle()
  const rows = useListedHouseholds(null)
  const [shown, setShown] = useState(DAYS_AT_ONCE)
  const known = useLive(`my-work-${database.name}`, async () => {
    const heard = await readReport(database)
    const days = workByDay({
      held: await database.commands.toArray(),
      receipts: await database.receipts.toArray(),
      sentUpTo: (await outbox.state()).sentUpTo,
      heard,
    })
    return { days, heardAt: heard.heardAt ?? null }
  })
  const titles = new Map((rows ?? []).map(row => [row.householdId, titleOf(row)]))
  return (
    <Screen
      title={said.title}
      subtitle={
        known === undefined
          ? undefined
          : known.heardAt === null
            ? said.neverHeard
            : said.asOf(formatInstant(known.heardAt, { language }))
      }
      backHref="/me"
      tab="me"
    >
      {known === undefined && <Skeleton lines={8} />}
      {known?.days.length === 0 && (
        <EmptyState icon="history" title={said.none}>
          {said.noneHint}
        </EmptyState>
      )}
      {known?.days.slice(0, shown).map(({ day, done }) => (
        <section key={day} className="fd-card">
          <h2>{said.day(formatDay(day, { language }), done.length)}</h2>
          {formsIn(done) > 0 && <p className="fd-muted">{said.forms(formsIn(done))}</p>}
          <ul className="fd-list">
            {done.map(one => (
              <li key={one.commandId} className="fd-member">
                <span className="fd-member-text">
                  <TextLink href={pageOfLedger(one)}>
                    {[commandName(one.type, language), titles.get(one.ledgerId)].filter(Boolean).join(' · ')}
                  </TextLink>
                  <span className="fd-row">
                    <Badge tone={tones[one.state]} icon={icons[one.state]}>
                      {said[one.state]}
                    </Badge>
                    <span className="fd-muted fd-small">
                      {[
                        formatInstant(one.doneAt, { language }),
                        one.receiptNumber === null ? '' : said.receipt(one.receiptNumber),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {known !== undefined && known.days.length > shown && (
        <Button isWide onPress={() => setShown(shown + DAYS_AT_ONCE)}>
          {said.more}
        </Button>
      )}
    </Screen>
  )
}
