import type { AssignmentProposalReply } from '@thaiqm/contract/assignment/assignment-routes.ts'
import { dayOf } from '@thaiqm/core/ledger/day.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { FigureRow, FigureTile } from '@thaiqm/ui/figure-tile.tsx'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'

const words = defineWords({
  all: { th: 'เสนอให้ได้รับ', en: 'Proposed to be served' },
  crisis: { th: 'วิกฤต', en: 'Crisis' },
  urgent: { th: 'เร่งด่วน', en: 'Urgent' },
  ordinary: { th: 'ปกติ', en: 'Ordinary' },
  definition: {
    th: 'ความต้องการที่เผยแพร่และยังไม่ครบในพื้นที่ ซึ่งการเสนอนี้จัดข้อเสนอให้ได้ทั้งจำนวน',
    en: 'Published needs of the area that still want something and that this proposal serves whole.',
  },
  unit: { th: 'รายการ', en: 'needs' },
  proven: {
    th: 'พิสูจน์แล้วว่าไม่มีวิธีจัดสรรอื่นที่ช่วยผู้ที่เร่งด่วนกว่าได้มากกว่านี้ ภายใต้เงื่อนไขที่กำหนด',
    en: 'Proven: within what was decided, no other way serves more of the more urgent.',
  },
  open: {
    th: (proven: string, classes: string, served: string, atMost: string) =>
      `คำนวณครบเวลาที่กำหนด ได้วิธีที่ดีที่สุดที่พบ พิสูจน์แล้ว ${proven} จาก ${classes} ลำดับความเร่งด่วน ลำดับถัดไปจัดได้ ${served} รายการ อย่างมากอาจได้ ${atMost} รายการ หากต้องการผลที่แน่นอนกว่า โปรดเสนอทีละตำบล`,
    en: (proven, classes, served, atMost) =>
      `Time was up: this is the best found. ${proven} of ${classes} urgency classes are proven; of the next ${served} are served, at most ${atMost} could be. For a surer answer, propose tambon by tambon.`,
  },
  more: {
    th: 'พื้นที่นี้มีความต้องการมากกว่าที่เสนอได้ในครั้งเดียว แสดงเฉพาะที่เร่งด่วนที่สุด โปรดเสนอทีละตำบล',
    en: 'This area has more needs than one proposal takes; these are the most urgent. Please propose tambon by tambon.',
  },
})

/** How many are served of how many, by severity, and how far it is proven that it cannot be better. */
export const ProposalSummary = ({ proposal }: { readonly proposal: AssignmentProposalReply }) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const served = new Set(proposal.matches.map(match => match.problemId))
  const of = (severity: number | null) => {
    const those = proposal.needs.filter(need => severity === null || need.severity === severity)
    return { n: those.filter(need => served.has(need.problemId)).length, of: those.length }
  }
  const { open } = proposal
  const number = (n: number) => formatNumber(n, language)
  const severities = [
    { severity: 1, label: say.crisis, tone: 'danger' as const },
    { severity: 2, label: say.urgent, tone: 'warning' as const },
    { severity: 3, label: say.ordinary, tone: 'info' as const },
  ]
  return (
    <>
      <FigureRow>
        <FigureTile
          label={say.all}
          {...of(null)}
          unit={say.unit}
          definition={say.definition}
          asOf={formatDay(dayOf(proposal.asOf), { language })}
        />
        {severities.map(({ severity, label, tone }) => {
          const { n, of: all } = of(severity)
          return all === 0 ? null : (
            <FigureTile key={severity} label={label} n={n} of={all} unit={say.unit} tone={tone} />
          )
        })}
      </FigureRow>
      {proposal.hasMoreNeeds && <Notice tone="warning">{say.more}</Notice>}
      {open === null ? (
        <Notice tone="good">{say.proven}</Notice>
      ) : (
        <Notice tone="info">
          {say.open(number(proposal.provenClasses), number(proposal.classes), number(open.served), number(open.atMost))}
        </Notice>
      )}
    </>
  )
}
