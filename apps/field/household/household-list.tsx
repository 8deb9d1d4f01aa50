import { Button } from '@thaiqm/ui/button.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { useEffect, useRef, useState } from 'react'
import type { ListedHousehold } from './household-filter.ts'
import { HouseholdRow } from './household-row.tsx'

const words = defineWords({
  more: { th: (n: number) => `แสดงเพิ่ม (เหลืออีก ${n} ครัวเรือน)`, en: n => `Show more (${n} left)` },
})

/** Some screens full: what stands below is made while it is looked at. */
const AT_FIRST = 24
const AT_ONCE = 60

/**
 * Rows a page at a time: more come when the end of the list is near, or by the button. `listKey` says what is listed, so
 * that another list begins at its top again.
 */
export const HouseholdList = ({
  listKey,
  rows,
  villageOf,
}: {
  readonly listKey: string
  readonly rows: readonly ListedHousehold[]
  readonly villageOf?: ((areaCode: string) => string | undefined) | undefined
}) => {
  const said = useWords(words)
  const [page, setPage] = useState({ listKey, most: AT_FIRST })
  const most = page.listKey === listKey ? page.most : AT_FIRST
  const end = useRef<HTMLDivElement>(null)
  const left = rows.length - most
  useEffect(() => {
    const mark = end.current
    if (left <= 0 || mark === null) return
    const watcher = new IntersectionObserver(
      seen => {
        if (seen.some(entry => entry.isIntersecting)) setPage({ listKey, most: most + AT_ONCE })
      },
      { rootMargin: '800px' },
    )
    watcher.observe(mark)
    return () => watcher.disconnect()
  }, [left, listKey, most])
  return (
    <>
      <ul className="fd-list">
        {rows.slice(0, most).map(row => (
          <HouseholdRow key={row.householdId} row={row} village={villageOf?.(row.areaCode)} />
        ))}
      </ul>
      {left > 0 && (
        <div ref={end}>
          <Button isWide onPress={() => setPage({ listKey, most: most + AT_ONCE })}>
            {said.more(left)}
          </Button>
        </div>
      )}
    </>
  )
}
