import { holdsArea } from '../area/area-code.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { readMoo } from '../thai/moo.ts'
import { letterKey, normaliseThai } from '../thai/normalise-thai.ts'
import { toArabicDigits } from '../thai/thai-digits.ts'

/** A province (2 digits), district (4), tambon (6) or village (8) of the list the sheet is read against. */
export interface KnownArea {
  readonly code: string
  readonly th: string
  readonly en?: string
  readonly alsoKnownAs?: readonly string[]
}

export interface AreaWords {
  readonly province: string
  readonly district: string
  readonly tambon: string
  readonly moo: string
  readonly villageName: string
  /** A 6- or 8-digit code typed in the sheet; then names are only read for what it leaves open. */
  readonly areaCode: string
}

export interface AreaReading {
  /** Eight digits; the last two are the moo, 00 when it is not known. */
  readonly areaCode: string
  /** The name was understood but not written as the list has it. */
  readonly respelled: boolean
  /** The tambon's villages are listed and this moo is not among them. */
  readonly unknownMoo: boolean
}

export type AreaRefusal =
  | 'area-missing'
  | 'province-unknown'
  | 'district-unknown'
  | 'tambon-unknown'
  | 'tambon-in-several-districts'
  | 'moo-not-understood'
  | 'area-code-unknown'
  | 'outside-your-area'

export interface AreaMatcher {
  readonly match: (words: AreaWords) => Outcome<AreaReading, AreaRefusal>
}

const PREFIX = /^(?:จังหวัด|จว\.?|จ\.|กิ่งอำเภอ|อำเภอ|อ\.|เขต|ตำบล|ต\.|แขวง|เทศบาลตำบล|ทต\.|อบต\.|บ้าน|บ\.)\s*/

const plain = (name: string): string => letterKey(normaliseThai(name).replace(PREFIX, ''))

/** Blind to tone marks, silenced letters, doubled letters and a leading ห before a low consonant (ว่านใหญ่, หว้านใหญ่). */
const loose = (name: string): string =>
  plain(name)
    .replace(/[็-๋]/g, '')
    .replace(/[ก-ฮ][ุิ]?์/g, '')
    .replace(/ห(?=[งญนมยรลว])/g, '')
    .replace(/ใ/g, 'ไ')
    .replace(/ณ/g, 'น')
    .replace(/(\p{L})\1+/gu, '$1')

interface Named {
  readonly code: string
  readonly respelled: boolean
}

/** Looks names up among the children of one area; by the written name first, then loosely if only one fits. */
class NameIndex {
  readonly #plain = new Map<string, string>()
  readonly #loose = new Map<string, Set<string>>()

  add(code: string, names: readonly string[]): void {
    for (const name of names) {
      if (plain(name) === '') continue
      this.#plain.set(plain(name), code)
      this.#loose.set(loose(name), (this.#loose.get(loose(name)) ?? new Set()).add(code))
    }
  }

