import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { Button } from '@thaiqm/ui/button.tsx'
import { Dialog } from '@thaiqm/ui/dialog.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { TextArea } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { useRecord } from '../household/use-record.ts'
import { useGo } from '../platform/address.ts'
import { useCommand } from '../platform/commands.ts'
import { refusalText } from '../platform/refusal-text.ts'
import { useDecisionContext } from '../platform/session.tsx'
import { CarriedPreview } from './carried-preview.tsx'
import { ChooseOther } from './choose-other.tsx'
import { CompareHouseholds } from './compare-households.tsx'
import { likelyPeople, mergingOf, type PeoplePlaced } from './merging.ts'
import { PlacePeople } from './place-people.tsx'

const words = defineWords({
  title: { th: 'รวมครัวเรือนที่บันทึกซ้ำ', en: 'Merge a household recorded twice' },
  other: { th: 'เลือกครัวเรือนอื่น', en: 'Choose another' },
  confirm: { th: 'รวมครัวเรือน', en: 'Merge' },
  cancel: { th: 'ปิด', en: 'Close' },
  reason: { th: 'เหตุผลที่รวม', en: 'Why they are merged' },
  reasonHint: { th: 'เช่น นำเข้าจากทะเบียนและผู้ใหญ่บ้านเพิ่มซ้ำ', en: 'Such as: imported, and added again by the village head' },
  effect: {
    th: 'ครัวเรือนที่ซ้ำจะออกจากทุกยอดนับและเปิดดูได้เสมอ หากรวมผิดสามารถยกเลิกการรวมได้ภายหลัง',
    en: 'The duplicate leaves every count and can still be opened. A wrong merging can be undone later.',
  },
  reading: { th: 'กำลังอ่านข้อมูลอีกครัวเรือนหนึ่ง', en: 'Reading the other household' },
})

export interface MergeHouseholdProps {
  readonly household: HouseholdView
  readonly onClose: () => void
}

/** Finds the other record, shows both beside each other, says what will be carried, and merges. */
export const MergeHousehold = ({ household, onClose }: MergeHouseholdProps) => {
  const say = useWords(words)
  const [otherId, setOtherId] = useState<string | null>(null)
  const other = useRecord(otherId)
  if (other !== undefined && other.id === otherId)
    return <Merging household={household} other={other} onOther={() => setOtherId(null)} onClose={onClose} />
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={say.title}
      size="large"
      actions={<Button onPress={onClose}>{say.cancel}</Button>}
    >
      {otherId === null ? <ChooseOther household={household} onChosen={setOtherId} /> : <p>{say.reading}</p>}
    </Dialog>
  )
}

interface MergingProps extends MergeHouseholdProps {
  readonly other: HouseholdView
  readonly onOther: () => void
}

const Merging = ({ household, other, onOther, onClose }: MergingProps) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const go = useGo()
  const context = useDecisionContext()
  const { giveTogether, isGiving } = useCommand()
  const [stays, setStays] = useState<string>(household.id)
  const [survivor, duplicate] = stays === household.id ? [household, other] : [other, household]
  const [placed, setPlaced] = useState<PeoplePlaced>(() => likelyPeople(survivor, duplicate))
  const [reason, setReason] = useState('')
  const [isAttempted, setAttempted] = useState(false)
  const commands = mergingOf(survivor, duplicate, placed, reason.trim())
  const refused = commands.map(command => command.decide(context)).find(outcome => !outcome.ok)
  const shown =
    refused !== undefined && !refused.ok && (isAttempted || refused.code !== 'reason-missing') ? refused : null
  const keep = (id: string) => {
    setStays(id)
    setPlaced(id === household.id ? likelyPeople(household, other) : likelyPeople(other, household))
  }
  const merge = async () => {
    setAttempted(true)
    if (refused !== undefined) return
    const result = await giveTogether(commands)
    if (!result.ok) return
    onClose()
    if (survivor.id !== household.id) go(`/households/${survivor.id}`)
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={say.title}
      size="large"
      isInsistent={isGiving}
      actions={
        <>
          <Button kind="primary" onPress={() => void merge()} isPending={isGiving}>
            {say.confirm}
          </Button>
          <Button onPress={onOther} isDisabled={isGiving}>
            {say.other}
          </Button>
        </>
      }
    >
      <FieldStack>
        <CompareHouseholds left={household} right={other} survivorId={survivor.id} onKeep={keep} />
        <PlacePeople survivor={survivor} duplicate={duplicate} placed={placed} onPlace={setPlaced} />
        <CarriedPreview survivor={survivor} duplicate={duplicate} placed={placed} />
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
        <Notice>{say.effect}</Notice>
      </FieldStack>
    </Dialog>
  )
}
