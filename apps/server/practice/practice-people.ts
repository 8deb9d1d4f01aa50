import type { Actor } from '@thaiqm/core/access/actor.ts'
import type { Role } from '@thaiqm/core/access/role.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { DeviceId, PersonId, PostId } from '@thaiqm/core/ledger/identifiers.ts'
import { actorOf, type Person, type Post } from '@thaiqm/core/person/person.ts'
import { inventedFirstName, inventedLastName, type Sex } from './invented-names.ts'
import { findOrganisation } from './practice-organisations.ts'
import { practiceDistricts, practiceTambons, villagesIn } from './practice-villages.ts'
import { seededRandom, uuidFrom } from './seeded-random.ts'

export interface PracticePerson {
  /** The user name, and what the id is made from: `tam-490105`, `vil-49010507`, `chief-4901`. */
  readonly key: string
  readonly person: Person
  readonly actor: Actor
  /** The phone or desk this person works with. */
  readonly deviceId: DeviceId
}

interface Posting {
  readonly key: string
  readonly position: string
  readonly role: Role
  readonly areaCode?: string
  readonly organisationKey?: string
  readonly agencyCode?: string
  readonly designated?: boolean
  readonly mayRecordLate?: boolean
  /** Only where a guide names the person. */
  readonly name?: string
  readonly isMonk?: boolean
}

const nameFor = ({ key, isMonk = false }: Posting): string => {
  const random = seededRandom(`name of ${key}`)
  const sex: Sex = isMonk || random.happens(0.62) ? 'male' : 'female'
  const born = `${random.whole(1965, 1990)}-06-15` as Day
  const title = isMonk ? 'พระครู' : sex === 'male' ? 'นาย' : random.happens(0.5) ? 'นาง' : 'นางสาว'
  return `${title}${inventedFirstName(random, sex, born)} ${inventedLastName(random)}`
}

const appoint = (posting: Posting): PracticePerson => {
  const { key, position, role, areaCode = '', designated = false, mayRecordLate = false } = posting
  const organisation = posting.organisationKey === undefined ? undefined : findOrganisation(posting.organisationKey)
  if (posting.organisationKey !== undefined && organisation === undefined) throw new Error(`no partner for ${key}`)
  const post: Post = {
    id: uuidFrom(`post ${key}`) as PostId,
    role,
    areaCode,
    organisationId: organisation?.id ?? null,
    agencyCode: posting.agencyCode ?? organisation?.agencyCode ?? null,
    designated,
    mayRecordLate,
  }
  const person: Person = {
    id: uuidFrom(`person ${key}`) as PersonId,
    version: 1,
    username: key,
    name: posting.name ?? nameFor(posting),
    position,
    phone: null,
    posts: [post],
    status: 'ACTIVE',
  }
  return { key, person, actor: actorOf(person, post), deviceId: uuidFrom(`device ${key}`) as DeviceId }
}

const administration = 'ที่ทำการปกครองจังหวัดมุกดาหาร'

const ofProvince: readonly Posting[] = [
  { key: 'sys', role: 'SYS', position: 'ผู้ดูแลระบบสารสนเทศจังหวัด' },
  { key: 'gov', role: 'GOV', areaCode: '49', position: 'รองผู้ว่าราชการจังหวัดมุกดาหาร' },
  { key: 'prov', role: 'PROV', areaCode: '49', position: `เจ้าพนักงานปกครอง กลุ่มงานปกครอง ${administration}` },
  {
    key: 'prov-late',
    role: 'PROV',
    areaCode: '49',
    mayRecordLate: true,
    position: `หัวหน้ากลุ่มงานปกครอง ${administration}`,
  },
  { key: 'link-cdd', role: 'LINK', areaCode: '49', agencyCode: 'CDD', position: 'พัฒนาการจังหวัดมุกดาหาร' },
  {
    key: 'link-psdhs',
    role: 'LINK',
    areaCode: '49',
    agencyCode: 'MSDHS',
    position: 'นักพัฒนาสังคม สำนักงานพัฒนาสังคมและความมั่นคงของมนุษย์จังหวัดมุกดาหาร',
  },
  { key: 'dpo', role: 'DPO', position: 'เจ้าหน้าที่คุ้มครองข้อมูลส่วนบุคคล' },
  ...(['msdhs', 'pea', 'cdd', 'labour', 'baac'] as const).map(
    (agency): Posting => ({
      key: `${agency}-49`,
      role: 'AGENCY',
      areaCode: '49',
      organisationKey: `${agency}-49`,
      position: `เจ้าหน้าที่ผู้ประสานงาน ${findOrganisation(`${agency}-49`)?.nameTh ?? ''}`,
    }),
  ),
]

