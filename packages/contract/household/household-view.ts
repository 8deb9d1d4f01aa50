import { villageCode } from '@thaiqm/core/area/area-code.ts'
import { conflict } from '@thaiqm/core/conflict/conflict.ts'
import { dataRequestAnswer, dataRequestWords } from '@thaiqm/core/data-request/data-request.ts'
import { formAnswers } from '@thaiqm/core/form/form-answers.ts'
import { address, householdOrigin, missedReason, position, visitOutcome } from '@thaiqm/core/household/household.ts'
import { day, instant } from '@thaiqm/core/ledger/day.ts'
import {
  assistanceId,
  batchId,
  householdId,
  memberId,
  organisationId,
  personId,
  photoHash,
  planActionId,
  planId,
  problemId,
  roundId,
  surveyId,
} from '@thaiqm/core/ledger/identifiers.ts'
import { member } from '@thaiqm/core/member/member.ts'
import { actionAnswer, fourT, planActionInput, sector } from '@thaiqm/core/plan/plan.ts'
import { evidence } from '@thaiqm/core/problem/evidence.ts'
import { problemState } from '@thaiqm/core/problem/problem-state.ts'
import { solvingLane } from '@thaiqm/core/problem/solving-lane.ts'
import { verdictCode } from '@thaiqm/core/rexray/verdict.ts'
import { z } from 'zod'

const level = z.enum(['SURVIVE', 'SUFFICIENT', 'SUSTAIN'])

export const needView = z.object({
  what: z.string(),
  quantity: z.number().int(),
  unit: z.string(),
  budgetBaht: z.number().int().nullable(),
  dueOn: day.nullable(),
  publishedOn: day,
  publishedBy: personId,
})

const referralView = z.object({
  agencyCode: z.string(),
  organisationId: organisationId.nullable(),
  dueOn: day,
  note: z.string(),
  sentAt: instant,
  state: z.enum(['SENT', 'ACCEPTED', 'RETURNED', 'DONE', 'LAPSED']),
  reply: z.string(),
  answerBy: day.optional(),
  answeredAt: instant.optional(),
  letter: z
    .object({
      number: z.string(),
      writtenOn: day,
      references: z.array(z.string()),
      cases: z.number().int(),
      officeArea: z.string(),
      by: personId,
    })
    .optional(),
  earlierLetter: z.object({ number: z.string(), writtenOn: day }).optional(),
})

export const problemView = z.object({
  id: problemId,
  kindCode: z.string(),
  memberId: memberId.nullable(),
  source: z.enum(['IMPORT', 'SURVEY', 'MANUAL', 'REPORT']),
  importedIn: batchId.nullable(),
  foundInRoundId: roundId,
  foundOn: day,
  recordedBy: personId,
  description: z.string(),
  severity: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  restricted: z.boolean(),
  state: problemState,
  level,
  dueOn: day.nullable(),
  leadAgency: z.string(),
  causeCodes: z.array(z.string()),
  rootCause: z.string(),
  rechecks: z.array(z.object({ roundId, verdict: verdictCode, note: z.string(), by: personId, at: instant })),
  referral: referralView.nullable(),
  helpedBy: z.array(personId),
  assistanceIds: z.array(assistanceId),
  doneActionIds: z.array(planActionId),
  evidence: z.array(evidence),
  cancellationProposal: z
    .object({ reason: z.string(), survivorId: problemId.nullable(), by: personId, on: day.optional() })
    .nullable(),
  reopenedCount: z.number().int(),
  need: needView.optional(),
  reopenedOn: z.array(day).optional(),
  closedOn: day.nullable(),
  closedBy: personId.nullable(),
  closeNote: z.string(),
  lane: z
    .object({
      lane: solvingLane,
      ownerName: z.string(),
      organisationId: organisationId.nullable(),
      lookAgainOn: day,
      note: z.string(),
    })
    .optional(),
  contributions: z.array(referralView).optional(),
  lapsedCount: z.number().int().optional(),
  pause: z
    .object({ reason: z.string(), askedBy: personId, askedOn: day, untilOn: day, approvedOn: day.nullable() })
    .optional(),
  pauseCount: z.number().int().optional(),
  withoutOwnEvidence: z.string().optional(),
  callBack: z
    .object({
      dueOn: day,
      tries: z.number().int(),
      answer: z.enum(['SOLVED', 'NOT_SOLVED']).nullable(),
      by: personId.nullable(),
      words: z.string(),
    })
    .optional(),
  reopenedWith: z.object({ evidence: z.number().int(), help: z.number().int() }).optional(),
  revisitOn: day.optional(),
  revisit: z.object({ on: day, by: personId, note: z.string() }).optional(),
  survivorId: problemId.optional(),
})

