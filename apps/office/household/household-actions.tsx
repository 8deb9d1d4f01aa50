import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { actorRange } from '@thaiqm/core/access/actor.ts'
import { mayCommand, type PermittedCommand } from '@thaiqm/core/access/permission.ts'
import { isInRange } from '@thaiqm/core/area/area-code.ts'
import type { IconName } from '@thaiqm/ui/icons.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { Menu } from '@thaiqm/ui/menu.tsx'
import { type ReactNode, useState } from 'react'
import { MergeHousehold } from '../merger/merge-household.tsx'
import { useSession } from '../platform/session.tsx'
import { CorrectHousehold } from './correct-household.tsx'
import { MoveHousehold } from './move-household.tsx'
import type { RecordDialogProps } from './record-dialog.ts'

const words = defineWords({
  menu: { th: 'จัดการครัวเรือน', en: 'Manage the household' },
  CorrectHousehold: { th: 'แก้ไขที่อยู่และโทรศัพท์', en: 'Correct address and telephone' },
  MoveHousehold: { th: 'ย้ายไปหมู่บ้านอื่น', en: 'Move to another village' },
  MergeHousehold: { th: 'รวมกับครัวเรือนที่ซ้ำ', en: 'Merge with a duplicate' },
})

type Deed = keyof typeof deeds

const deeds = {
  CorrectHousehold: { icon: 'edit', Dialog: CorrectHousehold },
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
  const offered = (Object.keys(deeds) as Deed[]).filter(deed => mayCommand(actor, deed))
  const isOver = household.status === 'MERGED' || household.status === 'WITHDRAWN'
  if (isOver || offered.length === 0 || !isInRange(household.areaCode, actorRange(actor))) return null
  const Open = open === null ? null : deeds[open].Dialog
  return (
    <>
      <Menu
        text={say.menu}
        icon="edit"
        actions={offered.map(deed => ({
          id: deed,
          label: say[deed],
          icon: deeds[deed].icon,
          onPress: () => setOpen(deed),
        }))}
      />
      {Open !== null && <Open household={household} onClose={() => setOpen(null)} />}
    </>
  )
}
