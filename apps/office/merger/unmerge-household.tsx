import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { memberName } from '@thaiqm/core/member/member.ts'
import { carriedBack } from '@thaiqm/core/merger/carried.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { useHousehold } from '../household/use-household.ts'
import { kindName, stateName } from '../platform/names.ts'
import { MergerDialog } from './merger-dialog.tsx'
import { unmergingOf } from './merging.ts'

const words = defineWords({
  title: { th: 'ยกเลิกการรวมครัวเรือน', en: 'Undo the merging' },
  confirm: { th: 'ยกเลิกการรวม', en: 'Undo' },
  close: { th: 'ปิด', en: 'Close' },
  back: { th: 'จะคืนให้ครัวเรือนนี้ พร้อมสิ่งที่ดำเนินการไปแล้ว', en: 'Comes back to this household, with what was done since' },
  nothing: { th: 'ไม่มีสิ่งที่โอนไปให้คืน', en: 'Nothing was carried' },
  reason: { th: 'เหตุผลที่ยกเลิก', en: 'Why' },
  reasonHint: { th: 'เช่น ตรวจแล้วเป็นคนละครอบครัวในบ้านเดียวกัน', en: 'Such as: two families in one house after all' },
  reading: { th: 'กำลังอ่านครัวเรือนที่คงไว้', en: 'Reading the household that stays' },
})

export interface UnmergeHouseholdProps {
  readonly household: HouseholdView
  readonly survivorId: string
  readonly onClose: () => void
}

/** They are two households after all: says what comes back, and takes them apart. */
export const UnmergeHousehold = ({ household, survivorId, onClose }: UnmergeHouseholdProps) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const survivor = useHousehold(survivorId).data?.household
  const entry = survivor?.takenOver?.find(t => t.duplicateId === household.id)
  const back = survivor === undefined || entry === undefined ? undefined : carriedBack(survivor, entry)
  return (
    <MergerDialog
      title={say.title}
      commandsFor={reason => (survivor === undefined ? undefined : unmergingOf(survivor, household, reason))}
      confirmLabel={say.confirm}
      cancelLabel={say.close}
      isDangerous
      reasonLabel={say.reason}
      reasonHint={say.reasonHint}
      onDone={onClose}
      onClose={onClose}
    >
      {survivor === undefined ? (
        <p>{say.reading}</p>
      ) : (
        <div>
          <p>{say.back}</p>
          <ul>
            {(back === undefined || back.members.length + back.problems.length === 0) && <li>{say.nothing}</li>}
            {back?.members.map(m => (
              <li key={m.id}>{memberName(m)}</li>
            ))}
            {back?.problems.map(p => (
              <li key={p.id}>
                {p.kindCode} {kindName(p.kindCode, language)} ({stateName(p.state, language)})
              </li>
            ))}
          </ul>
        </div>
      )}
    </MergerDialog>
  )
}
