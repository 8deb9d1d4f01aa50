import type { Language } from '@thaiqm/ui/words.ts'

interface Placed {
  readonly houseNumber: string
  readonly villageName: string
  readonly areaCode: string
  readonly sequenceInHouse: number
}

/** `97/1 ม.7 บ้านคำฮี`, with the family's number where one house holds several. */
export const placeName = (of: Placed, language: Language): string => {
  const moo = Number(of.areaCode.slice(6))
  const number = of.houseNumber === '' ? (language === 'th' ? 'ไม่มีบ้านเลขที่' : 'No house number') : of.houseNumber
  const village = language === 'th' ? `${moo > 0 ? `ม.${moo} ` : ''}${of.villageName}` : `Moo ${moo} ${of.villageName}`
  const family =
    of.sequenceInHouse > 1
      ? language === 'th'
        ? ` (ครอบครัวที่ ${of.sequenceInHouse})`
        : ` (family ${of.sequenceInHouse})`
      : ''
  return `${number}${family} ${village}`.trim()
}
