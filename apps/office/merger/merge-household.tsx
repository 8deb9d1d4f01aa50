import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { Button } from '@thaiqm/ui/button.tsx'
import { Dialog } from '@thaiqm/ui/dialog.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { useState } from 'react'
import { useHousehold } from '../household/use-household.ts'
import { useGo } from '../platform/address.ts'
import { CarriedPreview } from './carried-preview.tsx'
import { ChooseOther } from './choose-other.tsx'
import { CompareHouseholds } from './compare-households.tsx'
import { MergerDialog } from './merger-dialog.tsx'
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
  const other = useHousehold(otherId).data?.household
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
  const go = useGo()
  const [stays, setStays] = useState<string>(household.id)
  const [survivor, duplicate] = stays === household.id ? [household, other] : [other, household]
  const [placed, setPlaced] = useState<PeoplePlaced>(() => likelyPeople(survivor, duplicate))
  const keep = (id: string) => {
    setStays(id)
    setPlaced(id === household.id ? likelyPeople(household, other) : likelyPeople(other, household))
  }
  const done = () => {
    onClose()
    if (survivor.id !== household.id) go(`/households/${survivor.id}`)
  }
  return (
    <MergerDialog
      title={say.title}
      size="large"
      commandsFor={reason => mergingOf(survivor, duplicate, placed, reason)}
      confirmLabel={say.confirm}
      cancelLabel={say.other}
      onCancel={onOther}
      reasonLabel={say.reason}
      reasonHint={say.reasonHint}
      effect={<Notice>{say.effect}</Notice>}
      onDone={done}
      onClose={onClose}
    >
      <CompareHouseholds left={household} right={other} survivorId={survivor.id} onKeep={keep} />
      <PlacePeople survivor={survivor} duplicate={duplicate} placed={placed} onPlace={setPlaced} />
      <CarriedPreview survivor={survivor} duplicate={duplicate} placed={placed} />
    </MergerDialog>
  )
}
