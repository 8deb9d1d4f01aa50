import { TextLink } from '@thaiqm/ui/button.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState } from '@thaiqm/ui/notice.tsx'
import { SearchField } from '@thaiqm/ui/search-field.tsx'
import { useDeferredValue, useMemo, useState } from 'react'
import { villageTitle } from '../area/village-store.ts'
import { useFieldApp } from '../platform/field-app.tsx'
import { Screen } from '../platform/screen.tsx'
import { useLive } from '../platform/use-live.ts'
import { HouseholdList } from './household-list.tsx'
import { searchHouseholds } from './household-search.ts'
import { useListedHouseholds } from './use-village-households.ts'

const words = defineWords({
  title: { th: 'ค้นหาครัวเรือน', en: 'Find a household' },
  find: { th: 'บ้านเลขที่ รหัสบ้าน หรือชื่อ', en: 'House number, house code or name' },
  hint: {
    th: 'พิมพ์บ้านเลขที่ (เลขไทยหรืออารบิก) หรือชื่อสมาชิก สะกดใกล้เคียงก็พบ',
    en: 'Type a house number or a name; a near spelling will do.',
  },
  villages: { th: 'หมู่บ้านในพื้นที่ของฉัน', en: 'Villages of my area' },
  none: { th: 'ไม่พบครัวเรือนที่ค้นหา', en: 'No such household' },
  noneHint: {
    th: 'ค้นจากหมู่บ้านที่ดาวน์โหลดไว้ในเครื่องเท่านั้น หากไม่มีในระบบ ให้เปิดหมู่บ้านแล้วเพิ่มเป็นครัวเรือนตกหล่น',
    en: 'Only villages on this phone are searched. If it is not recorded, open the village and add it as missed.',
  },
  more: { th: (n: number) => `พบอีก ${n} ครัวเรือน พิมพ์เพิ่มเพื่อให้แคบลง`, en: n => `${n} more; type more to narrow it` },
})

const SHOWN = 200

/** Any household on this phone, by number, code or a member's name. */
export const SearchScreen = () => {
  const said = useWords(words)
  const { language } = useLanguage()
  const { database } = useFieldApp()
  const [search, setSearch] = useState('')
  const wanted = useDeferredValue(search).trim()
  const rows = useListedHouseholds(null)
  const villages = useLive('villages-all', () => database.villages.orderBy('areaCode').toArray()) ?? []
  const nameOf = new Map(villages.map(village => [village.areaCode, villageTitle(village, language)]))
  const found = useMemo(() => searchHouseholds(rows ?? [], wanted, SHOWN), [rows, wanted])
  return (
    <Screen title={said.title} tab="search">
      <SearchField label={said.find} value={search} onChange={setSearch} />
      {wanted === '' && (
        <>
          <p className="fd-muted">{said.hint}</p>
          <section className="fd-card">
            <h2>{said.villages}</h2>
            <ul className="fd-list">
              {villages.map(village => (
                <li key={village.areaCode}>
                  <TextLink icon="house" href={`/villages/${village.areaCode}`}>
                    {nameOf.get(village.areaCode)}
                  </TextLink>
                </li>
              ))}
            </ul>
          </section>
        </>
      )}
      {wanted !== '' && rows !== undefined && found.total === 0 && (
        <EmptyState icon="search" title={said.none}>
          {said.noneHint}
        </EmptyState>
      )}
      <HouseholdList listKey={wanted} rows={found.rows} villageOf={areaCode => nameOf.get(areaCode)} />
      {found.total > SHOWN && <p className="fd-muted">{said.more(found.total - SHOWN)}</p>}
    </Screen>
  )
}
