import { listDuties } from '@thaiqm/contract/duty/duty-routes.ts'
import { readDutySummary } from '@thaiqm/contract/duty/duty-summary.ts'
import { hidesIdentity } from '@thaiqm/core/access/actor.ts'
import { UNDISCLOSED_NAME } from '@thaiqm/core/access/view-household.ts'
import { type DutyKind, type MeetingDutyKind, meetingDutyKinds } from '@thaiqm/core/duty/duty.ts'
import { countDuties as countByKind } from '@thaiqm/core/duty/duty-counts.ts'
import { dayBefore } from '@thaiqm/core/duty/reminder-day.ts'
import { dayOf } from '@thaiqm/core/ledger/day.ts'
import { succeed } from '@thaiqm/core/ledger/outcome.ts'
import { inTransaction, readingScope } from '../platform/database/transaction.ts'
import { answerRoute } from '../platform/http/answer-route.ts'
import type { HttpParts } from '../platform/http/http-parts.ts'
import { dutyQueryOf } from './duties-of-actor.ts'
import { countDuties, findDuties } from './duty-store.ts'
import { findMeetingDuties, findMeetingDutyDays, meetingDutyQueryOf } from './meeting-duty-store.ts'

/** Nobody does more in a day; what is beyond it comes up as the first are done. */
const MOST = 200

const isOfMeeting = (kind: DutyKind | MeetingDutyKind): kind is MeetingDutyKind =>
  meetingDutyKinds.some(one => one === kind)

export const registerDutyRoutes = ({ app, findActor, parts }: HttpParts): void => {
  answerRoute(app, findActor, listDuties, async ({ actor, query: { area, kind } }) => {
    const asOf = parts.clock.now()
    const today = dayOf(asOf)
    const query = kind === undefined || !isOfMeeting(kind) ? dutyQueryOf(actor, today, { area, kind }) : null
    const meetingQuery =
      kind === undefined || isOfMeeting(kind) ? meetingDutyQueryOf(actor, today, { area, kind }) : null
    const { found, meetings } = await inTransaction(parts.db, readingScope(actor), async trx => ({
      found: query === null ? [] : await findDuties(trx, query, MOST + 1),
      meetings: meetingQuery === null ? [] : await findMeetingDuties(trx, meetingQuery, MOST),
    }))
    const duties = found.slice(0, MOST)
    return succeed({
      asOf,
      today,
      duties: hidesIdentity(actor) ? duties.map(duty => ({ ...duty, headName: UNDISCLOSED_NAME })) : duties,
      meetings,
      more: found.length > MOST,
    })
  })

  answerRoute(app, findActor, readDutySummary, async ({ actor }) => {
    const asOf = parts.clock.now()
    const today = dayOf(asOf)
    const lookedOn = dayBefore(today)
    const query = dutyQueryOf(actor, today)
    const meetingQuery = meetingDutyQueryOf(actor, today)
    const kinds = await inTransaction(parts.db, readingScope(actor), async trx => [
      ...(query === null ? [] : await countDuties(trx, query, lookedOn)),
      ...(meetingQuery === null ? [] : countByKind(await findMeetingDutyDays(trx, meetingQuery), lookedOn, today)),
    ])
    return succeed({ asOf, today, kinds })
  })
}
