import { agencyByCode } from '@thaiqm/catalogue/catalogue.ts'
import { type Day, dayOf } from '@thaiqm/core/ledger/day.ts'
import { isPauseAsked, isPaused } from '@thaiqm/core/problem/pause-clock.ts'
import type { Problem, Referral } from '@thaiqm/core/problem/problem.ts'
import { isSolved } from '@thaiqm/core/problem/problem-state.ts'
import { solvingLaneNames } from '@thaiqm/core/problem/solving-lane.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import type { Language } from '@thaiqm/ui/words.ts'
import { defineWords, speak } from '@thaiqm/ui/words.ts'

const words = defineWords({
  lane: { th: 'ช่องทาง', en: 'Lane' },
  owner: { th: 'ผู้รับผิดชอบ', en: 'Owner' },
  lookAgain: { th: 'ติดตามอีกครั้ง', en: 'Look again' },
  passed: { th: (day: string) => `${day} (เลยกำหนดแล้ว)`, en: day => `${day} (has passed)` },
  lead: { th: 'หน่วยงานหลัก', en: 'Lead agency' },
  contributing: { th: 'หน่วยงานร่วม', en: 'Contributing' },
  SENT: { th: (since: string) => `รอตอบรับตั้งแต่ ${since}`, en: since => `waiting since ${since}` },
  answerBy: { th: (day: string) => `ตอบรับภายใน ${day}`, en: day => `answer by ${day}` },
  ACCEPTED: { th: (day: string) => `รับเรื่องแล้ว แจ้งผลภายใน ${day}`, en: day => `accepted, result by ${day}` },
  RETURNED: { th: 'ส่งคืนเรื่องแล้ว', en: 'returned' },
  DONE: { th: 'ดำเนินการแล้วเสร็จ', en: 'done' },
  LAPSED: { th: 'ไม่ตอบรับภายในกำหนด', en: 'silent past its day' },
  pause: { th: 'หยุดนับเวลา', en: 'Pause' },
  asked: { th: (day: string) => `ขอถึง ${day} รอนายอำเภอพิจารณา`, en: day => `asked until ${day}, not decided` },
  running: { th: (day: string) => `อนุมัติแล้ว ถึง ${day}`, en: day => `approved until ${day}` },
  revisit: { th: 'เยี่ยมซ้ำ', en: 'Re-visit' },
  revisitFrom: { th: (day: string) => `ตั้งแต่ ${day}`, en: day => `from ${day}` },
  revisited: { th: (day: string) => `ยังแก้ไขได้ดี (${day})`, en: day => `still solved (${day})` },
  excuse: { th: 'เหตุที่ไม่มีหลักฐาน', en: 'Why no evidence' },
})

export interface SolvingFact {
  readonly term: string
  readonly value: string
}

/** Who moves a hardship on and which clocks run on it, a term and a line of words each. */
export const solvingFacts = (problem: Problem, today: Day, language: Language): readonly SolvingFact[] => {
  const said = speak(words, language)
  const shown = (day: Day) => formatDay(day, { language })
  const { lane, referral, contributions = [], pause, revisit, revisitOn, withoutOwnEvidence } = problem
  const facts: SolvingFact[] = []
  const add = (term: string, value: string) => facts.push({ term, value })
  const referralText = ({ agencyCode, state, sentAt, answerBy, dueOn }: Referral): string => {
    const agency = agencyByCode.get(agencyCode)
    const name = agency === undefined ? agencyCode : language === 'th' ? agency.th : agency.en
    if (state === 'ACCEPTED') return `${name} · ${said.ACCEPTED(shown(dueOn))}`
    if (state !== 'SENT') return `${name} · ${said[state]}`
    const by = answerBy === undefined ? [] : [said.answerBy(shown(answerBy))]
    return [name, said.SENT(shown(dayOf(sentAt))), ...by].join(' · ')
  }
  if (lane !== undefined) {
    const day = shown(lane.lookAgainOn)
    add(said.lane, solvingLaneNames[lane.lane][language])
    if (lane.ownerName !== '') add(said.owner, lane.ownerName)
    if (!isSolved(problem.state)) add(said.lookAgain, lane.lookAgainOn < today ? said.passed(day) : day)
  }
  if (referral !== null) add(said.lead, referralText(referral))
  for (const one of contributions) add(said.contributing, referralText(one))
  if (pause !== undefined && isPauseAsked(problem)) add(said.pause, said.asked(shown(pause.untilOn)))
  if (pause !== undefined && isPaused(problem, today)) add(said.pause, said.running(shown(pause.untilOn)))
  if (isSolved(problem.state)) {
    if (revisit !== undefined) add(said.revisit, said.revisited(shown(revisit.on)))
    else if (revisitOn !== undefined) add(said.revisit, said.revisitFrom(shown(revisitOn)))
    if (withoutOwnEvidence !== undefined) add(said.excuse, withoutOwnEvidence)
  }
  return facts
}
