import { IconButton } from '@thaiqm/ui/button.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { showToast } from '@thaiqm/ui/toast.tsx'
import type { DraftAction } from './plan-draft.ts'
import type { PlanEditor } from './use-plan-editor.ts'

const words = defineWords({
  up: { th: (n: number) => `เลื่อนแนวทางที่ ${n} ขึ้น`, en: n => `Move action ${n} up` },
  down: { th: (n: number) => `เลื่อนแนวทางที่ ${n} ลง`, en: n => `Move action ${n} down` },
  moved: { th: (n: number) => `เลื่อนเป็นแนวทางที่ ${n} แล้ว`, en: n => `It is action ${n} now` },
})

const buttonId = (action: DraftAction, by: 1 | -1): string => `${by === 1 ? 'down' : 'up'}-${action.id}`

interface OrderButtonsProps {
  readonly editor: PlanEditor
  readonly action: DraftAction
  readonly number: number
}

/** Moves one action of the plan up or down. The keyboard stays on the action that moved, so it can be pressed again. */
export const OrderButtons = ({ editor, action, number }: OrderButtonsProps) => {
  const say = useWords(words)
  const last = editor.draft.actions.length
  if (last < 2) return null
  const move = (by: 1 | -1) => {
    editor.move(action.id, by)
    showToast({ title: say.moved(number + by) })
    const isAtEnd = number + by === 1 || number + by === last
    requestAnimationFrame(() => document.getElementById(buttonId(action, isAtEnd ? (by === 1 ? -1 : 1) : by))?.focus())
  }
  return (
    <>
      <IconButton
        id={buttonId(action, -1)}
        icon="chevron-up"
        label={say.up(number)}
        isDisabled={number === 1}
        onPress={() => move(-1)}
      />
      <IconButton
        id={buttonId(action, 1)}
        icon="chevron-down"
        label={say.down(number)}
        isDisabled={number === last}
        onPress={() => move(1)}
      />
    </>
  )
}
