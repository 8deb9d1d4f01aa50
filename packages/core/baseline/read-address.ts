import { normaliseThai } from '../thai/normalise-thai.ts'
import { toArabicDigits } from '../thai/thai-digits.ts'

export interface AddressParts {
  readonly houseNumber: string
  readonly moo: string
  readonly villageName: string
  readonly tambon: string
  readonly district: string
  readonly province: string
}

const PARTS: Readonly<Record<Exclude<keyof AddressParts, 'houseNumber'>, RegExp>> = {
  moo: /(?:หมู่บ้านที่|หมู่ที่|หมู่|(?<![ก-๙])ม\.)\s*(\d{1,2})(?!\d)/,
  tambon: /(?:ตำบล|แขวง|(?<![ก-๙.])ต\.)\s*([^\s,]+)/,
  district: /(?:กิ่งอำเภอ|อำเภอ|เขต|(?<![ก-๙.])อ\.)\s*([^\s,]+)/,
  province: /(?:จังหวัด|(?<![ก-๙.])จว?\.)\s*([^\s,\d]+)/,
  villageName: /(?:^|[\s,])(บ้าน(?!เลขที่)[^\s,\d]+)/,
}

/**
 * Takes an address in one cell apart: `บ้านเลขที่ 97 หมู่ที่ 7 บ้านคำฮี ตำบลโพนทราย อำเภอเมืองมุกดาหาร จังหวัดมุกดาหาร 49000`
 * or `97/1 ม.7 ต.โพนทราย อ.เมือง จ.มุกดาหาร`. What is not there is `''`.
 */
export const readAddress = (text: string): AddressParts => {
  // A prefix set against the word before it (`ม.7ต.โพนทราย`) is set free first.
  const address = toArabicDigits(normaliseThai(text)).replace(/(\d)(?=(?:ม|ต|อ|จ)\.|หมู่|ตำบล|อำเภอ|จังหวัด)/g, '$1 ')
  const find = (part: keyof typeof PARTS) => address.match(PARTS[part])?.[1] ?? ''
  const [, houseNumber = ''] =
    address.match(/^(?:บ้านเลขที่|เลขที่|บ้าน)?\s*(\d+(?:\/\d+)*(?:[ก-ฮ](?![ก-๙.]))?)(?=[\s,]|$)/) ?? []
  return {
    houseNumber,
    moo: find('moo'),
    villageName: find('villageName'),
    tambon: find('tambon'),
    district: find('district'),
    province: find('province'),
  }
}
