import type { Household } from '@thaiqm/core/household/household.ts'
import type { HouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import type { Problem } from '@thaiqm/core/problem/problem.ts'
import { Button } from '@thaiqm/ui/button.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { showToast } from '@thaiqm/ui/toast.tsx'
import { type ReactNode, useEffect, useRef } from 'react'
import { usePerform } from '../platform/use-perform.ts'

const words = defineWords({
  cancel: { th: 'ยกเลิก', en: 'Cancel' },
  saved: { th: 'บันทึกแล้ว', en: 'Recorded' },
})

export interface ActProps {
  readonly household: Household
  readonly problem: Problem
  readonly onClose: () => void
}

export interface ActCardProps {
  readonly household: Household
  readonly title: string
  readonly confirm: string
  /** What is given when it is confirmed; null while a choice without which there is no command is still to be made. */
  readonly command: HouseholdCommand | null
  /** Refusals that are shown at a field; any other stands above the form. */
  readonly fieldCodes: readonly string[]
  /** What the rules have against it whatever is filled in: then there is no form. */
  readonly blocked?: string | undefined
  readonly onClose: () => void
  readonly children: (errorOf: (...codes: readonly string[]) => string | undefined) => ReactNode
}

/** One act on a hardship: its form, what the rules say against it, and the way back. */
export const ActCard = (props: ActCardProps) => {
  const { household, title, confirm, command, fieldCodes, blocked, onClose, children } = props
  const said = useWords(words)
  const { perform, isPending, refusal } = usePerform()
  const heading = useRef<HTMLHeadingElement>(null)
  // It may open below what is in sight.
  useEffect(() => {
    heading.current?.scrollIntoView({ block: 'start' })
    heading.current?.focus({ preventScroll: true })
  }, [])
  const save = async () => {
    if (command === null) return
    const done = await perform(household.id, household, command)
    if (!done.ok) return
    showToast({ title: said.saved })
    onClose()
  }
  const errorOf = (...codes: readonly string[]) =>
    refusal !== undefined && codes.includes(refusal.code) ? refusal.text : undefined
  return (
    <section className="fd-card" aria-label={title}>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {refusal !== undefined && !fieldCodes.includes(refusal.code) && (
        <Notice tone="danger" isLive>
          {refusal.text}
        </Notice>
      )}
      {blocked === undefined ? (
        <>
          <FieldStack>{children(errorOf)}</FieldStack>
          <Button
            kind="primary"
            size="large"
            isWide
            isDisabled={command === null}
            isPending={isPending}
            onPress={() => void save()}
          >
            {confirm}
          </Button>
        </>
      ) : (
        <Notice tone="warning">{blocked}</Notice>
      )}
      <Button kind="quiet" isWide onPress={onClose}>
        {said.cancel}
      </Button>
    </section>
  )
}
