import { problemKinds } from '@thaiqm/catalogue/catalogue.ts'
import { leaveOut, type PreviewReply } from '@thaiqm/contract/baseline/baseline-routes.ts'
import { Button, ButtonRow } from '@thaiqm/ui/button.tsx'
import { type Column, DataTable } from '@thaiqm/ui/data-table.tsx'
import { formatNumber, formatPercent } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { Section } from '@thaiqm/ui/page-header.tsx'
import { ComboBox, Select, type SelectOption } from '@thaiqm/ui/select.tsx'
import { useState } from 'react'
import { kindName, stateName } from '../platform/names.ts'
import { decideWording, openQuestions } from './import-review.ts'
import type { ImportOnItsWay } from './use-import.ts'

const words = defineWords({
  problems: { th: 'ข้อความปัญหาที่รอตัดสิน', en: 'Problem wordings to decide' },
  problemsHint: {
    th: 'ระบบไม่แน่ใจว่าข้อความเหล่านี้ตรงกับปัญหาประเภทใด เลือกประเภท หรือเลือกไม่นำเข้า',
    en: 'It is not certain which kind these wordings mean. Choose a kind, or leave them out.',
  },
  statuses: { th: 'ข้อความสถานะที่ไม่เข้าใจ', en: 'Status wordings not understood' },
  wording: { th: 'ข้อความในไฟล์', en: 'Wording in the file' },
  blank: { th: '(เว้นว่าง)', en: '(blank)' },
  rows: { th: 'แถว', en: 'Rows' },
  rowList: {
    th: (first: string, more: number) => (more > 0 ? `${first} และอีก ${more} แถว` : first),
    en: (first, more) => (more > 0 ? `${first} and ${more} more` : first),
  },
  choose: { th: 'นำเข้าเป็น', en: 'Take as' },
  chooseFor: { th: (wording: string) => `“${wording}” นำเข้าเป็น`, en: wording => `Take “${wording}” as` },
  placeholder: { th: 'ยังไม่ตัดสิน', en: 'Not decided' },
  near: { th: (percent: string) => `ใกล้เคียง ${percent}`, en: percent => `${percent} alike` },
  others: { th: 'ประเภทอื่น…', en: 'Another kind…' },
  allKinds: { th: 'ค้นหาประเภทปัญหา', en: 'Search all kinds' },
  leaveOut: { th: 'ไม่นำเข้าแถวเหล่านี้', en: 'Leave these rows out' },
  open: {
    th: (count: number, rows: string) => `ยังไม่ตัดสิน ${count} ข้อความ แถวที่เกี่ยวข้อง ${rows} แถวจะยังไม่นำเข้าจนกว่าจะตัดสิน`,
    en: (count, rows) => `${count} wordings are not decided; their ${rows} rows will not be imported until they are.`,
  },
  allDone: { th: 'ตัดสินครบทุกข้อความแล้ว', en: 'Everything is decided.' },
  next: { th: 'ดูผลก่อนนำเข้า', en: 'See the preview' },
  back: { th: 'กลับไปตรวจคอลัมน์', en: 'Back to the columns' },
})

/** States an old problem may come in with; the others are made by work in this system. */
const importedStates = ['OPEN', 'IN_PROGRESS', 'ASSISTED', 'RESOLVED', 'SELF_RESOLVED', 'UNRESOLVABLE'] as const
const another = 'another'
const ROWS_NAMED = 5

interface ReviewProps {
  readonly way: ImportOnItsWay
  readonly preview: PreviewReply
}

const RowNumbers = ({ rows }: { readonly rows: readonly number[] }) => {
  const say = useWords(words)
  return <>{say.rowList(rows.slice(0, ROWS_NAMED).join(', '), Math.max(0, rows.length - ROWS_NAMED))}</>
}

