import type { CaseHelp, CaseSheet } from '@thaiqm/core/household/case-sheet.ts'
import { problemStateNames } from '@thaiqm/core/problem/problem-state-name.ts'
import { severityNames } from '@thaiqm/core/problem/severity-name.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { DataTable } from '@thaiqm/ui/data-table.tsx'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Section, Stack } from '@thaiqm/ui/page-header.tsx'

const words = defineWords({
  general: { th: '1. สภาพทั่วไปของครัวเรือน', en: '1. The household' },
  potential: { th: (said: string) => `ศักยภาพครัวเรือน ${said}`, en: said => `Potential: ${said}` },
  ownWords: {
    th: (said: string) => `ความเดือดร้อนตามคำของครัวเรือน ${said}`,
    en: said => `In the household’s own words: ${said}`,
  },
  problems: { th: '2. สภาพปัญหาที่ประสบ', en: '2. Hardships' },
  help: { th: '3. การให้ความช่วยเหลือ', en: '3. Help' },
  plan: { th: 'แผนรายครัวเรือน', en: 'Plan of the household' },
  results: { th: '4. ผลการดำเนินงาน', en: '4. Results' },
  counts: {
    th: (solved: string, of: string, live: string) =>
      `แก้ไขแล้ว ${solved} เรื่อง จากทั้งหมด ${of} เรื่อง อยู่ระหว่างดำเนินการ ${live} เรื่อง`,
    en: (solved, of, live) => `${solved} of ${of} solved, ${live} in hand`,
  },
  unresolvable: { th: (n: string) => `แก้ไขไม่ได้/เกินอำนาจ ${n} เรื่อง`, en: n => `${n} unresolvable` },
  name: { th: 'ชื่อ-สกุล', en: 'Name' },
  relation: { th: 'ความสัมพันธ์', en: 'Relation' },
  age: { th: 'อายุ (ปี)', en: 'Age (years)' },
  occupation: { th: 'อาชีพ/สถานะ', en: 'Occupation' },
  gone: { th: 'ไม่อยู่ในครัวเรือนแล้ว', en: 'No longer in the household' },
  problem: { th: 'ปัญหา', en: 'Hardship' },
  secret: { th: (kind: string) => `${kind} (ลับ)`, en: kind => `${kind} (secret)` },
  whose: { th: 'ผู้ประสบปัญหา', en: 'Whose' },
  whole: { th: 'ทั้งครัวเรือน', en: 'Whole household' },
  severity: { th: 'ระดับ', en: 'Severity' },
  causes: { th: 'สาเหตุ', en: 'Causes' },
  on: { th: 'วันที่', en: 'Day' },
  giver: { th: 'ผู้ให้ความช่วยเหลือ', en: 'Given by' },
  what: { th: 'รายการ', en: 'What' },
  worth: { th: 'มูลค่า (บาท)', en: 'Worth (baht)' },
  due: { th: 'กำหนดเสร็จ', en: 'Due' },
  owner: { th: 'ผู้รับผิดชอบ', en: 'Owner' },
  action: { th: 'กิจกรรมตามแผน', en: 'Action' },
  budget: { th: 'งบ (บาท)', en: 'Budget (baht)' },
  done: { th: (what: string) => `${what} (แล้วเสร็จ)`, en: what => `${what} (done)` },
  result: { th: 'ผลการดำเนินงาน', en: 'Result' },
  closed: { th: 'วันที่แล้วเสร็จ', en: 'Closed on' },
  note: { th: 'หมายเหตุ', en: 'Note' },
  noPeople: { th: 'ยังไม่มีรายชื่อสมาชิก', en: 'No members named yet' },
  noProblems: { th: 'ไม่พบปัญหา', en: 'No hardship found' },
  noHelp: { th: 'ยังไม่มีการให้ความช่วยเหลือ', en: 'No help yet' },
  noResults: { th: 'ไม่มีเรื่องที่ต้องดำเนินการ', en: 'Nothing to be done' },
})

