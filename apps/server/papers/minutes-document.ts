import { sectors } from '@thaiqm/catalogue/catalogue.ts'
import { catalogueNames } from '@thaiqm/catalogue/catalogue-names.ts'
import type { MinutesInput, MinutesItem, MinutesPerson } from '@thaiqm/core/papers/minutes.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { AlignmentType, type FileChild, Paragraph, TabStopType } from 'docx'
import type { PaperSection } from './official-document.ts'
import { bodyText, emptyLine, heading, line, MIDDLE, mm, run } from './official-parts.ts'

const centred = (text: string, bold = false) => line(text, { alignment: AlignmentType.CENTER, bold })

/** `1. นาย…   ตำแหน่ง   ประธาน`, in three columns. */
const attendant = ({ name, position, part }: MinutesPerson, index: number): Paragraph =>
  new Paragraph({
    children: [run(`${index + 1}.`), run('\t'), run(name), run('\t'), run(position), run('\t'), run(part)],
    tabStops: [10, 65, 128].map(at => ({ type: TabStopType.LEFT, position: mm(at) })),
    indent: { left: mm(10), hanging: mm(10) },
  })

const present = ({ present: groups }: MinutesInput): readonly FileChild[] => {
  const order = sectors.map(sector => sector.code as string)
  const sorted = [...groups]
    .filter(group => group.people.length > 0)
    .sort((a, b) => order.indexOf(a.sector) - order.indexOf(b.sector))
  let before = 0
  return sorted.flatMap(({ sector, people }) => {
    const first = before
    before += people.length
    return [
      line(`${catalogueNames.sector(sector, 'th')} (${people.length} คน)`, { before: 4, keepNext: true }),
      ...people.map((person, index) => attendant(person, first + index)),
    ]
  })
}

const at = (time: string | null): string => `${time ?? '....................'} น.`

const resolution = (text: string): Paragraph => bodyText([run('มติที่ประชุม', { bold: true }), run(`  ${text}`)])

const itemPart = ({ title, matters }: MinutesItem, index: number): readonly FileChild[] => [
  heading(`ระเบียบวาระที่ ${index + 1}  ${title}`),
  ...(matters.length === 0 ? [bodyText('ไม่มี', 0)] : []),
  ...matters.flatMap((matter, n) => [
    line(`${index + 1}.${n + 1}  ${matter.title}`, { left: mm(10), before: 4, keepNext: true }),
    ...matter.told.map(told => bodyText(told, 2)),
    ...(matter.resolution === '' ? [] : [resolution(matter.resolution)]),
  ]),
]

const signer = (label: string, who: MinutesInput['writtenBy']): readonly Paragraph[] => {
  const put = (text: string, before = 0) =>
    line(text, { alignment: AlignmentType.CENTER, left: MIDDLE, before, keepNext: true })
  return [
    put('', 6),
    put(`(ลงชื่อ) ........................................`),
    put(`(${who?.name ?? '........................................'})`),
    ...(who === null || who.position === '' ? [] : [put(who.position)]),
    put(label),
  ]
}

/** รายงานการประชุม in the form of the regulation on correspondence (แบบที่ ๑๑). */
export const minutesPaper = (minutes: MinutesInput): readonly PaperSection[] => [
  {
    isSecret: minutes.isSecret,
    children: [
      centred(`รายงานการประชุม${minutes.meetingName}`, true),
      centred(`ครั้งที่ ${minutes.number === 0 ? '......' : minutes.number}/${minutes.yearBe}`, true),
      centred(`เมื่อวันที่ ${formatDay(minutes.on, { style: 'long' })}`, true),
      centred(`ณ ${minutes.place.trim() === '' ? '........................................' : minutes.place}`, true),
      centred('........................................'),
      heading('ผู้มาประชุม'),
      ...present(minutes),
      ...(minutes.absent.length === 0 ? [] : [heading('ผู้ไม่มาประชุม'), ...minutes.absent.map(attendant)]),
      line([run('เริ่มประชุมเวลา', { bold: true }), run(`  ${at(minutes.beganAt)}`)], { before: 10 }),
      ...minutes.items.flatMap(itemPart),
      // Signatures never stand alone on a page: the line before goes with them.
      line([run('เลิกประชุมเวลา', { bold: true }), run(`  ${at(minutes.endedAt)}`)], { before: 10, keepNext: true }),
      ...signer('ผู้จดรายงานการประชุม', minutes.writtenBy),
      ...signer('ผู้ตรวจรายงานการประชุม', minutes.checkedBy),
      emptyLine(),
    ],
  },
]
