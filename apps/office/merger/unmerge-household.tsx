import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { memberName } from '@thaiqm/core/member/member.ts'
import { carriedBack } from '@thaiqm/core/merger/carried.ts'
import { Button } from '@thaiqm/ui/button.tsx'
import { Dialog } from '@thaiqm/ui/dialog.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { TextArea } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { useRecord } from '../household/use-record.ts'
import { useCommand } from '../platform/commands.ts'
import { kindName, stateName } from '../platform/names.ts'
import { refusalText } from '../platform/refusal-text.ts'
import { useDecisionContext } from '../platform/session.tsx'
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
  const context = useDecisionContext()
  const { giveTogether, isGiving } = useCommand()
  const survivor = useRecord(survivorId)
  const [reason, setReason] = useState('')
  const [isAttempted, setAttempted] = useState(false)
  const entry = survivor?.takenOver?.find(t => t.duplicateId === household.id)
  const back = survivor === undefined || entry === undefined ? undefined : carriedBack(survivor, entry)
  const commands = survivor === undefined ? undefined : unmergingOf(survivor, household, reason.trim())
  const refused = commands?.map(command => command.decide(context)).find(outcome => !outcome.ok)
  const shown =
    refused !== undefined && !refused.ok && (isAttempted || refused.code !== 'reason-missing') ? refused : null
  const undo = async () => {
    setAttempted(true)
    if (commands === undefined || refused !== undefined) return
    const result = await giveTogether(commands)
    if (result.ok) onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={say.title}
      isInsistent={isGiving}
      actions={
        <>
          <Button kind="danger" onPress={() => void undo()} isPending={isGiving} isDisabled={survivor === undefined}>
            {say.confirm}
          </Button>
          <Button onPress={onClose} isDisabled={isGiving}>
            {say.close}
          </Button>
        </>
      }
    >
      <FieldStack>
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
        <TextArea
          label={say.reason}
          hint={say.reasonHint}
          value={reason}
          onChange={setReason}
          maxLength={2000}
          rows={2}
          error={shown?.code === 'reason-missing' ? refusalText(shown, language) : undefined}
          isRequired
        />
        {shown !== null && shown.code !== 'reason-missing' && (
          <Notice tone="danger" isLive>
            {refusalText(shown, language)}
          </Notice>
        )}
      </FieldStack>
    </Dialog>
  )
}
