import type { PreviewReply } from '@thaiqm/contract/baseline/baseline-routes.ts'
import { Badge } from '@thaiqm/ui/badge.tsx'
import { Button, ButtonRow } from '@thaiqm/ui/button.tsx'
import { DataTable } from '@thaiqm/ui/data-table.tsx'
import { ConfirmDialog } from '@thaiqm/ui/dialog.tsx'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Section } from '@thaiqm/ui/page-header.tsx'
import { Disclosure } from '@thaiqm/ui/tabs.tsx'
import { useState } from 'react'
import { useAreas } from '../platform/areas.ts'
import { kindName } from '../platform/names.ts'
import { ImportTotals } from './import-totals.tsx'
import { RowReport } from './row-report.tsx'
import type { ImportOnItsWay } from './use-import.ts'

const words = defineWords({
  samples: { th: 'ตัวอย่างครัวเรือนที่จะนำเข้า', en: 'Households as they would be imported' },
  house: { th: 'บ้านเลขที่', en: 'House' },
  head: { th: 'หัวหน้าครัวเรือน', en: 'Head' },
  area: { th: 'พื้นที่', en: 'Area' },
  problems: { th: 'ปัญหา', en: 'Problems' },
  matched: { th: 'ข้อความปัญหาที่ระบบจับคู่ให้', en: 'Problem wordings that were matched' },
  matchedCount: {
    th: (count: string) => `ข้อความปัญหาที่ระบบจับคู่ให้ ${count} ข้อความ`,
    en: count => `${count} problem wordings that were matched`,
  },
  confidence: { th: 'ความแน่ชัด', en: 'How sure' },
  sure: { th: 'แน่ชัด', en: 'Sure' },
  likely: { th: 'น่าจะใช่', en: 'Likely' },
  decided: { th: 'เจ้าหน้าที่ตัดสิน', en: 'Decided' },
  wording: { th: 'ข้อความในไฟล์', en: 'Wording in the file' },
  kind: { th: 'ประเภทปัญหา', en: 'Kind' },
  rows: { th: 'แถว', en: 'Rows' },
  start: { th: (count: string) => `นำเข้า ${count} ครัวเรือน`, en: count => `Import ${count} households` },
  back: { th: 'กลับไปแก้ไข', en: 'Back' },
  confirmTitle: { th: 'เริ่มนำเข้าหรือไม่', en: 'Start the import?' },
  confirm: { th: 'เริ่มนำเข้า', en: 'Start' },
  confirmBody: {
    th: (households: string, problems: string) =>
      `จะนำเข้า ${households} ครัวเรือน ${problems} ปัญหา ยกเลิกการนำเข้าทั้งชุดได้ภายหลัง หากยังไม่มีการสำรวจหรือดำเนินการต่อจากข้อมูลนี้`,
    en: (households, problems) =>
      `${households} households and ${problems} problems. The whole import can be undone while nothing builds on it.`,
  },
})

const confidenceTones = { sure: 'good', likely: 'info', decided: 'neutral' } as const

/** What the import would do, to the row, before anything is done. */
export const PreviewStep = ({ way, preview }: { readonly way: ImportOnItsWay; readonly preview: PreviewReply }) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { titleOf } = useAreas()
  const [isAsking, setAsking] = useState(false)
  const { totals } = preview
  const households = formatNumber(totals.households, language)
  const hasReview = preview.problemReview.length + preview.statusReview.length > 0
  const buttons = (
    <ButtonRow>
      <Button
        kind="primary"
        icon="upload"
        onPress={() => setAsking(true)}
        isPending={way.isWorking}
        isDisabled={totals.households === 0}
      >
        {say.start(households)}
      </Button>
      <Button onPress={() => way.goTo(hasReview ? 'review' : 'columns')} isDisabled={way.isWorking}>
        {say.back}
      </Button>
    </ButtonRow>
  )
  return (
    <>
      <ImportTotals totals={totals} />
      {buttons}
      <RowReport rows={preview.rows} />
      {preview.samples.length > 0 && (
        <Section title={say.samples}>
          <DataTable
            caption={say.samples}
            columns={[
              { key: 'house', heading: say.house, cell: row => row.houseNumber || '–' },
              { key: 'head', heading: say.head, cell: row => row.headName },
              { key: 'area', heading: say.area, cell: row => titleOf(row.areaCode) },
              {
                key: 'problems',
                heading: say.problems,
                cell: row => formatNumber(row.problems, language),
                align: 'end',
              },
            ]}
            rows={preview.samples}
            rowKey={row => `${row.areaCode}-${row.houseNumber}-${row.headName}`}
          />
        </Section>
      )}
      {preview.matched.length > 0 && (
        <Disclosure title={say.matchedCount(formatNumber(preview.matched.length, language))}>
          <DataTable
            caption={say.matched}
            columns={[
              { key: 'wording', heading: say.wording, cell: row => row.wording },
              { key: 'kind', heading: say.kind, cell: row => `${row.kindCode} ${kindName(row.kindCode, language)}` },
              {
                key: 'confidence',
                heading: say.confidence,
                cell: row => <Badge tone={confidenceTones[row.confidence]}>{say[row.confidence]}</Badge>,
              },
              { key: 'rows', heading: say.rows, cell: row => formatNumber(row.rows, language), align: 'end' },
            ]}
            rows={preview.matched}
            rowKey={row => `${row.wording}-${row.kindCode}`}
          />
        </Disclosure>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={() => void way.start().finally(() => setAsking(false))}
        title={say.confirmTitle}
        confirmLabel={say.confirm}
        isPending={way.isWorking}
      >
        {say.confirmBody(households, formatNumber(totals.problems, language))}
      </ConfirmDialog>
    </>
  )
}
