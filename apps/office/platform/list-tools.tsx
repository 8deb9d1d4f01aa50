import { areaLevel } from '@thaiqm/core/area/area-code.ts'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { ComboBox } from '@thaiqm/ui/select.tsx'
import type { ReactNode } from 'react'
import { useAddress } from './address.ts'
import { useAreas } from './areas.ts'
import { SearchBox } from './search-box.tsx'
import { useSession } from './session.tsx'

const words = defineWords({
  search: { th: 'ค้นหาชื่อ บ้านเลขที่ หรือรหัสประจำบ้าน', en: 'Search name, house number or house code' },
  area: { th: 'พื้นที่', en: 'Area' },
  all: { th: 'ทั้งหมด', en: 'All' },
})

/** Above a list of households: the search, an area within the officer's own, and what else narrows this list. */
export const ListTools = ({ area, children }: { readonly area: string | undefined; readonly children?: ReactNode }) => {
  const say = useWords(words)
  const { actor } = useSession()
  const { kept, change } = useAddress()
  const { titleOf, choicesIn } = useAreas()
  return (
    <div className="of-list-tools">
      <SearchBox
        label={say.search}
        value={kept.search ?? ''}
        onSearch={text => change({ page: null }, { search: text })}
      />
      {/* Whoever keeps one village has nothing to choose. */}
      {areaLevel(actor.areaCode) !== 'VILLAGE' && (
        <div className="of-filter">
          <ComboBox
            label={say.area}
            options={choicesIn(actor.areaCode)}
            value={area ?? null}
            placeholder={actor.areaCode === '' ? say.all : titleOf(actor.areaCode)}
            onChange={to => change({ area: to, page: null })}
          />
        </div>
      )}
      {children}
    </div>
  )
}
