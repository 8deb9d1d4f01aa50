import { type AreaView, listAreas } from '@thaiqm/contract/area/area-routes.ts'
import type { Refreshed } from '../household/household-store.ts'
import { call } from '../platform/api.ts'
import type { FieldDatabase } from '../platform/field-database.ts'
import type { StoredVillage } from '../platform/field-rows.ts'

/** The villages of a person's area, a village head's single one included. */
export const villagesIn = (areas: readonly AreaView[], areaCode: string): readonly AreaView[] =>
  areas.filter(area => area.level === 'VILLAGE' && area.areaCode.startsWith(areaCode))

/** Brings the names of my villages up to date; what was fetched of their households stays. */
export const refreshVillages = async (database: FieldDatabase, areaCode: string): Promise<Refreshed> => {
  const answer = await call(listAreas, { query: { under: areaCode.slice(0, 6) } })
  if (!answer.ok) return { ok: false, failure: answer }
  const mine = villagesIn(answer.value.areas, areaCode)
  const { villages } = database
  await database.transaction('rw', villages, async () => {
    const known = new Map((await villages.toArray()).map(village => [village.areaCode, village]))
    await villages.bulkPut(
      mine.map(
        ({ areaCode: code, nameTh, nameEn }): StoredVillage => ({
          areaCode: code,
          nameTh,
          nameEn,
          asOf: known.get(code)?.asOf ?? null,
        }),
      ),
    )
  })
  return { ok: true }
}

/** `บ้านคำฮี หมู่ที่ 7`; the หมู่ที่ is the end of the code, 00 where it is not known. */
export const villageTitle = (
  village: Pick<StoredVillage, 'areaCode' | 'nameTh' | 'nameEn'>,
  language: 'th' | 'en',
): string => {
  const moo = Number(village.areaCode.slice(6))
  const name = language === 'en' && village.nameEn !== '' ? village.nameEn : village.nameTh
  if (moo === 0 || /หมู่|ม\.\s?\d|\bMoo \d/.test(name)) return name
  return language === 'en' ? `${name}, Moo ${moo}` : `${name} หมู่ที่ ${moo}`
}
