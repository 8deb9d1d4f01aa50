import type { HouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'

const words = defineWords({
  ApprovePlan: { th: 'เมื่อบันทึกมติ ระบบจะอนุมัติแผนของครัวเรือนนี้', en: 'Recording this approves the household’s plan.' },
  ReturnPlan: {
    th: 'เมื่อบันทึกมติ ระบบจะส่งแผนกลับให้ทีมตำบลปรับปรุง พร้อมถ้อยคำของที่ประชุม',
    en: 'Recording this returns the plan to the tambon with the meeting’s words.',
  },
  CancelProblem: { th: 'เมื่อบันทึกมติ ระบบจะยกเลิกปัญหานี้', en: 'Recording this cancels the problem.' },
  DeclineCancellation: {
    th: 'เมื่อบันทึกมติ ระบบจะไม่ยกเลิกปัญหานี้ และให้ดำเนินการต่อ',
    en: 'Recording this turns the cancellation down: the work goes on.',
  },
  ApprovePause: { th: 'เมื่อบันทึกมติ ระบบจะหยุดนับเวลาของปัญหานี้', en: 'Recording this grants the pause.' },
  DeclinePause: { th: 'เมื่อบันทึกมติ ระบบจะนับเวลาของปัญหานี้ต่อไป', en: 'Recording this turns the pause down.' },
  DeclareUnresolvable: {
    th: 'เมื่อบันทึกมติ ระบบจะบันทึกว่าปัญหานี้แก้ไขไม่ได้/เกินอำนาจ โดยมีการดูแลต่อเนื่อง',
    en: 'Recording this declares the problem unresolvable, with continuing care.',
  },
  ReferProblem: {
    th: 'เมื่อบันทึกมติ ระบบจะส่งต่อปัญหานี้ให้หน่วยงานที่เลือก',
    en: 'Recording this refers the problem to the agency chosen.',
  },
  WithdrawNeed: {
    th: 'เมื่อบันทึกมติ ระบบจะยุติการเผยแพร่ความต้องการนี้ เพื่อให้ทบทวนและเผยแพร่ใหม่ได้',
    en: 'Recording this withdraws the published need, so that it can be thought over and published anew.',
  },
})

/** What recording the decision does to the household itself, said before it is done. */
export const DeedNotice = ({ type }: { readonly type: HouseholdCommand['type'] }) => {
  const say: Readonly<Record<string, unknown>> = useWords(words)
  const effect = say[type]
  return typeof effect === 'string' ? <Notice>{effect}</Notice> : null
}