const ProblemChoice = ({
  way,
  review,
}: {
  readonly way: ImportOnItsWay
  readonly review: PreviewReply['problemReview'][number]
}) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { decisions, setDecisions } = way
  const chosen = decisions.problems[review.wording] ?? review.chosen
  const isCandidate = chosen === leaveOut || review.candidates.some(one => one.kindCode === chosen)
  const [isSearching, setSearching] = useState(chosen !== null && !isCandidate)
  const label = say.chooseFor(review.wording)
  const kindOptions: SelectOption[] = review.candidates.map(one => ({
    value: one.kindCode,
    label: `${one.kindCode} ${kindName(one.kindCode, language)}`,
    description: say.near(formatPercent(one.score, 1, language, { decimals: 0 })),
  }))
  const take = (kindCode: string) => setDecisions(decideWording(decisions, 'problems', review.wording, kindCode))
  return (
    <div className="import-choice">
      <Select
        label={label}
        placeholder={say.placeholder}
        options={[...kindOptions, { value: another, label: say.others }, { value: leaveOut, label: say.leaveOut }]}
        value={isSearching ? another : chosen}
        onChange={value => {
          setSearching(value === another)
          if (value !== another) take(value)
        }}
      />
      {isSearching && (
        <ComboBox
          label={say.allKinds}
          options={problemKinds.map(kind => ({ value: kind.code, label: `${kind.code} ${kind[language]}` }))}
          value={chosen}
          onChange={kindCode => {
            if (kindCode !== null) take(kindCode)
          }}
        />
      )}
    </div>
  )
}

const StatusChoice = ({
  way,
  review,
}: {
  readonly way: ImportOnItsWay
  readonly review: PreviewReply['statusReview'][number]
}) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { decisions, setDecisions } = way
  return (
    <div className="import-choice">
      <Select
        label={say.chooseFor(review.wording)}
        placeholder={say.placeholder}
        options={[
          ...importedStates.map(state => ({ value: state as string, label: stateName(state, language) })),
          { value: leaveOut, label: say.leaveOut },
        ]}
        value={decisions.statuses[review.wording] ?? review.chosen}
        onChange={value => setDecisions(decideWording(decisions, 'statuses', review.wording, value))}
      />
    </div>
  )
}

/** Wordings that only a person can decide, before the last look. */
export const ReviewStep = ({ way, preview }: ReviewProps) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const open = openQuestions(preview, way.decisions)
  const wordingColumn = <Row extends { readonly wording: string }>(): Column<Row> => ({
    key: 'wording',
    heading: say.wording,
    cell: review => <b>{review.wording === '' ? say.blank : review.wording}</b>,
  })
  const rowsColumn = <Row extends { readonly rows: readonly number[] }>(): Column<Row> => ({
    key: 'rows',
    heading: say.rows,
    cell: review => <RowNumbers rows={review.rows} />,
  })
  return (
    <>
      {preview.problemReview.length > 0 && (
        <Section title={say.problems} description={say.problemsHint}>
          <DataTable
            caption={say.problems}
            columns={[
              wordingColumn<PreviewReply['problemReview'][number]>(),
              rowsColumn(),
              { key: 'choice', heading: say.choose, cell: review => <ProblemChoice way={way} review={review} /> },
            ]}
            rows={preview.problemReview}
            rowKey={review => review.wording}
          />
        </Section>
      )}
      {preview.statusReview.length > 0 && (
        <Section title={say.statuses}>
          <DataTable
            caption={say.statuses}
            columns={[
              wordingColumn<PreviewReply['statusReview'][number]>(),
              rowsColumn(),
              { key: 'choice', heading: say.choose, cell: review => <StatusChoice way={way} review={review} /> },
            ]}
            rows={preview.statusReview}
            rowKey={review => review.wording}
          />
        </Section>
      )}
      <Notice tone={open.rows > 0 ? 'warning' : 'good'}>
        {open.rows > 0 ? say.open(open.problems + open.statuses, formatNumber(open.rows, language)) : say.allDone}
      </Notice>
      <ButtonRow>
        <Button
          kind="primary"
          iconAfter="arrow-right"
          onPress={() => void way.readSheet('preview')}
          isPending={way.isWorking}
        >
          {say.next}
        </Button>
        <Button onPress={() => way.goTo('columns')} isDisabled={way.isWorking}>
          {say.back}
        </Button>
      </ButtonRow>
    </>
  )
}
