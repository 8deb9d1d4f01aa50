import { type Sector, sector } from '../plan/plan.ts'
import type { Meeting } from './meeting.ts'

/** Who came and who was excused, by each of the seven sectors, all seven in the letter's order. */
export const attendanceBySector = (
  meeting: Pick<Meeting, 'attendees'>,
): readonly { readonly sector: Sector; readonly came: number; readonly excused: number }[] =>
  sector.options.map(of => {
    const own = meeting.attendees.filter(a => a.sector === of)
    const came = own.filter(a => a.presence === 'CAME').length
    return { sector: of, came, excused: own.length - came }
  })
