import { dataRequestAnswerNames, dataRequestKindNames } from '../data-request/data-request.ts'
import { day } from '../ledger/day.ts'
import type { ActionAnswer } from '../plan/plan.ts'
import { solvingLaneNames } from '../problem/solving-lane.ts'
import { formatDay } from '../thai/format-day.ts'
import type { HouseholdEvent } from './household-event.ts'
import { householdOriginNames, householdStatusNames } from './household-state-name.ts'

type Language = 'th' | 'en'
type NameOf = (code: string, language: Language) => string

/** Names of codes, from whoever holds the catalogue; a code it does not know stands for itself. */
export interface RecordNames {
  readonly kind: NameOf
  readonly cause: NameOf
  readonly agency: NameOf
  readonly sector: NameOf
  readonly dimension: NameOf
  readonly relation: NameOf
  readonly verdict: NameOf
  readonly visitOutcome: NameOf
  readonly missedReason: NameOf
  readonly cancelReason: NameOf
  readonly unresolvableReason: NameOf
}

/** A fact as a line of life carries it: its type, the hardship's kind, and the words of the fact itself. */
export interface ToldFact {
  readonly type: string
  readonly kindCode: string | null
  readonly details: Readonly<Record<string, string | number | boolean | null>>
}

interface Named {
  readonly th: string
  readonly en: string
}

const named = (th: string, en: string): Named => ({ th, en })

