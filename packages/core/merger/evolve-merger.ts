import type { Household } from '../household/household.ts'
import type { HouseholdEvent } from '../household/household-event.ts'
import type { PersonId } from '../ledger/identifiers.ts'
import { withCarried, withCarriedBack, withoutTaken } from './carried.ts'

type MergerEvent = Extract<
  HouseholdEvent,
  { type: 'HouseholdTakenOver' | 'HouseholdMerged' | 'HouseholdUnmerged' | 'HouseholdGivenBack' }
>

/** A household after a fact of merging: what it took over, that it left the counts, what came back. */
export const evolveMerger = (household: Household, event: MergerEvent, by: PersonId): Household => {
  switch (event.type) {
    case 'HouseholdTakenOver': {
      const { duplicateId, on, samePeople, carried } = event
      const entry = {
        duplicateId,
        on,
        samePeople,
        memberIds: carried.members.map(m => m.id),
        problemIds: carried.problems.map(p => p.id),
      }
      return { ...withCarried(household, carried), takenOver: [...(household.takenOver ?? []), entry] }
    }
    case 'HouseholdMerged': {
      const { survivorId, reason, on } = event
      const merged = { into: survivorId, reason, on, by, statusBefore: household.status }
      return { ...household, status: 'MERGED', merged }
    }
    case 'HouseholdUnmerged': {
      const { merged, ...rest } = household
      return { ...withCarriedBack(rest, event.returned), status: merged?.statusBefore ?? 'ACTIVE' }
    }
    case 'HouseholdGivenBack': {
      const entry = household.takenOver?.find(t => t.duplicateId === event.duplicateId)
      if (entry === undefined) return household
      const takenOver = household.takenOver?.filter(t => t !== entry) ?? []
      const { returnedPhotos = [] } = event
      const photoConsents = household.photoConsents?.filter(c => !returnedPhotos.includes(c.photo))
      return {
        ...withoutTaken(household, entry),
        takenOver,
        ...(photoConsents === undefined ? {} : { photoConsents }),
      }
    }
  }
}
