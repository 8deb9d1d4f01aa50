import { type PrintedPaper, recordPrint } from '@thaiqm/contract/papers/papers-routes.ts'
import { areaInWords, houseInWords } from '@thaiqm/core/area/place-in-words.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import { memberName } from '@thaiqm/core/member/member.ts'
import { formatDay, formatInstant } from '@thaiqm/core/thai/format-day.ts'
import { Button } from '@thaiqm/ui/button.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { PrintSheet } from '@thaiqm/ui/print-sheet.tsx'
import { showToast } from '@thaiqm/ui/toast.tsx'
import { type ReactNode, useState } from 'react'
import { flushSync } from 'react-dom'
import { call } from '../platform/api.ts'
import { useAreas } from '../platform/areas.ts'
import { failureText } from '../platform/refusal-text.ts'
import { useSession } from '../platform/session.tsx'

const words = defineWords({
  print: { th: 'พิมพ์', en: 'Print' },
  notPrinted: { th: 'ยังพิมพ์ไม่ได้', en: 'Not printed' },
  printed: {
    th: (when: string, by: string) => `พิมพ์เมื่อ ${when} โดย ${by}`,
    en: (when, by) => `Printed ${when} by ${by}`,
  },
  head: { th: (name: string) => `หัวหน้าครัวเรือน ${name}`, en: name => `Head: ${name}` },
  secret: { th: 'ลับ', en: 'SECRET' },
})

/** Printing of one household's paper: the audit first, then the printer, with the moment the audit says. */
export const usePrint = (household: Household, paper: PrintedPaper) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const [printedAt, setPrintedAt] = useState<Instant | null>(null)
  const [isPrinting, setPrinting] = useState(false)
  const print = async () => {
    setPrinting(true)
    const outcome = await call(recordPrint, { params: { householdId: household.id }, body: { paper } })
    // The stamp stands on the page before the printer sees it.
    flushSync(() => {
      setPrinting(false)
      if (outcome.ok) setPrintedAt(outcome.value.printedAt)
    })
    if (outcome.ok) window.print()
    else showToast({ title: say.notPrinted, description: failureText(outcome, language), tone: 'warning' })
  }
  return { print, printedAt, isPrinting }
}

type Printing = ReturnType<typeof usePrint>

export const PrintButton = ({ printing, kind }: { readonly printing: Printing; readonly kind?: 'primary' }) => {
  const say = useWords(words)
  return (
    <Button kind={kind} icon="printer" isPending={printing.isPrinting} onPress={() => void printing.print()}>
      {say.print}
    </Button>
  )
}

/** What of a page goes onto paper: under the household's address, with who printed it when, marked ลับ where it must be. */
export const HouseholdSheet = ({
  household,
  title,
  isSecret,
  printing,
  children,
}: {
  readonly household: Household
  readonly title: string
  readonly isSecret: boolean
  readonly printing: Printing
  readonly children: ReactNode
}) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { byCode } = useAreas()
  const { actor, today } = useSession()
  const { areaCode, address, members } = household
  const head = members.find(member => member.isHead) ?? members[0]
  const place = [houseInWords(areaCode, address), areaInWords(areaCode, code => byCode.get(code)?.nameTh)].join(' ')
  const when =
    printing.printedAt === null
      ? formatDay(today, { language, style: 'long' })
      : formatInstant(printing.printedAt, { language, style: 'long' })
  return (
    <PrintSheet
      title={title}
      lines={[place, ...(head === undefined ? [] : [say.head(memberName(head))])]}
      stamp={say.printed(when, `${actor.name} ${actor.position}`.trim())}
      mark={isSecret ? say.secret : undefined}
    >
      {children}
    </PrintSheet>
  )
}
