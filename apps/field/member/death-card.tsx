import type { Household } from '@thaiqm/core/household/household.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import { type Member, memberName } from '@thaiqm/core/member/member.ts'
import { livingWithout } from '@thaiqm/core/member/record-death.ts'
import { DatePicker } from '@thaiqm/ui/date-field.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { Select } from '@thaiqm/ui/select.tsx'
import { useState } from 'react'
import { useFieldApp } from '../platform/field-app.tsx'
import { ActCard } from '../problem/act-card.tsx'

const words = defineWords({
  title: { th: (name: string) => `บันทึกการเสียชีวิตของ ${name}`, en: name => `Record the death of ${name}` },
  confirm: { th: 'บันทึกการเสียชีวิต', en: 'Record the death' },
  diedOn: { th: 'วันที่เสียชีวิต', en: 'Died on' },
  newHead: { th: 'หัวหน้าครัวเรือนคนใหม่', en: 'New head of the household' },
  effect: {
    th: 'ปัญหาส่วนบุคคลของผู้เสียชีวิตจะสิ้นสุดลง ส่วนปัญหาของครัวเรือนยังคงอยู่',
    en: 'This person’s own problems end; the household’s stay.',
  },
  last: {
    th: 'ไม่มีสมาชิกที่ยังมีชีวิตอยู่แล้ว ครัวเรือนจะเปลี่ยนสถานะเป็นบ้านว่าง',
    en: 'Nobody living is left: the household becomes vacant.',
  },
})

interface DeathCardProps {
  readonly household: Household
  readonly member: Member
  readonly onClose: () => void
}

/** A member has died: on which day, and who is head from now on. Works without signal. */
export const DeathCard = ({ household, member, onClose }: DeathCardProps) => {
  const said = useWords(words)
  const { clock } = useFieldApp()
  const [diedOn, setDiedOn] = useState<string | null>(null)
  const [newHeadId, setNewHeadId] = useState<Member['id'] | null>(null)
  const living = livingWithout(household, member.id)
  return (
    <ActCard
      household={household}
      title={said.title(memberName(member))}
      confirm={said.confirm}
      command={
        diedOn === null
          ? null
          : { type: 'RecordDeath', input: { memberId: member.id, diedOn: diedOn as Day, newHeadId, note: '' } }
      }
      fieldCodes={['day-in-future', 'new-head-missing']}
      onClose={onClose}
    >
      {errorOf => (
        <>
          <DatePicker
            label={said.diedOn}
            isRequired
            value={diedOn}
            onChange={setDiedOn}
            max={clock.today()}
            error={errorOf('day-in-future')}
          />
          {member.isHead && living.length > 0 && (
            <Select
              label={said.newHead}
              isRequired
              value={newHeadId}
              onChange={setNewHeadId}
              options={living.map(one => ({ value: one.id, label: memberName(one) }))}
              error={errorOf('new-head-missing')}
            />
          )}
          <Notice tone={living.length === 0 ? 'warning' : 'info'}>
            {living.length === 0 ? said.last : said.effect}
          </Notice>
        </>
      )}
    </ActCard>
  )
}