  find(name: string): Named | undefined {
    const exact = this.#plain.get(plain(name)) ?? this.#plain.get(letterKey(name))
    if (exact !== undefined) return { code: exact, respelled: false }
    const near = [...(this.#loose.get(loose(name)) ?? [])]
    return near.length === 1 && near[0] !== undefined ? { code: near[0], respelled: true } : undefined
  }
}

const namesOf = (area: KnownArea): string[] => [area.th, ...(area.en ? [area.en] : []), ...(area.alsoKnownAs ?? [])]

/**
 * Reads places against a list of areas. `within` is taken when the sheet does not name province, district or tambon;
 * a place outside `onlyIn` is understood and refused.
 */
export const createAreaMatcher = (
  areas: readonly KnownArea[],
  options: { readonly within?: string; readonly onlyIn?: string } = {},
): AreaMatcher => {
  const codes = new Set(areas.map(area => area.code))
  const children = new Map<string, NameIndex>()
  const tambonsOfProvince = new Map<string, Map<string, string[]>>()
  const withVillages = new Set<string>()
  const indexOf = (parent: string) => {
    const index = children.get(parent) ?? new NameIndex()
    children.set(parent, index)
    return index
  }
  const provinceNames = new Map(areas.filter(area => area.code.length === 2).map(area => [area.code, area.th] as const))
  for (const area of areas) {
    const names = namesOf(area)
    const province = provinceNames.get(area.code.slice(0, 2))
    // The capital's district is written อ.เมือง everywhere.
    if (area.code.length === 4 && area.th.startsWith('เมือง') && area.th === `เมือง${province ?? ''}`) names.push('เมือง')
    indexOf(area.code.slice(0, -2)).add(area.code, names)
    if (area.code.length === 8) withVillages.add(area.code.slice(0, 6))
    if (area.code.length === 6) {
      const tambons = tambonsOfProvince.get(area.code.slice(0, 2)) ?? new Map<string, string[]>()
      tambonsOfProvince.set(area.code.slice(0, 2), tambons)
      for (const name of names) tambons.set(plain(name), [...(tambons.get(plain(name)) ?? []), area.code])
    }
  }
  const given = options.within ?? ''
  const onlyProvince = provinceNames.size === 1 ? ([...provinceNames.keys()][0] ?? '') : ''

  const findTambon = (words: AreaWords): Outcome<Named, AreaRefusal> => {
    const province: Named | undefined = words.province
      ? indexOf('').find(words.province)
      : { code: given.slice(0, 2) || onlyProvince, respelled: false }
    if (!province) return refuse('province-unknown')
    if (!words.tambon)
      return given.length >= 6 ? succeed({ code: given.slice(0, 6), respelled: false }) : refuse('area-missing')
    if (!words.district && given.length < 4) {
      const found = tambonsOfProvince.get(province.code)?.get(plain(words.tambon)) ?? []
      if (found.length > 1) return refuse('tambon-in-several-districts', { count: found.length })
      return found[0] === undefined
        ? refuse('tambon-unknown')
        : succeed({ code: found[0], respelled: province.respelled })
    }
    const district = words.district
      ? indexOf(province.code).find(words.district)
      : { code: given.slice(0, 4), respelled: false }
    if (!district) return refuse('district-unknown')
    const tambon = indexOf(district.code).find(words.tambon)
    if (!tambon) return refuse('tambon-unknown')
    return succeed({ code: tambon.code, respelled: province.respelled || district.respelled || tambon.respelled })
  }

  const readWords = (words: AreaWords): Outcome<AreaReading, AreaRefusal> => {
    const typed = toArabicDigits(words.areaCode).replace(/\D/g, '')
    if (typed !== '' && !codes.has(typed.slice(0, 6))) return refuse('area-code-unknown')
    if (typed.length === 8) {
      const unknownMoo = withVillages.has(typed.slice(0, 6)) && !codes.has(typed) && !typed.endsWith('00')
      return succeed({ areaCode: typed, respelled: false, unknownMoo })
    }
    const tambon = typed.length === 6 ? succeed({ code: typed, respelled: false }) : findTambon(words)
    if (!tambon.ok) return tambon
    const { code, respelled } = tambon.value
    const moo = readMoo(words.moo)
    if (!moo.ok && moo.code === 'not-a-moo') return refuse('moo-not-understood')
    if (moo.ok) {
      const areaCode = `${code}${String(moo.value).padStart(2, '0')}`
      return succeed({ areaCode, respelled, unknownMoo: withVillages.has(code) && !codes.has(areaCode) })
    }
    const village = words.villageName ? indexOf(code).find(words.villageName) : undefined
    return succeed({
      areaCode: village?.code ?? `${code}00`,
      respelled: respelled || village?.respelled === true,
      unknownMoo: false,
    })
  }

  const readInside = (words: AreaWords): Outcome<AreaReading, AreaRefusal> => {
    const read = readWords(words)
    return read.ok && !holdsArea(options.onlyIn ?? '', read.value.areaCode) ? refuse('outside-your-area') : read
  }

  const answered = new Map<string, Outcome<AreaReading, AreaRefusal>>()
  return {
    match: words => {
      const question = Object.values(words).join('|')
      const answer = answered.get(question) ?? readInside(words)
      answered.set(question, answer)
      return answer
    },
  }
}
