import { meetingCommandNames } from '@thaiqm/contract/meeting/meeting-names.ts'
import type { HouseholdCommandType } from '@thaiqm/core/household/household-command.ts'
import type { LetterheadCommand } from '@thaiqm/core/letterhead/letterhead.ts'
import type { MeetingCommandType } from '@thaiqm/core/meeting/meeting-command.ts'
import type { OfferCommandType } from '@thaiqm/core/offer/offer-command.ts'
import type { OrganisationCommandType } from '@thaiqm/core/organisation/organisation-command.ts'
import type { PersonCommandType } from '@thaiqm/core/person/person-command.ts'
import type { RoundCommandType } from '@thaiqm/core/round/round-command.ts'
import type { Language } from '@thaiqm/ui/words.ts'

type CommandType =
  | HouseholdCommandType
  | LetterheadCommand['type']
  | RoundCommandType
  | PersonCommandType
  | OrganisationCommandType
  | OfferCommandType
  | MeetingCommandType

const names: Readonly<Record<CommandType, { readonly th: string; readonly en: string }>> = {
  ImportBaselineHousehold: { th: 'นำเข้าครัวเรือนเดิม', en: 'Import a baseline household' },
  UndoBaselineHousehold: { th: 'ยกเลิกการนำเข้าครัวเรือน', en: 'Undo an imported household' },
  RegisterHousehold: { th: 'เพิ่มครัวเรือน', en: 'Add a household' },
  RecordVisit: { th: 'บันทึกการเยี่ยม', en: 'Record a visit' },
  SubmitSurvey: { th: 'ส่งแบบสำรวจ', en: 'Send a form' },
  VerifySurvey: { th: 'ตรวจแบบสำรวจ', en: 'Verify a form' },
  CertifySurvey: { th: 'รับรองข้อมูล', en: 'Certify a form' },
  ReturnSurvey: { th: 'ส่งแบบกลับแก้ไข', en: 'Return a form' },
  RecheckProblem: { th: 'ตรวจสอบปัญหาเดิม', en: 'Re-check an old problem' },
  ReportProblem: { th: 'แจ้งปัญหา', en: 'Report a problem' },
  AnalyseCauses: { th: 'วิเคราะห์สาเหตุ', en: 'Analyse causes' },
  ReferProblem: { th: 'ส่งต่อหน่วยงาน', en: 'Refer to an agency' },
  AcceptReferral: { th: 'รับเรื่อง', en: 'Accept a referral' },
  ReturnReferral: { th: 'ส่งเรื่องคืน', en: 'Return a referral' },
  PublishNeed: { th: 'เผยแพร่ความต้องการ', en: 'Publish a need' },
  WithdrawNeed: { th: 'ยุติการเผยแพร่ความต้องการ', en: 'Withdraw a need' },
  CompleteReferral: { th: 'หน่วยงานดำเนินการแล้วเสร็จ', en: 'Complete a referral' },
  RecordReferralLetter: { th: 'บันทึกเลขที่หนังสือส่งต่อ', en: 'Record a letter’s number' },
  LapseReferral: { th: 'คืนเรื่องที่หน่วยงานไม่ตอบรับ', en: 'Take a silent referral back' },
  ChooseLane: { th: 'เลือกช่องทางแก้ไข', en: 'Choose a lane' },
  RecordFollowUp: { th: 'ติดตามความคืบหน้า', en: 'Follow up' },
  RequestPause: { th: 'ขอหยุดนับเวลา', en: 'Ask for a pause' },
  ApprovePause: { th: 'อนุมัติให้หยุดนับเวลา', en: 'Approve a pause' },
  DeclinePause: { th: 'ไม่อนุมัติให้หยุดนับเวลา', en: 'Turn down a pause' },
  DrawCallBack: { th: 'สุ่มโทรสอบทาน', en: 'Draw a call-back' },
  AnswerCallBack: { th: 'บันทึกผลโทรสอบทาน', en: 'Record a call-back' },
  RecordRevisit: { th: 'บันทึกผลเยี่ยมซ้ำ', en: 'Record a re-visit' },
  StartWork: { th: 'เริ่มดำเนินการ', en: 'Start work' },
  RecordAssistance: { th: 'บันทึกการช่วยเหลือ', en: 'Record help' },
  CloseProblem: { th: 'ตรวจรับผลการแก้ไข', en: 'Verify as solved' },
  MarkSelfResolved: { th: 'บันทึกว่าแก้ไขได้ด้วยตนเอง', en: 'Mark self-resolved' },
  DeclareUnresolvable: { th: 'วินิจฉัยว่าแก้ไขไม่ได้', en: 'Declare unresolvable' },
  ResumeWork: { th: 'นำกลับมาดำเนินการ', en: 'Resume work' },
  ProposeCancellation: { th: 'เสนอยกเลิกปัญหา', en: 'Propose a cancellation' },
  CancelProblem: { th: 'ยกเลิกปัญหา', en: 'Cancel a problem' },
  DeclineCancellation: { th: 'ไม่อนุมัติการยกเลิก', en: 'Decline a cancellation' },
  ReopenProblem: { th: 'เปิดปัญหาขึ้นใหม่', en: 'Reopen a problem' },
  ProposePlan: { th: 'เสนอแผน', en: 'Propose a plan' },
  ApprovePlan: { th: 'อนุมัติแผน', en: 'Approve a plan' },
  ReturnPlan: { th: 'ส่งแผนกลับทบทวน', en: 'Return a plan' },
  CompletePlanAction: { th: 'บันทึกกิจกรรมแล้วเสร็จ', en: 'Complete a plan action' },
  AnswerPlanAction: { th: 'ตอบกิจกรรมในแผน', en: 'Answer a plan action' },
  SettleConflict: { th: 'ตัดสินข้อมูลที่ไม่ตรงกัน', en: 'Settle conflicts' },
  CorrectAnswers: { th: 'แก้ไขคำตอบในแบบสำรวจ', en: 'Correct answers' },
  RecordDataRequest: { th: 'บันทึกคำขอเกี่ยวกับข้อมูลส่วนบุคคล', en: 'Record a data request' },
  AnswerDataRequest: { th: 'ตอบคำขอเกี่ยวกับข้อมูลส่วนบุคคล', en: 'Answer a data request' },
  RecordPhotoConsent: { th: 'บันทึกความยินยอมให้ผู้ช่วยเหลือเห็นภาพ', en: 'Record consent to show a photo' },
  WithdrawPhotoConsent: { th: 'ถอนความยินยอมให้ผู้ช่วยเหลือเห็นภาพ', en: 'Withdraw consent to show a photo' },
  CorrectHousehold: { th: 'แก้ไขข้อมูลครัวเรือน', en: 'Correct a household' },
  MoveHousehold: { th: 'ย้ายครัวเรือนไปหมู่บ้านอื่น', en: 'Move a household' },
  RecordDeath: { th: 'บันทึกการเสียชีวิต', en: 'Record a death' },
  TakeOverFrom: { th: 'รับโอนข้อมูลจากครัวเรือนที่ซ้ำ', en: 'Take over from a duplicate' },
  MergeHousehold: { th: 'รวมครัวเรือนที่ซ้ำกัน', en: 'Merge households' },
  UnmergeHousehold: { th: 'ยกเลิกการรวมครัวเรือน', en: 'Undo a merging' },
  GiveBackTo: { th: 'คืนข้อมูลให้ครัวเรือนที่เคยรวม', en: 'Give back to a household' },
  PlanRound: { th: 'กำหนดรอบสำรวจ', en: 'Plan a round' },
  ChangeRound: { th: 'แก้ไขรอบสำรวจ', en: 'Change a round' },
  OverrideDeadline: { th: 'ขยายกำหนดรายพื้นที่', en: 'Override a deadline' },
  RemoveOverride: { th: 'ยกเลิกกำหนดรายพื้นที่', en: 'Remove an override' },
  AddPerson: { th: 'เพิ่มผู้ใช้งาน', en: 'Add a person' },
  ChangePerson: { th: 'แก้ไขผู้ใช้งาน', en: 'Change a person' },
  DisablePerson: { th: 'ระงับบัญชี', en: 'Disable an account' },
  EnablePerson: { th: 'เปิดใช้บัญชี', en: 'Enable an account' },
  AddOffer: { th: 'เพิ่มข้อเสนอความช่วยเหลือ', en: 'Add an offer' },
  ChangeOffer: { th: 'แก้ไขข้อเสนอความช่วยเหลือ', en: 'Change an offer' },
  EndOffer: { th: 'สิ้นสุดข้อเสนอความช่วยเหลือ', en: 'End an offer' },
  TakeFromOffer: { th: 'จองจากข้อเสนอความช่วยเหลือ', en: 'Take from an offer' },
  ConfirmAllocation: { th: 'ยืนยันการจัดสรร', en: 'Confirm an allocation' },
  DeliverAllocation: { th: 'บันทึกการส่งมอบความช่วยเหลือ', en: 'Record a delivery' },
  ReleaseAllocation: { th: 'ยกเลิกการจัดสรร', en: 'Release an allocation' },
  AddOrganisation: { th: 'เพิ่มภาคี', en: 'Add a partner' },
  ChangeOrganisation: { th: 'แก้ไขภาคี', en: 'Change a partner' },
  KeepLetterhead: { th: 'บันทึกหัวหนังสือของหน่วยงาน', en: 'Keep the letterhead' },
  ...meetingCommandNames,
}

/** What a command does, in a few words; an unknown one by its own name. */
export const commandName = (type: string, language: Language): string =>
  (names as Readonly<Record<string, { readonly th: string; readonly en: string }>>)[type]?.[language] ?? type
