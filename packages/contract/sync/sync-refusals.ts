import type { Sentences } from '../refusal/sentence.ts'

type SyncRefusal =
  | 'epoch-changed'
  | 'sequence-gap'
  | 'sequence-broken'
  | 'device-cloned'
  | 'account-disabled'
  | 'damaged-on-the-way'
  | 'sealed-not-opened'
  | 'unsent-file-unknown'
  | 'draft-not-yours'

/** What sending may meet; the first four a device puts right by itself, the rest keep work until a person has looked. */
export const syncRefusals: Sentences<SyncRefusal> = {
  'epoch-changed': {
    th: 'ระบบกู้คืนข้อมูลจากชุดสำรอง แอปจะส่งรายการที่ยังไม่ถึงให้อีกครั้งโดยอัตโนมัติ',
    en: 'The server was restored from a backup. The app sends what is missing again by itself.',
  },
  'sequence-gap': {
    th: 'มีรายการก่อนหน้าที่ยังไม่ถึงระบบ แอปจะส่งตั้งแต่รายการที่ {expected} ให้อีกครั้งโดยอัตโนมัติ',
    en: 'Earlier items have not arrived. The app sends again from item {expected} by itself.',
  },
  'sequence-broken': {
    th: 'ลำดับรายการที่ส่งไม่ต่อเนื่อง แอปจะจัดลำดับและส่งใหม่โดยอัตโนมัติ',
    en: 'The items are not in sequence. The app orders and sends them again by itself.',
  },
  'device-cloned': {
    th: 'พบเครื่องอื่นที่ใช้รหัสเครื่องเดียวกัน แอปจะออกรหัสเครื่องใหม่และส่งต่อโดยอัตโนมัติ',
    en: 'Another phone works under the same device id. The app takes a new one and goes on by itself.',
  },
  'account-disabled': {
    th: 'บัญชีผู้บันทึกถูกระงับ ระบบเก็บรายการไว้แล้ว ผู้รับผิดชอบพื้นที่จะพิจารณารับช่วงต่อ',
    en: 'The account is disabled. The item is kept; whoever is responsible for the area will look at it.',
  },
  'damaged-on-the-way': {
    th: 'ข้อมูลที่ได้รับไม่ตรงกับต้นฉบับในเครื่อง ระบบเก็บไว้ให้เจ้าหน้าที่ตรวจสอบ โปรดเก็บเครื่องไว้และแจ้งอำเภอ',
    en: 'What arrived differs from what the phone holds. It is kept; please keep the phone and tell the district.',
  },
  'sealed-not-opened': {
    th: 'ระบบเปิดรายการที่เข้ารหัสไว้ไม่ได้ จึงเก็บไว้ตามที่ได้รับ โปรดเก็บเครื่องไว้และแจ้งผู้ดูแลระบบ',
    en: 'The sealed item could not be opened and is kept as it came. Please keep the phone and tell the administrator.',
  },
  'unsent-file-unknown': {
    th: 'ไฟล์นี้ไม่ได้มาจากเครื่องที่ขึ้นทะเบียนกับระบบนี้ โปรดตรวจว่าเลือกไฟล์ถูกต้อง',
    en: 'This file does not come from a phone this server knows. Please check that it is the right file.',
  },
  'draft-not-yours': {
    th: 'ร่างนี้ส่งต่อให้ผู้อื่นแล้ว หรืออยู่นอกพื้นที่ของท่าน ร่างในเครื่องยังเก็บไว้',
    en: 'This draft was handed over to somebody else, or lies outside your area. The copy on the phone stays.',
  },
}
