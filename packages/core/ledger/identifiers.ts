import { z } from 'zod'

/** Each id is a type of its own: a household's id cannot be passed where a problem's belongs. All are made by the client. */
const uuid = z.uuid()

export const householdId = uuid.brand<'HouseholdId'>()
export type HouseholdId = z.infer<typeof householdId>

export const memberId = uuid.brand<'MemberId'>()
export type MemberId = z.infer<typeof memberId>

export const problemId = uuid.brand<'ProblemId'>()
export type ProblemId = z.infer<typeof problemId>

export const surveyId = uuid.brand<'SurveyId'>()
export type SurveyId = z.infer<typeof surveyId>

export const planId = uuid.brand<'PlanId'>()
export type PlanId = z.infer<typeof planId>

export const planActionId = uuid.brand<'PlanActionId'>()
export type PlanActionId = z.infer<typeof planActionId>

export const assistanceId = uuid.brand<'AssistanceId'>()
export type AssistanceId = z.infer<typeof assistanceId>

export const dataRequestId = uuid.brand<'DataRequestId'>()
export type DataRequestId = z.infer<typeof dataRequestId>

export const roundId = uuid.brand<'RoundId'>()
export type RoundId = z.infer<typeof roundId>

export const batchId = uuid.brand<'BatchId'>()
export type BatchId = z.infer<typeof batchId>

/** A person who signs in (an officer, a village head, a partner's contact), never a household's member. */
export const personId = uuid.brand<'PersonId'>()
export type PersonId = z.infer<typeof personId>

export const postId = uuid.brand<'PostId'>()
export type PostId = z.infer<typeof postId>

export const organisationId = uuid.brand<'OrganisationId'>()
export type OrganisationId = z.infer<typeof organisationId>

export const offerId = uuid.brand<'OfferId'>()
export type OfferId = z.infer<typeof offerId>

export const allocationId = uuid.brand<'AllocationId'>()
export type AllocationId = z.infer<typeof allocationId>
export const meetingId = uuid.brand<'MeetingId'>()
export type MeetingId = z.infer<typeof meetingId>

export const agendaItemId = uuid.brand<'AgendaItemId'>()
export type AgendaItemId = z.infer<typeof agendaItemId>

export const attendeeId = uuid.brand<'AttendeeId'>()
export type AttendeeId = z.infer<typeof attendeeId>

export const commandId = uuid.brand<'CommandId'>()
export type CommandId = z.infer<typeof commandId>

export const deviceId = uuid.brand<'DeviceId'>()
export type DeviceId = z.infer<typeof deviceId>

/** A photo is named by its content: lower-case hexadecimal SHA-256. */
export const photoHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'PhotoHash'>()
export type PhotoHash = z.infer<typeof photoHash>
