import { type Sector, sector } from '../plan/plan.ts'
import { searchKey } from '../thai/normalise-thai.ts'
import type { Attendee, Meeting } from './meeting.ts'

/** Who came and who was excused, by each of the seven sectors, all seven in the letter's order. */
export const attendanceBySector = (
  meeting: Pick<Meeting, 'attendees'>,
): readonly { readonly sector: Sector; readonly came: number; readonly excused: number }[] =>
  sector.options.map(of => {
    const own = meeting.attendees.filter(a => a.sector === of)
    const came = own.filter(a => a.presence === 'CAME').length
    return { sector: of, came, excused: own.length - came }
  })

/** Whose name stands more than once, title and spaces aside: perhaps one person entered twice. */
export const namedTwice = (
  attendees: readonly Pick<Attendee, 'attendeeId' | 'name'>[],
): ReadonlySet<Attendee['attendeeId']> =>
  new Set(
    [...Map.groupBy(attendees, a => searchKey(a.name)).values()].flatMap(own =>
      own.length > 1 ? own.map(a => a.attendeeId) : [],
    ),
  )
