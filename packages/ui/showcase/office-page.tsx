import { useState } from 'react'
import { AppShell } from '../app-shell.tsx'
import { Badge, StatusDot } from '../badge.tsx'
import { Button, LinkButton } from '../button.tsx'
import { DataTable, type Sort } from '../data-table.tsx'
import { FigureRow, FigureTile } from '../figure-tile.tsx'
import { formatNumber, formatPercent } from '../format.ts'
import { defineWords, LanguageSwitch, useLanguage, useWords } from '../language.tsx'
import { Notice } from '../notice.tsx'
import { PageHeader, Section } from '../page-header.tsx'
import { Pagination } from '../pagination.tsx'
import { ProgressBar } from '../progress.tsx'

const words = defineWords({
  title: { th: 'ความก้าวหน้าการสำรวจ', en: 'Survey progress' },
  description: {
    th: 'รอบ Re-X-Ray ปี 2567 จังหวัดมุกดาหาร บันทึกให้แล้วเสร็จภายใน 31 มกราคม 2567',
    en: 'Re-X-Ray round 2567, Mukdahan. Recording is due by 31 January 2567',
  },
  home: { th: 'ภาพรวม', en: 'Overview' },
  survey: { th: 'การสำรวจ', en: 'Survey' },
  houses: { th: 'ครัวเรือน', en: 'Households' },
  meetings: { th: 'การประชุม', en: 'Meetings' },
  reports: { th: 'รายงาน', en: 'Reports' },
  settings: { th: 'ตั้งค่าระบบ', en: 'Settings' },
  work: { th: 'งานของฉัน', en: 'My work' },
  manage: { th: 'บริหารจัดการ', en: 'Management' },
  late: { th: 'เหลือเวลาอีก 9 วัน', en: '9 days left' },
  lateBody: { th: '2 อำเภอยังไม่ถึงเป้าหมายรายสัปดาห์', en: '2 districts are behind the weekly target' },
  surveyed: { th: 'สำรวจแล้ว', en: 'Surveyed' },
  missed: { th: 'ครัวเรือนตกหล่นที่พบ', en: 'Missed households found' },
  solved: { th: 'แก้ไขแล้วเสร็จ', en: 'Solved' },
  certified: { th: 'อำเภอรับรองแล้ว', en: 'Certified' },
  unit: { th: 'ครัวเรือน', en: 'households' },
  week: { th: 'จากสัปดาห์ก่อน', en: 'since last week' },
  asOf: { th: '22 ม.ค. 2567 เวลา 08.00 น.', en: '22 Jan 2567, 08.00' },
  definition: {
    th: 'ครัวเรือนที่มีแบบสำรวจส่งแล้วในรอบนี้ ไม่นับร่างที่ยังไม่ส่ง และไม่นับบ้านว่างหรือรื้อถอน',
    en: 'Households with a form sent in this round; drafts, vacant and demolished houses are not counted.',
  },
  byDistrict: { th: 'จำแนกรายอำเภอ', en: 'By district' },
  district: { th: 'อำเภอ', en: 'District' },
  target: { th: 'เป้าหมาย', en: 'Target' },
  done: { th: 'สำรวจแล้ว', en: 'Surveyed' },
  percent: { th: 'ร้อยละ', en: 'Percent' },
  state: { th: 'สถานะ', en: 'State' },
  chief: { th: 'ผู้รับผิดชอบ', en: 'Officer' },
  onTrack: { th: 'ตามแผน', en: 'On track' },
  behind: { th: 'ล่าช้า', en: 'Behind' },
  export: { th: 'ส่งออก Excel', en: 'Export' },
  print: { th: 'พิมพ์', en: 'Print' },
  record: { th: 'บันทึกครัวเรือน', en: 'Add household' },
  total: { th: 'รวมทั้งจังหวัด', en: 'Province' },
})

const districts = [
  { code: '4901', name: 'เมืองมุกดาหาร', target: 38412, done: 31207, chief: 'นายวีระ พงษ์ทอง' },
  { code: '4902', name: 'นิคมคำสร้อย', target: 12874, done: 12861, chief: 'นางสาวกมลวรรณ ศรีสุข' },
  { code: '4903', name: 'ดอนตาล', target: 12245, done: 9021, chief: 'นายเอกชัย มูลมั่ง' },
  { code: '4904', name: 'ดงหลวง', target: 10034, done: 5211, chief: 'นายสุรเดช ไชยเพชร' },
  { code: '4905', name: 'คำชะอี', target: 14120, done: 13377, chief: 'นางพิมพ์ใจ โคตรสุโพธิ์' },
  { code: '4906', name: 'หว้านใหญ่', target: 6083, done: 6083, chief: 'นายประยูร ผิวขำ' },
  { code: '4907', name: 'หนองสูง', target: 6510, done: 4, chief: 'นายเกรียงไกร แสนวิเศษ' },
]

