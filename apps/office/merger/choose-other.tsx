import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type HouseholdRow, listHouseholds } from '@thaiqm/contract/household/household-routes.ts'
import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { findPossibleDuplicates, type Likeness } from '@thaiqm/contract/merger/merger-routes.ts'
import { Badge } from '@thaiqm/ui/badge.tsx'
import { Button } from '@thaiqm/ui/button.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Section } from '@thaiqm/ui/page-header.tsx'
import { useState } from 'react'
import { ask } from '../platform/api.ts'
import { placeName } from '../platform/place.ts'
import { SearchBox } from '../platform/search-box.tsx'

const words = defineWords({
  likely: { th: 'ครัวเรือนที่อาจบันทึกซ้ำ', en: 'Possibly the same household' },
  none: { th: 'ไม่พบครัวเรือนที่มีบ้านหรือบุคคลเดียวกัน', en: 'No household with the same house or person' },
  search: { th: 'ค้นหาครัวเรือนอื่น', en: 'Search other households' },
  found: { th: 'ผลการค้นหา', en: 'Found' },
  nothing: { th: 'ไม่พบครัวเรือนตามคำค้น', en: 'Nothing found' },
  compare: { th: 'เปรียบเทียบ', en: 'Compare' },
  'same-house-code': { th: 'รหัสประจำบ้านเดียวกัน', en: 'Same house code' },
  'same-house-number': { th: 'บ้านเลขที่เดียวกัน', en: 'Same house number' },
  'same-person': { th: 'มีบุคคลเดียวกัน', en: 'A person in both' },
  otherFamily: { th: 'บันทึกไว้ว่าเป็นอีกครอบครัวหนึ่งในบ้านนี้', en: 'Recorded as another family in this house' },
  people: { th: (n: number) => `${n} คน`, en: n => `${n} people` },
})

interface LineProps {
  readonly row: HouseholdRow
  readonly why?: readonly Likeness[]
  readonly isOtherFamily?: boolean
  readonly onChosen: (id: string) => void
}

const Line = ({ row, why = [], isOtherFamily = false, onChosen }: LineProps) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const place = placeName(row, language)
  return (
    <li className="of-line">
      <span>
        <strong>{place}</strong> · {row.headName} · {say.people(row.memberCount)}
        <br />
        {why.map(one => (
          <Badge key={one} tone={one === 'same-person' ? 'warning' : 'info'}>
            {say[one]}
          </Badge>
        ))}
        {isOtherFamily && <Badge>{say.otherFamily}</Badge>}
      </span>
      <Button size="small" onPress={() => onChosen(row.householdId)}>
        {say.compare}
        <span className="tq-visually-hidden"> {place}</span>
      </Button>
    </li>
  )
}

export interface ChooseOtherProps {
  readonly household: HouseholdView
  readonly onChosen: (id: string) => void
}

/** The household that may be the same: what the server finds alike, or whatever the officer searches. */
export const ChooseOther = ({ household, onChosen }: ChooseOtherProps) => {
  const say = useWords(words)
  const [search, setSearch] = useState('')
  const { id, areaCode, address, members } = household
  const alike = useQuery({
    queryKey: ['possible-duplicates', id, household.version],
    queryFn: () =>
      ask(findPossibleDuplicates, {
        body: {
          areaCode,
          houseCode: address.houseCode,
          houseNumber: address.houseNumber,
          sequenceInHouse: address.sequenceInHouse,
          nationalNumbers: members.flatMap(m => (m.nationalNumber === null ? [] : [m.nationalNumber])),
          except: id,
        },
      }),
  })
  const found = useQuery({
    queryKey: ['households', 'merge', search],
    queryFn: () => ask(listHouseholds, { query: { search, pageSize: 20 } }),
    enabled: search !== '',
    placeholderData: keepPreviousData,
  })
  const rows = (found.data?.rows ?? []).filter(row => row.householdId !== id && row.status !== 'MERGED')
  return (
    <FieldStack>
      <Section title={say.likely} look="plain">
        {alike.data?.found.length === 0 && <p className="of-muted">{say.none}</p>}
        <ul className="of-plain-list">
          {alike.data?.found.map(({ household: row, why, isOtherFamily }) => (
            <Line key={row.householdId} row={row} why={why} isOtherFamily={isOtherFamily} onChosen={onChosen} />
          ))}
        </ul>
      </Section>
      <SearchBox label={say.search} value={search} onSearch={text => setSearch(text ?? '')} />
      {search !== '' && found.data !== undefined && (
        <Section title={say.found} look="plain">
          {rows.length === 0 && <p className="of-muted">{say.nothing}</p>}
          <ul className="of-plain-list">
            {rows.map(row => (
              <Line key={row.householdId} row={row} onChosen={onChosen} />
            ))}
          </ul>
        </Section>
      )}
    </FieldStack>
  )
}
