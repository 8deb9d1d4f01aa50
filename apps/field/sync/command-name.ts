import { meetingCommandNames } from '@thaiqm/contract/meeting/meeting-names.ts'
import { commands } from '@thaiqm/contract/wire/commands.ts'
import type { LedgerKind } from '@thaiqm/core/sync/command-envelope.ts'
import type { Language } from '@thaiqm/ui/language.tsx'

const names: ReadonlyMap<string, { readonly th: string; readonly en: string }> = new Map([
  ...commands.map(({ type, nameTh, nameEn }) => [type, { th: nameTh, en: nameEn }] as const),
  ...Object.entries(meetingCommandNames),
])

/** What a command does, in the contract's own words; one of a newer app by its own name. */
export const commandName = (type: string, language: Language): string => names.get(type)?.[language] ?? type

/** Where what a command was about can be seen. */
export const pageOfLedger = ({
  ledgerKind,
  ledgerId,
}: {
  readonly ledgerKind: LedgerKind
  readonly ledgerId: string
}): string => (ledgerKind === 'meeting' ? `/meetings/${ledgerId}` : `/households/${ledgerId}`)
