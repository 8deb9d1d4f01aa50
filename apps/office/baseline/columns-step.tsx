import type { UploadReply } from '@thaiqm/contract/baseline/baseline-routes.ts'
import type { MissingColumn } from '@thaiqm/core/baseline/recognise-columns.ts'
import { Badge } from '@thaiqm/ui/badge.tsx'
import { Button, ButtonRow } from '@thaiqm/ui/button.tsx'
import { type Column, DataTable } from '@thaiqm/ui/data-table.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { Section } from '@thaiqm/ui/page-header.tsx'
import { Select } from '@thaiqm/ui/select.tsx'
import { chooseField, missingIn } from './column-choice.ts'
import type { ImportOnItsWay } from './use-import.ts'

const words = defineWords({
  title: { th: 'แต่ละคอลัมน์คือข้อมูลใด', en: 'What each column holds' },
  hint: {
    th: (sheet: string, row: number) => `แผ่นงาน “${sheet}” หัวตารางอยู่แถวที่ ${row} แก้ไขคอลัมน์ที่ระบบอ่านไม่ตรง`,
    en: (sheet, row) => `Sheet “${sheet}”, headings in row ${row}. Correct any column that was read wrongly.`,
  },
  column: { th: 'หัวคอลัมน์', en: 'Heading' },
  noHeading: { th: '(ไม่มีหัวคอลัมน์)', en: '(no heading)' },
  samples: { th: 'ตัวอย่างข้อมูล', en: 'Samples' },
  field: { th: 'นำเข้าเป็น', en: 'Read as' },
  fieldOf: { th: (heading: string) => `คอลัมน์ “${heading}” นำเข้าเป็น`, en: heading => `Column “${heading}” read as` },
  sure: { th: 'แน่ชัด', en: 'Sure' },
  likely: { th: 'น่าจะใช่', en: 'Likely' },
  unsure: { th: 'โปรดตรวจ', en: 'Please check' },
  confidence: { th: 'ความแน่ชัด', en: 'How sure' },
  missingTitle: { th: 'ยังขาดข้อมูลที่จำเป็น', en: 'Something needed is missing' },
  problem: { th: 'สภาพปัญหา', en: 'the problem' },
  'house-or-name': {
    th: 'บ้านเลขที่ เลขรหัสประจำบ้าน ที่อยู่ หรือชื่อ อย่างใดอย่างหนึ่ง',
    en: 'a house number, house code, address or name',
  },
  area: { th: 'ตำบล รหัสพื้นที่ หรือที่อยู่เต็ม อย่างใดอย่างหนึ่ง', en: 'a tambon, area code or full address' },
  noStatus: {
    th: 'ไม่มีคอลัมน์สถานะการแก้ไข ปัญหาทุกข้อจะถือว่ายังไม่แก้ไข',
    en: 'There is no status column: every problem is taken as still open.',
  },
  next: { th: 'อ่านข้อมูลตามคอลัมน์นี้', en: 'Read the sheet' },
  other: { th: 'เลือกไฟล์อื่น', en: 'Another file' },
})

type UploadColumn = UploadReply['columns'][number]

export interface ColumnsStepProps {
  readonly way: ImportOnItsWay
  readonly upload: UploadReply
}

/** What each column was taken for, with samples; a person corrects it. */
export const ColumnsStep = ({ way, upload }: ColumnsStepProps) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const missing: readonly MissingColumn[] = missingIn(way.mapping)
  const options = upload.fields.map(one => ({ value: one.field, label: language === 'th' ? one.nameTh : one.nameEn }))
  const headingOf = (column: UploadColumn) => (column.heading === '' ? say.noHeading : column.heading)
  const columns: Column<UploadColumn>[] = [
    { key: 'heading', heading: say.column, cell: column => <b>{headingOf(column)}</b> },
    {
      key: 'samples',
      heading: say.samples,
      cell: column => <span className="import-samples">{column.samples.join(' · ')}</span>,
    },
    {
      key: 'confidence',
      heading: say.confidence,
      cell: column => {
        const isChanged = way.mapping[String(column.index)] !== column.field
        if (isChanged) return null
        return column.confidence === 'sure' ? (
          <Badge tone="good">{say.sure}</Badge>
        ) : column.confidence === 'likely' ? (
          <Badge tone="info">{say.likely}</Badge>
        ) : (
          <Badge tone="warning">{say.unsure}</Badge>
        )
      },
    },
    {
      key: 'field',
      heading: say.field,
      cell: column => (
        <div className="import-choice">
          <Select
            label={say.fieldOf(headingOf(column))}
            options={options}
            value={way.mapping[String(column.index)] ?? 'ignored'}
            onChange={field => way.setMapping(chooseField(way.mapping, column.index, field))}
          />
        </div>
      ),
    },
  ]
  return (
    <Section title={say.title} description={say.hint(upload.sheetName, upload.headingRow)}>
      <DataTable caption={say.title} columns={columns} rows={upload.columns} rowKey={column => String(column.index)} />
      <div className="import-foot">
        {missing.length > 0 && (
          <Notice tone="danger" title={say.missingTitle}>
            <ul>
              {missing.map(one => (
                <li key={one}>{say[one]}</li>
              ))}
            </ul>
          </Notice>
        )}
        {missing.length === 0 && !Object.values(way.mapping).includes('status') && (
          <Notice tone="warning">{say.noStatus}</Notice>
        )}
        <ButtonRow>
          <Button
            kind="primary"
            iconAfter="arrow-right"
            onPress={() => void way.readSheet('review')}
            isPending={way.isWorking}
            isDisabled={missing.length > 0}
          >
            {say.next}
          </Button>
          <Button onPress={way.startOver} isDisabled={way.isWorking}>
            {say.other}
          </Button>
        </ButtonRow>
      </div>
    </Section>
  )
}
