import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import { type Member, memberName } from '@thaiqm/core/member/member.ts'
import { endingWith, livingWithout } from '@thaiqm/core/member/record-death.ts'
import { DatePicker } from '@thaiqm/ui/date-field.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { Select } from '@thaiqm/ui/select.tsx'
import { TextArea } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { relationName } from '../platform/names.ts'
import { useSession } from '../platform/session.tsx'
import { ActDialog } from '../problem/act-dialog.tsx'

const words = defineWords({
  title: { th: (name: string) => `บันทึกการเสียชีวิตของ ${name}`, en: name => `Record the death of ${name}` },
  confirm: { th: 'บันทึกการเสียชีวิต', en: 'Record the death' },
  diedOn: { th: 'วันที่เสียชีวิต', en: 'Died on' },
  diedOnMissing: { th: 'โปรดระบุวันที่เสียชีวิต', en: 'Please give the day' },
  newHead: { th: 'หัวหน้าครัวเรือนคนใหม่', en: 'New head of the household' },
  newHeadHint: {
    th: 'ความสัมพันธ์ของสมาชิกคนอื่นกับหัวหน้าคนใหม่ ปรับได้ในการสำรวจครั้งต่อไป',
    en: 'How the others are related to the new head is asked with the next form.',
  },
  note: { th: 'หมายเหตุ', en: 'Note' },
  noteHint: { th: 'เช่น ตามใบมรณบัตร', en: 'Such as: by the death certificate' },
  effect: {
    th: (own: number) =>
      own === 0
        ? 'ผู้เสียชีวิตไม่มีปัญหาส่วนบุคคลที่ยังต้องแก้ไข ปัญหาของครัวเรือนยังคงอยู่'
        : `ปัญหาส่วนบุคคลของผู้เสียชีวิตที่ยังต้องแก้ไข ${own} รายการจะสิ้นสุดลง พร้อมเรื่องที่ส่งต่อหน่วยงานและความต้องการที่เผยแพร่ไว้ ส่วนปัญหาของครัวเรือนยังคงอยู่`,
    en: own =>
      own === 0
        ? 'This person has no live problem. The household’s own problems stay.'
        : `${own} live problems of this person end, with their referrals and published needs. The household’s own problems stay.`,
  },
  last: {
    th: 'ไม่มีสมาชิกที่ยังมีชีวิตอยู่ในครัวเรือนนี้แล้ว ครัวเรือนจะเปลี่ยนสถานะเป็นบ้านว่าง',
    en: 'Nobody living is left: the household becomes vacant.',
  },
})

export interface RecordDeathProps {
  readonly household: HouseholdView
  readonly member: Member
  readonly onClose: () => void
}

/** A member has died (scenario 16): on which day, and who is head from now on. */
export const RecordDeath = ({ household, member, onClose }: RecordDeathProps) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { today } = useSession()
  const [diedOn, setDiedOn] = useState<string | null>(null)
  const [newHeadId, setNewHeadId] = useState<Member['id'] | null>(null)
  const [note, setNote] = useState('')
  const living = livingWithout(household, member.id)
  const own = endingWith(household, member.id)
  return (
    <ActDialog
      household={household}
      command={
        diedOn === null
          ? null
          : {
              type: 'RecordDeath',
              input: { memberId: member.id, diedOn: diedOn as Day, newHeadId, note: note.trim() },
            }
      }
      title={say.title(memberName(member))}
      confirmLabel={say.confirm}
      onClose={onClose}
      fieldCodes={['incomplete', 'day-in-future', 'new-head-missing']}
    >
      {errorOf => (
        <>
          <DatePicker
            label={say.diedOn}
            value={diedOn}
            onChange={setDiedOn}
            max={today}
            error={errorOf('day-in-future') ?? (errorOf('incomplete') === undefined ? undefined : say.diedOnMissing)}
            isRequired
          />
          {member.isHead && living.length > 0 && (
            <Select
              label={say.newHead}
              hint={say.newHeadHint}
              options={living.map(one => ({
                value: one.id,
                label: memberName(one),
                description: relationName(one.relation, language),
              }))}
              value={newHeadId}
              onChange={setNewHeadId}
              error={errorOf('new-head-missing')}
              isRequired
            />
          )}
          <TextArea
            label={say.note}
            hint={say.noteHint}
            value={note}
            onChange={setNote}
            maxLength={2000}
            rows={2}
            isOptional
          />
          <Notice tone={living.length === 0 ? 'warning' : 'info'}>
            {say.effect(own.length)}
            {living.length === 0 && ` ${say.last}`}
          </Notice>
        </>
      )}
    </ActDialog>
  )
}
