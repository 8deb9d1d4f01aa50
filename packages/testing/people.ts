import type { Actor } from '@thaiqm/core/access/actor.ts'
import type { Role } from '@thaiqm/core/access/role.ts'
import type { OrganisationId, PersonId, PostId } from '@thaiqm/core/ledger/identifiers.ts'

/** An id that reads as what it is in a failing test: `testId(7)` → 00000000-0000-4000-8000-000000000007. */
export const testId = <Id extends string>(n: number): Id =>
  `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}` as Id

const person = (
  n: number,
  role: Role,
  name: string,
  position: string,
  areaCode: string,
  rest: Partial<Actor> = {},
): Actor => ({
  personId: testId<PersonId>(0xa000 + n),
  postId: testId<PostId>(0xb000 + n),
  name,
  position,
  role,
  areaCode,
  organisationId: null,
  agencyCode: null,
  designated: false,
  mayRecordLate: false,
  ...rest,
})

/** Invented officers of ต.โพนทราย อ.เมืองมุกดาหาร and their chain, and one from another district. */
export const people = {
  governor: person(1, 'GOV', 'นายสมมติ ใจกว้าง', 'ผู้ว่าราชการจังหวัด', '49'),
  province: person(2, 'PROV', 'นางสาวจำลอง ตั้งใจ', 'เจ้าพนักงานปกครองจังหวัด', '49', { mayRecordLate: true }),
  districtChief: person(3, 'DCHIEF', 'นายตัวอย่าง มั่นคง', 'นายอำเภอเมืองมุกดาหาร', '4901'),
  districtOfficer: person(4, 'DOFF', 'นางทดลอง รอบคอบ', 'ปลัดอำเภอ', '4901'),
  designatedOfficer: person(5, 'DOFF', 'นายสมมุติ ไว้ใจ', 'ปลัดอำเภอ (งานป้องกัน)', '4901', { designated: true }),
  tambonOfficer: person(6, 'TAM', 'นางสาวฝึกหัด ขยัน', 'ปลัดอำเภอประจำตำบลโพนทราย', '490105'),
  villageHead: person(7, 'VIL', 'นายบ้านตัวอย่าง ใจดี', 'ผู้ใหญ่บ้าน หมู่ 7', '49010507'),
  healthAgency: person(8, 'AGENCY', 'นางสาธิต สุขภาพ', 'รพ.สต.โพนทราย', '4901', { agencyCode: 'MOPH' }),
  templeContact: person(11, 'PARTNER', 'พระสมมติ เมตตา', 'ไวยาวัจกรวัดตัวอย่าง', '4901', {
    organisationId: testId<OrganisationId>(0xf001),
  }),
  foreignOfficer: person(9, 'DOFF', 'นายต่างอำเภอ ลองดู', 'ปลัดอำเภอดอนตาล', '4903'),
  auditor: person(10, 'DPO', 'นางสาวตรวจสอบ เที่ยงตรง', 'เจ้าหน้าที่คุ้มครองข้อมูลส่วนบุคคล', ''),
} as const
