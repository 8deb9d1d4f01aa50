import type { AllocationRow } from '@thaiqm/contract/offer/offer-routes.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { Button } from '@thaiqm/ui/button.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { useState } from 'react'
import { nameOfOrganisation, useOrganisations } from '../organisation/use-organisations.ts'
import { useAreas } from '../platform/areas.ts'
import { kindName } from '../platform/names.ts'
import { thanksLines } from './thanks-lines.ts'

const words = defineWords({
  title: { th: 'คำขอบคุณและผลที่ตรวจรับแล้ว', en: 'Thanks, and what was verified' },
  line: {
    th: (partner: string, kind: string, count: string, tambon: string, day: string) =>
      `ขอบคุณ${partner} ช่วยแก้ปัญหา ${kind} ${count} ครัวเรือน ใน${tambon} ตรวจผลแล้ว ${day}`,
    en: (partner, kind, count, tambon, day) =>
      `Thank you, ${partner}: ${kind}, ${count} household(s) in ${tambon}, verified ${day}.`,
  },
  copy: { th: 'คัดลอกข้อความ', en: 'Copy the text' },
  copied: { th: 'คัดลอกแล้ว', en: 'Copied' },
})

/** What a partner may show others: what was solved, how often, where and when; no name, no house. */
export const Thanks = ({ allocations }: { readonly allocations: readonly AllocationRow[] }) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { titleOf } = useAreas()
  const organisations = useOrganisations()
  const [isCopied, setCopied] = useState(false)
  const lines = thanksLines(allocations).map(line =>
    say.line(
      nameOfOrganisation(organisations.data?.organisations, line.organisationId) ?? '',
      kindName(line.kindCode, language),
      String(line.households),
      titleOf(line.tambonCode),
      formatDay(line.lastOn, { language }),
    ),
  )
  if (lines.length === 0) return null
  return (
    <Notice
      tone="good"
      title={say.title}
      actions={
        navigator.clipboard === undefined ? undefined : (
          <Button
            size="small"
            icon="copy"
            onPress={() => void navigator.clipboard.writeText(lines.join('\n')).then(() => setCopied(true))}
          >
            {isCopied ? say.copied : say.copy}
          </Button>
        )
      }
    >
      <ul className="of-plain-list">
        {lines.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Notice>
  )
}
