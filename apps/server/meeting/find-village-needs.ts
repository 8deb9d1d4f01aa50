import type { AreaRange } from '@thaiqm/core/area/area-code.ts'
import type { MeetingId } from '@thaiqm/core/ledger/identifiers.ts'
import type { Meeting } from '@thaiqm/core/meeting/meeting.ts'
import { type VillageNeed, villageNeedsOf } from '@thaiqm/core/meeting/village-needs.ts'
import type { Scoped } from '../platform/database/transaction.ts'
import type { SealingKeys } from '../platform/sealing.ts'
import { findOfficeDocumentsById } from '../sync/ledger-store.ts'
import { findLastVillageMeetings } from './meeting-store.ts'

/** A tambon has some twenty villages; a sheet is made for one tambon at a time. */
const MOST_VILLAGES = 200

export const findMeeting = async (trx: Scoped, keys: SealingKeys, id: MeetingId): Promise<Meeting | undefined> =>
  (await findOfficeDocumentsById(trx, 'meeting', keys, [id]))[0] as Meeting | undefined

/** What the last closed meeting of each village in a range decided its village needs: village by village, most wanted first. */
export const findVillageNeeds = async (
  trx: Scoped,
  keys: SealingKeys,
  range: AreaRange,
): Promise<readonly VillageNeed[]> => {
  const ids = await findLastVillageMeetings(trx, range, MOST_VILLAGES)
  const meetings = (await findOfficeDocumentsById(trx, 'meeting', keys, ids)) as Meeting[]
  return meetings.sort((a, b) => a.areaCode.localeCompare(b.areaCode)).flatMap(villageNeedsOf)
}
