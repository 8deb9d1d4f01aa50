import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { actorRange, readsReferredOnly } from '@thaiqm/core/access/actor.ts'
import { mayCommand } from '@thaiqm/core/access/permission.ts'
import { isInRange } from '@thaiqm/core/area/area-code.ts'
import { type Member, memberAge, memberName } from '@thaiqm/core/member/member.ts'
import { formatPartialDay } from '@thaiqm/core/thai/format-day.ts'
import { formatNationalNumber, maskNationalNumber } from '@thaiqm/core/thai/national-number.ts'
import { Badge } from '@thaiqm/ui/badge.tsx'
import { Button, IconButton } from '@thaiqm/ui/button.tsx'
import { type Column, DataTable } from '@thaiqm/ui/data-table.tsx'
import { useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState } from '@thaiqm/ui/notice.tsx'
import { Section } from '@thaiqm/ui/page-header.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'
import { useState } from 'react'
import { relationName } from '../platform/names.ts'
import { useSession } from '../platform/session.tsx'
import { RecordDeath } from './record-death.tsx'

const words = defineWords({
  title: { th: 'สมาชิกในครัวเรือน', en: 'Members' },
  stated: { th: (n: number) => `ทะเบียนระบุ ${n} คน`, en: n => `The register states ${n}` },
  none: { th: 'ยังไม่มีรายชื่อสมาชิก', en: 'No members recorded yet' },
  noneHint: { th: 'รายชื่อบันทึกพร้อมแบบสำรวจ', en: 'Members are recorded with the form.' },
  name: { th: 'ชื่อ–สกุล', en: 'Name' },
  relation: { th: 'ความสัมพันธ์', en: 'Relation' },
  age: { th: 'อายุ', en: 'Age' },
  years: { th: (n: number) => `${n} ปี`, en: n => `${n}` },
  born: { th: 'เกิด', en: 'Born' },
  number: { th: 'เลขประจำตัวประชาชน', en: 'National number' },
  residence: { th: 'การอยู่อาศัย', en: 'Residence' },
  reveal: { th: (name: string) => `แสดงเลขประจำตัวของ ${name}`, en: name => `Show the number of ${name}` },
  hide: { th: (name: string) => `ซ่อนเลขประจำตัวของ ${name}`, en: name => `Hide the number of ${name}` },
  toCheck: { th: 'รอตรวจสอบ', en: 'To be checked' },
  head: { th: 'หัวหน้าครัวเรือน', en: 'Head' },
  notThai: { th: 'ไม่มีสัญชาติไทย', en: 'Not a Thai national' },
  death: { th: (name: string) => `บันทึกการเสียชีวิต: ${name}`, en: name => `Record a death: ${name}` },
  recordDeath: { th: 'บันทึกการเสียชีวิต', en: 'Record a death' },
  acts: { th: 'การดำเนินการ', en: 'Acts' },
  resident: { th: 'อยู่ในบ้าน', en: 'At home' },
  away: { th: 'ไปอยู่ที่อื่นชั่วคราว', en: 'Away for now' },
  dead: { th: 'เสียชีวิต', en: 'Deceased' },
  moved: { th: 'ย้ายออก', en: 'Moved away' },
})

/** A number shown only to who asks for it, one at a time. */
const MaskedNumber = ({ member, nationalNumber }: { readonly member: Member; readonly nationalNumber: string }) => {
  const say = useWords(words)
  const [isShown, setShown] = useState(false)
  const name = memberName(member)
  // Numbers that arrive masked from the server have nothing to reveal.
  const mayReveal = /^\d+$/.test(nationalNumber)
  return (
    <span className="of-masked">
      <code>
        {mayReveal
          ? isShown
            ? formatNationalNumber(nationalNumber)
            : maskNationalNumber(nationalNumber)
          : nationalNumber}
      </code>
      {mayReveal && (
        <IconButton
          icon={isShown ? 'eye-off' : 'eye'}
          size="small"
          label={isShown ? say.hide(name) : say.reveal(name)}
          onPress={() => setShown(!isShown)}
        />
      )}
      {member.numberStatus === 'to-check' && <Badge tone="warning">{say.toCheck}</Badge>}
    </span>
  )
}

/** The people of a household. */
export const MemberTable = ({ household }: { readonly household: HouseholdView }) => {
  const { actor, today } = useSession()
  const { language } = useLanguage()
  const say = useWords(words)
  const [died, setDied] = useState<Member | null>(null)
  const isOver = household.status === 'MERGED' || household.status === 'WITHDRAWN'
  const mayRecord = !isOver && mayCommand(actor, 'RecordDeath') && isInRange(household.areaCode, actorRange(actor))
  const acts: Column<Member>[] = [
    {
      key: 'acts',
      heading: say.acts,
      isHeadingHidden: true,
      align: 'end',
      cell: member =>
        member.residence !== 'dead' && (
          <Button kind="quiet" size="small" aria-label={say.death(memberName(member))} onPress={() => setDied(member)}>
            {say.recordDeath}
          </Button>
        ),
    },
  ]
  const stated = household.statedMemberCount
  const identity: Column<Member>[] = [
    {
      key: 'born',
      heading: say.born,
      priority: 2,
      cell: member => (member.birth === null ? '–' : formatPartialDay(member.birth, { language })),
    },
    {
      key: 'number',
      heading: say.number,
      priority: 2,
      cell: member =>
        member.nationalNumber === null ? '–' : <MaskedNumber member={member} nationalNumber={member.nationalNumber} />,
    },
  ]
  return (
    <Section
      title={say.title}
      description={stated !== null && stated !== household.members.length ? say.stated(stated) : undefined}
    >
      <DataTable
        caption={say.title}
        rows={household.members}
        rowKey={member => member.id}
        empty={
          <EmptyState icon="users" title={say.none}>
            {say.noneHint}
          </EmptyState>
        }
        columns={[
          {
            key: 'name',
            heading: say.name,
            cell: member => (
              <span className="of-inline">
                {memberName(member)}
                {member.isHead && <Badge tone="info">{say.head}</Badge>}
                {!member.isThai && <Badge>{say.notThai}</Badge>}
              </span>
            ),
          },
          { key: 'relation', heading: say.relation, cell: member => relationName(member.relation, language) },
          {
            key: 'age',
            heading: say.age,
            align: 'end',
            cell: member => {
              const age = memberAge(member, today)
              return age === null ? '–' : say.years(age)
            },
          },
          ...(readsReferredOnly(actor) ? [] : identity),
          { key: 'residence', heading: say.residence, priority: 2, cell: member => say[member.residence] },
          ...(mayRecord ? acts : []),
        ]}
      />
      {died !== null && <RecordDeath household={household} member={died} onClose={() => setDied(null)} />}
    </Section>
  )
}
