import { useParams } from '@tanstack/react-router'
import { mayCommand } from '@thaiqm/core/access/permission.ts'
import { formatInstant } from '@thaiqm/core/thai/format-day.ts'
import { Chip, ChipRow } from '@thaiqm/ui/badge.tsx'
import { IconButton, IconLink, LinkButton } from '@thaiqm/ui/button.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState, ErrorState, Notice } from '@thaiqm/ui/notice.tsx'
import { SearchField } from '@thaiqm/ui/search-field.tsx'
import { Skeleton } from '@thaiqm/ui/skeleton.tsx'
import { useDeferredValue, useMemo, useState } from 'react'
import { villageTitle } from '../area/village-store.ts'
import { failureText } from '../platform/failure-text.ts'
import { useFieldApp } from '../platform/field-app.tsx'
import { Screen } from '../platform/screen.tsx'
import { ClosedNotice } from '../session/closed-notice.tsx'
import { countByFilter, filterHouseholds, type HouseholdFilter, householdFilters } from './household-filter.ts'
import { HouseholdList } from './household-list.tsx'
import { searchHouseholds } from './household-search.ts'
import { useVillageHouseholds } from './use-village-households.ts'

const words = defineWords({
  village: { th: 'ครัวเรือนในหมู่บ้าน', en: 'Households of the village' },
  find: { th: 'ค้นหาบ้านเลขที่หรือชื่อ', en: 'House number or name' },
  left: { th: (n: number) => `เหลือสำรวจ ${n}`, en: n => `Left ${n}` },
  returned: { th: (n: number) => `ส่งกลับแก้ไข ${n}`, en: n => `Returned ${n}` },
  draft: { th: (n: number) => `ร่าง ${n}`, en: n => `Drafts ${n}` },
  review: { th: (n: number) => `รอตรวจ ${n}`, en: n => `To verify ${n}` },
  sent: { th: (n: number) => `ส่งแล้ว ${n}`, en: n => `Sent ${n}` },
  all: { th: (n: number) => `ทั้งหมด ${n}`, en: n => `All ${n}` },
  register: { th: 'เพิ่มครัวเรือนตกหล่น', en: 'Add a missed household' },
  refresh: { th: 'ปรับปรุงรายชื่อ', en: 'Refresh the list' },
  map: { th: 'แผนที่ครัวเรือน', en: 'Map of households' },
  asOf: { th: (at: string) => `ข้อมูล ณ ${at}`, en: at => `As of ${at}` },
  stale: { th: 'แสดงข้อมูลที่เก็บไว้ในเครื่อง', en: 'Shown from this phone' },
  emptyFound: { th: 'ไม่พบครัวเรือนที่ค้นหา', en: 'No such household' },
  emptyFoundHint: {
    th: 'ตรวจบ้านเลขที่หรือชื่ออีกครั้ง หากไม่มีในระบบ ให้เพิ่มเป็นครัวเรือนตกหล่น',
    en: 'Check the number or name. If it is not recorded, add it as a missed household.',
  },
  emptyVillage: { th: 'ไม่มีครัวเรือนในหมู่บ้านนี้', en: 'No households in this village' },
  emptyVillageHint: {
    th: 'หากมีการเปลี่ยนเขต ครัวเรือนย้ายไปอยู่กับหมู่บ้านใหม่แล้ว หากพบครัวเรือนที่ตกหล่นให้เพิ่มได้',
    en: 'If a boundary has changed, they belong to another village now. A missed household can be added.',
  },
  emptyFilter: { th: 'ไม่มีครัวเรือนในกลุ่มนี้', en: 'None in this group' },
  emptyFilterHint: { th: 'แตะกลุ่มอื่นด้านบน', en: 'Tap another group above.' },
})

const MOST_FOUND = 500

/** The households of a village: chips, search, a row each. */
export const VillageScreen = () => {
  const { areaCode } = useParams({ strict: false }) as { areaCode: string }
  const said = useWords(words)
  const { language } = useLanguage()
  const { village, rows, failure, isRefreshing, refresh } = useVillageHouseholds(areaCode)
  const [chosen, setChosen] = useState<HouseholdFilter>()
  const [search, setSearch] = useState('')
  const wanted = useDeferredValue(search).trim()
  const counts = useMemo(() => (rows === undefined ? undefined : countByFilter(rows)), [rows])
  const filter = chosen ?? (counts !== undefined && counts.left === 0 ? 'all' : 'left')
  // Somebody who searches wants that house, whatever its state.
  const found = useMemo(() => {
    if (rows === undefined) return []
    return wanted === '' ? filterHouseholds(rows, filter) : searchHouseholds(rows, wanted, MOST_FOUND).rows
  }, [rows, filter, wanted])
  const asOf = village?.asOf ?? null
  const empty = wanted !== '' ? 'emptyFound' : counts?.all === 0 ? 'emptyVillage' : 'emptyFilter'
  const { access, actor } = useFieldApp()
  const isClosed = access === 'own'
  const filters = householdFilters.filter(name => name !== 'review' || mayCommand(actor, 'VerifySurvey'))
  return (
    <Screen
      title={village === undefined ? said.village : villageTitle(village, language)}
      subtitle={asOf === null ? undefined : said.asOf(formatInstant(asOf, { language }))}
      backHref="/"
      tab="work"
      actions={
        <>
          <IconLink icon="map" label={said.map} href={`/villages/${areaCode}/map`} />
          <IconButton icon="sync" label={said.refresh} onPress={refresh} isDisabled={isRefreshing} />
        </>
      }
    >
      <ClosedNotice />
      <SearchField label={said.find} value={search} onChange={setSearch} inputMode="search" />
      {counts !== undefined && wanted === '' && (
        <div className="fd-filters">
          <ChipRow>
            {filters.map(name => (
              <Chip key={name} isSelected={name === filter} onChange={() => setChosen(name)}>
                {said[name](counts[name])}
              </Chip>
            ))}
          </ChipRow>
        </div>
      )}
      {failure !== undefined && rows !== undefined && asOf !== null && (
        <Notice tone="warning" title={said.stale}>
          {failureText(failure, language)}
        </Notice>
      )}
      {asOf === null && !isClosed && failure === undefined && <Skeleton lines={8} />}
      {asOf === null && !isClosed && failure !== undefined && (
        <ErrorState onRetry={refresh} isRetrying={isRefreshing}>
          {failureText(failure, language)}
        </ErrorState>
      )}
      {asOf !== null && !isClosed && rows !== undefined && found.length === 0 && (
        <EmptyState icon="house" title={said[empty]}>
          {said[`${empty}Hint`]}
        </EmptyState>
      )}
      <HouseholdList listKey={`${filter} ${wanted}`} rows={found} />
      {(asOf !== null || isClosed) && (
        <LinkButton icon="plus" isWide href={`/villages/${areaCode}/register`}>
          {said.register}
        </LinkButton>
      )}
    </Screen>
  )
}