/** What each fact is called on a household's line of life. */
export const factNames: Readonly<Record<HouseholdEvent['type'], Named>> = {
  HouseholdRegistered: named('ขึ้นทะเบียนครัวเรือนในระบบ', 'Household recorded'),
  BaselineImportUndone: named('ยกเลิกการนำเข้า', 'Import undone'),
  HouseholdVisited: named('เยี่ยมครัวเรือน', 'Household visited'),
  HouseholdStatusChanged: named('เปลี่ยนสถานะครัวเรือน', 'Household state changed'),
  HouseholdMoved: named('ย้ายไปหมู่บ้านอื่น', 'Moved to another village'),
  HouseholdCorrected: named('แก้ไขข้อมูลครัวเรือน', 'Record corrected'),
  HouseholdTakenOver: named('รับโอนข้อมูลจากครัวเรือนที่บันทึกซ้ำ', 'Took over from a household recorded twice'),
  HouseholdMerged: named('รวมกับครัวเรือนอื่น', 'Merged into another household'),
  HouseholdUnmerged: named('ยกเลิกการรวมครัวเรือน', 'Merging undone'),
  HouseholdGivenBack: named('คืนข้อมูลให้ครัวเรือนที่เคยรวม', 'Gave back what was taken over'),
  MissedReasonGiven: named('ระบุเหตุที่ตกหล่น', 'Reason for being missed given'),
  MembersRecorded: named('บันทึกรายชื่อสมาชิก', 'Members recorded'),
  MemberDied: named('บันทึกการเสียชีวิตของสมาชิก', 'Death of a member recorded'),
  SurveySubmitted: named('ส่งแบบสำรวจ', 'Form sent'),
  ConflictsFound: named('พบข้อมูลไม่ตรงกัน', 'Conflicts found'),
  ConflictsSettled: named('ตัดสินข้อมูลที่ไม่ตรงกันแล้ว', 'Conflicts settled'),
  AnswersSettled: named('ปรับคำตอบตามที่ตัดสิน', 'Answers written as decided'),
  AnswersCorrected: named('แก้ไขคำตอบ', 'Answers corrected'),
  DataRequestRecorded: named('รับคำขอเกี่ยวกับข้อมูลส่วนบุคคล', 'Data request received'),
  DataRequestAnswered: named('ตอบคำขอเกี่ยวกับข้อมูลส่วนบุคคล', 'Data request answered'),
  SurveyVerified: named('ตำบลตรวจแบบสำรวจแล้ว', 'Form verified by the tambon'),
  SurveyCertified: named('อำเภอรับรองข้อมูลแล้ว', 'Form certified by the district'),
  SurveyReturned: named('ส่งแบบสำรวจกลับแก้ไข', 'Form returned'),
  ProblemImported: named('นำเข้าปัญหาจากฐานข้อมูลเดิม', 'Problem imported from the baseline'),
  ProblemFound: named('พบปัญหา', 'Problem found'),
  ProblemConfirmed: named('ยืนยันว่ายังมีปัญหา', 'Problem confirmed'),
  ProblemRechecked: named('ตรวจสอบปัญหาเดิม (Re-X-Ray)', 'Old problem re-checked'),
  ProblemReopened: named('เปิดปัญหาขึ้นใหม่', 'Problem reopened'),
  CausesAnalysed: named('วิเคราะห์สาเหตุ', 'Causes analysed'),
  ProblemReferred: named('ส่งต่อหน่วยงาน', 'Referred to an agency'),
  ReferralLetterRecorded: named('ออกหนังสือส่งต่อ', 'Referral letter written'),
  ReferralAccepted: named('หน่วยงานรับเรื่อง', 'Referral accepted'),
  ReferralReturned: named('หน่วยงานส่งเรื่องคืน', 'Referral returned'),
  NeedPublished: named('เผยแพร่ความต้องการให้ภาคีทราบ', 'Need published to partners'),
  NeedWithdrawn: named('ยุติการเผยแพร่ความต้องการ', 'Published need withdrawn'),
  ReferralCompleted: named('หน่วยงานดำเนินการแล้วเสร็จ', 'Agency’s part done'),
  ReferralLapsed: named('หน่วยงานไม่ตอบรับภายในกำหนด เรื่องคืนอำเภอ', 'Agency silent: back to the district'),
  LaneChosen: named('เลือกช่องทางแก้ไข', 'Lane chosen'),
  FollowedUp: named('ติดตามความคืบหน้า', 'Followed up'),
  PauseRequested: named('ขอหยุดนับเวลา', 'Pause asked for'),
  PauseApproved: named('อนุมัติให้หยุดนับเวลา', 'Pause approved'),
  PauseDeclined: named('ไม่อนุมัติให้หยุดนับเวลา', 'Pause turned down'),
  CallBackDrawn: named('สุ่มได้เพื่อโทรสอบทาน', 'Drawn for a call-back'),
  CallBackAnswered: named('โทรสอบทานครัวเรือน', 'Household called back'),
  RevisitRecorded: named('เยี่ยมซ้ำหลังแก้ไข', 'Re-visited'),
  WorkStarted: named('เริ่มดำเนินการแก้ไข', 'Work begun'),
  AssistanceRecorded: named('ให้ความช่วยเหลือ', 'Help given'),
  ProblemClosed: named('ตรวจรับว่าแก้ไขแล้ว', 'Verified as solved'),
  ProblemSelfResolved: named('ครัวเรือนแก้ไขได้ด้วยตนเอง', 'Solved by the household itself'),
  ProblemDeclaredUnresolvable: named('วินิจฉัยว่าเกินอำนาจหรือแก้ไขไม่ได้', 'Ruled unresolvable'),
  WorkResumed: named('นำปัญหากลับมาดำเนินการ', 'Work resumed'),
  CancellationProposed: named('เสนอยกเลิกปัญหา', 'Cancellation proposed'),
  ProblemCancelled: named('ยกเลิกปัญหา', 'Problem cancelled'),
  CancellationDeclined: named('ไม่อนุมัติให้ยกเลิก', 'Cancellation declined'),
  PlanProposed: named('เสนอแผนรายครัวเรือน', 'Plan proposed'),
  PlanApproved: named('อนุมัติแผนรายครัวเรือน', 'Plan approved'),
  PlanReturned: named('ส่งแผนกลับทบทวน', 'Plan returned'),
  PlanActionCompleted: named('ดำเนินกิจกรรมตามแผนแล้วเสร็จ', 'Plan action done'),
  PhotoConsentRecorded: named('บันทึกความยินยอมให้ผู้ช่วยเหลือเห็นภาพ', 'Consent to show a photo to helpers recorded'),
  PhotoConsentWithdrawn: named('ถอนความยินยอมให้ผู้ช่วยเหลือเห็นภาพ', 'Consent to show a photo withdrawn'),
  PlanActionAnswered: named('ผู้รับผิดชอบตอบกิจกรรมในแผน', 'Plan action answered'),
}

