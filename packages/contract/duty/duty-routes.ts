import { dutyHolders, dutyKinds, meetingDutyKinds } from '@thaiqm/core/duty/duty.ts'
import { day, instant } from '@thaiqm/core/ledger/day.ts'
import { householdId, meetingId, problemId } from '@thaiqm/core/ledger/identifiers.ts'
import { meetingDetails, meetingLevel } from '@thaiqm/core/meeting/meeting.ts'
import { z } from 'zod'
import { defineRoute } from '../wire/route.ts'

export const dutyRow = z.object({
  key: z.string(),
  kind: z.enum(dutyKinds),
  holder: z.enum(dutyHolders),
  householdId,
  problemId: problemId.nullable(),
  kindCode: z.string().nullable(),
  agencyCode: z.string().nullable(),
  dueOn: day,
  waitingSince: day,
  severity: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  areaCode: z.string(),
  villageName: z.string(),
  houseNumber: z.string(),
  headName: z.string(),
})
export type DutyRow = z.infer<typeof dutyRow>

/** A meeting that waits for its keepers, or was carried up from them; no household stands behind it. */
export const meetingDutyRow = meetingDetails.pick({ areaCode: true, title: true, number: true }).extend({
  meetingId,
  kind: z.enum(meetingDutyKinds),
  holder: meetingLevel,
  dueOn: day,
  waitingSince: day,
})
export type MeetingDutyRow = z.infer<typeof meetingDutyRow>

export const listDuties = defineRoute({
  method: 'GET',
  path: '/api/duties',
  room: 'duty',
  access: 'signed-in',
  summary: 'What waits for the person who asks, the worst first: overdue or due within thirty days',
  query: z.object({
    area: z
      .string()
      .regex(/^(\d{2}|\d{4}|\d{6}|\d{8})$/)
      .optional(),
    kind: z.enum([...dutyKinds, ...meetingDutyKinds]).optional(),
  }),
  reply: z.object({
    asOf: instant,
    today: day,
    duties: z.array(dutyRow),
    /** Overdue or due within some days, the longest overdue first. */
    meetings: z.array(meetingDutyRow),
    /** There are more than are listed. */
    more: z.boolean(),
  }),
})