/** Partners whose own people sign in: those of the town district, and two of ดงหลวง. */
const ofPartners: readonly Posting[] = (
  [
    ['temple-1-4901', 'เจ้าอาวาสและผู้แทนคณะสงฆ์', true],
    ['firm-1-4901', 'ผู้จัดการร้าน', false],
    ['foundation-1-4901', 'ผู้ประสานงานมูลนิธิ', false],
    ['college-4901', 'ครูแผนกช่างไฟฟ้า', false],
    ['volunteers-2-4901', 'หัวหน้าช่างชุมชนจิตอาสา', false],
    ['radio-4901', 'ผู้จัดรายการวิทยุชุมชน', false],
    ['temple-2-4904', 'พระวินยาธิการและผู้แทนคณะสงฆ์', true],
    ['volunteers-1-4904', 'ประธานชมรม อสม.', false],
  ] as const
).map(([organisationKey, position, isMonk]) => ({
  key: organisationKey,
  role: 'PARTNER',
  areaCode: organisationKey.slice(-4),
  organisationKey,
  position,
  isMonk,
}))

const inDistrict = ({ code, th }: { readonly code: string; readonly th: string }): readonly Posting[] => [
  { key: `chief-${code}`, role: 'DCHIEF', areaCode: code, position: `นายอำเภอ${th}` },
  {
    key: `doff-${code}`,
    role: 'DOFF',
    areaCode: code,
    position: `ปลัดอำเภอ (เจ้าพนักงานปกครอง) อำเภอ${th}`,
  },
  {
    key: `doff-${code}-designated`,
    role: 'DOFF',
    areaCode: code,
    designated: true,
    mayRecordLate: true,
    position: `ปลัดอำเภอหัวหน้ากลุ่มงานบริหารงานปกครอง อำเภอ${th}`,
  },
  { key: `mentor-${code}`, role: 'MENTOR', areaCode: code, position: `หัวหน้าทีมพี่เลี้ยง อำเภอ${th}` },
  ...(['lao', 'moph', 'moe'] as const).map(
    (agency): Posting => ({
      key: `${agency}-${code}`,
      role: 'AGENCY',
      areaCode: code,
      organisationKey: `${agency}-${code}`,
      position: `เจ้าหน้าที่ผู้ประสานงาน ${findOrganisation(`${agency}-${code}`)?.nameTh ?? ''}`,
    }),
  ),
]

/** In these tambons every village has its head's account; elsewhere the kamnan alone, as head of หมู่ที่ 1. */
const tambonsWithAllHeads: readonly string[] = ['490105', '490401']

const inTambon = ({ code, th }: { readonly code: string; readonly th: string }): readonly Posting[] => [
  { key: `tam-${code}`, role: 'TAM', areaCode: code, position: `ปลัดอำเภอผู้เป็นหัวหน้าประจำตำบล${th}` },
  ...villagesIn(code)
    .filter(village => village.moo === 1 || tambonsWithAllHeads.includes(code))
    .map(
      (village): Posting => ({
        key: `vil-${village.code}`,
        role: 'VIL',
        areaCode: village.code,
        position: village.moo === 1 ? `กำนันตำบล${th}` : `ผู้ใหญ่บ้าน หมู่ที่ ${village.moo} ${village.nameTh} ตำบล${th}`,
      }),
    ),
]

/** Everybody who signs in: for every role of the ศจพ. chain at least one, all invented. */
export const practicePeople: readonly PracticePerson[] = [
  ...ofProvince,
  ...practiceDistricts.flatMap(inDistrict),
  ...practiceTambons.flatMap(inTambon),
  ...ofPartners,
].map(appoint)

const byKey = new Map(practicePeople.map(row => [row.key, row]))

export const findPerson = (key: string): PracticePerson | undefined => byKey.get(key)

export const getPerson = (key: string): PracticePerson => {
  const person = byKey.get(key)
  if (person === undefined) throw new Error(`the practice province has no person ${key}`)
  return person
}