const referralPartNames = { CONTRIBUTING: named('เป็นหน่วยงานร่วม', 'as a contributing agency'), LEAD: named('', '') }
const callBackAnswerNames = {
  SOLVED: named('ครัวเรือนยืนยันว่าแก้ไขแล้ว', 'The household says it is solved'),
  NOT_SOLVED: named('ครัวเรือนแจ้งว่ายังไม่แก้ไข', 'The household says it is not solved'),
  NOT_REACHED: named('ติดต่อไม่ได้', 'Nobody was reached'),
}
const revisitResultNames = {
  STILL_SOLVED: named('ยังแก้ไขได้ดี', 'Still solved'),
  RECURRED: named('เกิดซ้ำ', 'It is back'),
}

const unknownFact = named('บันทึกเหตุการณ์', 'Recorded')

type Write = (value: string, language: Language, names: RecordNames) => string

const asItIs: Write = value => value
/** Words that were put down once in each language. */
const onlyIn =
  (one: Language): Write =>
  (value, language) =>
    language === one ? value : ''
const asDay: Write = (value, language) => {
  const read = day.safeParse(value)
  return read.success ? formatDay(read.data, { language }) : value
}
const byName =
  (pick: (names: RecordNames) => NameOf): Write =>
  (value, language, names) =>
    pick(names)(value, language)
const withCode =
  (pick: (names: RecordNames) => NameOf): Write =>
  (value, language, names) =>
    `${value} ${pick(names)(value, language)}`
const ofTable =
  (table: Readonly<Record<string, Named>>): Write =>
  (value, language) =>
    table[value]?.[language] ?? value

const actionAnswerNames: Readonly<Record<ActionAnswer, Named>> = {
  ACCEPTED: named('รับดำเนินการ', 'Accepted'),
  DONE: named('ดำเนินการแล้วเสร็จ', 'Done'),
  CANNOT: named('ดำเนินการไม่ได้', 'Cannot be done'),
}

