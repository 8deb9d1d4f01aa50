import type { AgendaItemKind, ItemDecision, MeetingLevel, MeetingState } from '@thaiqm/core/meeting/meeting.ts'
import type { MeetingCommandType } from '@thaiqm/core/meeting/meeting-command.ts'

interface Name {
  readonly th: string
  readonly en: string
}

export const meetingCommandNames: Readonly<Record<MeetingCommandType, Name>> = {
  PlanMeeting: { th: 'กำหนดการประชุม', en: 'Plan a meeting' },
  ChangeMeeting: { th: 'แก้ไขการประชุม', en: 'Change a meeting' },
  SetAgenda: { th: 'จัดระเบียบวาระ', en: 'Set the agenda' },
  CallOffMeeting: { th: 'ยกเลิกการประชุม', en: 'Call off a meeting' },
  OpenMeeting: { th: 'เปิดการประชุม', en: 'Open a meeting' },
  RecordAttendance: { th: 'บันทึกผู้มาประชุม', en: 'Record attendance' },
  DecideItem: { th: 'บันทึกมติที่ประชุม', en: 'Record a decision' },
  CloseMeeting: { th: 'ปิดการประชุม', en: 'Close a meeting' },
}

export const meetingLevelNames: Readonly<Record<MeetingLevel, Name>> = {
  VILLAGE: { th: 'ประชาคมหมู่บ้าน', en: 'Village meeting' },
  TAMBON: { th: 'ประชุมทีมปฏิบัติการตำบล', en: 'Tambon meeting' },
  DISTRICT: { th: 'ประชุม ศจพ.อ.', en: 'District meeting' },
  PROVINCE: { th: 'ประชุม ศจพ.จ.', en: 'Provincial meeting' },
}

export const meetingStateNames: Readonly<Record<MeetingState, Name>> = {
  PLANNED: { th: 'กำหนดไว้', en: 'Planned' },
  OPEN: { th: 'กำลังประชุม', en: 'In session' },
  CLOSED: { th: 'ปิดแล้ว', en: 'Closed' },
  CALLED_OFF: { th: 'ยกเลิกแล้ว', en: 'Called off' },
}

/** The five parts of a Thai agenda, in order: the first is section 1. */
export const agendaSectionNames: readonly Name[] = [
  { th: 'เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ', en: 'Told by the chair' },
  { th: 'เรื่องรับรองรายงานการประชุม', en: 'Adoption of minutes' },
  { th: 'เรื่องสืบเนื่อง', en: 'Matters arising' },
  { th: 'เรื่องเสนอให้ที่ประชุมพิจารณา', en: 'Matters to be considered' },
  { th: 'เรื่องอื่น ๆ', en: 'Other business' },
]

export const agendaItemKindNames: Readonly<Record<AgendaItemKind, Name>> = {
  'plan-approval': { th: 'พิจารณาอนุมัติแผนครัวเรือน', en: 'Plan to approve' },
  cancellation: { th: 'พิจารณาข้อเสนอยกเลิกปัญหา', en: 'Proposed cancellation' },
  unresolvable: { th: 'พิจารณาปัญหาเกินอำนาจ', en: 'Beyond our power' },
  pause: { th: 'พิจารณาคำขอหยุดนับเวลา', en: 'Pause requested' },
  'returned-referral': { th: 'เรื่องที่หน่วยงานส่งคืน', en: 'Referral returned' },
  overdue: { th: 'ปัญหาเกินกำหนด', en: 'Overdue problem' },
  'unmet-need': { th: 'ความต้องการที่ยังไม่มีภาคีรับ', en: 'Need nobody has taken up' },
  'need-priority': { th: 'จัดลำดับความต้องการ', en: 'Need to rank' },
  free: { th: 'เรื่องทั่วไป', en: 'Other matter' },
}

export const itemDecisionNames: Readonly<Record<ItemDecision, Name>> = {
  APPROVED: { th: 'เห็นชอบ', en: 'Approved' },
  RETURNED: { th: 'ส่งกลับทบทวน', en: 'Returned' },
  DEFERRED: { th: 'เลื่อนการพิจารณา', en: 'Deferred' },
  ASSIGNED: { th: 'มอบหมายดำเนินการ', en: 'Assigned' },
  NOTED: { th: 'รับทราบ', en: 'Noted' },
}
