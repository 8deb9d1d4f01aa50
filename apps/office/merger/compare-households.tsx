import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { memberName } from '@thaiqm/core/member/member.ts'
import { isLive } from '@thaiqm/core/problem/problem-state.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { RadioGroup } from '@thaiqm/ui/choice-group.tsx'
import { type Column, DataTable } from '@thaiqm/ui/data-table.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { originName } from '../platform/names.ts'
import { placeName } from '../platform/place.ts'

const words = defineWords({
  stays: { th: 'ครัวเรือนที่คงไว้', en: 'The household that stays' },
  staysHint: { th: 'อีกครัวเรือนหนึ่งจะออกจากยอดนับ', en: 'The other one leaves the counts.' },
  caption: { th: 'เปรียบเทียบสองครัวเรือน', en: 'The two households beside each other' },
  what: { th: 'รายการ', en: 'What' },
  this: { th: 'ครัวเรือนนี้', en: 'This household' },
  other: { th: 'อีกครัวเรือนหนึ่ง', en: 'The other' },
  address: { th: 'ที่อยู่', en: 'Address' },
  code: { th: 'รหัสประจำบ้าน', en: 'House code' },
  people: { th: 'สมาชิก', en: 'Members' },
  problems: { th: 'ปัญหาที่ยังต้องแก้', en: 'Live problems' },
  forms: { th: 'แบบสำรวจ', en: 'Forms' },
  origin: { th: 'ที่มา', en: 'Origin' },
  first: { th: 'บันทึกครั้งแรก', en: 'First recorded' },
})

export interface CompareHouseholdsProps {
  readonly left: HouseholdView
  readonly right: HouseholdView
  readonly survivorId: string
  readonly onKeep: (id: string) => void
}

/** Both records side by side, and which of them goes on. */
export const CompareHouseholds = ({ left, right, survivorId, onKeep }: CompareHouseholdsProps) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const place = (of: HouseholdView) => placeName({ ...of.address, areaCode: of.areaCode }, language)
  const row = (key: string, tell: (of: HouseholdView) => string) => ({ key, left: tell(left), right: tell(right) })
  const rows = [
    row(say.address, place),
    row(say.code, of => of.address.houseCode ?? '–'),
    row(say.people, of => of.members.map(memberName).join(', ') || '–'),
    row(
      say.problems,
      of =>
        of.problems
          .filter(p => isLive(p.state))
          .map(p => p.kindCode)
          .join(', ') || '–',
    ),
    row(say.forms, of => String(of.surveys.length)),
    row(say.origin, of => originName(of.origin, language)),
    row(say.first, of => formatDay(of.firstRecordedOn, { language })),
  ]
  const columns: Column<(typeof rows)[number]>[] = [
    { key: 'what', heading: say.what, cell: one => one.key },
    { key: 'left', heading: say.this, cell: one => one.left },
    { key: 'right', heading: say.other, cell: one => one.right },
  ]
  return (
    <>
      <DataTable caption={say.caption} columns={columns} rows={rows} rowKey={one => one.key} />
      <RadioGroup
        label={say.stays}
        hint={say.staysHint}
        layout="grid"
        value={survivorId}
        onChange={onKeep}
        choices={[
          { value: left.id, label: say.this, description: place(left) },
          { value: right.id, label: say.other, description: place(right) },
        ]}
      />
    </>
  )
}
