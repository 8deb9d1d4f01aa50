import type { OrganisationId } from '@thaiqm/core/ledger/identifiers.ts'
import type { Sector } from '@thaiqm/core/plan/plan.ts'
import { practiceDistricts } from './practice-villages.ts'
import { uuidFrom } from './seeded-random.ts'

export interface PracticeOrganisation {
  /** `temple-1-4901`: what its id is made from. */
  readonly key: string
  readonly id: OrganisationId
  readonly nameTh: string
  readonly sector: Sector
  readonly agencyCode: string
  readonly areaCode: string
  readonly contact: string
  readonly offers: string
}

type Kind = readonly [
  key: string,
  sector: Sector,
  agencyCode: string,
  nameTh: (district: string) => string,
  offers: string,
]

/** In every district: the seven partners of the letter, the ones that help most with three each. All are invented. */
const inEveryDistrict: readonly Kind[] = [
  ['lao', 'GOV', 'LAO', d => `ชมรมองค์กรปกครองส่วนท้องถิ่นอำเภอ${d}`, 'ซ่อมบ้าน ห้องส้วม ประปา ถนน รถรับส่งผู้ป่วย'],
  ['moph', 'GOV', 'MOPH', d => `สำนักงานสาธารณสุขอำเภอ${d}`, 'รักษา ฟื้นฟู เยี่ยมบ้าน กายอุปกรณ์'],
  ['moe', 'GOV', 'MOE', d => `ศูนย์ประสานงานการศึกษาอำเภอ${d}`, 'พาเด็กกลับเข้าเรียน ทุนการศึกษา'],
  ['red-cross', 'GOV', 'REDCROSS', d => `กิ่งกาชาดอำเภอ${d}`, 'ถุงยังชีพ เครื่องนุ่งห่ม รถเข็น'],
  ['college', 'ACAD', 'ACADEMIC', d => `ศูนย์ช่างชุมชนวิทยาลัยการอาชีพ อำเภอ${d}`, 'เดินสายไฟ ออกแบบและซ่อมบ้านโดยนักศึกษา'],
  ['temple-1', 'REL', 'RELIGION', d => `วัดโพธิ์ทองวราราม อำเภอ${d}`, 'วัสดุก่อสร้าง ข้าวสาร โรงทาน'],
  ['temple-2', 'REL', 'RELIGION', d => `วัดศรีบุญเรืองคำ อำเภอ${d}`, 'ข้าวสาร เครื่องนุ่งห่ม ที่พักชั่วคราว'],
  ['temple-3', 'REL', 'RELIGION', d => `วัดป่าแสงธรรมงาม อำเภอ${d}`, 'ทุนการศึกษาสามเณรและเด็กยากไร้'],
  ['firm-1', 'PRIV', 'PRIVATE', d => `ร้านมิ่งมงคลวัสดุก่อสร้าง อำเภอ${d}`, 'กระเบื้อง ปูน สังกะสี ราคาทุน'],
  ['firm-2', 'PRIV', 'PRIVATE', d => `โรงสีข้าวรวงทองสมมติ อำเภอ${d}`, 'รับซื้อผลผลิต จ้างงาน ข้าวสาร'],
  ['firm-3', 'PRIV', 'PRIVATE', d => `บริษัทแปรรูปยางพาราอีสานสมมติ อำเภอ${d}`, 'จ้างงาน ฝึกอาชีพ'],
  ['volunteers-1', 'PEOP', 'PEOPLE', d => `ชมรม อสม. อำเภอ${d}`, 'เยี่ยมบ้าน ดูแลผู้ป่วยติดเตียง'],
  ['volunteers-2', 'PEOP', 'PEOPLE', d => `ช่างชุมชนจิตอาสา อำเภอ${d}`, 'แรงงานซ่อมสร้างบ้านและห้องส้วม'],
  ['volunteers-3', 'PEOP', 'PEOPLE', d => `กลุ่มพัฒนาสตรี อำเภอ${d}`, 'ฝึกอาชีพทอผ้า อาหาร'],
  ['foundation-1', 'CSO', 'CIVIL', d => `มูลนิธิน้ำใจริมโขง สาขาอำเภอ${d}`, 'ทุนฉุกเฉิน ติดตามรายกรณี'],
  ['foundation-2', 'CSO', 'CIVIL', d => `สภาองค์กรชุมชนอำเภอ${d}`, 'บ้านพอเพียง กองทุนสวัสดิการชุมชน'],
  ['foundation-3', 'CSO', 'CIVIL', d => `หน่วยกู้ภัยร่วมใจ อำเภอ${d}`, 'รถรับส่ง บรรเทาภัย'],
  ['radio', 'MEDIA', 'MEDIA', d => `วิทยุชุมชนคนรักถิ่น อำเภอ${d}`, 'ประชาสัมพันธ์ขอรับความช่วยเหลือเมื่อครัวเรือนยินยอม'],
]

