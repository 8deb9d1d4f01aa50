import { type Day, daysBetween } from '@thaiqm/core/ledger/day.ts'
import type { SeededRandom } from './seeded-random.ts'

export type Sex = 'male' | 'female'

const words = (text: string): readonly string[] => text.split(/\s+/).filter(Boolean)

/** First names as people of that age carry them in the north-east. Every name with its surname is invented. */
const firstNames: readonly {
  readonly bornFromYearBe: number
  readonly of: Readonly<Record<Sex, readonly string[]>>
}[] = [
  {
    bornFromYearBe: 0,
    of: {
      male: words(`บุญมี คำปุ่น ทองใบ สีดา บุญเลิศ คำผาย สุวรรณ ทองดี อ่อนสา จันทร์ดี บุญเพ็ง หนูพัน สมบูรณ์ คำมูล บัวลา
        ทองสุข เสาร์ พรหมา แก้ว เคน บุญตา คำพันธ์ ประสิทธิ์ สิงห์ อุ่น ถวิล`),
      female: words(`บุญมา คำปิ่น ทองพูล หนูพิน จันทร์เพ็ง บัวผัน สมศรี คำตา ทองม้วน ลำดวน สุดใจ หนูจันทร์ บุญเรือน แก้วตา
        ผุย อ่อนจันทร์ ทองคำ เพ็ง บุญถม สีทา ลุน คำเบ้า ปุ่น วันทา ประยูร หนูเล็ก`),
    },
  },
  {
    bornFromYearBe: 2503,
    of: {
      male: words(`สมชาย สมหมาย สุรชัย ประเสริฐ วิชัย สุพจน์ อุดม ไพฑูรย์ ทองแดง วีระ ประจักษ์ สายัณห์ บรรจง อนันต์ ชัยยา
        สมศักดิ์ คำดี ธงชัย มานิตย์ เฉลิม วิเชียร สำราญ บัญชา พิทักษ์`),
      female: words(`วิไล สมใจ รัตนา มะลิ สุภาพ อรทัย พิกุล ดวงจันทร์ สายสุนีย์ จงรักษ์ บังอร สมจิตร ละออ นงลักษณ์ ประไพ
        เพ็ญศรี ทองเลี่ยม วาสนา กองแก้ว ลำไย สำรวย บุญชู อำไพ สุกัญญา`),
    },
  },
  {
    bornFromYearBe: 2525,
    of: {
      male: words(`ณัฐพล วีรยุทธ จักรพงษ์ ธีรวัฒน์ อนุชา เกียรติศักดิ์ พงษ์ศักดิ์ สุริยา ศราวุธ นพดล เอกชัย กิตติพงษ์ ชาญณรงค์
        ทินกร อภิชาติ วุฒิชัย พีรพล ยุทธนา`),
      female: words(`อรอุมา จิราพร สุภาวดี กาญจนา ปิยะดา วิภาดา นิตยา พรทิพย์ ศิริพร อัจฉรา ธิดารัตน์ สุนิสา เบญจมาศ นภาพร
        ชลธิชา รุ่งนภา มยุรี ปาริชาติ`),
    },
  },
  {
    bornFromYearBe: 2546,
    of: {
      male: words(`ธนกฤต ภูมิพัฒน์ กิตติภพ ณัฐวุฒิ ธนวัฒน์ ปัณณวิชญ์ อัครเดช วรเมธ พีรวิชญ์ ชยพล ธีรเดช กฤษฎา รัชชานนท์
        ศุภกร นราวิชญ์ ปุณณวิช`),
      female: words(`พิชญาภา ณัฐชา กัญญาณัฐ ปวีณ์ธิดา ชนิดาภา พิมพ์ชนก สุพิชญา วริศรา ปุณยวีร์ กชกร ธัญชนก นันท์นภัส อริสา
        ปาลิตา เขมจิรา วรรณวิสา`),
    },
  },
]

const surnameStarts = words(`คำ จันทร์ บุญ ทอง แสน ศรี สุวรรณ อินทร์ แก้ว ไชย วงศ์ นาม พรม เวียง ดวง ภู สาย โคตร เมือง ราช
  หาญ พิม ผิว กุล`)
const surnameEnds = words(`สุขใส วงษา ภูมี พันธุ์แก้ว ทะวงศ์ โพนทราย คำหอม สีหา แสงดี มาตรา เวียงคำ บุรมย์ ผาลาด นาโสก ทองแพง
  หนองบัว ศรีโพน ไชยบัน ดงเย็น ลาดคำ โคกดี สองคอน คำไล ปัดสา`)

const yearBeOf = (born: Day): number => Number(born.slice(0, 4)) + 543

export const inventedFirstName = (random: SeededRandom, sex: Sex, born: Day): string => {
  const era = firstNames.findLast(row => row.bornFromYearBe <= yearBeOf(born)) ?? firstNames[0]
  return random.pick(era?.of[sex] ?? [])
}

export const inventedLastName = (random: SeededRandom): string =>
  `${random.pick(surnameStarts)}${random.pick(surnameEnds)}`

/** เด็กชาย and เด็กหญิง up to the fifteenth birthday; นางสาว until married. */
export const titleFor = (sex: Sex, born: Day, on: Day, isMarried: boolean): string => {
  const isChild = daysBetween(born, on) < 15 * 365.25
  if (sex === 'male') return isChild ? 'เด็กชาย' : 'นาย'
  if (isChild) return 'เด็กหญิง'
  return isMarried ? 'นาง' : 'นางสาว'
}

const villageStarts = words(`คำ หนอง โพน นา ดอน โนน ดง กุด ห้วย บาก ป่า เหล่า ภู โคก ท่า หัว ซำ ม่วง`)
const villageEnds = words(`แสนสุข ไหลทอง สว่าง หอม แดง น้อย ใหญ่ ไม้งาม ตูม สองห้อง เจริญ พัฒนา งาม หญ้าม้า ปลาซิว ผักหนาม
  กกโพธิ์ ไผ่ สะอาด ยางคำ มะเขือ แวง ศรีทอง แต้ ค้อ หินกอง`)

/** A village's name as one finds them there, and not the name of any real one on purpose. */
export const inventedVillageName = (random: SeededRandom): string =>
  `บ้าน${random.pick(villageStarts)}${random.pick(villageEnds)}`
