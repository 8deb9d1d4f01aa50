import type { Actor } from '@thaiqm/core/access/actor.ts'
import { readsReferredOnly } from '@thaiqm/core/access/actor.ts'
import { hasAbility, mayCommand } from '@thaiqm/core/access/permission.ts'
import { levelOf } from '@thaiqm/core/duty/escalation.ts'
import type { IconName } from '@thaiqm/ui/icons.tsx'

export type NavigationGroup = 'work' | 'help' | 'manage'

export interface NavigationEntry {
  readonly path: string
  readonly th: string
  readonly en: string
  readonly icon: IconName
  readonly group: NavigationGroup
  readonly isFor: (actor: Actor, isPractice: boolean) => boolean
  /** Which number of waiting work stands beside it. */
  readonly waiting?: readonly string[]
}

/** Every page of the menu, in its order, and who sees it. A page's own rights are judged again where it is. */
export const navigationEntries: readonly NavigationEntry[] = [
  {
    path: '/',
    th: 'สถานะการดำเนินงาน',
    en: 'Where we stand',
    icon: 'chart',
    group: 'work',
    isFor: actor => hasAbility(actor, 'read-figures'),
  },
  {
    path: '/today',
    th: 'งานวันนี้',
    en: 'Today',
    icon: 'clock',
    group: 'work',
    isFor: actor => levelOf(actor.role) !== undefined || readsReferredOnly(actor),
  },
  {
    path: '/referrals',
    th: 'เรื่องที่ส่งมาถึง',
    en: 'Referred to us',
    icon: 'inbox',
    group: 'work',
    isFor: readsReferredOnly,
  },
  {
    path: '/households',
    th: 'ครัวเรือน',
    en: 'Households',
    icon: 'house',
    group: 'work',
    isFor: actor => hasAbility(actor, 'read-households') && hasAbility(actor, 'read-figures'),
  },
  {
    path: '/reviews',
    th: 'ตรวจและรับรองแบบ',
    en: 'Form review',
    icon: 'clipboard',
    group: 'work',
    isFor: actor => mayCommand(actor, 'VerifySurvey') || mayCommand(actor, 'CertifySurvey'),
    waiting: ['survey-awaiting-verification', 'survey-awaiting-certification'],
  },
  {
    path: '/meetings',
    th: 'การประชุม',
    en: 'Meetings',
    icon: 'users',
    group: 'work',
    isFor: actor => hasAbility(actor, 'read-figures'),
  },
  {
    path: '/papers',
    th: 'เอกสารราชการ',
    en: 'Official papers',
    icon: 'document',
    group: 'work',
    isFor: actor => hasAbility(actor, 'read-figures'),
  },
  {
    path: '/relapse',
    th: 'อัตราการเกิดปัญหาซ้ำ',
    en: 'Relapse rate',
    icon: 'history',
    group: 'work',
    // A village is too small to be told of.
    isFor: actor => hasAbility(actor, 'read-figures') && actor.areaCode.length <= 6,
  },
  {
    path: '/parked',
    th: 'รายการรอพิจารณา',
    en: 'Parked commands',
    icon: 'pause',
    group: 'work',
    isFor: actor => hasAbility(actor, 'read-parked'),
  },
  {
    path: '/needs',
    th: 'ความต้องการที่เผยแพร่',
    en: 'Published needs',
    icon: 'flag',
    group: 'help',
    isFor: actor => hasAbility(actor, 'read-needs'),
  },
  {
    path: '/offers',
    th: 'ข้อเสนอความช่วยเหลือ',
    en: 'Offers of help',
    icon: 'heart',
    group: 'help',
    isFor: actor => hasAbility(actor, 'read-offers'),
  },
  {
    path: '/assignment',
    th: 'จัดสรรความช่วยเหลือ',
    en: 'Share out help',
    icon: 'share',
    group: 'help',
    isFor: actor => hasAbility(actor, 'propose-assignment'),
  },
  {
    path: '/partners',
    th: '7 ภาคีเครือข่าย',
    en: 'The seven partners',
    icon: 'building',
    group: 'help',
    isFor: actor => hasAbility(actor, 'read-figures'),
  },
  {
    path: '/devices',
    th: 'เครื่องในสนาม',
    en: 'Phones in the field',
    icon: 'mobile',
    group: 'manage',
    isFor: actor => hasAbility(actor, 'read-parked'),
  },
  {
    path: '/imports',
    th: 'นำเข้าข้อมูลรอบก่อน',
    en: 'Import the last round',
    icon: 'upload',
    group: 'manage',
    isFor: actor => hasAbility(actor, 'import-baseline'),
  },
  {
    path: '/rounds',
    th: 'รอบสำรวจและกำหนดเวลา',
    en: 'Rounds and deadlines',
    icon: 'calendar',
    group: 'manage',
    isFor: actor => hasAbility(actor, 'read-figures'),
  },
  {
    path: '/letterhead',
    th: 'หัวหนังสือของหน่วยงาน',
    en: 'Letterhead',
    icon: 'document',
    group: 'manage',
    isFor: actor => hasAbility(actor, 'keep-letterhead'),
  },
  {
    path: '/people',
    th: 'ผู้ใช้งาน',
    en: 'People',
    icon: 'users',
    group: 'manage',
    isFor: actor => hasAbility(actor, 'manage-people'),
  },
  {
    path: '/audit',
    th: 'บันทึกการใช้งานระบบ',
    en: 'Audit',
    icon: 'shield',
    group: 'manage',
    isFor: actor => hasAbility(actor, 'read-audit'),
  },
  {
    path: '/reminders',
    th: 'การแจ้งเตือนและงานอัตโนมัติ',
    en: 'Reminders',
    icon: 'bell',
    group: 'manage',
    isFor: actor => hasAbility(actor, 'watch-reminders'),
  },
  {
    path: '/data-requests',
    th: 'คำขอข้อมูลส่วนบุคคล',
    en: 'Data requests',
    icon: 'document',
    group: 'manage',
    isFor: actor => hasAbility(actor, 'read-data-requests'),
  },
  {
    path: '/practice-clock',
    th: 'นาฬิกาพื้นที่ฝึก',
    en: 'Practice clock',
    icon: 'clock',
    group: 'manage',
    isFor: (actor, isPractice) => isPractice && hasAbility(actor, 'move-practice-clock'),
  },
]

/** Where an officer's day begins: the first page of the menu. */
export const startPath = (actor: Actor, isPractice: boolean): string =>
  navigationEntries.find(entry => entry.isFor(actor, isPractice))?.path ?? '/account'

/** The entry a path belongs to: the longest that begins it. */
export const currentEntry = (pathname: string): NavigationEntry | undefined =>
  [...navigationEntries]
    .sort((a, b) => b.path.length - a.path.length)
    .find(entry => (entry.path === '/' ? pathname === '/' : pathname.startsWith(entry.path)))
