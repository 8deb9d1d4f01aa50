import type { MeetingRefusal } from '@thaiqm/core/meeting/meeting-command.ts'
import type { householdRefusals } from '../household/household-refusals.ts'
import type { Sentences } from '../refusal/sentence.ts'

export const meetingRefusals: Sentences<Exclude<MeetingRefusal, keyof typeof householdRefusals>> = {
  'meeting-already-known': {
    th: 'มีการประชุมนี้อยู่แล้ว โปรดเปิดจากรายการประชุม',
    en: 'This meeting exists already. Please open it from the list.',
  },
  'meeting-unknown': { th: 'ไม่พบการประชุมนี้ โปรดปรับปรุงข้อมูล', en: 'No such meeting. Please refresh.' },
  'meeting-closed': {
    th: 'ปิดการประชุมแล้ว รายงานการประชุมแก้ไขไม่ได้ หากมติเปลี่ยนแปลง โปรดเสนอในการประชุมครั้งต่อไป',
    en: 'The meeting is closed and its minutes are locked. Please bring a change before the next meeting.',
  },
  'meeting-called-off': {
    th: 'การประชุมนี้ยกเลิกแล้ว หากได้ประชุมจริง โปรดเปิดการประชุมก่อน หากไม่ได้ประชุม โปรดกำหนดการประชุมใหม่ และดึงเรื่องที่รอพิจารณาเข้าวาระอีกครั้ง',
    en: 'This meeting was called off. If it was held after all, please open it first; if not, plan another one and draw what waits onto its agenda.',
  },
  'meeting-held': {
    th: 'เปิดการประชุมแล้ว จึงยกเลิกไม่ได้ โปรดเลื่อนการพิจารณาเรื่องที่เหลือ แล้วปิดการประชุม',
    en: 'The meeting has been opened and cannot be called off. Please defer what is left and close it.',
  },
  'meeting-not-open': {
    th: 'ยังไม่ได้เปิดการประชุม โปรดกด “เปิดการประชุม” ก่อนบันทึกมติ',
    en: 'The meeting is not open. Please open it before recording decisions.',
  },
  'meeting-area-fixed': {
    th: 'เปลี่ยนระดับหรือพื้นที่ของการประชุมไม่ได้ โปรดกำหนดการประชุมใหม่',
    en: 'The level and area of a meeting may not change. Please plan another meeting.',
  },
  'level-differs-from-area': {
    th: 'ระดับการประชุมไม่ตรงกับพื้นที่ โปรดเลือกพื้นที่ใหม่',
    en: 'The level does not fit the area. Please choose the area again.',
  },
  'item-outside-area': {
    th: 'มีวาระของครัวเรือนนอกพื้นที่การประชุม โปรดนำออก',
    en: 'An item is about a household outside the area of the meeting. Please take it out.',
  },
  'item-twice': { th: 'มีวาระซ้ำกัน โปรดนำออกหนึ่งรายการ', en: 'One item is there twice. Please take one out.' },
  'item-unknown': {
    th: 'ไม่พบวาระนี้ในการประชุม โปรดปรับปรุงข้อมูล',
    en: 'No such item on the agenda. Please refresh.',
  },
  'restricted-in-open-meeting': {
    th: 'เรื่องที่จำกัดการเข้าถึงนำเข้าที่ประชุมนี้ไม่ได้ โปรดเสนอนายอำเภอโดยตรง',
    en: 'A restricted hardship may not come before this meeting. Please take it to the district chief directly.',
  },
  'agenda-changed': {
    th: 'มีผู้แก้ไขระเบียบวาระแล้ว โปรดปรับปรุงข้อมูลแล้วจัดวาระใหม่',
    en: 'Somebody has changed the agenda meanwhile. Please refresh and set it again.',
  },
  'decided-item-changed': {
    th: 'วาระที่มีมติแล้ว นำออกหรือแก้ไขไม่ได้',
    en: 'An item that is decided stays on the agenda as it is.',
  },
  'item-decided-already': {
    th: 'วาระนี้มีผู้บันทึกมติแล้ว โปรดปรับปรุงข้อมูลและตรวจมติก่อนแก้ไข',
    en: 'Somebody has recorded a decision on this item. Please refresh and look before changing it.',
  },
  'attendee-changed': {
    th: 'มีผู้แก้ไขหรือนำชื่อนี้ออกแล้ว โปรดปรับปรุงข้อมูลและตรวจดูก่อนแก้ไขอีกครั้ง',
    en: 'Somebody has changed this entry or taken it out. Please refresh and look before changing it again.',
  },
  'words-missing': {
    th: 'โปรดบันทึกเหตุผลหรือถ้อยคำของที่ประชุม',
    en: 'Please write down the reason or the words of the meeting.',
  },
  'assignee-missing': { th: 'โปรดระบุผู้ที่ได้รับมอบหมาย', en: 'Please say who is to do it.' },
  'chair-missing': { th: 'โปรดระบุประธานการประชุมก่อนปิดการประชุม', en: 'Please name the chair before closing.' },
  'attendance-missing': {
    th: 'โปรดบันทึกผู้มาประชุมอย่างน้อย 1 คนก่อนปิดการประชุม',
    en: 'Please record at least one person who came before closing.',
  },
  'items-undecided': {
    th: 'ยังมีวาระที่ไม่มีมติ {count} เรื่อง โปรดบันทึกมติหรือเลื่อนการพิจารณาให้ครบ',
    en: '{count} items have no decision yet. Please decide or defer each.',
  },
}
