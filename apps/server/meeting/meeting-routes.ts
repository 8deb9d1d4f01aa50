import { drawAgenda, listMeetings, type MeetingView, readMeeting } from '@thaiqm/contract/meeting/meeting-routes.ts'
import { actorRange } from '@thaiqm/core/access/actor.ts'
import { areaRange } from '@thaiqm/core/area/area-code.ts'
import { dayOf } from '@thaiqm/core/ledger/day.ts'
import { refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import type { Meeting } from '@thaiqm/core/meeting/meeting.ts'
import { keepsMeetings } from '@thaiqm/core/meeting/meeting-keepers.ts'
import { readsMeeting, viewMeeting } from '@thaiqm/core/meeting/view-meeting.ts'
import { currentRounds } from '@thaiqm/core/round/round.ts'
import type { RoundLedger } from '@thaiqm/core/round/round-command.ts'
import { inTransaction, readingScope } from '../platform/database/transaction.ts'
import { answerRoute } from '../platform/http/answer-route.ts'
import type { HttpParts } from '../platform/http/http-parts.ts'
import { narrowRange } from '../platform/narrow-range.ts'
import { findOfficeDocuments, writeAudit } from '../sync/ledger-store.ts'
import { drawAgendaFor } from './draw-agenda.ts'
import { findMeeting } from './find-village-needs.ts'
import { listMeetingRows } from './meeting-store.ts'

/** The view crosses the wire as it is; its schema copies what is readonly in core. */
const toWire = (meeting: Meeting): MeetingView => meeting as MeetingView

export const registerMeetingRoutes = ({ app, findActor, parts }: HttpParts): void => {
  const { db, keys, clock } = parts

  answerRoute(app, findActor, listMeetings, async ({ actor, query }) => {
    const own = actorRange(actor)
    const asOf = clock.now()
    if (own.low > own.high) return succeed({ meetings: [], hasMore: false, asOf })
    const { page, pageSize } = query
    const list = await inTransaction(db, readingScope(actor), trx =>
      listMeetingRows(trx, {
        range: narrowRange(actor, query.area),
        level: query.level ?? null,
        state: query.state ?? null,
        overdueOn: query.overdue === undefined ? null : dayOf(asOf),
        page,
        pageSize,
      }),
    )
    return succeed({ ...list, asOf })
  })

  answerRoute(app, findActor, drawAgenda, async ({ actor, query }) => {
    const { level, area, kind, page, pageSize } = query
    if (!keepsMeetings(actor, { level, areaCode: area })) return refuse('not-permitted')
    const asOf = clock.now()
    return inTransaction(db, readingScope(actor), async trx => {
      const rounds = (await findOfficeDocuments(trx, 'round', keys)) as RoundLedger[]
      const round = currentRounds(rounds)[0]
      if (round === undefined) return succeed({ groups: [], asOf })
      const groups = await drawAgendaFor(trx, keys, {
        actor,
        level,
        range: areaRange(area),
        kind: kind ?? null,
        roundId: round.id,
        today: dayOf(asOf),
        page,
        pageSize,
      })
      await writeAudit(trx, actor, [
        { at: asOf, act: 'DrawAgenda', objectKind: 'area', objectId: area, areaCode: areaRange(area).low },
      ])
      return succeed({ groups, asOf })
    })
  })

  answerRoute(app, findActor, readMeeting, async ({ actor, params }) =>
    inTransaction(db, readingScope(actor), async trx => {
      const meeting = await findMeeting(trx, keys, params.meetingId)
      if (meeting === undefined || !readsMeeting(actor, meeting)) return refuse('not-found')
      const view = viewMeeting(meeting, actor)
      const areaCode = areaRange(meeting.areaCode).low
      await writeAudit(trx, actor, [
        { at: clock.now(), act: 'ReadMeeting', objectKind: 'meeting', objectId: meeting.id, areaCode },
      ])
      return succeed({ meeting: toWire(view), hiddenItems: meeting.agenda.length - view.agenda.length })
    }),
  )
}
