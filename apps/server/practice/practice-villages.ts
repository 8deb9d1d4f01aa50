import { areaByCode, areas } from '@thaiqm/catalogue/catalogue.ts'
import type { VillageCode } from '@thaiqm/core/area/area-code.ts'
import { inventedVillageName } from './invented-names.ts'
import { seededRandom } from './seeded-random.ts'

export interface PracticeVillage {
  /** 8 digits: the tambon and the หมู่ที่. */
  readonly code: VillageCode
  readonly moo: number
  /** With the word บ้าน in front. */
  readonly nameTh: string
  readonly nameEn: string
  readonly tambonCode: string
  /** WGS 84 degrees, within about three kilometres of the tambon's middle. */
  readonly latitude: number
  readonly longitude: number
}

/** Villages whose names guides and lessons rely on; the others are invented. */
const namedVillages: Readonly<Record<string, readonly string[]>> = {
  '490105': [
    'บ้านโพนทราย',
    'บ้านโพนทรายใต้',
    'บ้านหนองหอย',
    'บ้านคำเม็ก',
    'บ้านโคกสูง',
    'บ้านนาคำน้อย',
    'บ้านคำฮี',
    'บ้านดงมัน',
    'บ้านแก่นเต่า',
  ],
  '490401': [
    'บ้านดงหลวง',
    'บ้านสองคอน',
    'บ้านหนองแคนน้อย',
    'บ้านก้านเหลือง',
    'บ้านโพนแดง',
    'บ้านโนนม่วง',
    'บ้านแก้งนาง',
    'บ้านมะนาวป่า',
  ],
}

const villagesOf = (tambonCode: string): PracticeVillage[] => {
  const tambon = areaByCode.get(tambonCode)
  if (tambon === undefined || tambon.lat === null || tambon.lng === null) throw new Error(`no tambon ${tambonCode}`)
  const random = seededRandom(`villages of ${tambonCode}`)
  const named = namedVillages[tambonCode] ?? []
  const count = named.length > 0 ? named.length : random.whole(7, 11)
  const names = [...named]
  if (names.length === 0) names.push(tambon.th.startsWith('บ้าน') ? tambon.th : `บ้าน${tambon.th}`)
  while (names.length < count) {
    const name = inventedVillageName(random)
    if (!names.includes(name)) names.push(name)
  }
  return names.map((nameTh, index) => {
    const turn = (index / count) * 2 * Math.PI + random.fraction()
    const reach = index === 0 ? 0.002 : 0.008 + random.fraction() * 0.018
    const round = (degrees: number) => Math.round(degrees * 100_000) / 100_000
    return {
      code: `${tambonCode}${String(index + 1).padStart(2, '0')}` as VillageCode,
      moo: index + 1,
      nameTh,
      nameEn: `Moo ${index + 1}, ${tambon.en}`,
      tambonCode,
      latitude: round((tambon.lat ?? 0) + Math.sin(turn) * reach),
      longitude: round((tambon.lng ?? 0) + Math.cos(turn) * reach),
    }
  })
}

export const practiceTambons = areas.filter(area => area.level === 'TAMBON')
export const practiceDistricts = areas.filter(area => area.level === 'DISTRICT')

/** About 480 villages, by tambon and หมู่ที่. Their names and places are invented, except those of ต.โพนทราย's lessons. */
export const practiceVillages: readonly PracticeVillage[] = practiceTambons.flatMap(({ code }) => villagesOf(code))

const byCode = new Map(practiceVillages.map(village => [village.code as string, village]))
const byTambon = Map.groupBy(practiceVillages, village => village.tambonCode)

export const getVillage = (code: string): PracticeVillage => {
  const village = byCode.get(code)
  if (village === undefined) throw new Error(`the practice province has no village ${code}`)
  return village
}

export const villagesIn = (tambonCode: string): readonly PracticeVillage[] => byTambon.get(tambonCode) ?? []
