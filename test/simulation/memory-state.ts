import type { HouseholdEvent } from '@thaiqm/core/household/household-event.ts'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import type { PersonId } from '@thaiqm/core/ledger/identifiers.ts'
import type { CommandEnvelope } from '@thaiqm/core/sync/command-envelope.ts'
import type { StoredHousehold } from '../../apps/server/household/household-store.ts'
import type { JudgedCommand, NewFact } from '../../apps/server/sync/ledger-store.ts'
import type { OfficeDocument, OfficeKind } from '../../apps/server/sync/office-ledger.ts'

export interface KeptCommand {
  readonly envelope: CommandEnvelope
  readonly deviceId: string
  readonly personId: string
  readonly postId: string
  readonly bodyHash: Uint8Array
  readonly outcome: JudgedCommand['outcome']
  readonly version: number | null
  readonly refusal: JudgedCommand['refusal']
  readonly areaCode: number | null
  readonly receivedAt: Instant
  readonly receiptNumber: number
  readonly transaction: number
  readonly settledHow: 'accepted' | 'dismissed' | null
}

export interface KeptFact {
  readonly event: HouseholdEvent
  readonly commandId: string
  readonly at: Instant
  readonly by: PersonId
  readonly version: number
}

export interface DeviceRow {
  readonly personId: string
  readonly postId: string
  readonly keyHash: string | null
  readonly upTo: number
  readonly safeUpTo: number
  readonly holdsWaiting: number
}

export interface DraftRow {
  readonly householdId: string
  readonly areaCode: string
  readonly holderId: string
  readonly revision: number
  readonly content: string
}

export interface FeedRow {
  readonly transaction: number
  readonly position: number
  readonly ledgerId: string
  readonly areaCode: number
}

/** All that is committed. Values never change; a new state of a thing is a new value, so a copy of the maps is a snapshot. */
export interface State {
  readonly commands: Map<string, KeptCommand>
  readonly facts: Map<string, readonly KeptFact[]>
  readonly officeFacts: Map<string, readonly NewFact[]>
  readonly households: Map<string, StoredHousehold>
  readonly documents: Map<string, { readonly kind: OfficeKind; readonly document: OfficeDocument }>
  readonly devices: Map<string, DeviceRow>
  readonly drafts: Map<string, DraftRow>
  readonly photos: Map<string, { readonly sizeBytes: number }>
  readonly sessions: Map<string, { readonly personId: string; readonly postId: string }>
  readonly feed: FeedRow[]
  /** Ids of the commands an audit line was written for; one that was judged twice would be here twice. */
  readonly audit: string[]
}

export const emptyState = (): State => ({
  commands: new Map(),
  facts: new Map(),
  officeFacts: new Map(),
  households: new Map(),
  documents: new Map(),
  devices: new Map(),
  drafts: new Map(),
  photos: new Map(),
  sessions: new Map(),
  feed: [],
  audit: [],
})

export const copyState = (state: State): State => ({
  commands: new Map(state.commands),
  facts: new Map(state.facts),
  officeFacts: new Map(state.officeFacts),
  households: new Map(state.households),
  documents: new Map(state.documents),
  devices: new Map(state.devices),
  drafts: new Map(state.drafts),
  photos: new Map(state.photos),
  sessions: new Map(state.sessions),
  feed: [...state.feed],
  audit: [...state.audit],
})
