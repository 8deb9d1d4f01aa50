import { MOST_SORTED } from '@thaiqm/core/measure/list-order.ts'
import type { Column } from '@thaiqm/ui/data-table.tsx'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'

const words = defineWords({
  byHouse: {
    th: (most: string) =>
      `รายการมีมากกว่า ${most} รายการ จึงแสดงตามลำดับหมู่บ้านและบ้านเลขที่ โปรดเลือกพื้นที่ให้แคบลงหรือค้นหา แล้วจึงเรียงตามหัวข้ออื่นได้`,
    en: most =>
      `With more than ${most} rows the list goes village by village, house by house. Choose a smaller area or search to sort it otherwise.`,
  },
  byHouseOrDay: {
    th: (most: string) =>
      `รายการมีมากกว่า ${most} รายการ จึงเรียงได้เฉพาะตามบ้านเลขที่และวันครบกำหนด โปรดเลือกพื้นที่ให้แคบลงหรือค้นหา แล้วจึงเรียงตามหัวข้ออื่นได้`,
    en: most =>
      `With more than ${most} rows the list is sorted by house or by due day only. Choose a smaller area or search to sort it otherwise.`,
  },
  tooMany: {
    th: 'คำค้นนี้พบครัวเรือนมากเกินไป จึงแสดงเพียงส่วนแรก โปรดพิมพ์คำค้นให้ยาวขึ้น',
    en: 'Too many households match; the list holds the first of them. Please type more.',
  },
})

/** Columns that the list may be sorted by as it is now. */
export const sortableBy = <Row,>(
  columns: readonly Column<Row>[],
  orders: readonly string[] | undefined,
): readonly Column<Row>[] =>
  orders === undefined
    ? columns
    : columns.map(column =>
        column.isSortable === true && !orders.includes(column.key) ? { ...column, isSortable: false } : column,
      )

/** Why a long list stands in the order it does, or holds only the first of what was searched for. Nothing of any other. */
export const LongListNote = ({
  orders,
  isMore,
  isSearched,
}: {
  readonly orders: readonly string[]
  readonly isMore: boolean
  readonly isSearched: boolean
}) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const most = formatNumber(MOST_SORTED, language)
  const isLong = orders.length > 0 && orders.length <= 2
  const text =
    isSearched && isMore
      ? say.tooMany
      : !isLong
        ? null
        : orders.includes('due')
          ? say.byHouseOrDay(most)
          : say.byHouse(most)
  return text === null ? null : <p className="of-muted">{text}</p>
}
