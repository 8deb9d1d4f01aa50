import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import type { MemberId } from '@thaiqm/core/ledger/identifiers.ts'
import { memberName } from '@thaiqm/core/member/member.ts'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { Section } from '@thaiqm/ui/page-header.tsx'
import { Select } from '@thaiqm/ui/select.tsx'
import type { PeoplePlaced } from './merging.ts'

const words = defineWords({
  title: { th: 'สมาชิกของครัวเรือนที่ซ้ำคือใคร', en: 'Who the people of the duplicate are' },
  hint: {
    th: 'ระบบจับคู่จากเลขประจำตัวประชาชนหรือชื่อให้ก่อน โปรดตรวจทุกคน',
    en: 'Matched by number or name. Please check everybody.',
  },
  add: { th: 'ไม่มีในครัวเรือนที่คงไว้ ให้เพิ่ม', en: 'Not in the household that stays: add' },
  is: { th: (name: string) => `คือ ${name}`, en: name => `Is ${name}` },
})

const NOBODY = 'nobody'

export interface PlacePeopleProps {
  readonly survivor: HouseholdView
  readonly duplicate: HouseholdView
  readonly placed: PeoplePlaced
  readonly onPlace: (placed: PeoplePlaced) => void
}

/** For each person of the duplicate: the same as whom, or somebody to be added. */
export const PlacePeople = ({ survivor, duplicate, placed, onPlace }: PlacePeopleProps) => {
  const say = useWords(words)
  if (duplicate.members.length === 0) return null
  const options = [
    { value: NOBODY, label: say.add },
    ...survivor.members.map(m => ({ value: m.id as string, label: say.is(memberName(m)) })),
  ]
  return (
    <Section title={say.title} description={say.hint} look="plain">
      <FieldStack columns={2}>
        {duplicate.members.map(m => (
          <Select
            key={m.id}
            label={memberName(m)}
            options={options}
            value={placed[m.id] ?? NOBODY}
            onChange={value => onPlace({ ...placed, [m.id]: value === NOBODY ? null : (value as MemberId) })}
          />
        ))}
      </FieldStack>
    </Section>
  )
}
