import { useQuery } from '@tanstack/react-query'
import { type AreaView, listAreas } from '@thaiqm/contract/area/area-routes.ts'
import { type AreaLevel, areaLevel, holdsArea } from '@thaiqm/core/area/area-code.ts'
import { useLanguage } from '@thaiqm/ui/language.tsx'
import type { Language } from '@thaiqm/ui/words.ts'
import { ask } from './api.ts'
import { useSession } from './session.tsx'

const levelWords: Record<string, { readonly th: string; readonly en: (name: string) => string }> = {
  PROVINCE: { th: 'จังหวัด', en: name => `${name} Province` },
  DISTRICT: { th: 'อำเภอ', en: name => `${name} District` },
  TAMBON: { th: 'ตำบล', en: name => `${name} Tambon` },
  VILLAGE: { th: '', en: name => name },
}

/** `อำเภอดงหลวง`, `ตำบลโพนทราย`, `บ้านคำฮี หมู่ที่ 7`. */
export const areaTitle = (
  area: { readonly areaCode: string; readonly nameTh: string; readonly nameEn: string },
  language: Language,
): string => {
  const level = areaLevel(area.areaCode)
  const name = language === 'th' || area.nameEn === '' ? area.nameTh : area.nameEn
  if (level === 'VILLAGE') {
    const moo = Number(area.areaCode.slice(6))
    if (moo === 0 || /หมู่|ม\.|\bMoo \d/.test(name)) return name
    return language === 'th' ? `${name} หมู่ที่ ${moo}` : `${name}, Moo ${moo}`
  }
  const word = levelWords[level]
  if (word === undefined) return name
  if (language === 'en') return area.nameEn === '' ? name : word.en(name)
  return name.startsWith(word.th) ? name : `${word.th}${name}`
}

/** The same where the column already says what level it is: `ดงหลวง`; villages keep their number. */
export const areaShortTitle = (
  area: { readonly areaCode: string; readonly nameTh: string; readonly nameEn: string },
  language: Language,
): string => {
  if (areaLevel(area.areaCode) === 'VILLAGE') return areaTitle(area, language)
  return language === 'th' || area.nameEn === '' ? area.nameTh.replace(/^(จังหวัด|อำเภอ|ตำบล)/, '') : area.nameEn
}

/** All areas of the installation, kept for the visit: names for codes. */
export const useAreas = () => {
  const { view } = useSession()
  const { language } = useLanguage()
  const query = useQuery({
    queryKey: ['areas'],
    queryFn: () => ask(listAreas, { query: {} }),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: view.actor !== null,
  })
  const byCode = new Map<string, AreaView>((query.data?.areas ?? []).map(area => [area.areaCode, area]))
  const titleOf = (code: string): string => {
    const area = byCode.get(code)
    return area === undefined ? code : areaTitle(area, language)
  }
  const areas = query.data?.areas ?? []
  /** Areas to choose from: those within another, each with what it lies in beside it, for villages share names. */
  const choicesIn = (within: string, levels?: readonly AreaLevel[]) =>
    areas
      .filter(({ areaCode: code }) => holdsArea(within, code) && (levels?.includes(areaLevel(code)) ?? true))
      .map(({ areaCode: code }) => ({
        value: code,
        label: titleOf(code),
        description: [6, 4]
          .filter(length => length < code.length)
          .map(length => titleOf(code.slice(0, length)))
          .join(' '),
      }))
  return { areas, byCode, titleOf, choicesIn, isLoading: query.isLoading }
}
