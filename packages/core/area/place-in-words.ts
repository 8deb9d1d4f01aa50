/** Names of areas as the register has them: `โพนทราย`, `เมืองมุกดาหาร`; undefined for a code it does not hold. */
export type FindAreaName = (code: string) => string | undefined

const prefixed = (word: string, name: string | undefined): string =>
  name === undefined || name === '' ? '' : name.startsWith(word) ? name : `${word}${name}`

/** `ตำบลโพนทราย อำเภอเมืองมุกดาหาร จังหวัดมุกดาหาร`: what an area lies in, itself included, down to the tambon. */
export const areaInWords = (areaCode: string, findName: FindAreaName): string =>
  [
    areaCode.length >= 6 ? prefixed('ตำบล', findName(areaCode.slice(0, 6))) : '',
    areaCode.length >= 4 ? prefixed('อำเภอ', findName(areaCode.slice(0, 4))) : '',
    prefixed('จังหวัด', findName(areaCode.slice(0, 2))),
  ]
    .filter(part => part !== '')
    .join(' ')

/** `หมู่ที่ 7 บ้านคำฮี`; only the name where the village has no number. */
export const villageInWords = (areaCode: string, villageName: string): string => {
  const moo = Number(areaCode.slice(6, 8))
  const name = villageName.replace(/\s*หมู่ที่\s*[0-9๐-๙]+$/, '')
  return `${moo > 0 ? `หมู่ที่ ${moo} ` : ''}${name}`.trim()
}

interface Placed {
  readonly houseNumber: string
  readonly villageName: string
  readonly lane?: string
  readonly road?: string
  readonly sequenceInHouse: number
}

/** `บ้านเลขที่ 97 หมู่ที่ 7 บ้านคำฮี`: a house within its tambon. */
export const houseInWords = (areaCode: string, of: Placed): string =>
  [
    of.houseNumber === '' ? 'ไม่มีบ้านเลขที่' : `บ้านเลขที่ ${of.houseNumber}`,
    of.sequenceInHouse > 1 ? `(ครอบครัวที่ ${of.sequenceInHouse})` : '',
    prefixed('ซอย', of.lane),
    prefixed('ถนน', of.road),
    villageInWords(areaCode, of.villageName),
  ]
    .filter(part => part !== '')
    .join(' ')
