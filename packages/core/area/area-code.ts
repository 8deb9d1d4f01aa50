import { z } from 'zod'

/**
 * Area codes of the Department of Provincial Administration: province 2 digits, district 4, tambon 6, village 8
 * (the last two are the หมู่ที่; `00` when it is not known). A shorter code holds every longer one that starts with it.
 */
export const areaCode = z
  .string()
  .regex(/^(\d{2}|\d{4}|\d{6}|\d{8})$/)
  .brand<'AreaCode'>()
export type AreaCode = z.infer<typeof areaCode>

export const villageCode = z
  .string()
  .regex(/^\d{8}$/)
  .brand<'VillageCode'>()
export type VillageCode = z.infer<typeof villageCode>

export type AreaLevel = 'NATION' | 'PROVINCE' | 'DISTRICT' | 'TAMBON' | 'VILLAGE'

const levelByLength: Record<number, AreaLevel> = { 2: 'PROVINCE', 4: 'DISTRICT', 6: 'TAMBON', 8: 'VILLAGE' }

export const areaLevel = (code: string): AreaLevel => levelByLength[code.length] ?? 'NATION'

export const holdsArea = (wider: string, narrower: string): boolean => narrower.startsWith(wider)

/** Village codes of an area as one range of whole numbers, both ends included: the form in which scope is enforced. */
export interface AreaRange {
  readonly low: number
  readonly high: number
}

/** The villages of an area; of `''` all there are. */
export const areaRange = (code: string): AreaRange => ({
  low: Number(code.padEnd(8, '0')),
  high: Number(code.padEnd(8, '9')),
})

/** Holds nothing: the range of who may see no household at all. */
export const emptyRange: AreaRange = { low: 1, high: 0 }

export const wholeRange: AreaRange = { low: 0, high: 99_999_999 }

export const isInRange = (village: string, range: AreaRange): boolean =>
  Number(village) >= range.low && Number(village) <= range.high
