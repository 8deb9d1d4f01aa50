import { useQuery } from '@tanstack/react-query'
import { remedyById } from '@thaiqm/catalogue/catalogue.ts'
import { readRelapse } from '@thaiqm/contract/plan/remedy-routes.ts'
import { formatInstant } from '@thaiqm/core/thai/format-day.ts'
import { LinkButton, TextLink } from '@thaiqm/ui/button.tsx'
import { type Column, DataTable } from '@thaiqm/ui/data-table.tsx'
import { FigureRow, FigureTile } from '@thaiqm/ui/figure-tile.tsx'
import { formatNumber, formatPercent } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState } from '@thaiqm/ui/notice.tsx'
import { PageHeader, Section } from '@thaiqm/ui/page-header.tsx'
import { addressOf, useAddress } from '../platform/address.ts'
import { ask } from '../platform/api.ts'
import { areaShortTitle, areaTitle, useAreas } from '../platform/areas.ts'
import { kindName } from '../platform/names.ts'
import { QueryView, usePageTitle } from '../platform/page.tsx'
import { useSession } from '../platform/session.tsx'

const words = defineWords({
  title: { th: 'อัตราการเกิดปัญหาซ้ำ', en: 'Relapse rate' },
  description: {
    th: 'ปัญหาที่เคยแก้ไขแล้วอย่างน้อยหนึ่งครั้ง และกลับมาเกิดซ้ำ',
    en: 'Problems that were solved at least once and came back.',
  },
  asOf: { th: (at: string) => `ข้อมูล ณ ${at}`, en: at => `As of ${at}` },
  list: { th: 'รายการปัญหาที่เกิดซ้ำ', en: 'List of problems that came back' },
  all: { th: (area: string) => `เกิดซ้ำใน${area}`, en: area => `Came back in ${area}` },
  means: {
    th: 'ปัญหาที่เคยแก้ไขแล้วกลับมาเกิดอีก ต่อปัญหาที่เคยแก้ไขแล้วอย่างน้อยหนึ่งครั้ง นับปัญหาละ 1 ไม่ว่าแก้ไขด้วยวิธีใด ไม่แสดงเมื่อน้อยกว่า 3 ปัญหา',
    en: 'Problems that came back, of those solved at least once; each counts once, however it was solved. Not shown below three problems.',
  },
  unit: { th: 'ปัญหา', en: 'problems' },
  byRemedy: { th: 'ตามแนวทางและประเภทปัญหา', en: 'By remedy and kind of problem' },
  perHousehold: {
    th: 'เฉพาะแนวทางในแผนที่อนุมัติแล้ว นับครัวเรือนละ 1 จากครัวเรือนที่ปัญหาได้รับการแก้ไขหลังใช้แนวทางนั้น',
    en: 'Remedies of approved plans; each household counts once, of those whose problem was solved after the remedy.',
  },
  byKind: { th: 'ตามประเภทปัญหา', en: 'By kind of problem' },
  byArea: { th: 'ตามพื้นที่', en: 'By area' },
  remedy: { th: 'แนวทางช่วยเหลือ', en: 'Remedy' },
  kind: { th: 'ประเภทปัญหา', en: 'Kind of problem' },
  area: { th: 'พื้นที่', en: 'Area' },
  count: { th: 'เกิดซ้ำ', en: 'Came back' },
  rate: { th: 'ร้อยละ', en: 'Percent' },
  nOf: { th: (n: string, of: string) => `${n} จาก ${of}`, en: (n, of) => `${n} of ${of}` },
  tooFew: {
    th: (rows: number) => `อีก ${rows} รายการมีข้อมูลน้อยกว่า 3 ราย ยังไม่เพียงพอที่จะแสดง`,
    en: rows => `${rows} more rest on fewer than three: too little to tell`,
  },
  allTooFew: {
    th: (rows: number) => `ทั้ง ${rows} รายการมีข้อมูลน้อยกว่า 3 ราย ยังไม่เพียงพอที่จะแสดง`,
    en: rows => `All ${rows} rest on fewer than three: too little to tell`,
  },
  none: {
    th: 'ยังไม่มีปัญหาที่ตรวจรับว่าแก้ไขแล้ว',
    en: 'No problem has been verified as solved yet',
  },
  noneHint: {
    th: 'ตัวเลขจะปรากฏเมื่อมีการตรวจรับผลการแก้ไขปัญหา',
    en: 'Figures appear once problems are verified as solved.',
  },
})

interface Told {
  readonly told: { readonly n: number; readonly of: number } | null
}

interface RateTableProps<Row extends Told> {
  readonly title: string
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly columns: readonly Column<Row>[]
  readonly note?: string
}

