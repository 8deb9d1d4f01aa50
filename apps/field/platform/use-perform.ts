import type { Household } from '@thaiqm/core/household/household.ts'
import type { HouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import type { CommandId } from '@thaiqm/core/ledger/identifiers.ts'
import { type FieldApp, useFieldApp } from './field-app.tsx'
import { refusedWhenFull } from './phone-full.ts'
import type { Refused } from './refusal-text.ts'
import { useGiving } from './use-giving.ts'

export type Performed =
  | { readonly ok: true; readonly commandId: string; readonly household: Household | null }
  | Refused

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
  const full = await refusedWhenFull(async () => {
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
  })
  if (full !== null) return full
  // From here on it is made, whatever becomes of what is shown: that can be read again, and must not be done again.
  if (decided.value !== null) await households.keep(decided.value).catch(() => undefined)
  void sync.flush()
  return { ok: true, commandId, household: decided.value }
}

/** The same for a screen: whether it runs, and the sentence of its refusal. */
export const usePerform = () => {
  const app = useFieldApp()
  const { give, ...state } = useGiving()
  const perform = (
    householdId: string,
    household: Household | null,
    command: HouseholdCommand,
    seenVersion?: number,
  ): Promise<Performed> => give(() => performCommand(app, householdId, household, command, seenVersion))
  return { perform, ...state }
}