const inTheProvince: readonly Kind[] = [
  ['msdhs', 'GOV', 'MSDHS', d => `สำนักงานพัฒนาสังคมและความมั่นคงของมนุษย์จังหวัด${d}`, 'เงินสงเคราะห์ ปรับสภาพบ้าน บัตรคนพิการ'],
  ['pea', 'GOV', 'PEA', d => `การไฟฟ้าส่วนภูมิภาคจังหวัด${d}`, 'ขยายเขตไฟฟ้า เดินสายใหม่ ผ่อนชำระค่าไฟ'],
  ['cdd', 'GOV', 'CDD', d => `สำนักงานพัฒนาชุมชนจังหวัด${d}`, 'แผนพัฒนาครัวเรือน กองทุน กข.คจ.'],
  ['labour', 'GOV', 'LABOUR', d => `สำนักงานแรงงานจังหวัด${d}`, 'จัดหางาน ฝึกอาชีพ'],
  ['baac', 'GOV', 'BAAC', d => `ธนาคารเพื่อการเกษตรและสหกรณ์การเกษตร สาขา${d}`, 'ปรับโครงสร้างหนี้ สินเชื่อแทนหนี้นอกระบบ'],
  ['chamber', 'PRIV', 'PRIVATE', d => `หอการค้าจังหวัด${d} (ฝึก)`, 'จับคู่ธุรกิจ ตลาดสินค้าชุมชน'],
  ['newspaper', 'MEDIA', 'MEDIA', d => `หนังสือพิมพ์ท้องถิ่น${d}วันนี้ (ฝึก)`, 'เสนอข่าวเมื่อครัวเรือนยินยอม'],
]

const organisation = (
  [key, sector, agencyCode, nameTh, offers]: Kind,
  areaCode: string,
  areaName: string,
): PracticeOrganisation => ({
  key: `${key}-${areaCode}`,
  id: uuidFrom(`organisation ${key}-${areaCode}`) as OrganisationId,
  nameTh: nameTh(areaName),
  sector,
  agencyCode,
  areaCode,
  contact: 'ติดต่อผ่านที่ทำการปกครองอำเภอ (ข้อมูลสมมติ)',
  offers,
})

export const practiceOrganisations: readonly PracticeOrganisation[] = [
  ...inTheProvince.map(kind => organisation(kind, '49', 'มุกดาหาร')),
  ...practiceDistricts.flatMap(({ code, th }) => inEveryDistrict.map(kind => organisation(kind, code, th))),
]

const byKey = new Map(practiceOrganisations.map(row => [row.key, row]))

export const findOrganisation = (key: string): PracticeOrganisation | undefined => byKey.get(key)

const byId = new Map(practiceOrganisations.map(row => [row.id, row]))

export const findOrganisationById = (id: OrganisationId | null): PracticeOrganisation | undefined =>
  id === null ? undefined : byId.get(id)

/** Partners of one sector that work in a district. */
export const organisationsFor = (sector: Sector, district: string): readonly PracticeOrganisation[] =>
  practiceOrganisations.filter(row => row.sector === sector && (row.areaCode === district || row.areaCode === '49'))