/** One table of n of N; rows that may not be told are only counted under it. */
const RateTable = <Row extends Told>({ title, rows, rowKey, columns, note }: RateTableProps<Row>) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const told = rows.filter(row => row.told !== null)
  if (rows.length === 0) return null
  const untoldRows = rows.length - told.length
  const untold = told.length === 0 ? say.allTooFew(untoldRows) : untoldRows > 0 ? say.tooFew(untoldRows) : undefined
  return (
    <Section title={title} description={[note, untold].filter(Boolean).join(' · ') || undefined}>
      {told.length > 0 && (
        <DataTable
          caption={title}
          rows={told}
          rowKey={rowKey}
          columns={[
            ...columns,
            {
              key: 'count',
              heading: say.count,
              align: 'end',
              cell: row => row.told && say.nOf(formatNumber(row.told.n, language), formatNumber(row.told.of, language)),
            },
            {
              key: 'rate',
              heading: say.rate,
              align: 'end',
              cell: row => row.told && formatPercent(row.told.n, row.told.of, language),
            },
          ]}
        />
      )}
    </Section>
  )
}

type Report = Awaited<ReturnType<typeof askRelapse>>
const askRelapse = (area: string | undefined) => ask(readRelapse, { query: area === undefined ? {} : { area } })

const Tables = ({ report }: { readonly report: Report }) => {
  const say = useWords(words)
  const { language } = useLanguage()
  return (
    <>
      <RateTable
        title={say.byArea}
        rows={report.byArea}
        rowKey={row => row.areaCode}
        columns={[
          {
            key: 'area',
            heading: say.area,
            cell: row => (
              <TextLink href={addressOf('/relapse', { area: row.areaCode })}>{areaShortTitle(row, language)}</TextLink>
            ),
          },
        ]}
      />
      <RateTable
        title={say.byRemedy}
        note={say.perHousehold}
        rows={report.byRemedy}
        rowKey={row => `${row.kindCode} ${row.remedyId}`}
        columns={[
          {
            key: 'remedy',
            heading: say.remedy,
            cell: row => <b>{remedyById.get(row.remedyId)?.[language] ?? row.remedyId}</b>,
          },
          { key: 'kind', heading: say.kind, cell: row => `${row.kindCode} ${kindName(row.kindCode, language)}` },
        ]}
      />
      <RateTable
        title={say.byKind}
        rows={report.byKind}
        rowKey={row => row.kindCode}
        columns={[
          { key: 'kind', heading: say.kind, cell: row => `${row.kindCode} ${kindName(row.kindCode, language)}` },
        ]}
      />
    </>
  )
}

/** `/relapse`: how often what was solved came back, per kind, per remedy and per area. */
export const RelapseScreen = () => {
  const say = useWords(words)
  usePageTitle(say.title)
  const { language } = useLanguage()
  const { actor } = useSession()
  const { search } = useAddress()
  const { byCode } = useAreas()
  const area = search.area ?? actor.areaCode
  const query = useQuery({ queryKey: ['relapse', area], queryFn: () => askRelapse(area === '' ? undefined : area) })
  const above = [2, 4, 6]
    .filter(digits => digits >= Math.max(actor.areaCode.length, 2) && digits < area.length)
    .map(digits => area.slice(0, digits))
  return (
    <>
      <PageHeader
        title={say.title}
        description={say.description}
        crumbs={[
          ...above.map(code => ({
            label: areaTitle(byCode.get(code) ?? { areaCode: code, nameTh: code, nameEn: code }, language),
            href: addressOf('/relapse', { area: code }),
          })),
          { label: areaTitle(byCode.get(area) ?? { areaCode: area, nameTh: area, nameEn: area }, language) },
        ]}
        actions={
          <LinkButton icon="list" href={addressOf('/lists/reopened-problem', { area })}>
            {say.list}
          </LinkButton>
        }
      />
      <QueryView query={query}>
        {report => (
          <>
            <p className="act-muted">{say.asOf(formatInstant(report.asOf, { language }))}</p>
            {report.byKind.length === 0 ? (
              <EmptyState icon="check-circle" title={say.none}>
                {say.noneHint}
              </EmptyState>
            ) : (
              <>
                {report.total !== null && (
                  <FigureRow>
                    <FigureTile
                      label={say.all(areaTitle(report.area, language))}
                      n={report.total.n}
                      of={report.total.of}
                      unit={say.unit}
                      definition={say.means}
                      tone="warning"
                      href={addressOf('/lists/reopened-problem', { area })}
                    />
                  </FigureRow>
                )}
                <Tables report={report} />
              </>
            )}
          </>
        )}
      </QueryView>
    </>
  )
}
