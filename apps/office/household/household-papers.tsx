import { compiledQuestionnaire } from '@thaiqm/catalogue/catalogue.ts'
import { routeAddress } from '@thaiqm/contract/client/call-route.ts'
import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { caseSheetPath, timelinePaperPath } from '@thaiqm/contract/papers/papers-routes.ts'
import { fourTParagraph } from '@thaiqm/core/household/four-t-paragraph.ts'
import { Button, ButtonRow, LinkButton } from '@thaiqm/ui/button.tsx'
import { useWords } from '@thaiqm/ui/language.tsx'
import { Section, Stack } from '@thaiqm/ui/page-header.tsx'
import { showToast } from '@thaiqm/ui/toast.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'
import { useSession } from '../platform/session.tsx'

const words = defineWords({
  title: { th: 'เอกสารของครัวเรือน', en: 'Papers of the household' },
  hint: {
    th: 'ย่อหน้า 4ท สร้างจากข้อมูลที่บันทึกไว้ ส่วนที่ไม่ได้บันทึกแสดงว่าไม่มีข้อมูล',
    en: 'The four-T paragraph is made from the record (in Thai); what nobody recorded is said to be so.',
  },
  copy: { th: 'คัดลอกย่อหน้า 4ท', en: 'Copy the four-T paragraph' },
  copied: { th: 'คัดลอกแล้ว วางในระบบอื่นได้ทันที', en: 'Copied. Paste it where you need it.' },
  notCopied: {
    th: 'เบราว์เซอร์ไม่ยอมให้คัดลอก โปรดเลือกข้อความในกรอบแล้วคัดลอกเอง',
    en: 'The browser does not allow copying. Please select the text and copy it by hand.',
  },
  caseSheet: { th: 'แบบรายงานรายกรณี (DOCX)', en: 'Case sheet (DOCX)' },
  print: { th: 'ดูและพิมพ์แบบรายงานรายกรณี', en: 'Read and print the case sheet' },
  timeline: { th: 'เส้นเวลาครัวเรือน (DOCX)', en: 'Line of life (DOCX)' },
})

/** The paragraph staff paste elsewhere, one tap to copy, and the household's papers for printing. */
export const HouseholdPapers = ({ household }: { readonly household: HouseholdView }) => {
  const say = useWords(words)
  const { today } = useSession()
  const paragraph = fourTParagraph({ household, findForm: compiledQuestionnaire, on: today })
  const params = { householdId: household.id }
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(paragraph)
      showToast({ title: say.copied, tone: 'good' })
    } catch {
      showToast({ title: say.notCopied, tone: 'warning' })
    }
  }
  return (
    <Section title={say.title} description={say.hint}>
      <Stack>
        <p lang="th">{paragraph}</p>
        <ButtonRow>
          <Button kind="primary" icon="copy" onPress={() => void copy()}>
            {say.copy}
          </Button>
          <LinkButton icon="printer" href={`/households/${household.id}/case-sheet`}>
            {say.print}
          </LinkButton>
          <LinkButton icon="download" href={routeAddress(caseSheetPath, params)} download>
            {say.caseSheet}
          </LinkButton>
          <LinkButton icon="download" href={routeAddress(timelinePaperPath, params)} download>
            {say.timeline}
          </LinkButton>
        </ButtonRow>
      </Stack>
    </Section>
  )
}
