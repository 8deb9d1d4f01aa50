import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import { isPaused } from '@thaiqm/core/problem/pause-clock.ts'
import { isSolved } from '@thaiqm/core/problem/problem-state.ts'
import { solvingLaneNames } from '@thaiqm/core/problem/solving-lane.ts'
import { referralsOf } from '@thaiqm/core/referral/referral-of.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import type { Language } from '@thaiqm/ui/words.ts'
import { defineWords, speak } from '@thaiqm/ui/words.ts'
import { agencyName } from '../platform/names.ts'

const words = defineWords({
  lane: { th: 'ช่องทางแก้ไข', en: 'Lane' },
  lookAgain: { th: (day: string) => `ติดตามอีกครั้ง ${day}`, en: day => `look again ${day}` },
  answerBy: { th: (day: string) => `ตอบรับภายใน ${day}`, en: day => `answer by ${day}` },
  finishBy: { th: (day: string) => `แจ้งผลภายใน ${day}`, en: day => `result by ${day}` },
  letters: { th: 'หนังสือส่งต่อ', en: 'Referral letters' },
  letter: {
    th: (number: string, day: string) => `ที่ ${number} ลงวันที่ ${day}`,
    en: (number, day) => `${number} of ${day}`,
  },
  SENT: { th: 'รอตอบรับ', en: 'waiting' },
  ACCEPTED: { th: 'รับเรื่องแล้ว', en: 'accepted' },
  RETURNED: { th: 'ส่งคืน', en: 'returned' },
  DONE: { th: 'ดำเนินการแล้วเสร็จ', en: 'done' },
  LAPSED: { th: 'ไม่ตอบรับภายในกำหนด', en: 'silent past its day' },
  referral: { th: 'หน่วยงานหลัก', en: 'Lead agency' },
  contributor: { th: 'หน่วยงานร่วม', en: 'Contributing agencies' },
  pause: { th: 'หยุดนับเวลา', en: 'Pause' },
  asked: {
    th: (day: string) => `ขอหยุดถึง ${day} รอนายอำเภอพิจารณา`,
    en: day => `asked until ${day}, waiting for the chief`,
  },
  running: { th: (day: string) => `อนุมัติแล้ว ถึง ${day}`, en: day => `approved until ${day}` },
  revisit: { th: 'เยี่ยมซ้ำ', en: 'Re-visit' },
  revisitFrom: { th: (day: string) => `ตั้งแต่ ${day}`, en: day => `from ${day}` },
  revisited: { th: (day: string) => `ยังแก้ไขได้ดี (${day})`, en: day => `still solved (${day})` },
  callBack: { th: 'โทรสอบทาน', en: 'Call-back' },
  callBackDone: { th: 'ครัวเรือนยืนยันแล้ว', en: 'the household agrees' },
  callBackWaiting: { th: 'รอเจ้าหน้าที่ที่ไม่เกี่ยวข้องโทร', en: 'waiting for somebody who took no part' },
  excuse: { th: 'ปิดโดยไม่มีหลักฐานตามประเภท', en: 'Closed without its own evidence' },
})

type ProblemView = HouseholdView['problems'][number]

/** Who moves a problem on and what clocks run on it, each in a term and a line of words. */
export const solvingFacts = (
  problem: ProblemView,
  today: Day,
  language: Language,
): { readonly term: string; readonly value: string }[] => {
  const say = speak(words, language)
  const day = (of: Day) => formatDay(of, { language })
  const facts: { term: string; value: string }[] = []
  const { lane, referral, contributions, pause, callBack, revisit, revisitOn } = problem
  const referralText = (of: NonNullable<ProblemView['referral']>) =>
    [
      `${agencyName(of.agencyCode, language)} (${say[of.state]})`,
      of.state === 'SENT' && of.answerBy !== undefined ? say.answerBy(day(of.answerBy)) : '',
      of.state === 'ACCEPTED' ? say.finishBy(day(of.dueOn)) : '',
    ]
      .filter(Boolean)
      .join(' · ')
  if (lane !== undefined)
    facts.push({
      term: say.lane,
      value: [solvingLaneNames[lane.lane][language], lane.ownerName, say.lookAgain(day(lane.lookAgainOn))]
        .filter(Boolean)
        .join(' · '),
    })
  if (referral !== null) facts.push({ term: say.referral, value: referralText(referral) })
  if (contributions !== undefined && contributions.length > 0)
    facts.push({ term: say.contributor, value: contributions.map(referralText).join(', ') })
  const letters = referralsOf({ referral, contributions }).flatMap(({ letter }) => letter ?? [])
  if (letters.length > 0)
    facts.push({
      term: say.letters,
      value: letters.map(({ number, writtenOn }) => say.letter(number, day(writtenOn))).join(', '),
    })
  if (pause !== undefined && pause.approvedOn === null)
    facts.push({ term: say.pause, value: say.asked(day(pause.untilOn)) })
  if (pause !== undefined && isPaused(problem, today))
    facts.push({ term: say.pause, value: say.running(day(pause.untilOn)) })
  if (isSolved(problem.state)) {
    if (revisit !== undefined) facts.push({ term: say.revisit, value: say.revisited(day(revisit.on)) })
    else if (revisitOn !== undefined) facts.push({ term: say.revisit, value: say.revisitFrom(day(revisitOn)) })
    if (callBack !== undefined)
      facts.push({ term: say.callBack, value: callBack.answer === 'SOLVED' ? say.callBackDone : say.callBackWaiting })
    if (problem.withoutOwnEvidence !== undefined) facts.push({ term: say.excuse, value: problem.withoutOwnEvidence })
  }
  return facts
}
