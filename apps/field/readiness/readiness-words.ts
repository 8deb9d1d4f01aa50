import { defineWords } from '@thaiqm/ui/words.ts'

/** A line's heading, and a sentence for each thing that may be found: how it is, and what to do about it. */
export const readinessWords = defineWords({
  households: { th: 'ข้อมูลครัวเรือน', en: 'Households' },
  'households-ready': {
    th: (n: string, asOf: string) => `มีในเครื่อง ${n} ครัวเรือน ข้อมูล ณ ${asOf}`,
    en: (n, asOf) => `${n} households here, as of ${asOf}`,
  },
  'households-none': {
    th: 'ยังไม่มีข้อมูลครัวเรือนในเครื่อง โปรดเลือกหมู่บ้านและดาวน์โหลดก่อนออกเดินทาง',
    en: 'No households here yet. Choose villages and download them before you leave.',
  },
  'households-partly': {
    th: 'ดาวน์โหลดยังไม่ครบ โปรดเปิดแอปไว้ขณะมีสัญญาณจนครบ',
    en: 'Not all has been downloaded. Keep the app open while there is a signal.',
  },
  'households-old': {
    th: (n: string, asOf: string) => `มีในเครื่อง ${n} ครัวเรือน แต่เป็นข้อมูล ณ ${asOf} ควรปรับปรุงขณะมีสัญญาณ`,
    en: (n, asOf) => `${n} households, but as of ${asOf}. Refresh them while there is a signal.`,
  },
  lease: { th: 'การดูข้อมูลเมื่อไม่มีสัญญาณ', en: 'Seeing households without a signal' },
  'lease-ready': {
    th: (days: string) => `ดูข้อมูลครัวเรือนได้อีก ${days} วันโดยไม่ต้องติดต่อระบบ`,
    en: days => `${days} more days without contact.`,
  },
  'lease-short': {
    th: (days: string) => `ดูข้อมูลครัวเรือนได้อีกเพียง ${days} วัน โปรดเปิดแอปขณะมีสัญญาณก่อนออกเดินทาง บันทึกและส่งได้ตามปกติ`,
    en: days => `Only ${days} more days. Open the app with a signal before you leave; recording and sending go on.`,
  },
  'lease-over': {
    th: 'เกินกำหนดติดต่อระบบ จึงดูข้อมูลครัวเรือนไม่ได้ โปรดเปิดแอปขณะมีสัญญาณ',
    en: 'Too long without contact: households cannot be seen. Open the app with a signal.',
  },
  form: { th: 'แบบสำรวจ', en: 'Survey form' },
  'form-ready': { th: 'แบบสำรวจของรอบนี้อยู่ในเครื่องแล้ว', en: 'The form of this round is on this phone.' },
  'form-none': {
    th: 'ยังไม่มีแบบสำรวจของรอบนี้ในเครื่อง โปรดปรับรุ่นแอป หรือติดต่อเจ้าหน้าที่อำเภอ',
    en: 'No form of this round. Update the app, or ask the district.',
  },
  'form-not-stored': {
    th: 'แบบสำรวจยังเก็บลงเครื่องไม่ครบ โปรดรอจนรายการ “แอปในเครื่อง” พร้อม',
    en: 'The form is not all stored yet. Wait until the app is.',
  },
  app: { th: 'แอปในเครื่อง', en: 'The app itself' },
  'app-ready': { th: 'เปิดใช้งานได้แม้ไม่มีสัญญาณ', en: 'Opens without a signal.' },
  'app-storing': {
    th: 'กำลังเก็บแอปลงเครื่อง โปรดเปิดหน้านี้ไว้ขณะมีสัญญาณ แล้วตรวจอีกครั้ง',
    en: 'Being stored. Keep this page open while there is a signal, then check again.',
  },
  'app-impossible': {
    th: 'เบราว์เซอร์นี้เก็บแอปไว้ใช้เมื่อไม่มีสัญญาณไม่ได้ โปรดใช้ Chrome และเปิดด้วยที่อยู่ที่ขึ้นต้นด้วย https',
    en: 'This browser cannot keep the app. Use Chrome, and an address that begins with https.',
  },
  photos: { th: 'ภาพถ่ายเดิม', en: 'Earlier photographs' },
  'photos-ready': { th: (all: string) => `มีในเครื่องครบ ${all} ภาพ`, en: all => `All ${all} are here.` },
  'photos-none': { th: 'ครัวเรือนในเครื่องยังไม่มีภาพถ่ายเดิม', en: 'These households have no earlier photographs.' },
  'photos-off': {
    th: (all: string) => `ไม่เก็บไว้ในเครื่อง ดูภาพได้ขณะมีสัญญาณ (${all} ภาพ)`,
    en: all => `Not kept here; seen with a signal only (${all}).`,
  },
  'photos-partly': {
    th: (all: string, here: string) => `มีในเครื่อง ${here} จาก ${all} ภาพ ควรดาวน์โหลดขณะมีสัญญาณ`,
    en: (all, here) => `${here} of ${all} are here. Download the rest while there is a signal.`,
  },
  map: { th: 'แผนที่', en: 'Map' },
  'map-ready': {
    th: (n: string, of: string) => `มีพิกัด ${n} จาก ${of} ครัวเรือน ใช้แผนที่ได้โดยไม่ต้องมีสัญญาณ`,
    en: (n, of) => `${n} of ${of} households have a position; the map needs no signal.`,
  },
  'map-none': {
    th: 'ยังไม่มีพิกัดของครัวเรือน ให้ค้นจากบ้านเลขที่หรือชื่อแทน',
    en: 'No positions yet; find houses by number or name.',
  },
  unsent: { th: 'ข้อมูลที่ยังไม่ส่ง', en: 'Unsent work' },
  'unsent-ready': { th: 'ส่งครบแล้ว', en: 'Everything is sent.' },
  'unsent-waiting': {
    th: (n: string) => `รอส่ง ${n} รายการ จะส่งเองเมื่อมีสัญญาณ`,
    en: n => `${n} waiting; sent when there is a signal.`,
  },
  'unsent-old': {
    th: (n: string) => `รอส่ง ${n} รายการ บางรายการค้างเกิน 3 วัน โปรดส่งขณะมีสัญญาณ`,
    en: n => `${n} waiting, some for more than 3 days. Please send them while there is a signal.`,
  },
  write: { th: 'ทดสอบบันทึกลงเครื่อง', en: 'Test write' },
  'write-ready': { th: 'บันทึกและอ่านกลับได้ถูกต้อง', en: 'Written and read back correctly.' },
  'write-failed': {
    th: 'บันทึกลงเครื่องไม่สำเร็จ โปรดลบภาพหรือแอปที่ไม่ใช้ ปิดโหมดไม่ระบุตัวตน แล้วตรวจอีกครั้ง',
    en: 'Writing failed. Delete photos or apps, leave private mode, and check again.',
  },
  space: { th: 'พื้นที่ว่าง', en: 'Free space' },
  'space-ready': { th: (free: string) => `เหลือให้แอปใช้ ${free}`, en: free => `${free} left for the app.` },
  'space-little': {
    th: (free: string) => `เหลือเพียง ${free} ต้องมีอย่างน้อย 300 MB โปรดลบภาพหรือแอปที่ไม่ใช้`,
    en: free => `Only ${free} left; 300 MB are needed. Delete photos or apps.`,
  },
  'space-unknown': {
    th: 'เบราว์เซอร์ไม่แจ้งพื้นที่ว่าง โปรดดูในการตั้งค่าโทรศัพท์ให้มีอย่างน้อย 300 MB',
    en: 'The browser does not say. See the phone’s settings: 300 MB are needed.',
  },
  persisted: { th: 'การเก็บข้อมูลถาวร', en: 'Storage kept' },
  'persisted-ready': { th: 'โทรศัพท์จะไม่ลบข้อมูลของแอปนี้เอง', en: 'The phone will not clear this app by itself.' },
  'persisted-refused': {
    th: 'โทรศัพท์อาจลบข้อมูลของแอปเมื่อพื้นที่เต็ม โปรดติดตั้งแอปไว้ที่หน้าจอหลัก แล้วตรวจอีกครั้ง',
    en: 'The phone may clear the app when it is full. Install the app, then check again.',
  },
  'persisted-unknown': {
    th: 'เบราว์เซอร์นี้ไม่แจ้งว่าจะเก็บข้อมูลถาวรหรือไม่ โปรดส่งข้อมูลทุกวัน',
    en: 'This browser does not say. Please send your work every day.',
  },
  installed: { th: 'การติดตั้งแอป', en: 'Installed' },
  'installed-ready': { th: 'ติดตั้งที่หน้าจอหลักแล้ว', en: 'On the home screen.' },
  'installed-not-installed': {
    th: 'ยังเปิดในเบราว์เซอร์ โปรดเลือก “ติดตั้งแอป” หรือ “เพิ่มลงในหน้าจอหลัก” ในเมนูของเบราว์เซอร์ แล้วเปิดจากหน้าจอหลัก',
    en: 'Still in the browser. Choose “Install app” in its menu, then open it from the home screen.',
  },
  clock: { th: 'นาฬิกาของเครื่อง', en: 'Clock' },
  'clock-ready': { th: 'ตรงกับระบบ', en: 'Agrees with the server.' },
  'clock-wrong': {
    th: (minutes: string) => `คลาดจากระบบ ${minutes} นาที โปรดตั้งวันที่และเวลาอัตโนมัติในโทรศัพท์ ข้อมูลที่บันทึกไว้ไม่เสียหาย`,
    en: minutes => `${minutes} minutes off. Please set the phone’s time to automatic; nothing recorded is harmed.`,
  },
  'clock-unknown': { th: 'ตรวจไม่ได้เพราะไม่มีสัญญาณ', en: 'Could not be checked without a signal.' },
  version: { th: 'รุ่นของแอป', en: 'Version' },
  'version-ready': {
    th: (version: string) => `เป็นรุ่นล่าสุดที่เครื่องนี้ทราบ (${version})`,
    en: version => `The newest this phone knows of (${version}).`,
  },
  'version-old': { th: 'มีรุ่นใหม่พร้อมใช้ ควรปรับก่อนออกเดินทาง', en: 'A newer one is ready. Update before you leave.' },
})