/** The four parts of the case sheet, as tables that print. */
export const CaseSheetParts = ({ sheet }: { readonly sheet: CaseSheet }) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const n = (value: number) => formatNumber(value, language)
  const baht = (value: number) => (value === 0 ? '–' : n(value))
  const { counts } = sheet
  const helpTable = (rows: readonly CaseHelp[], isPlan: boolean) => (
    <DataTable
      caption={isPlan ? say.plan : say.help}
      rows={rows.map((row, index) => ({ ...row, key: String(index) }))}
      rowKey={row => row.key}
      columns={[
        { key: 'on', heading: isPlan ? say.due : say.on, cell: row => formatDay(row.on, { language }) },
        { key: 'by', heading: isPlan ? say.owner : say.giver, cell: row => row.by },
        {
          key: 'what',
          heading: isPlan ? say.action : say.what,
          cell: row => (isPlan && row.isDone ? say.done(row.what) : row.what),
        },
        { key: 'worth', heading: isPlan ? say.budget : say.worth, align: 'end', cell: row => baht(row.valueBaht) },
        { key: 'kinds', heading: say.problem, cell: row => row.kindCodes.join(' ') || '–' },
      ]}
    />
  )
  return (
    <Stack>
      <Section title={say.general}>
        <Stack gap="small">
          <p lang="th">{sheet.paragraph}</p>
          <p>{say.potential(sheet.potential)}</p>
          {sheet.ownWords !== '' && <p>{say.ownWords(sheet.ownWords)}</p>}
          {sheet.members.length === 0 ? (
            <p>{say.noPeople}</p>
          ) : (
            <DataTable
              caption={say.general}
              rows={sheet.members.map((row, index) => ({ ...row, key: String(index) }))}
              rowKey={row => row.key}
              columns={[
                { key: 'name', heading: say.name, cell: row => row.name },
                { key: 'relation', heading: say.relation, cell: row => row.relation },
                { key: 'age', heading: say.age, align: 'end', cell: row => (row.age === null ? '–' : n(row.age)) },
                {
                  key: 'occupation',
                  heading: say.occupation,
                  cell: row => (row.isLivingHere ? row.occupation || '–' : say.gone),
                },
              ]}
            />
          )}
        </Stack>
      </Section>
      <Section title={say.problems}>
        {sheet.problems.length === 0 ? (
          <p>{say.noProblems}</p>
        ) : (
          <DataTable
            caption={say.problems}
            rows={sheet.problems.map((row, index) => ({ ...row, key: String(index) }))}
            rowKey={row => row.key}
            columns={[
              {
                key: 'problem',
                heading: say.problem,
                cell: row => (
                  <>
                    {row.kindCode} {row.restricted ? say.secret(row.kind) : row.kind}
                    {row.description !== '' && <div>{row.description}</div>}
                  </>
                ),
              },
              { key: 'whose', heading: say.whose, cell: row => row.whose ?? say.whole },
              { key: 'severity', heading: say.severity, cell: row => severityNames[row.severity][language] },
              { key: 'causes', heading: say.causes, cell: row => row.causes.join(', ') || '–' },
            ]}
          />
        )}
      </Section>
      <Section title={say.help}>
        <Stack gap="small">
          {sheet.help.length === 0 ? <p>{say.noHelp}</p> : helpTable(sheet.help, false)}
          {sheet.planned.length > 0 && (
            <>
              <h3>{say.plan}</h3>
              {helpTable(sheet.planned, true)}
            </>
          )}
        </Stack>
      </Section>
      <Section title={say.results}>
        <Stack gap="small">
          <p>
            {say.counts(n(counts.solved), n(counts.of), n(counts.live))}
            {counts.unresolvable > 0 && ` ${say.unresolvable(n(counts.unresolvable))}`}
          </p>
          {sheet.results.length === 0 ? (
            <p>{say.noResults}</p>
          ) : (
            <DataTable
              caption={say.results}
              rows={sheet.results.map((row, index) => ({ ...row, key: String(index) }))}
              rowKey={row => row.key}
              columns={[
                { key: 'problem', heading: say.problem, cell: row => `${row.kindCode} ${row.kind}` },
                { key: 'state', heading: say.result, cell: row => problemStateNames[row.state][language] },
                {
                  key: 'closed',
                  heading: say.closed,
                  cell: row => (row.closedOn === null ? '–' : formatDay(row.closedOn, { language })),
                },
                { key: 'note', heading: say.note, cell: row => row.note || '–' },
              ]}
            />
          )}
        </Stack>
      </Section>
    </Stack>
  )
}