/** A dashboard page as the office app would build it. */
export const OfficePage = () => {
  const { language } = useLanguage()
  const say = useWords(words)
  const [sort, setSort] = useState<Sort>({ by: 'name', direction: 'ascending' })
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(['4904']))
  const write = (value: number) => formatNumber(value, language)
  return (
    <AppShell
      brand={{ name: 'ThaiQM', tagline: 'ศจพ.จังหวัดมุกดาหาร', href: '#home' }}
      navigation={[
        {
          label: say.work,
          items: [
            { href: '#a', label: say.home, icon: 'home' },
            { href: '#b', label: say.survey, icon: 'clipboard', isCurrent: true },
            { href: '#c', label: say.houses, icon: 'house', count: '128' },
            { href: '#d', label: say.meetings, icon: 'users' },
            { href: '#e', label: say.reports, icon: 'chart' },
          ],
        },
        { label: say.manage, items: [{ href: '#f', label: say.settings, icon: 'settings' }] },
      ]}
      area={
        <Button icon="pin" iconAfter="chevron-down" kind="quiet">
          จังหวัดมุกดาหาร
        </Button>
      }
      tools={<LanguageSwitch />}
    >
      <PageHeader
        title={say.title}
        description={say.description}
        crumbs={[{ label: say.home, href: '#a' }, { label: say.survey }]}
        badges={
          <Badge tone="warning" icon="clock">
            {say.late}
          </Badge>
        }
        actions={
          <>
            <Button icon="printer">{say.print}</Button>
            <Button icon="download">{say.export}</Button>
            <LinkButton kind="primary" icon="plus" href="#new">
              {say.record}
            </LinkButton>
          </>
        }
      />
      <Notice tone="warning" title={say.late}>
        {say.lateBody}
      </Notice>
      <FigureRow>
        <FigureTile
          label={say.surveyed}
          n={77764}
          of={100278}
          definition={say.definition}
          targetPercent={85}
          change={{ by: 4210, since: say.week, isGood: true }}
          asOf={say.asOf}
          href="#list"
        />
        <FigureTile
          label={say.certified}
          n={41932}
          of={77764}
          tone="info"
          change={{ by: 1204, since: say.week }}
          asOf={say.asOf}
        />
        <FigureTile
          label={say.solved}
          n={1987}
          of={2803}
          tone="good"
          change={{ by: 96, since: say.week, isGood: true }}
          asOf={say.asOf}
        />
        <FigureTile
          label={say.missed}
          n={612}
          unit={say.unit}
          change={{ by: -12, since: say.week, isGood: false }}
          asOf={say.asOf}
        />
      </FigureRow>
      <Section
        title={say.byDistrict}
        actions={
          <Button size="small" icon="filter">
            ตัวกรอง
          </Button>
        }
      >
        <DataTable
          caption={say.byDistrict}
          rows={districts}
          rowKey={row => row.code}
          rowHref={row => `#${row.code}`}
          rowName={row => row.name}
          sort={sort}
          onSort={setSort}
          selected={selected}
          onSelect={setSelected}
          totals={{
            name: say.total,
            target: write(100278),
            done: write(77764),
            percent: formatPercent(77764, 100278, language),
          }}
          columns={[
            { key: 'name', heading: say.district, cell: row => row.name, isSortable: true },
            {
              key: 'target',
              heading: say.target,
              cell: row => write(row.target),
              align: 'end',
              isSortable: true,
              priority: 2,
            },
            { key: 'done', heading: say.done, cell: row => write(row.done), align: 'end', isSortable: true },
            {
              key: 'percent',
              heading: say.percent,
              cell: row => formatPercent(row.done, row.target, language),
              align: 'end',
            },
            {
              key: 'bar',
              heading: say.title,
              isHeadingHidden: true,
              cell: row => (
                <ProgressBar
                  isBare
                  label={row.name}
                  n={row.done}
                  of={row.target}
                  tone={row.done / row.target < 0.6 ? 'warning' : 'primary'}
                />
              ),
              priority: 3,
            },
            {
              key: 'state',
              heading: say.state,
              cell: row => (
                <StatusDot tone={row.done / row.target < 0.6 ? 'warning' : 'good'}>
                  {row.done / row.target < 0.6 ? say.behind : say.onTrack}
                </StatusDot>
              ),
            },
            { key: 'chief', heading: say.chief, cell: row => row.chief, priority: 3 },
          ]}
        />
      </Section>
      <Pagination page={3} pageSize={50} total={493} onPage={() => {}} />
    </AppShell>
  )
}
