import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { mayCommand } from '@thaiqm/core/access/permission.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { Button, LinkButton } from '@thaiqm/ui/button.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { useState } from 'react'
import { useSession } from '../platform/session.tsx'
import { UnmergeHousehold } from './unmerge-household.tsx'

const words = defineWords({
  merged: {
    th: (day: string, reason: string) => `ครัวเรือนนี้รวมกับครัวเรือนอื่นแล้วเมื่อ ${day} · เหตุผล ${reason}`,
    en: (day, reason) => `This household was merged into another one on ${day} · ${reason}`,
  },
  mergedHint: {
    th: 'ไม่อยู่ในยอดนับใด และบันทึกเพิ่มเติมไม่ได้ งานทั้งหมดดำเนินการที่ครัวเรือนที่คงไว้',
    en: 'It is in no count and takes nothing more in. All work goes on at the household that stays.',
  },
  open: { th: 'เปิดครัวเรือนที่คงไว้', en: 'Open the one that stays' },
  undo: { th: 'ยกเลิกการรวม', en: 'Undo the merging' },
  tookOver: {
    th: (day: string, people: number, problems: number) =>
      `รับโอนข้อมูลจากครัวเรือนที่บันทึกซ้ำเมื่อ ${day}: ${people} คน ${problems} ปัญหา`,
    en: (day, people, problems) => `Took over ${people} people and ${problems} problems from a duplicate on ${day}`,
  },
  openOther: { th: 'เปิดครัวเรือนที่ซ้ำ', en: 'Open the duplicate' },
})

/** That this record was merged into another one, or took one over, with the way to it. */
export const MergerNotices = ({ household }: { readonly household: HouseholdView }) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { actor } = useSession()
  const [isUndoing, setUndoing] = useState(false)
  const { merged, takenOver = [] } = household
  return (
    <>
      {merged !== undefined && (
        <Notice
          tone="warning"
          title={say.merged(formatDay(merged.on, { language }), merged.reason)}
          actions={
            <>
              <LinkButton kind="primary" href={`/households/${merged.into}`}>
                {say.open}
              </LinkButton>
              {mayCommand(actor, 'UnmergeHousehold') && <Button onPress={() => setUndoing(true)}>{say.undo}</Button>}
            </>
          }
        >
          {say.mergedHint}
        </Notice>
      )}
      {takenOver.map(entry => (
        <Notice
          key={entry.duplicateId}
          actions={<LinkButton href={`/households/${entry.duplicateId}`}>{say.openOther}</LinkButton>}
        >
          {say.tookOver(formatDay(entry.on, { language }), entry.memberIds.length, entry.problemIds.length)}
        </Notice>
      ))}
      {isUndoing && merged !== undefined && (
        <UnmergeHousehold household={household} survivorId={merged.into} onClose={() => setUndoing(false)} />
      )}
    </>
  )
}
