import type { RowVerdictView } from '@thaiqm/contract/baseline/baseline-routes.ts'
import { Badge, Chip, ChipRow } from '@thaiqm/ui/badge.tsx'
import { Button } from '@thaiqm/ui/button.tsx'
import { DataTable } from '@thaiqm/ui/data-table.tsx'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState } from '@thaiqm/ui/notice.tsx'
import { Section } from '@thaiqm/ui/page-header.tsx'
import { Pagination } from '@thaiqm/ui/pagination.tsx'
import { useState } from 'react'
import {
  countByVerdict,
  type ReportLine,
  type RowVerdict,
  reportCsv,
  reportLines,
  verdictsToShow,
  withoutPlace,
} from './import-report.ts'
import { fieldNameTh, verdictTones, verdictWords } from './verdict-names.ts'

const words = defineWords({
  title: { th: 'รายงานรายแถว', en: 'Row by row' },
  hint: {
    th: 'เลขแถวตรงกับไฟล์ Excel แก้ในไฟล์ต้นฉบับแล้วนำเข้าใหม่ได้ ครัวเรือนที่นำเข้าแล้วไม่ซ้ำ',
    en: 'Row numbers are those of Excel. Correct the file and load it again: nothing is imported twice.',
  },
  download: { th: 'ดาวน์โหลดรายงาน (CSV)', en: 'Download the report (CSV)' },
  filter: { th: (name: string, count: string) => `${name} ${count}`, en: (name, count) => `${name} ${count}` },
  row: { th: 'แถวที่', en: 'Row' },
  verdict: { th: 'ผล', en: 'Result' },
  field: { th: 'ช่องข้อมูล', en: 'Field' },
  reason: { th: 'เหตุผล', en: 'Reason' },
  remedy: { th: 'วิธีแก้ไข', en: 'What to do' },
  none: { th: 'ไม่มีแถวในประเภทที่เลือก', en: 'No row of the chosen kinds' },
  clean: { th: 'ทุกแถวนำเข้าได้โดยไม่มีข้อสังเกต', en: 'Every row is ready, without a remark' },
})

const PAGE = 50

/** Saves a text as a file of this computer; nothing goes over the network. */
const saveFile = (name: string, text: string) => {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

/** Every row that was not simply taken: its number, why, and what to do; to filter, and to keep as a file. */
export const RowReport = ({ rows }: { readonly rows: readonly RowVerdictView[] }) => {
  const say = useWords(words)
  const verdicts = useWords(verdictWords)
  const { language } = useLanguage()
  const counts = countByVerdict(rows)
  const [shown, setShown] = useState<ReadonlySet<RowVerdict>>(new Set(['reject', 'review', 'warn']))
  const [page, setPage] = useState(1)
  const lines = reportLines(rows, shown)

  const toggle = (verdict: RowVerdict, isOn: boolean) => {
    const next = new Set(shown)
    if (isOn) next.add(verdict)
    else next.delete(verdict)
    setShown(next)
    setPage(1)
  }
  const download = () =>
    saveFile(
      'import-report.csv',
      reportCsv(rows, {
        row: say.row,
        verdict: say.verdict,
        field: say.field,
        reason: say.reason,
        remedy: say.remedy,
        verdictName: verdict => verdicts[verdict],
        fieldName: fieldNameTh,
      }),
    )
  return (
    <Section
      title={say.title}
      description={say.hint}
      actions={
        rows.length > 0 && (
          <Button icon="download" onPress={download}>
            {say.download}
          </Button>
        )
      }
    >
      <div className="import-filter">
        <ChipRow>
          {verdictsToShow.map(verdict => (
            <Chip key={verdict} isSelected={shown.has(verdict)} onChange={isOn => toggle(verdict, isOn)}>
              {say.filter(verdicts[verdict], formatNumber(counts[verdict], language))}
            </Chip>
          ))}
        </ChipRow>
      </div>
      <DataTable<ReportLine>
        caption={say.title}
        columns={[
          { key: 'row', heading: say.row, cell: line => formatNumber(line.rowNumber, language) },
          {
            key: 'verdict',
            heading: say.verdict,
            cell: line => <Badge tone={verdictTones[line.verdict]}>{verdicts[line.verdict]}</Badge>,
          },
          {
            key: 'field',
            heading: say.field,
            cell: line => (line.reason?.field == null ? '–' : fieldNameTh(line.reason.field)),
            priority: 2,
          },
          {
            key: 'reason',
            heading: say.reason,
            cell: ({ reason }) =>
              reason === null ? '–' : withoutPlace(language === 'th' ? reason.messageTh : reason.messageEn),
          },
          { key: 'remedy', heading: say.remedy, cell: line => line.reason?.remedyTh ?? '–' },
        ]}
        rows={lines.slice((page - 1) * PAGE, page * PAGE)}
        rowKey={line => line.key}
        empty={<EmptyState icon="check-circle" title={rows.length === 0 ? say.clean : say.none} />}
      />
      {lines.length > PAGE && <Pagination page={page} pageSize={PAGE} total={lines.length} onPage={setPage} />}
    </Section>
  )
}
