import type { HeldArea } from '@thaiqm/contract/client/device-store.ts'
import type { MeetingHead } from '@thaiqm/contract/meeting/meeting-routes.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import type { Meeting } from '@thaiqm/core/meeting/meeting.ts'
import type { CommandEnvelope, LedgerKind, Receipt } from '@thaiqm/core/sync/command-envelope.ts'
import type { Draft } from '../survey/draft.ts'
import type { Sealed } from '../vault/vault-crypto.ts'

/** What is sealed in a household's row. */
export interface HouseholdContent {
  /** As the server last said it; null when the server does not know it yet. */
  readonly base: Household | null
  /** With this phone's own work laid over it; null when that is the same. */
  readonly shown: Household | null
}

/** A household whole. Lists never read this table: they read the packs. */
export interface StoredHousehold {
  readonly householdId: string
  readonly areaCode: string
  /** The server does not know it yet: it lives by its command in the outbox. */
  readonly isOwn: boolean
  /** Which fetching of its area brought it last. */
  readonly run: number
  readonly sealed: Sealed
}

/** What is sealed in a meeting's row. */
export interface MeetingContent {
  /** As the server last said it; null when the server does not know it yet. */
  readonly base: Meeting | null
  /** With this phone's own work laid over it; null when that is the same. */
  readonly shown: Meeting | null
  /** The server has it in words that this app does not know yet; what lies here is older, or nothing. */
  readonly newer?: MeetingHead
}

/** A village's meeting: attendance, agenda and decisions, sealed under one's own key. It names nobody of a household. */
export interface StoredMeeting {
  readonly meetingId: string
  readonly areaCode: string
  readonly sealed: Sealed
}

/** The summaries of one village in one sealed piece, so that a list is one decryption. */
export interface StoredPack {
  readonly areaCode: string
  readonly revision: number
  readonly sealed: Sealed
}

export interface StoredArea extends HeldArea {
  readonly run: number
}

export interface StoredVillage {
  readonly areaCode: string
  readonly nameTh: string
  readonly nameEn: string
  /** When its households were last fetched; null before the first time. */
  readonly asOf: Instant | null
}

/**
 * A command that is not yet backed up. `sealed` is for the server only; `readable` is the same under one's own key, to lay
 * waiting work over households. `input` in clear stands only in rows of an app that did not seal yet.
 */
export type StoredCommand = Omit<CommandEnvelope, 'input' | 'sealed' | 'inputHash'> & {
  readonly sealed?: string
  readonly readable?: Sealed
  readonly input?: unknown
}

export interface StoredDraft {
  readonly draftId: string
  readonly householdId: string
  readonly areaCode: string
  readonly revision: number
  /** The newest revision the server has, or has refused. */
  readonly sentRevision: number
  readonly changedAt: Instant
  /** Sent as a form or given up: only the server has still to be told. */
  readonly isGone: boolean
  readonly sealed: string | null
  readonly readable: Sealed | null
  /** The household as it was when the form was last opened: the form can be finished when the household is not here any more. */
  readonly household: Sealed | null
  /** In clear only in rows of an app that did not seal yet. */
  readonly draft?: Draft
}

export interface StoredPhoto {
  readonly hash: string
  /** Of a form not sent yet; to be uploaded; uploaded; or not accepted by the server. */
  readonly state: 'draft' | 'waiting' | 'sent' | 'refused'
  /** When the server had it whole, by its own clock. */
  readonly arrivedAt?: Instant
  readonly mediaType?: string
  /** Under a key of its own, which lies beside it sealed twice: for this phone and for the server. */
  readonly sealed?: Sealed
  readonly readableKey?: Sealed
  readonly sealedKey?: string | null
  /** In clear only in rows of an app that did not seal yet. */
  readonly bytes?: Blob
}

export interface StoredReceipt extends Receipt {
  readonly sequence: number
  readonly ledgerId: string
  /** Not in rows of an older app, which knew households only. */
  readonly ledgerKind?: LedgerKind
  readonly type: string
  /** When the person did it; not in rows of an older app. */
  readonly madeAt?: Instant
  readonly receivedAt: Instant
}

export interface Fact {
  readonly key: string
  readonly value: unknown
}