/** Details in the order they are told, each with its label (empty: it speaks for itself) and how it is written. */
const told: readonly { readonly key: string; readonly th: string; readonly en: string; readonly write: Write }[] = [
  { key: 'changedTh', th: '', en: '', write: onlyIn('th') },
  { key: 'changedEn', th: '', en: '', write: onlyIn('en') },
  { key: 'request', th: '', en: '', write: ofTable(dataRequestKindNames) },
  { key: 'requestAnswer', th: '', en: '', write: ofTable(dataRequestAnswerNames) },
  { key: 'said', th: '', en: '', write: asItIs },
  { key: 'conflicts', th: 'จำนวนรายการ', en: 'Count', write: asItIs },
  { key: 'verdict', th: 'ผล', en: 'Result', write: withCode(names => names.verdict) },
  { key: 'outcome', th: 'ผลการเยี่ยม', en: 'Outcome', write: byName(names => names.visitOutcome) },
  { key: 'status', th: 'สถานะ', en: 'State', write: ofTable(householdStatusNames) },
  { key: 'origin', th: 'ที่มา', en: 'Origin', write: ofTable(householdOriginNames) },
  { key: 'missedReason', th: 'เหตุที่ตกหล่น', en: 'Why missed', write: withCode(names => names.missedReason) },
  { key: 'lane', th: 'ช่องทาง', en: 'Lane', write: ofTable(solvingLaneNames) },
  { key: 'owner', th: 'ผู้รับผิดชอบ', en: 'Owner', write: asItIs },
  { key: 'part', th: '', en: '', write: ofTable(referralPartNames) },
  { key: 'contributor', th: 'หน่วยงานร่วม', en: 'Contributing agency', write: byName(names => names.agency) },
  { key: 'answer', th: 'ผล', en: 'Result', write: ofTable(callBackAnswerNames) },
  { key: 'found', th: 'ผล', en: 'Found', write: ofTable(revisitResultNames) },
  { key: 'words', th: 'คำตอบของครัวเรือน', en: 'In its words', write: asItIs },
  {
    key: 'withoutOwnEvidence',
    th: 'ไม่มีหลักฐานตามประเภท เพราะ',
    en: 'Without the kind’s evidence, because',
    write: asItIs,
  },
  { key: 'agencyCode', th: 'หน่วยงาน', en: 'Agency', write: byName(names => names.agency) },
  { key: 'letterNumber', th: 'ที่', en: 'No.', write: asItIs },
  { key: 'writtenOn', th: 'ลงวันที่', en: 'of', write: asDay },
  { key: 'references', th: 'อ้างถึง', en: 'With reference to', write: asItIs },
  { key: 'sector', th: 'ภาคี', en: 'Sector', write: byName(names => names.sector) },
  { key: 'giverName', th: 'ผู้ให้', en: 'Giver', write: asItIs },
  { key: 'what', th: '', en: '', write: asItIs },
  { key: 'actionAnswer', th: 'คำตอบ', en: 'Answer', write: ofTable(actionAnswerNames) },
  { key: 'answeredBy', th: 'ผู้ตอบ', en: 'By', write: asItIs },
  { key: 'actionWords', th: '', en: '', write: asItIs },
  { key: 'consentedBy', th: 'ผู้ให้ความยินยอม', en: 'Consented', write: asItIs },
  { key: 'consentedOn', th: 'เมื่อวันที่', en: 'On', write: asDay },
  { key: 'how', th: 'วิธี', en: 'How', write: asItIs },
  { key: 'reasonCode', th: 'เหตุผล', en: 'Reason', write: byName(names => names.unresolvableReason) },
  { key: 'reason', th: 'เหตุผล', en: 'Reason', write: byName(names => names.cancelReason) },
  { key: 'cause', th: 'สาเหตุ', en: 'Cause', write: asItIs },
  { key: 'rootCause', th: 'สาเหตุ', en: 'Cause', write: asItIs },
  { key: 'continuingCare', th: 'การดูแลต่อเนื่อง', en: 'Continuing care', write: asItIs },
  { key: 'description', th: '', en: '', write: asItIs },
  { key: 'note', th: '', en: '', write: asItIs },
  { key: 'reply', th: 'คำตอบ', en: 'Reply', write: asItIs },
  { key: 'result', th: 'ผล', en: 'Result', write: asItIs },
  { key: 'goals', th: 'เป้าหมาย', en: 'Goals', write: asItIs },
  { key: 'answerBy', th: 'ตอบรับภายใน', en: 'Answer by', write: asDay },
  { key: 'untilOn', th: 'ถึงวันที่', en: 'Until', write: asDay },
  { key: 'lookAgainOn', th: 'ติดตามอีกครั้ง', en: 'Look again', write: asDay },
  { key: 'diedOn', th: 'วันที่เสียชีวิต', en: 'Died on', write: asDay },
  { key: 'members', th: 'จำนวนคน', en: 'People', write: asItIs },
  { key: 'problems', th: 'จำนวนปัญหา', en: 'Problems', write: asItIs },
  { key: 'dueOn', th: 'ครบกำหนด', en: 'Due', write: asDay },
]

/** A fact of the ledger as an officer would tell it: what happened, to which hardship, and the words of the fact. */
export const tellFact = (
  { type, kindCode, details }: ToldFact,
  names: RecordNames,
  language: Language,
): { readonly title: string; readonly body: string } => {
  const kind = kindCode === null ? '' : `${kindCode} ${names.kind(kindCode, language)}`
  const lines = told.flatMap(({ key, write, ...label }) => {
    const value = details[key]
    if (value === undefined || value === null || value === '') return []
    const written = write(String(value), language, names)
    if (written === '') return []
    return [label[language] === '' ? written : `${label[language]} ${written}`]
  })
  if (details.late === true) lines.unshift(language === 'th' ? 'บันทึกหลังกำหนด' : 'Recorded late')
  if (details.byLink === true)
    lines.push(language === 'th' ? 'ตอบผ่านลิงก์ ระบบไม่ได้ยืนยันตัวผู้ตอบ' : 'Answered by link; who answered was not identified')
  const title = ((factNames as Readonly<Record<string, Named>>)[type] ?? unknownFact)[language]
  return { title: kind === '' ? title : `${title}: ${kind}`, body: lines.join(' · ') }
}
