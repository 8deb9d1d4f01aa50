import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { actorRange } from '@thaiqm/core/access/actor.ts'
import { hasAbility, mayCommand, type PermittedCommand } from '@thaiqm/core/access/permission.ts'
import { isInRange } from '@thaiqm/core/area/area-code.ts'
import type { IconName } from '@thaiqm/ui/icons.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { Menu } from '@thaiqm/ui/menu.tsx'
import { type ReactNode, useState } from 'react'
import { AnswerDataRequest } from '../data-request/answer-data-request.tsx'
import { CorrectAnswers } from '../data-request/correct-answers.tsx'
import { RecordDataRequest } from '../data-request/record-data-request.tsx'
import { MergeHousehold } from '../merger/merge-household.tsx'
import { useSession } from '../platform/session.tsx'
import { CorrectHousehold } from './correct-household.tsx'
import { MoveHousehold } from './move-household.tsx'
import type { RecordDialogProps } from './record-dialog.ts'

const words = defineWords({
  menu: { th: 'จัดการครัวเรือน', en: 'Manage the household' },
  CorrectHousehold: { th: 'แก้ไขที่อยู่และโทรศัพท์', en: 'Correct address and telephone' },
  CorrectAnswers: { th: 'แก้ไขคำตอบในแบบสำรวจ', en: 'Correct an answer' },
  RecordDataRequest: { th: 'บันทึกคำขอเกี่ยวกับข้อมูลส่วนบุคคล', en: 'Record a data request' },
  AnswerDataRequest: { th: 'ตอบคำขอเกี่ยวกับข้อมูลส่วนบุคคล', en: 'Answer a data request' },
  held: { th: 'พิมพ์ข้อมูลทั้งหมดที่จัดเก็บ', en: 'Print everything held' },
  MoveHousehold: { th: 'ย้ายไปหมู่บ้านอื่น', en: 'Move to another village' },
  MergeHousehold: { th: 'รวมกับครัวเรือนที่ซ้ำ', en: 'Merge with a duplicate' },
})

type Deed = keyof typeof deeds

const deeds = {
  CorrectHousehold: { icon: 'edit', Dialog: CorrectHousehold },
  CorrectAnswers: { icon: 'clipboard', Dialog: CorrectAnswers },
  RecordDataRequest: { icon: 'document', Dialog: RecordDataRequest },
  AnswerDataRequest: { icon: 'check', Dialog: AnswerDataRequest },
  MoveHousehold: { icon: 'arrow-right', Dialog: MoveHousehold },
  MergeHousehold: { icon: 'users', Dialog: MergeHousehold },
} as const satisfies Partial<
  Record<PermittedCommand, { readonly icon: IconName; readonly Dialog: (props: RecordDialogProps) => ReactNode }>
>

/** What may be done with the record itself, besides its hardships: by role and area. */
export const HouseholdActions = ({ household }: { readonly household: HouseholdView }) => {
  const say = useWords(words)
  const { actor } = useSession()
  const [open, setOpen] = useState<Deed | null>(null)
  const isOver = household.status === 'MERGED' || household.status === 'WITHDRAWN'
  const isAsked = household.dataRequests?.some(request => request.answered === null) === true
  // What the people of a merged record asked is still to be answered.
  const offered = (Object.keys(deeds) as Deed[]).filter(
    deed => mayCommand(actor, deed) && (deed === 'AnswerDataRequest' ? isAsked : !isOver),
  )
  if (offered.length === 0 || !isInRange(household.areaCode, actorRange(actor))) return null
  const Open = open === null ? null : deeds[open].Dialog
  return (
    <>
      <Menu
        text={say.menu}
        icon="edit"
        actions={[
          ...offered.map(deed => ({
            id: deed,
            label: say[deed],
            icon: deeds[deed].icon,
            onPress: () => setOpen(deed),
          })),
          ...(hasAbility(actor, 'read-held-record')
            ? [
                {
                  id: 'held',
                  label: say.held,
                  icon: 'printer' as const,
                  href: `/households/${household.id}/held-record`,
                },
              ]
            : []),
        ]}
      />
      {Open !== null && <Open household={household} onClose={() => setOpen(null)} />}
    </>
  )
}
