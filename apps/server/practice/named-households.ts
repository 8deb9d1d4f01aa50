import type { HouseholdOrigin, MissedReason } from '@thaiqm/core/household/household.ts'
import type { HouseholdId, ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import { type FamilyKind, inventedFamily } from './invented-family.ts'
import type { Hardship } from './plausible-hardships.ts'
import { type ImportedProblem, importedProblem, type PracticeHousehold, reservedKey } from './practice-households.ts'
import { getVillage } from './practice-villages.ts'
import { seededRandom, uuidFrom } from './seeded-random.ts'
import { positionNear } from './survey-story.ts'

/** A household that lessons, guides and journeys name: always there, always with this past (docs/practice-province.md). */
export interface NamedHousehold {
  readonly key: string
  readonly villageCode: string
  readonly houseNumber: string
  readonly kind: FamilyKind
  readonly origin: HouseholdOrigin
  readonly missedReason?: MissedReason
  readonly imported?: readonly (readonly [kindCode: string, state: ImportedProblem['state']])[]
  /** What it is there for, and who signs in to see it. */
  readonly lessonTh: string
  readonly signInAs: readonly string[]
}

const baseline = (
  key: string,
  villageCode: string,
  houseNumber: string,
  kind: FamilyKind,
  imported: NamedHousehold['imported'],
  lessonTh: string,
  ...signInAs: string[]
): NamedHousehold => ({
  key,
  villageCode,
  houseNumber,
  kind,
  origin: 'BASELINE',
  imported: imported ?? [],
  lessonTh,
  signInAs,
})

const KHAM_HI = '49010507'
const headOfKhamHi = `vil-${KHAM_HI}`
const tambon = 'tam-490105'

export const namedHouseholds: readonly NamedHousehold[] = [
  baseline(
    'three-old-problems',
    KHAM_HI,
    '97',
    'couple',
    [
      ['P201', 'ASSISTED'],
      ['P206', 'IN_PROGRESS'],
      ['P217', 'OPEN'],
    ],
    'มีปัญหาเดิม 3 ข้อ ยังไม่สำรวจ: ฝึกตรวจซ้ำให้แก้ครบทุกข้อ',
    headOfKhamHi,
  ),
  baseline(
    'old-toilet',
    KHAM_HI,
    '24',
    'young-family',
    [['P204', 'OPEN']],
    'ปัญหาเดิมเรื่องส้วม (P204) ยังไม่สำรวจ: ฝึกผล R2 ที่ต้องมีสาเหตุและวันกำหนด',
    headOfKhamHi,
  ),
  baseline(
    'new-problem-in-old-house',
    KHAM_HI,
    '66',
    'skipped-generation',
    [['P213', 'OPEN']],
    'ครัวเรือนเดิมมีหลานวัยเรียน ยังไม่สำรวจ: ฝึกบันทึกปัญหาใหม่ในครัวเรือนเดิม',
    headOfKhamHi,
  ),
  baseline(
    'form-to-verify',
    KHAM_HI,
    '39',
    'three-generations',
    [['P209', 'OPEN']],
    'ผู้ใหญ่บ้านส่งแบบแล้ว รอตำบลตรวจ',
    tambon,
  ),
  baseline(
    'form-returned',
    KHAM_HI,
    '84',
    'couple',
    [['P413', 'IN_PROGRESS']],
    'ตำบลส่งแบบกลับให้แก้ไข รอผู้ใหญ่บ้านส่งใหม่',
    headOfKhamHi,
  ),
  baseline(
    'helped-by-tambon',
    KHAM_HI,
    '45',
    'elders-alone',
    [['P201', 'IN_PROGRESS']],
    'ปลัดตำบลบันทึกการช่วยเหลือแล้ว รอผู้อื่นตรวจผล: ผู้บันทึกตรวจเองไม่ได้',
    tambon,
    'doff-4901',
  ),
  baseline(
    'four-problems',
    KHAM_HI,
    '31',
    'skipped-generation',
    [['P201', 'OPEN']],
    'ปัญหาที่ต้องแก้ 4 ข้อ ยังไม่มีแผน: ฝึกทำแผนรายครัวเรือนร่วมหลายภาคี',
    tambon,
    'chief-4901',
  ),
  baseline(
    'restricted-problem',
    KHAM_HI,
    '58',
    'young-family',
    [['P209', 'OPEN']],
    'มีปัญหาจำกัดการเข้าถึง (P601): ผู้ใหญ่บ้านและปลัดอำเภอทั่วไปไม่เห็น ผู้ได้รับมอบหมายเห็น',
    headOfKhamHi,
    'doff-4901',
    'doff-4901-designated',
  ),
  baseline(
    'resolved-once',
    KHAM_HI,
    '90',
    'couple',
    [['P205', 'IN_PROGRESS']],
    'แก้ไขแล้วและตรวจผลแล้ว: ฝึกบันทึกว่าปัญหาเกิดซ้ำ',
    headOfKhamHi,
    tambon,
  ),
  {
    key: 'stateless-elder',
    villageCode: '49010505',
    houseNumber: '8/1',
    kind: 'stateless-elder',
    origin: 'REGISTRY',
    lessonTh: 'ผู้สูงอายุไม่มีสถานะทางทะเบียน (เลขขึ้นต้นด้วย 0) ยังไม่สำรวจ',
    signInAs: ['vil-49010505'],
  },
  baseline(
    'referral-waiting',
    '49010503',
    '112',
    'elders-alone',
    [['P208', 'OPEN']],
    'ส่งต่อการไฟฟ้าแล้ว รอตอบรับ: ฝึกส่งคืนและส่งต่อใหม่',
    'pea-49',
    'doff-4901',
  ),
  baseline(
    'plan-waiting',
    '49010504',
    '19',
    'single-parent',
    [
      ['P401', 'OPEN'],
      ['P201', 'OPEN'],
    ],
    'แผนรายครัวเรือนรอนายอำเภอเห็นชอบ',
    'chief-4901',
  ),
  baseline(
    'cancellation-waiting',
    '49010502',
    '73',
    'couple',
    [
      ['P509', 'OPEN'],
      ['P412', 'OPEN'],
    ],
    'ตำบลเสนอยกเลิกปัญหา รออำเภอพิจารณา',
    'doff-4901',
  ),
  baseline(
    'overdue',
    '49010506',
    '51',
    'three-generations',
    [['P413', 'OPEN']],
    'พบผู้ป่วยติดเตียงขาดการดูแล (วิกฤต 3 วัน) เกินกำหนดแล้ว',
    tambon,
    'doff-4901',
  ),
  baseline(
    'unresolvable',
    '49010508',
    '27',
    'couple',
    [['P203', 'IN_PROGRESS']],
    'ที่ปลูกบ้านอยู่ในเขตป่า นายอำเภอวินิจฉัยว่าเกินอำนาจพื้นที่',
    'chief-4901',
  ),
  {
    key: 'house-without-number',
    villageCode: '49010509',
    houseNumber: '',
    kind: 'single-parent',
    origin: 'MISSED',
    missedReason: 'M3',
    lessonTh: 'ครัวเรือนตกหล่น บ้านไม่มีเลขที่ มีเพียงพิกัด สำรวจแล้ว',
    signInAs: ['vil-49010509'],
  },
  {
    key: 'two-families',
    villageCode: '49010501',
    houseNumber: '62',
    kind: 'three-generations',
    origin: 'REGISTRY',
    lessonTh: 'อยู่ในทะเบียนแต่ยังไม่สำรวจ: ฝึกเพิ่มครอบครัวที่สองในบ้านเดียวกัน (M6)',
    signInAs: ['vil-49010501'],
  },
  ...['101', '102', '103', '104', '105'].map((houseNumber, index) =>
    baseline(
      `no-signal-${houseNumber}`,
      '49040102',
      houseNumber,
      (['elders-alone', 'young-family', 'couple', 'skipped-generation', 'single-parent'] as const)[index] ?? 'couple',
      [[['P206', 'P213', 'P407', 'P201', 'P215'][index] ?? 'P206', 'OPEN']],
      'หมู่บ้านอับสัญญาณในดงหลวง ยังไม่สำรวจ: ฝึกสำรวจแบบออฟไลน์',
      'vil-49040102',
    ),
  ),
  baseline(
    'outside-area',
    '49070101',
    '9',
    'couple',
    [['P201', 'OPEN']],
    'อยู่อำเภอหนองสูง: ปลัดอำเภอดอนตาลเปิดไม่ได้',
    'doff-4903',
    'doff-4907',
  ),
]

export const namedHouseholdId = (key: string): HouseholdId => uuidFrom(`household ${key}`) as HouseholdId

export const namedProblemId = (key: string, kindCode: string): ProblemId =>
  uuidFrom(`problem ${key} ${kindCode}`) as ProblemId

export const reservedNumbers: ReadonlySet<string> = new Set(
  namedHouseholds.map(({ villageCode, houseNumber }) => reservedKey(villageCode, houseNumber)),
)

/** Above every serial number that the generated households use. */
const FIRST_SERIAL = 440_000

/** The household as it was before the round. */
export const namedHousehold = (named: NamedHousehold): PracticeHousehold => {
  const { key, villageCode, houseNumber, kind, origin, missedReason = null, imported = [] } = named
  const random = seededRandom(`named household ${key}`)
  const serial = FIRST_SERIAL + namedHouseholds.indexOf(named)
  const village = getVillage(villageCode)
  const hasNumber = houseNumber !== ''
  return {
    id: namedHouseholdId(key),
    village,
    family: { kind, members: inventedFamily(kind, random, serial) },
    origin,
    missedReason,
    address: {
      houseCode: hasNumber
        ? `${villageCode.slice(0, 4)}${String((serial * 7_919 + 1_234_567) % 10_000_000).padStart(7, '0')}`
        : null,
      houseNumber,
      villageName: village.nameTh,
      lane: '',
      road: '',
      sequenceInHouse: 1,
    },
    position: hasNumber ? null : positionNear(random, village),
    phone: null,
    imported: imported.map(([kindCode, state]) => ({
      ...importedProblem(random, kindCode, state),
      problemId: namedProblemId(key, kindCode),
    })),
    concerns: imported.map(([kindCode]): Hardship => ({ kindCode, memberId: null })),
    random,
  }
}
