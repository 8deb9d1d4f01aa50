import { z } from 'zod'
import { type Day, day, type Instant } from '../ledger/day.ts'
import {
  organisationId,
  type PersonId,
  type PlanId,
  planActionId,
  problemId,
  type RoundId,
} from '../ledger/identifiers.ts'

import type { Evidence } from '../problem/evidence.ts'

/** The seven partners of the letter, in its order. */
export const sector = z.enum(['GOV', 'ACAD', 'REL', 'PRIV', 'PEOP', 'CSO', 'MEDIA'])
export type Sector = z.infer<typeof sector>

export const planActionInput = z.object({
  id: planActionId,
  problemIds: z.array(problemId).min(1),
  remedyId: z.string().nullable(),
  what: z.string().min(1).max(500),
  level: z.enum(['SURVIVE', 'SUFFICIENT', 'SUSTAIN']),
  sector,
  agencyCode: z.string().nullable(),
  organisationId: organisationId.nullable(),
  ownerName: z.string().max(200),
  dueOn: day,
  budgetBaht: z.number().int().min(0),
  fundSource: z.string().max(200),
})
export type PlanActionInput = z.infer<typeof planActionInput>

/** What the owner of an action says of it: รับ, เสร็จแล้ว, ทำไม่ได้. */
export const actionAnswer = z.enum(['ACCEPTED', 'DONE', 'CANNOT'])
export type ActionAnswer = z.infer<typeof actionAnswer>

export interface PlanAction extends PlanActionInput {
  readonly state: 'PLANNED' | ActionAnswer
  /** What its owner last answered; not there while nobody has. */
  readonly answer?: AnsweredAction | undefined
  readonly doneOn: Day | null
  readonly doneBy: PersonId | null
  readonly result: string
}

export interface AnsweredAction {
  readonly answer: ActionAnswer
  readonly words: string
  readonly answeredBy: string
  readonly on: Day
  readonly evidence: readonly Evidence[]
}

/** 4ท: ทัศนคติ ทักษะ ทรัพยากร ทางออก. */
export const fourT = z.object({
  attitude: z.string().max(1000),
  skill: z.string().max(1000),
  resource: z.string().max(1000),
  wayOut: z.string().max(1000),
})
export type FourT = z.infer<typeof fourT>

/** A plan cut to fit one household (ตัดเสื้อพอดีตัว). The newest plan stands; older ones stay in the ledger. */
export interface Plan {
  readonly id: PlanId
  readonly roundId: RoundId
  readonly state: 'PROPOSED' | 'APPROVED' | 'RETURNED'
  readonly potential: 'DEVELOPABLE' | 'WELFARE'
  readonly fourT: FourT
  readonly goals: string
  readonly actions: readonly PlanAction[]
  readonly proposedBy: PersonId
  readonly proposedAt: Instant
  readonly approvedBy: PersonId | null
  readonly approvedAt: Instant | null
  readonly returnReason: string
}
