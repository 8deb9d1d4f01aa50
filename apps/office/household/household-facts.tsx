import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { readsReferredOnly } from '@thaiqm/core/access/actor.ts'
import { formatDay, formatInstant } from '@thaiqm/core/thai/format-day.ts'
import { DefinitionList } from '@thaiqm/ui/definition-list.tsx'
import { useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Section } from '@thaiqm/ui/page-header.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'
import { useAreas } from '../platform/areas.ts'
import { originName, visitOutcomeName } from '../platform/names.ts'
import { useSession } from '../platform/session.tsx'

const words = defineWords({
  title: { th: 'ที่อยู่และข้อมูลทั่วไป', en: 'Address and record' },
  address: { th: 'ที่อยู่', en: 'Address' },
  number: { th: (n: string) => `บ้านเลขที่ ${n}`, en: n => `House no. ${n}` },
  noNumber: { th: 'ไม่มีบ้านเลขที่', en: 'No house number' },
  lane: { th: (n: string) => `ซอย${n}`, en: n => `Lane ${n}` },
  road: { th: (n: string) => `ถนน${n}`, en: n => `${n} Road` },
  code: { th: 'รหัสประจำบ้าน', en: 'House code' },
  phone: { th: 'โทรศัพท์', en: 'Telephone' },
  position: { th: 'พิกัด', en: 'Position' },
  accuracy: { th: (m: number) => `คลาดเคลื่อน ${m} เมตร`, en: m => `±${m} m` },
  origin: { th: 'ที่มาของข้อมูล', en: 'Origin' },
  rows: { th: (rows: string) => `แถวที่ ${rows} ของไฟล์นำเข้า`, en: rows => `Row ${rows} of the imported file` },
  first: { th: 'บันทึกครั้งแรก', en: 'First recorded' },
  visits: { th: 'การเยี่ยม', en: 'Visits' },
})

/** Where a household is and where its record comes from. */
export const HouseholdFacts = ({ household }: { readonly household: HouseholdView }) => {
  const { language } = useLanguage()
  const { titleOf } = useAreas()
  const { actor } = useSession()
  const say = useWords(words)
  const { address, areaCode, position, importedIn } = household
  const written = [
    address.houseNumber === '' ? say.noNumber : say.number(address.houseNumber),
    address.lane === '' ? '' : say.lane(address.lane),
    address.road === '' ? '' : say.road(address.road),
    ...[8, 6, 4, 2].map(length => titleOf(areaCode.slice(0, length))),
  ]
  // A partner is told where to go, not how the record came about.
  const recorded = [
    {
      term: say.origin,
      value: [
        originName(household.origin, language),
        importedIn === null || importedIn.sourceRows.length === 0 ? '' : say.rows(importedIn.sourceRows.join(', ')),
      ]
        .filter(Boolean)
        .join(' · '),
    },
    { term: say.first, value: formatDay(household.firstRecordedOn, { language }) },
    {
      term: say.visits,
      value:
        household.visits.length === 0 ? null : (
          <ul className="of-plain-list">
            {household.visits.map(visit => (
              <li key={`${visit.visitedAt}-${visit.outcome}`}>
                {formatInstant(visit.visitedAt, { language })} · {visitOutcomeName(visit.outcome, language)}
                {visit.note !== '' && ` · ${visit.note}`}
              </li>
            ))}
          </ul>
        ),
    },
  ]
  return (
    <Section title={say.title}>
      <DefinitionList
        items={[
          { term: say.address, value: written.filter(Boolean).join(' ') },
          { term: say.code, value: address.houseCode },
          { term: say.phone, value: household.phone },
          {
            term: say.position,
            value:
              position === null
                ? null
                : `${position.latitude.toFixed(5)}, ${position.longitude.toFixed(5)} (${say.accuracy(Math.round(position.accuracyInMetres))})`,
          },
          ...(readsReferredOnly(actor) ? [] : recorded),
        ]}
      />
    </Section>
  )
}
