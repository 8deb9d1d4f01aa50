import type { LedgerKind } from '@thaiqm/core/sync/command-envelope.ts'
import { formatInstant } from '@thaiqm/core/thai/format-day.ts'
import { StatusDot } from '@thaiqm/ui/badge.tsx'
import { Button, TextLink } from '@thaiqm/ui/button.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState, Notice } from '@thaiqm/ui/notice.tsx'
import { type ReactNode, useSyncExternalStore } from 'react'
import { useHouseTitle } from '../household/household-row.tsx'
import { useFieldApp } from '../platform/field-app.tsx'
import { refusalText } from '../platform/refusal-text.ts'
import { Screen } from '../platform/screen.tsx'
import { commandName, pageOfLedger } from './command-name.ts'
import { SentSteps } from './sent-steps.tsx'
import { UnsentFileCard } from './unsent-file-card.tsx'
import { useHeldWork } from './use-held-work.ts'
import { useSyncStatus } from './use-sync.ts'

const words = defineWords({
  title: { th: 'ส่งข้อมูล', en: 'Sending' },
  sendNow: { th: 'ส่งตอนนี้', en: 'Send now' },
  heard: { th: (at: string) => `ติดต่อระบบล่าสุด ${at}`, en: at => `Last heard from the server ${at}` },
  never: { th: 'เครื่องนี้ยังไม่เคยติดต่อระบบ', en: 'This phone has not reached the server yet' },
  waiting: { th: 'อยู่ในเครื่อง ยังไม่ได้ส่ง', en: 'On this phone, not sent' },
  parked: { th: 'ระบบเก็บไว้ รอเจ้าหน้าที่พิจารณา', en: 'Kept, waiting for an officer' },
  parkedHint: {
    th: 'ข้อมูลถึงระบบแล้วและไม่สูญหาย เจ้าหน้าที่ตำบลหรืออำเภอจะพิจารณา แจ้งเลขรับเมื่อสอบถาม',
    en: 'It has arrived and is not lost. The tambon or district will look at it; give the receipt number when you ask.',
  },
  sent: { th: 'ส่งแล้วล่าสุด', en: 'Sent lately' },
  safe: { th: 'ปลอดภัย', en: 'safe' },
  notYetSafe: { th: 'รอสำรองข้อมูล', en: 'not backed up yet' },
  photos: { th: (n: number) => `ภาพถ่ายรอส่ง ${n} ภาพ`, en: n => `${n} photographs waiting` },
  refusedPhotos: { th: (n: number) => `ระบบไม่รับภาพถ่าย ${n} ภาพ โปรดถ่ายใหม่`, en: n => `${n} photographs not accepted` },
  none: { th: 'ยังไม่มีรายการส่ง', en: 'Nothing sent yet' },
  noneHint: { th: 'เมื่อส่งแบบสำรวจ รายการจะปรากฏที่นี่', en: 'Forms you send appear here.' },
  drafts: { th: (n: number) => `ร่างที่ยังไม่ส่ง ${n} ฉบับ`, en: n => `${n} drafts not sent` },
  receipt: { th: (n: number) => `เลขรับที่ ${n}`, en: n => `Receipt ${n}` },
})

const Line = ({
  ledgerKind = 'household',
  ledgerId,
  type,
  note,
}: {
  readonly ledgerKind?: LedgerKind | undefined
  readonly ledgerId: string
  readonly type: string
  readonly note: ReactNode
}) => {
  const { language } = useLanguage()
  const { households } = useFieldApp()
  const titleOf = useHouseTitle()
  const row = useSyncExternalStore(households.index.subscribe, () => households.index.read(null))?.find(
    one => one.householdId === ledgerId,
  )
  return (
    <li className="fd-member">
      <span className="fd-member-text">
        <TextLink href={pageOfLedger({ ledgerKind, ledgerId })}>
          {[commandName(type, language), row && titleOf(row)].filter(Boolean).join(' · ')}
        </TextLink>
        <span className="fd-muted fd-small">{note}</span>
      </span>
    </li>
  )
}

