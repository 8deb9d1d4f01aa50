import { useParams } from '@tanstack/react-router'
import { Button, LinkButton } from '@thaiqm/ui/button.tsx'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState, Notice } from '@thaiqm/ui/notice.tsx'
import { Skeleton } from '@thaiqm/ui/skeleton.tsx'
import { useMemo, useState } from 'react'
import { villageTitle } from '../area/village-store.ts'
import { useFieldApp } from '../platform/field-app.tsx'
import { measurePosition, type PositionFailure } from '../platform/measure-position.ts'
import { Screen } from '../platform/screen.tsx'
import { filterHouseholds } from './household-filter.ts'
import { HouseholdList } from './household-list.tsx'
import { HouseholdMap, type PlacedHousehold } from './household-map.tsx'
import { MapMark, markKinds, markOf } from './map-mark.tsx'
import { distanceInMetres, type Place } from './map-view.ts'
import { useVillageHouseholds } from './use-village-households.ts'

const words = defineWords({
  title: { th: 'แผนที่ครัวเรือน', en: 'Map of households' },
  left: { th: (n: number) => `เหลือสำรวจ ${n}`, en: n => `Left ${n}` },
  draft: { th: (n: number) => `ร่าง ${n}`, en: n => `Drafts ${n}` },
  returned: { th: (n: number) => `ส่งกลับแก้ไข ${n}`, en: n => `Returned ${n}` },
  sent: { th: (n: number) => `ส่งแล้ว ${n}`, en: n => `Sent ${n}` },
  outside: { th: (n: number) => `ไม่อยู่ในเป้าหมาย ${n}`, en: n => `Not to be surveyed ${n}` },
  here: { th: 'ตำแหน่งของฉัน', en: 'Where I am' },
  measured: {
    th: (metres: string) => `ตำแหน่งของท่านคลาดเคลื่อนประมาณ ${metres} เมตร`,
    en: metres => `Within about ${metres} m`,
  },
  denied: {
    th: 'แอปไม่ได้รับอนุญาตให้ใช้ตำแหน่ง โปรดอนุญาตในการตั้งค่าของโทรศัพท์',
    en: 'Location is not allowed. Please allow it in the phone’s settings.',
  },
  unavailable: {
    th: 'ยังรับสัญญาณดาวเทียมไม่ได้ โปรดออกไปที่โล่งแล้วลองใหม่',
    en: 'No satellite fix yet. Please try in the open.',
  },
  chosen: { th: 'ครัวเรือนที่เลือก', en: 'Chosen households' },
  tap: { th: 'แตะเครื่องหมายบนแผนที่เพื่อเลือกครัวเรือน', en: 'Tap a mark to choose a household.' },
  nearest: { th: 'ครัวเรือนใกล้ท่าน', en: 'Nearest to you' },
  list: { th: 'ครัวเรือนบนแผนที่', en: 'Households on the map' },
  noPlace: {
    th: (n: number) => `ยังไม่มีพิกัด ${n} ครัวเรือน จะปรากฏบนแผนที่เมื่อบันทึกพิกัดในแบบสำรวจ`,
    en: n => `${n} households have no position yet; they appear once a form records it.`,
  },
  none: { th: 'ยังไม่มีครัวเรือนที่มีพิกัด', en: 'No household has a position yet' },
  toList: { th: 'ดูรายชื่อครัวเรือน', en: 'See the list' },
})

const placed = (row: { readonly place?: Place | null }): boolean => row.place != null

/** Where the households of a village stand, and which are near. */
export const MapScreen = () => {
  const { areaCode } = useParams({ strict: false }) as { areaCode: string }
  const said = useWords(words)
  const { language } = useLanguage()
  const { clock } = useFieldApp()
  const { village, rows } = useVillageHouseholds(areaCode)
  const [here, setHere] = useState<(Place & { readonly accuracyInMetres: number }) | null>(null)
  const [refusal, setRefusal] = useState<PositionFailure>()
  const [isPending, setPending] = useState(false)
  const [chosenIds, setChosenIds] = useState<readonly string[]>([])
  const onMap = useMemo(() => (rows ?? []).filter((row): row is PlacedHousehold => placed(row)), [rows])
  const nearest = useMemo(() => {
    if (here === null) return filterHouseholds(onMap, 'all')
    return [...onMap]
      .map(row => ({ row, far: distanceInMetres(here, row.place) }))
      .sort((a, b) => a.far - b.far)
      .map(({ row }) => row)
  }, [onMap, here])
  const measure = async () => {
    setPending(true)
    setRefusal(undefined)
    const measured = await measurePosition(clock.now)
    setPending(false)
    if (measured.ok) setHere(measured.position)
    else setRefusal(measured.why)
  }
  const chosen = new Set(chosenIds)
  const chosenRows = chosenIds.flatMap(id => onMap.filter(row => row.householdId === id))
  const without = (rows?.length ?? 0) - onMap.length
  const counts = Map.groupBy(onMap, markOf)
  return (
    <Screen
      title={said.title}
      subtitle={village === undefined ? undefined : villageTitle(village, language)}
      backHref={`/villages/${areaCode}`}
    >
      {rows === undefined && <Skeleton lines={8} />}
      {rows !== undefined && onMap.length === 0 && (
        <EmptyState
          icon="map"
          title={said.none}
          actions={<LinkButton href={`/villages/${areaCode}`}>{said.toList}</LinkButton>}
        >
          {said.noPlace(without)}
        </EmptyState>
      )}
      {onMap.length > 0 && (
        <>
          <HouseholdMap households={onMap} here={here} chosen={chosen} onChoose={setChosenIds} />
          <ul className="fd-map-legend">
            {markKinds
              .filter(kind => counts.has(kind))
              .map(kind => (
                <li key={kind}>
                  <svg viewBox="-12 -12 24 24" aria-hidden="true">
                    <MapMark kind={kind} />
                  </svg>
                  {said[kind](counts.get(kind)?.length ?? 0)}
                </li>
              ))}
          </ul>
          <div role="status">
            {chosenRows.length === 0 ? (
              <p className="fd-muted">{said.tap}</p>
            ) : (
              <section aria-label={said.chosen}>
                <HouseholdList listKey={chosenIds.join()} rows={chosenRows} />
              </section>
            )}
          </div>
          {refusal !== undefined && (
            <Notice tone="warning" isLive>
              {said[refusal]}
            </Notice>
          )}
          {here !== null && (
            <p className="fd-muted" role="status">
              {said.measured(formatNumber(Math.round(here.accuracyInMetres), language))}
            </p>
          )}
          <Button icon="locate" isWide isPending={isPending} onPress={() => void measure()}>
            {said.here}
          </Button>
          <section className="fd-group">
            <h2>{here === null ? said.list : said.nearest}</h2>
            <HouseholdList listKey={here === null ? 'list' : 'near'} rows={nearest} />
          </section>
          {without > 0 && <p className="fd-muted">{said.noPlace(without)}</p>}
        </>
      )}
    </Screen>
  )
}
