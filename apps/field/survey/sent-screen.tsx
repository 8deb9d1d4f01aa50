import { useParams } from '@tanstack/react-router'
import type { CommandId } from '@thaiqm/core/ledger/identifiers.ts'
import { LinkButton } from '@thaiqm/ui/button.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { useFieldApp } from '../platform/field-app.tsx'
import { refusalText } from '../platform/refusal-text.ts'
import { Screen } from '../platform/screen.tsx'
import { useLive } from '../platform/use-live.ts'

const words = defineWords({
  title: { th: 'ส่งแบบสำรวจ', en: 'Form sent' },
  sent: { th: 'ระบบรับแบบสำรวจแล้ว', en: 'The form has been received' },
  receipt: { th: (n: number) => `เลขรับที่ ${n}`, en: n => `Receipt number ${n}` },
  waiting: { th: 'บันทึกในเครื่องแล้ว รอส่ง', en: 'Kept on this phone, to be sent' },
  waitingHint: {
    th: 'หากไม่มีสัญญาณ แอปจะส่งให้เองเมื่อมีสัญญาณ ท่านสำรวจครัวเรือนต่อไปได้ทันที',
    en: 'Without a signal the app sends it later by itself. You can go on to the next household.',
  },
  parked: { th: 'ระบบเก็บแบบไว้ รอเจ้าหน้าที่พิจารณา', en: 'Kept, an officer will look at it' },
  parkedHint: {
    th: 'ข้อมูลไม่สูญหาย เจ้าหน้าที่ตำบลหรืออำเภอจะติดต่อท่านหากต้องแก้ไข',
    en: 'Nothing is lost. The tambon or district will contact you if something must be changed.',
  },
  next: { th: 'สำรวจครัวเรือนต่อไป', en: 'Next household' },
  household: { th: 'ดูครัวเรือนนี้', en: 'See this household' },
})

/** What became of a form just sent: its receipt number, or that it waits. */
export const SentScreen = () => {
  const { householdId, commandId } = useParams({ strict: false }) as { householdId: string; commandId: string }
  const said = useWords(words)
  const { language } = useLanguage()
  const { database, households } = useFieldApp()
  const receipt = useLive(
    `receipt-${commandId}`,
    async () => (await database.receipts.get(commandId as CommandId)) ?? null,
  )
  const household = useLive(`document-${householdId}`, async () => (await households.find(householdId)) ?? null)
  return (
    <Screen title={said.title} tab="work" backHref={`/households/${householdId}`}>
      {receipt == null && (
        <Notice title={said.waiting} isLive>
          {said.waitingHint}
        </Notice>
      )}
      {receipt != null && receipt.outcome !== 'parked' && (
        <Notice tone="good" title={said.sent} isLive>
          <strong>{said.receipt(receipt.receiptNumber)}</strong>
        </Notice>
      )}
      {receipt != null && receipt.outcome === 'parked' && (
        <Notice tone="warning" title={said.parked} isLive>
          <p>{said.receipt(receipt.receiptNumber)}</p>
          {receipt.refusal !== null && <p>{refusalText(receipt.refusal, language)}</p>}
          <p>{said.parkedHint}</p>
        </Notice>
      )}
      <LinkButton kind="primary" size="large" isWide href={household == null ? '/' : `/villages/${household.areaCode}`}>
        {said.next}
      </LinkButton>
      <LinkButton isWide href={`/households/${householdId}`}>
        {said.household}
      </LinkButton>
    </Screen>
  )
}
