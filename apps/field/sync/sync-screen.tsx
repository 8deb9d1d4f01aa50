import { formatInstant } from '@thaiqm/core/thai/format-day.ts'
import { StatusDot } from '@thaiqm/ui/badge.tsx'
import { Button, TextLink } from '@thaiqm/ui/button.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState, Notice } from '@thaiqm/ui/notice.tsx'
import { useSyncExternalStore } from 'react'
import { useHouseTitle } from '../household/household-row.tsx'
import { useFieldApp } from '../platform/field-app.tsx'
import { refusalText } from '../platform/refusal-text.ts'
import { Screen } from '../platform/screen.tsx'
import { useLive } from '../platform/use-live.ts'
import { useSyncStatus } from './use-sync.ts'

const words = defineWords({
  title: { th: 'ส่งข้อมูล', en: 'Sending' },
  sendNow: { th: 'ส่งตอนนี้', en: 'Send now' },
  waiting: { th: 'รอส่ง (เก็บในเครื่องนี้)', en: 'Waiting (kept on this phone)' },
  parked: { th: 'ระบบเก็บไว้ รอเจ้าหน้าที่พิจารณา', en: 'Kept, waiting for an officer' },
  parkedHint: {
    th: 'ข้อมูลถึงระบบแล้วและไม่สูญหาย เจ้าหน้าที่ตำบลหรืออำเภอจะตรวจสอบ หากต้องแก้ไขให้เปิดครัวเรือนแล้วทำรายการใหม่',
    en: 'Nothing is lost. The tambon or district will look at it; if needed, open the household and do it again.',
  },
  sent: { th: 'ส่งแล้วล่าสุด', en: 'Sent lately' },
  photos: { th: (n: number) => `ภาพถ่ายรอส่ง ${n} ภาพ`, en: n => `${n} photographs waiting` },
  refusedPhotos: { th: (n: number) => `ระบบไม่รับภาพถ่าย ${n} ภาพ โปรดถ่ายใหม่`, en: n => `${n} photographs not accepted` },
  drafts: { th: 'ร่างที่ยังไม่ส่ง', en: 'Drafts not sent' },
  none: { th: 'ยังไม่มีรายการส่ง', en: 'Nothing sent yet' },
  noneHint: { th: 'เมื่อส่งแบบสำรวจ รายการจะปรากฏที่นี่', en: 'Forms you send appear here.' },
  receipt: { th: (n: number) => `เลขรับที่ ${n}`, en: n => `Receipt ${n}` },
  SubmitSurvey: { th: 'แบบสำรวจ', en: 'Survey form' },
  RegisterHousehold: { th: 'เพิ่มครัวเรือน', en: 'New household' },
  RecordVisit: { th: 'การเยี่ยม', en: 'Visit' },
  RecordAssistance: { th: 'การช่วยเหลือ', en: 'Help' },
  ReportProblem: { th: 'แจ้งปัญหา', en: 'Problem' },
  VerifySurvey: { th: 'ตรวจแบบสำรวจ', en: 'Verification' },
  ReturnSurvey: { th: 'ส่งกลับแก้ไข', en: 'Return' },
  CloseProblem: { th: 'ปิดปัญหา', en: 'Problem closed' },
  other: { th: 'รายการอื่น', en: 'Other' },
})

const SHOWN_SENT = 20

const Line = ({
  householdId,
  type,
  houses,
  note,
}: {
  readonly householdId: string
  readonly type: string
  readonly houses: ReadonlyMap<string, string>
  readonly note: string
}) => {
  const said = useWords(words)
  const named: Readonly<Record<string, unknown>> = said
  const name = typeof named[type] === 'string' ? String(named[type]) : said.other
  return (
    <li className="fd-member">
      <span className="fd-member-text">
        <TextLink href={`/households/${householdId}`}>
          {[name, houses.get(householdId)].filter(Boolean).join(' · ')}
        </TextLink>
        <span className="fd-muted fd-small">{note}</span>
      </span>
    </li>
  )
}

/** What lies on this phone, what has arrived, and what an officer has to look at. */
export const SyncScreen = () => {
  const said = useWords(words)
  const { language } = useLanguage()
  const { database, sync, households, outbox, drafts } = useFieldApp()
  const status = useSyncStatus()
  const { isSending } = useSyncExternalStore(sync.subscribe, sync.read)
  const titleOf = useHouseTitle()
  const held = useLive('sync-page', async () => ({
    waiting: await database.commands
      .where('sequence')
      .above((await outbox.state()).sentUpTo)
      .toArray(),
    parked: await database.receipts.filter(receipt => receipt.outcome === 'parked').toArray(),
    sent: await database.receipts.orderBy('receiptNumber').reverse().limit(SHOWN_SENT).toArray(),
    photos: await database.photos.where('state').equals('waiting').count(),
    refusedPhotos: await database.photos.where('state').equals('refused').count(),
    drafts: [...(await drafts.householdIds())],
  }))
  const rows = useSyncExternalStore(households.index.subscribe, () => households.index.read(null))
  const houses = new Map((rows ?? []).map(row => [row.householdId, titleOf(row)]))
  const isEmpty =
    held !== undefined && held.waiting.length + held.parked.length + held.sent.length + held.drafts.length === 0
  return (
    <Screen title={said.title} tab="send">
      <section className="fd-card">
        <StatusDot tone={status.tone}>{status.text}</StatusDot>
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
      </section>
      {isEmpty && (
        <EmptyState icon="cloud-check" title={said.none}>
          {said.noneHint}
        </EmptyState>
      )}
      {held !== undefined && held.waiting.length > 0 && (
        <section className="fd-card">
          <h2>{said.waiting}</h2>
          <ul className="fd-list">
            {held.waiting.map(command => (
              <Line
                key={command.commandId}
                householdId={command.ledgerId}
                type={command.type}
                houses={houses}
                note={formatInstant(command.madeAt, { language })}
              />
            ))}
          </ul>
        </section>
      )}
      {held !== undefined && held.parked.length > 0 && (
        <section className="fd-card">
          <h2>{said.parked}</h2>
          <p className="fd-muted">{said.parkedHint}</p>
          <ul className="fd-list">
            {held.parked.map(receipt => (
              <Line
                key={receipt.commandId}
                householdId={receipt.ledgerId}
                type={receipt.type}
                houses={houses}
                note={[
                  said.receipt(receipt.receiptNumber),
                  receipt.refusal === null ? '' : refusalText(receipt.refusal, language),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              />
            ))}
          </ul>
        </section>
      )}
      {held !== undefined && held.drafts.length > 0 && (
        <section className="fd-card">
          <h2>{said.drafts}</h2>
          <ul className="fd-list">
            {held.drafts.map(id => (
              <li key={id}>
                <TextLink icon="edit" href={`/households/${id}/survey`}>
                  {houses.get(id) ?? id}
                </TextLink>
              </li>
            ))}
          </ul>
        </section>
      )}
      {held !== undefined && held.sent.length > 0 && (
        <section className="fd-card">
          <h2>{said.sent}</h2>
          <ul className="fd-list">
            {held.sent
              .filter(receipt => receipt.outcome !== 'parked')
              .map(receipt => (
                <Line
                  key={receipt.commandId}
                  householdId={receipt.ledgerId}
                  type={receipt.type}
                  houses={houses}
                  note={`${said.receipt(receipt.receiptNumber)} · ${formatInstant(receipt.receivedAt, { language })}`}
                />
              ))}
          </ul>
        </section>
      )}
    </Screen>
  )
}
