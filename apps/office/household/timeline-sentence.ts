import type { TimelineEntry } from '@thaiqm/contract/household/household-routes.ts'
import type { HouseholdEvent } from '@thaiqm/core/household/household-event.ts'
import { day } from '@thaiqm/core/ledger/day.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import type { Tone } from '@thaiqm/ui/badge.tsx'
import type { IconName } from '@thaiqm/ui/icons.tsx'
import type { Language } from '@thaiqm/ui/words.ts'
import {
  agencyName,
  cancelReasonName,
  kindName,
  missedReasonName,
  originName,
  sectorName,
  statusName,
  unresolvableReasonName,
  verdictName,
  visitOutcomeName,
} from '../platform/names.ts'

interface Look {
  readonly th: string
  readonly en: string
  readonly icon: IconName
  readonly tone: Tone
}

const look = (th: string, en: string, icon: IconName, tone: Tone = 'neutral'): Look => ({ th, en, icon, tone })

const looks: Readonly<Record<HouseholdEvent['type'], Look>> = {
  HouseholdRegistered: look('ขึ้นทะเบียนครัวเรือนในระบบ', 'Household recorded', 'house', 'info'),
  BaselineImportUndone: look('ยกเลิกการนำเข้า', 'Import undone', 'undo', 'warning'),
  HouseholdVisited: look('เยี่ยมครัวเรือน', 'Household visited', 'pin'),
  HouseholdStatusChanged: look('เปลี่ยนสถานะครัวเรือน', 'Household state changed', 'house', 'warning'),
  HouseholdMoved: look('ย้ายไปหมู่บ้านอื่น', 'Moved to another village', 'arrow-right'),
  HouseholdCorrected: look('แก้ไขข้อมูลครัวเรือน', 'Record corrected', 'edit'),
  MissedReasonGiven: look('ระบุเหตุที่ตกหล่น', 'Reason for being missed given', 'flag'),
  MembersRecorded: look('บันทึกรายชื่อสมาชิก', 'Members recorded', 'users'),
  SurveySubmitted: look('ส่งแบบสำรวจ', 'Form sent', 'send', 'info'),
  ConflictsFound: look('พบข้อมูลไม่ตรงกัน', 'Conflicts found', 'alert', 'warning'),
  ConflictsSettled: look('ตัดสินข้อมูลที่ไม่ตรงกันแล้ว', 'Conflicts settled', 'check', 'good'),
  AnswersSettled: look('ปรับคำตอบตามที่ตัดสิน', 'Answers written as decided', 'edit'),
  SurveyVerified: look('ตำบลตรวจแบบสำรวจแล้ว', 'Form verified by the tambon', 'check', 'good'),
  SurveyCertified: look('อำเภอรับรองข้อมูลแล้ว', 'Form certified by the district', 'shield', 'good'),
  SurveyReturned: look('ส่งแบบสำรวจกลับแก้ไข', 'Form returned', 'undo', 'warning'),
  ProblemImported: look('นำเข้าปัญหาจากฐานข้อมูลเดิม', 'Problem imported from the baseline', 'upload'),
  ProblemFound: look('พบปัญหา', 'Problem found', 'flag', 'warning'),
  ProblemConfirmed: look('ยืนยันว่ายังมีปัญหา', 'Problem confirmed', 'flag'),
  ProblemRechecked: look('ตรวจสอบปัญหาเดิม (Re-X-Ray)', 'Old problem re-checked', 'search', 'info'),
  ProblemReopened: look('เปิดปัญหาขึ้นใหม่', 'Problem reopened', 'undo', 'warning'),
  CausesAnalysed: look('วิเคราะห์สาเหตุ', 'Causes analysed', 'target'),
  ProblemReferred: look('ส่งต่อหน่วยงาน', 'Referred to an agency', 'share', 'info'),
  ReferralAccepted: look('หน่วยงานรับเรื่อง', 'Referral accepted', 'check', 'good'),
  ReferralReturned: look('หน่วยงานส่งเรื่องคืน', 'Referral returned', 'undo', 'warning'),
  WorkStarted: look('เริ่มดำเนินการแก้ไข', 'Work begun', 'clock'),
  AssistanceRecorded: look('ให้ความช่วยเหลือ', 'Help given', 'heart', 'good'),
  ProblemClosed: look('ตรวจรับว่าแก้ไขแล้ว', 'Verified as solved', 'check-circle', 'good'),
  ProblemSelfResolved: look('ครัวเรือนแก้ไขได้ด้วยตนเอง', 'Solved by the household itself', 'check-circle', 'good'),
  ProblemDeclaredUnresolvable: look('วินิจฉัยว่าเกินอำนาจหรือแก้ไขไม่ได้', 'Ruled unresolvable', 'alert', 'danger'),
  WorkResumed: look('นำปัญหากลับมาดำเนินการ', 'Work resumed', 'sync'),
  CancellationProposed: look('เสนอยกเลิกปัญหา', 'Cancellation proposed', 'trash', 'warning'),
  ProblemCancelled: look('ยกเลิกปัญหา', 'Problem cancelled', 'trash'),
  CancellationDeclined: look('ไม่อนุมัติให้ยกเลิก', 'Cancellation declined', 'close'),
  PlanProposed: look('เสนอแผนรายครัวเรือน', 'Plan proposed', 'document', 'info'),
  PlanApproved: look('อนุมัติแผนรายครัวเรือน', 'Plan approved', 'check', 'good'),
  PlanReturned: look('ส่งแผนกลับทบทวน', 'Plan returned', 'undo', 'warning'),
  PlanActionCompleted: look('ดำเนินกิจกรรมตามแผนแล้วเสร็จ', 'Plan action done', 'check', 'good'),
}

