import { z } from 'zod'
import type { VillageCode } from '../area/area-code.ts'
import type { Assistance } from '../assistance/assistance.ts'
import type { Conflict } from '../conflict/conflict.ts'
import type { DataRequest } from '../data-request/data-request.ts'
import { type Day, type Instant, instant } from '../ledger/day.ts'
import type { BatchId, HouseholdId, PersonId, RoundId } from '../ledger/identifiers.ts'
import type { Member } from '../member/member.ts'
import type { TakenOver } from '../merger/merger.ts'
import type { PhotoConsent } from '../photo/photo-consent.ts'
import type { Plan } from '../plan/plan.ts'
import type { Problem } from '../problem/problem.ts'
import type { Survey } from '../survey/survey.ts'

export const address = z.object({
  /** เลขรหัสประจำบ้าน, 11 digits; null for a house without number. Shorter ones from old registers wait to be checked. */
  houseCode: z.string().max(20).nullable(),
  /** บ้านเลขที่ is text: `97/1`. */
  houseNumber: z.string().max(40),
  villageName: z.string().max(120),
  lane: z.string().max(120),
  road: z.string().max(120),
  /** 1 for the first family under this house code, 2 for the second, and so on (1 บ้านมีได้หลายครอบครัว). */
  sequenceInHouse: z.number().int().min(1).max(20),
})
export type Address = z.infer<typeof address>

export const position = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  accuracyInMetres: z.number().min(0),
  provider: z.enum(['device', 'by-hand']),
  /** When the device had this fix, by the server's clock carried on: a fix may be older than the form it is in. */
  measuredAt: instant.optional(),
  /** Given by satellites only, so its being there says how the fix was come by; browsers do not name their source. */
  altitudeInMetres: z.number().optional(),
})
export type Position = z.infer<typeof position>

export const householdOrigin = z.enum(['BASELINE', 'REGISTRY', 'MISSED', 'NEW'])
export type HouseholdOrigin = z.infer<typeof householdOrigin>

/** Why a household was missed in the last round (domain brief 6). */
export const missedReason = z.enum(['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8'])
export type MissedReason = z.infer<typeof missedReason>

export const visitOutcome = z.enum(['DONE', 'ABSENT', 'REFUSED', 'VACANT', 'DEMOLISHED', 'MOVED', 'NOT_FOUND'])
export type VisitOutcome = z.infer<typeof visitOutcome>

export type HouseholdStatus = 'ACTIVE' | 'VACANT' | 'DEMOLISHED' | 'MOVED' | 'WITHDRAWN' | 'MERGED'

export interface Visit {
  readonly roundId: RoundId
  readonly outcome: VisitOutcome
  readonly visitedAt: Instant
  readonly by: PersonId
  readonly note: string
  /** What was photographed then; not said of a visit without photos. */
  readonly photos?: readonly string[] | undefined
}

/** That a household turned out to be another one recorded twice: it is out of every count, and its page leads to the other. */
export interface Merger {
  readonly into: HouseholdId
  readonly reason: string
  readonly on: Day
  readonly by: PersonId
  readonly statusBefore: HouseholdStatus
}

/** That a household went to another village: the day is the server's, the reason as it was given. */
export interface Move {
  readonly fromAreaCode: VillageCode
  readonly areaCode: VillageCode
  readonly on: Day
  readonly reason: string
}

/** A household as it stands after everything its ledger says. `version` is the number of its facts. */
export interface Household {
  readonly id: HouseholdId
  readonly version: number
  readonly origin: HouseholdOrigin
  readonly missedReason: MissedReason | null
  readonly status: HouseholdStatus
  readonly areaCode: VillageCode
  readonly address: Address
  readonly position: Position | null
  readonly phone: string | null
  readonly statedMemberCount: number | null
  readonly importedIn: {
    readonly batchId: BatchId
    readonly roundId: RoundId
    readonly sourceRows: readonly number[]
  } | null
  readonly photos: readonly string[]
  readonly members: readonly Member[]
  readonly problems: readonly Problem[]
  readonly surveys: readonly Survey[]
  readonly visits: readonly Visit[]
  readonly plans: readonly Plan[]
  readonly assistances: readonly Assistance[]
  /** What the household asked about its data, and what was answered; not said to whoever does not answer them. */
  readonly dataRequests?: readonly DataRequest[] | undefined
  /** Which photos who is in them lets a helper see; not said to helpers. */
  readonly photoConsents?: readonly PhotoConsent[] | undefined
  /** Open conflicts, in the order they were found. */
  readonly conflicts?: readonly Conflict[] | undefined
  /** It was recorded twice, and this is the record that does not go on. */
  readonly merged?: Merger | undefined
  /** What it has from duplicates merged into it. */
  readonly takenOver?: readonly TakenOver[] | undefined
  /** Where it was before, in the order it moved; not said of one that never did. */
  readonly moves?: readonly Move[] | undefined
  /** Anything but imports has been written down about it: an import it came with can no longer be taken back. */
  readonly workedOn: boolean
  readonly firstRecordedOn: Day
  readonly lastChangedAt: Instant
}

export const surveyIn = (household: Household, roundId: RoundId): Survey | undefined =>
  household.surveys.find(s => s.roundId === roundId)

/** In the count of households to be covered: all but the empty, the demolished, the moved, the merged and the withdrawn (domain brief 13.3). */
export const isTarget = (household: Household): boolean => household.status === 'ACTIVE'
