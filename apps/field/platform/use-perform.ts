import type { Household } from '@thaiqm/core/household/household.ts'
import type { HouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import type { CommandId } from '@thaiqm/core/ledger/identifiers.ts'
import { useLanguage } from '@thaiqm/ui/language.tsx'
import { useState } from 'react'
import { type FieldApp, useFieldApp } from './field-app.tsx'
import { isPhoneFull, PHONE_FULL, phoneFullText } from './phone-full.ts'
import type { RefusalGiven } from './refusal-text.ts'

export type Performed =
  | { readonly ok: true; readonly commandId: string; readonly household: Household | null }
  | { readonly ok: false; readonly refusal: RefusalGiven }

/**
 * The one way to write: the rules decide here first, an accepted command goes into the outbox, the household is shown
 * as it then stands, and sending begins without being waited for. `seenVersion` is the server's version that the person
 * had before their eyes, when that is not the one this phone holds now: a form was begun on it, and its values copied.
 */
export const performCommand = async (
  { judge, outbox, households, sync, photos, clock }: FieldApp,
  householdId: string,
  household: Household | null,
  command: HouseholdCommand,
  seenVersion?: number,
): Promise<Performed> => {
  const { decideHere } = await import('./decide.ts')
  const decided = decideHere(householdId, household, command, judge)
  if (!decided.ok) return { ok: false, refusal: decided }
  const commandId = crypto.randomUUID() as CommandId
  const basedOnVersion = household === null ? null : (seenVersion ?? (await households.baseVersion(householdId)))
  try {
    // Photos first: a form that is on its way never names one that goes with its draft.
    await photos.keepForSending(command.input)
    await outbox.add({
      commandId,
      ledgerKind: 'household',
      ledgerId: householdId,
      type: command.type,
      input: command.input,
      madeAt: clock.now(),
      basedOnVersion,
    })
  } catch (failure) {
    if (isPhoneFull(failure)) return { ok: false, refusal: { code: PHONE_FULL, details: {} } }
    throw failure
  }
  // From here on it is made, whatever becomes of what is shown: that can be read again, and must not be done again.
  if (decided.value !== null) await households.keep(decided.value).catch(() => undefined)
  void sync.flush()
  return { ok: true, commandId, household: decided.value }
}

/** The same for a screen: whether it runs, and the sentence of its refusal. */
export const usePerform = () => {
  const app = useFieldApp()
  const { language } = useLanguage()
  const [isPending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<{ readonly code: string; readonly text: string }>()
  const perform = async (
    householdId: string,
    household: Household | null,
    command: HouseholdCommand,
    seenVersion?: number,
  ): Promise<Performed> => {
    setPending(true)
    setRefusal(undefined)
    try {
      const done = await performCommand(app, householdId, household, command, seenVersion)
      if (!done.ok) {
        const { refusalText } = await import('./refusal-text.ts')
        const { code } = done.refusal
        setRefusal({ code, text: code === PHONE_FULL ? phoneFullText(language) : refusalText(done.refusal, language) })
      }
      return done
    } finally {
      setPending(false)
    }
  }
  return { perform, isPending, refusal, clearRefusal: () => setRefusal(undefined) }
}