export const surveyView = z.object({
  id: surveyId,
  roundId,
  formVersion: z.string(),
  state: z.enum(['SUBMITTED', 'VERIFIED', 'CERTIFIED', 'RETURNED']),
  revision: z.number().int(),
  answers: formAnswers,
  sameAsLastRound: z.array(z.string()),
  noNewProblem: z.boolean(),
  late: z.boolean(),
  begunAt: instant,
  surveyedOn: day,
  submittedAt: instant,
  submittedBy: personId,
  verifiedAt: instant.nullable(),
  verifiedBy: personId.nullable(),
  certifiedAt: instant.nullable(),
  certifiedBy: personId.nullable(),
  returnReason: z.string(),
  otherHands: z.record(z.string(), z.object({ by: personId, at: instant })).optional(),
})

export const planView = z.object({
  id: planId,
  roundId,
  state: z.enum(['PROPOSED', 'APPROVED', 'RETURNED']),
  potential: z.enum(['DEVELOPABLE', 'WELFARE']),
  fourT,
  goals: z.string(),
  actions: z.array(
    planActionInput.extend({
      state: z.enum(['PLANNED', 'ACCEPTED', 'DONE', 'CANNOT']),
      answer: z
        .object({
          answer: actionAnswer,
          words: z.string(),
          answeredBy: z.string(),
          on: day,
          evidence: z.array(evidence),
        })
        .optional(),
      doneOn: day.nullable(),
      doneBy: personId.nullable(),
      result: z.string(),
    }),
  ),
  proposedBy: personId,
  proposedAt: instant,
  approvedBy: personId.nullable(),
  approvedAt: instant.nullable(),
  returnReason: z.string(),
})

export const assistanceView = z.object({
  id: assistanceId,
  problemIds: z.array(problemId),
  planActionId: planActionId.nullable(),
  sector,
  agencyCode: z.string().nullable(),
  organisationId: organisationId.nullable(),
  giverName: z.string(),
  what: z.string(),
  quantity: z.number().nullable(),
  unit: z.string(),
  valueBaht: z.number(),
  givenOn: day,
  evidence: z.array(evidence),
  recordedBy: personId,
})

export const householdStatus = z.enum(['ACTIVE', 'VACANT', 'DEMOLISHED', 'MOVED', 'WITHDRAWN', 'MERGED'])

/** A household as the caller may see it: hidden hardships, and the answers that would tell of them, are left out. */
export const householdView = z.object({
  id: householdId,
  version: z.number().int(),
  origin: householdOrigin,
  missedReason: missedReason.nullable(),
  status: householdStatus,
  areaCode: villageCode,
  address,
  position: position.nullable(),
  phone: z.string().nullable(),
  statedMemberCount: z.number().int().nullable(),
  importedIn: z.object({ batchId, roundId, sourceRows: z.array(z.number().int()) }).nullable(),
  photos: z.array(z.string()),
  members: z.array(member),
  problems: z.array(problemView),
  surveys: z.array(surveyView),
  visits: z.array(
    z.object({
      roundId,
      outcome: visitOutcome,
      visitedAt: instant,
      by: personId,
      note: z.string(),
      photos: z.array(z.string()).optional(),
    }),
  ),
  plans: z.array(planView),
  assistances: z.array(assistanceView),
  dataRequests: z
    .array(
      dataRequestWords.extend({
        dueOn: day,
        recordedBy: personId,
        answered: z.object({ answer: dataRequestAnswer, words: z.string(), on: day, by: personId }).nullable(),
      }),
    )
    .optional(),
  photoConsents: z
    .array(
      z.object({
        photo: photoHash,
        consentedBy: z.string(),
        consentedOn: day,
        recordedBy: personId,
        withdrawnOn: day.nullable(),
      }),
    )
    .optional(),
  conflicts: z.array(conflict).optional(),
  merged: z
    .object({ into: householdId, reason: z.string(), on: day, by: personId, statusBefore: householdStatus })
    .optional(),
  takenOver: z
    .array(
      z.object({
        duplicateId: householdId,
        on: day,
        memberIds: z.array(memberId),
        samePeople: z.array(z.object({ memberId, sameAs: memberId })),
        problemIds: z.array(problemId),
      }),
    )
    .optional(),
  moves: z
    .array(z.object({ fromAreaCode: villageCode, areaCode: villageCode, on: day, reason: z.string() }))
    .optional(),
  workedOn: z.boolean(),
  firstRecordedOn: day,
  lastChangedAt: instant,
})
export type HouseholdView = z.infer<typeof householdView>
