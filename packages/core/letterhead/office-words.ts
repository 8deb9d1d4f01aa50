import { areaInWords, type FindAreaName } from '../area/place-in-words.ts'

/** What follows from an office's area alone, before it has kept a letterhead of its own. */
export interface OfficeWords {
  /** `อำเภอเมืองมุกดาหาร`: speaks in the text of a letter. */
  readonly speaker: string
  readonly officeName: string
  /** Its district and province with the postcode; the street only the office knows. */
  readonly areaLines: readonly string[]
  readonly ownerOffice: string
  readonly signerPosition: string
}

/** The names of a province's or district's office as the register of areas has them. */
export const officeWords = (
  areaCode: string,
  findName: FindAreaName,
  findZip: (districtCode: string) => string | null | undefined,
): OfficeWords => {
  const isProvince = areaCode.length === 2
  const [speaker = ''] = areaInWords(areaCode, findName).split(' ')
  const province = areaInWords(areaCode.slice(0, 2), findName)
  // A province's office stands in its first district.
  const zip = findZip(isProvince ? `${areaCode}01` : areaCode) ?? ''
  return {
    speaker,
    officeName: isProvince ? `ศาลากลาง${province}` : `ที่ว่าการ${speaker}`,
    areaLines: [...(isProvince ? [] : [speaker]), `${province} ${zip}`.trim()],
    ownerOffice: `ที่ทำการปกครอง${speaker}`,
    signerPosition: isProvince ? `ผู้ว่าราชการ${province}` : `นาย${speaker}`,
  }
}