const unknownLook = look('บันทึกเหตุการณ์', 'Recorded', 'info')
const lookOf = (type: string): Look => (looks as Readonly<Record<string, Look>>)[type] ?? unknownLook

export const timelineLook = (type: string): { readonly icon: IconName; readonly tone: Tone } => {
  const { icon, tone } = lookOf(type)
  return { icon, tone }
}

type Write = (value: string, language: Language) => string

const asItIs: Write = value => value
const asDay: Write = (value, language) => {
  const read = day.safeParse(value)
  return read.success ? formatDay(read.data, { language }) : value
}

/** Details in the order they are told, each with its label (empty: it speaks for itself) and how it is written. */
const told: readonly { readonly key: string; readonly th: string; readonly en: string; readonly write: Write }[] = [
  { key: 'conflicts', th: 'จำนวนรายการ', en: 'Count', write: asItIs },
  { key: 'verdict', th: 'ผล', en: 'Result', write: (v, l) => `${v} ${verdictName(v, l)}` },
  { key: 'outcome', th: 'ผลการเยี่ยม', en: 'Outcome', write: visitOutcomeName },
  { key: 'status', th: 'สถานะ', en: 'State', write: statusName },
  { key: 'origin', th: 'ที่มา', en: 'Origin', write: originName },
  { key: 'missedReason', th: 'เหตุที่ตกหล่น', en: 'Why missed', write: (v, l) => `${v} ${missedReasonName(v, l)}` },
  { key: 'agencyCode', th: 'หน่วยงาน', en: 'Agency', write: agencyName },
  { key: 'sector', th: 'ภาคี', en: 'Sector', write: sectorName },
  { key: 'giverName', th: 'ผู้ให้', en: 'Giver', write: asItIs },
  { key: 'what', th: '', en: '', write: asItIs },
  { key: 'how', th: 'วิธี', en: 'How', write: asItIs },
  { key: 'reasonCode', th: 'เหตุผล', en: 'Reason', write: unresolvableReasonName },
  { key: 'reason', th: 'เหตุผล', en: 'Reason', write: (v, l) => cancelReasonName(v, l) },
  { key: 'cause', th: 'สาเหตุ', en: 'Cause', write: asItIs },
  { key: 'rootCause', th: 'สาเหตุ', en: 'Cause', write: asItIs },
  { key: 'continuingCare', th: 'การดูแลต่อเนื่อง', en: 'Continuing care', write: asItIs },
  { key: 'description', th: '', en: '', write: asItIs },
  { key: 'note', th: '', en: '', write: asItIs },
  { key: 'reply', th: 'คำตอบ', en: 'Reply', write: asItIs },
  { key: 'result', th: 'ผล', en: 'Result', write: asItIs },
  { key: 'goals', th: 'เป้าหมาย', en: 'Goals', write: asItIs },
  { key: 'dueOn', th: 'ครบกำหนด', en: 'Due', write: asDay },
]

/** A fact of the ledger as an officer would tell it: what happened, to which hardship, and the words of the fact. */
export const timelineSentence = (
  entry: Pick<TimelineEntry, 'type' | 'kindCode' | 'details'>,
  language: Language,
): { readonly title: string; readonly body: string } => {
  const kind = entry.kindCode === null ? '' : `${entry.kindCode} ${kindName(entry.kindCode, language)}`
  const lines = told.flatMap(({ key, write, ...label }) => {
    const value = entry.details[key]
    if (value === undefined || value === null || value === '') return []
    const written = write(String(value), language)
    return [label[language] === '' ? written : `${label[language]} ${written}`]
  })
  if (entry.details.late === true) lines.unshift(language === 'th' ? 'บันทึกหลังกำหนด' : 'Recorded late')
  const title = lookOf(entry.type)[language]
  return { title: kind === '' ? title : `${title}: ${kind}`, body: lines.join(' · ') }
}
