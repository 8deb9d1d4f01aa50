import { LinkButton } from '@thaiqm/ui/button.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { useFieldApp } from '../platform/field-app.tsx'
import { readReport } from '../platform/heard-report.ts'
import { useLive } from '../platform/use-live.ts'

const words = defineWords({
  title: { th: 'รายชื่อครัวเรือนในเครื่องปิดอยู่', en: 'The households on this phone are closed' },
  lease: {
    th: 'เครื่องนี้ไม่ได้ติดต่อระบบเกิน 7 วัน เมื่อมีสัญญาณรายชื่อจะเปิดเอง ระหว่างนี้เพิ่มครัวเรือน ทำร่างเดิมต่อ และส่งงานได้ตามปกติ',
    en: 'This phone has had no contact for more than 7 days. With a signal they open by themselves. Meanwhile households can be added, drafts finished and work sent.',
  },
  locked: {
    th: 'สำนักงานได้ล็อกเครื่องนี้ รายชื่อครัวเรือนถูกลบแล้ว งานที่ยังไม่ได้ส่งยังอยู่และส่งได้ โปรดติดต่ออำเภอ',
    en: 'The office has locked this phone. Households were deleted; unsent work is still here and is sent. Please call the district.',
  },
  passing: {
    th: 'ท่านเปิดแอปโดยไม่ได้ใส่รหัส PIN จึงบันทึกข้อมูลใหม่ได้อย่างเดียว ข้อมูลจะส่งเมื่อมีสัญญาณ',
    en: 'The app was opened without a PIN: it only captures. What you enter is sent when there is a signal.',
  },
  signIn: {
    th: 'โปรดเข้าสู่ระบบใหม่เมื่อมีสัญญาณ เพื่อรับรายชื่อครัวเรือน งานที่ค้างในเครื่องส่งได้ตามปกติ',
    en: 'Please sign in again with a signal to receive the households. Unsent work is sent all the same.',
  },
  drafts: { th: 'เปิดร่างแบบสำรวจ', en: 'Open drafts' },
})

/** Why no household is shown, and what can be done all the same. Nothing while they are open or just being opened. */
export const ClosedNotice = () => {
  const said = useWords(words)
  const { access, database, vault } = useFieldApp()
  const why = useLive(`closed-${database.name}-${access}`, async () => {
    if (vault.keys()?.isPassing === true) return 'passing'
    if ((await readReport(database)).isLocked === true) return 'locked'
    const record = await database.vault.get('vault')
    if (record === undefined || record.share !== null) return null
    return record.cache === null ? 'signIn' : 'lease'
  })
  if (access === 'all' || why == null) return null
  return (
    <Notice tone="warning" title={said.title} actions={<LinkButton href="/drafts">{said.drafts}</LinkButton>}>
      {said[why]}
    </Notice>
  )
}