const Part = ({
  title,
  hint,
  children,
}: {
  readonly title: string
  readonly hint?: string
  readonly children: ReactNode
}) => (
  <section className="fd-card">
    <h2>{title}</h2>
    {hint !== undefined && <p className="fd-muted">{hint}</p>}
    <ul className="fd-list">{children}</ul>
  </section>
)

/** What lies on this phone, what has arrived, what is backed up, and what an officer has to look at. */
export const SyncScreen = () => {
  const said = useWords(words)
  const { language } = useLanguage()
  const { sync } = useFieldApp()
  const status = useSyncStatus()
  const { isSending } = useSyncExternalStore(sync.subscribe, sync.read)
  const held = useHeldWork()
  const isEmpty = held !== undefined && held.waiting.length + held.parked.length + held.sent.length + held.drafts === 0
  const at = (instant: Parameters<typeof formatInstant>[0]) => formatInstant(instant, { language })
  return (
    <Screen title={said.title} tab="send">
      <section className="fd-card">
        <StatusDot tone={status.tone}>{status.text}</StatusDot>
        {held !== undefined && <SentSteps held={held} />}
        {held !== undefined && held.photos > 0 && <p className="fd-muted">{said.photos(held.photos)}</p>}
        {held !== undefined && held.refusedPhotos > 0 && (
          <Notice tone="warning">{said.refusedPhotos(held.refusedPhotos)}</Notice>
        )}
        <Button
          kind="primary"
          size="large"
          icon="cloud-up"
          isWide
          isPending={isSending}
          onPress={() => void sync.flush()}
        >
          {said.sendNow}
        </Button>
        {held !== undefined && (
          <p className="fd-muted fd-small">{held.heardAt === null ? said.never : said.heard(at(held.heardAt))}</p>
        )}
      </section>
      {isEmpty && (
        <EmptyState icon="cloud-check" title={said.none}>
          {said.noneHint}
        </EmptyState>
      )}
      {held !== undefined && held.waiting.length > 0 && (
        <Part title={said.waiting}>
          {held.waiting.map(({ commandId, ledgerKind, ledgerId, type, madeAt }) => (
            <Line key={commandId} ledgerKind={ledgerKind} ledgerId={ledgerId} type={type} note={at(madeAt)} />
          ))}
        </Part>
      )}
      {held !== undefined && held.drafts > 0 && (
        <section className="fd-card">
          <TextLink icon="edit" href="/drafts">
            {said.drafts(held.drafts)}
          </TextLink>
        </section>
      )}
      {held !== undefined && held.parked.length > 0 && (
        <Part title={said.parked} hint={said.parkedHint}>
          {held.parked.map(({ commandId, ledgerKind, ledgerId, type, receiptNumber, refusal }) => (
            <Line
              key={commandId}
              ledgerKind={ledgerKind}
              ledgerId={ledgerId}
              type={type}
              note={[said.receipt(receiptNumber), refusal === null ? '' : refusalText(refusal, language)]
                .filter(Boolean)
                .join(' · ')}
            />
          ))}
        </Part>
      )}
      {held !== undefined && held.sent.length > 0 && (
        <Part title={said.sent}>
          {held.sent.map(({ commandId, ledgerKind, ledgerId, type, receiptNumber, receivedAt, isSafe }) => (
            <Line
              key={commandId}
              ledgerKind={ledgerKind}
              ledgerId={ledgerId}
              type={type}
              note={[said.receipt(receiptNumber), at(receivedAt), isSafe ? said.safe : said.notYetSafe].join(' · ')}
            />
          ))}
        </Part>
      )}
      <UnsentFileCard hasUnsent={held !== undefined && held.onPhone + held.drafts + held.photos > 0} />
    </Screen>
  )
}
