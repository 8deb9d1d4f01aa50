import type { AnswerPlanActionRefusal } from '@thaiqm/core/plan/answer-plan-action.ts'
import type { CompletePlanActionRefusal, DecidePlanRefusal } from '@thaiqm/core/plan/decide-plan.ts'
import type { ProposePlanRefusal } from '@thaiqm/core/plan/propose-plan.ts'
import type { householdRefusals } from '../household/household-refusals.ts'
import type { needRefusals } from '../need/need-refusals.ts'
import type { problemRefusals } from '../problem/problem-refusals.ts'
import type { Sentences } from '../refusal/sentence.ts'

type PlanRefusal = ProposePlanRefusal | DecidePlanRefusal | CompletePlanActionRefusal | AnswerPlanActionRefusal

export const planRefusals: Sentences<
  Exclude<PlanRefusal, keyof typeof householdRefusals | keyof typeof problemRefusals | keyof typeof needRefusals>
> = {
  'plan-has-no-action': {
    th: 'แผนยังไม่มีกิจกรรม โปรดเลือกแนวทางช่วยเหลืออย่างน้อย 1 รายการ',
    en: 'The plan has no action yet. Please choose at least one remedy.',
  },
  'plan-already-approved': { th: 'แผนนี้อนุมัติแล้ว โปรดจัดทำแผนฉบับใหม่', en: 'This plan is approved. Please make a new one.' },
  'owner-missing': {
    th: 'กิจกรรม “{action}” ยังไม่มีผู้รับผิดชอบ โปรดเลือกหน่วยงานหรือภาคี',
    en: 'The action “{action}” has no owner yet. Please choose an agency or partner.',
  },
  'due-day-after-deadline': {
    th: 'วันที่ {day} เกินกำหนดแก้ไขของรอบ ({deadline}) โปรดกำหนดวันให้อยู่ในกำหนด',
    en: 'The day {day} is after the round’s deadline ({deadline}). Please choose an earlier day.',
  },
  'plan-unknown': { th: 'ไม่พบแผนนี้ โปรดปรับปรุงข้อมูลแล้วทำใหม่', en: 'No such plan. Please refresh and try again.' },
  'plan-not-waiting': { th: 'แผนนี้พิจารณาแล้ว', en: 'This plan has been decided already.' },
  'proposer-approves': { th: 'ผู้เสนอแผนอนุมัติแผนของตนเองไม่ได้', en: 'Whoever proposed a plan may not approve it.' },
  'plan-not-approved': { th: 'แผนนี้ยังไม่ได้รับอนุมัติ', en: 'This plan is not approved yet.' },
  'action-unknown': { th: 'ไม่พบกิจกรรมนี้ในแผน', en: 'No such action in the plan.' },
  'action-already-done': { th: 'กิจกรรมนี้บันทึกว่าแล้วเสร็จแล้ว', en: 'This action is already recorded as done.' },
  'answerer-missing': { th: 'โปรดระบุชื่อผู้ตอบ', en: 'Please give the name of who answers.' },
}
