import { evolveConflicts } from '../conflict/evolve-conflict.ts'
import { evolveDataRequests } from '../data-request/evolve-data-request.ts'
import { dayOf } from '../ledger/day.ts'
import type { HouseholdId } from '../ledger/identifiers.ts'
import { withDeath } from '../member/member.ts'
import { evolveMerger } from '../merger/evolve-merger.ts'
import { evolvePhotoConsents } from '../photo/evolve-photo-consent.ts'
import { evolvePlans, evolveProblemsByPlan } from '../plan/evolve-plan.ts'
import { evolveProblems } from '../problem/evolve-problem.ts'
import { evolveSurveys } from '../survey/evolve-survey.ts'
import type { Household } from './household.ts'
import type { HouseholdEvent, Recorded } from './household-event.ts'

const registered = (id: HouseholdId, { event, at }: Recorded<HouseholdEvent>): Household => {
  if (event.type !== 'HouseholdRegistered')
    throw new Error(`the ledger of a household begins with its registration, not ${event.type}`)
  return {
    id,
    version: 1,
    origin: event.origin,
    missedReason: event.missedReason,
    status: 'ACTIVE',
    areaCode: event.areaCode,
    address: event.address,
    position: event.position,
    phone: event.phone,
    statedMemberCount: event.statedMemberCount,
    importedIn: event.importedIn,
    photos: [],
    members: [],
    problems: [],
    surveys: [],
    visits: [],
    plans: [],
    assistances: [],
    workedOn: event.importedIn === null,
    firstRecordedOn: event.recordedOn,
    lastChangedAt: at,
  }
}

const withFact = (household: Household, event: HouseholdEvent, { at, by }: Recorded<HouseholdEvent>): Household => {
  switch (event.type) {
    case 'BaselineImportUndone':
      return household.importedIn?.batchId === event.batchId ? { ...household, status: 'WITHDRAWN' } : household
    case 'HouseholdVisited': {
      const { roundId, outcome, visitedAt, note, photos } = event
      return {
        ...household,
        visits: [
          ...household.visits,
          { roundId, outcome, visitedAt, note, by, ...(photos.length === 0 ? {} : { photos }) },
        ],
        photos: [...household.photos, ...photos],
      }
    }
    case 'HouseholdStatusChanged':
      return { ...household, status: event.status }
    case 'HouseholdCorrected':
      return {
        ...household,
        address: event.address,
        phone: event.phone,
        position: event.position ?? household.position,
      }
    case 'HouseholdMoved': {
      const villageName = event.villageName === '' ? household.address.villageName : event.villageName
      const { fromAreaCode, areaCode, reason } = event
      const move = { fromAreaCode, areaCode, on: dayOf(at), reason }
      return {
        ...household,
        areaCode,
        address: { ...household.address, villageName },
        moves: [...(household.moves ?? []), move],
      }
    }
    case 'MissedReasonGiven':
      return { ...household, missedReason: event.missedReason }
    case 'MembersRecorded':
      return { ...household, members: event.members }
    case 'MemberDied':
      return { ...household, members: withDeath(household.members, event.memberId, event.newHeadId) }
    case 'AssistanceRecorded':
      return { ...household, assistances: [...household.assistances, event.assistance] }
    case 'HouseholdTakenOver':
    case 'HouseholdMerged':
    case 'HouseholdUnmerged':
    case 'HouseholdGivenBack':
      return evolveMerger(household, event, by)
    case 'PhotoConsentRecorded':
    case 'PhotoConsentWithdrawn':
      return { ...household, photoConsents: evolvePhotoConsents(household.photoConsents, event, by) }
    case 'DataRequestRecorded':
    case 'DataRequestAnswered':
      return { ...household, dataRequests: evolveDataRequests(household.dataRequests, { event, at, by }) }
    default: {
      const plans = evolvePlans(household.plans, event, at, by)
      return plans === household.plans ? household : { ...household, plans }
    }
  }
}

/** The facts an import writes: the household, its people right after, its hardships, and taking them back. */
const isImporting = (household: Household, event: HouseholdEvent): boolean =>
  event.type === 'ProblemImported' ||
  event.type === 'BaselineImportUndone' ||
  (event.type === 'MembersRecorded' && household.members.length === 0 && household.problems.length === 0)

/** A household after one more fact. The first fact makes it. */
export const evolveHousehold = (
  id: HouseholdId,
  household: Household | null,
  recorded: Recorded<HouseholdEvent>,
): Household => {
  if (household === null) return registered(id, recorded)
  const { event, at, by } = recorded
  if (event.type === 'HouseholdRegistered') {
    return { ...registered(id, recorded), version: household.version + 1 }
  }
  const changed = withFact(household, event, recorded)
  const after: Household = {
    ...changed,
    problems: evolveProblemsByPlan(evolveProblems(changed.problems, event, at, by), changed.plans, event, at, by),
    surveys: evolveSurveys(changed.surveys, event, at, by),
    workedOn: household.workedOn || !isImporting(household, event),
    version: household.version + 1,
    lastChangedAt: at,
  }
  const conflicts = evolveConflicts(after, recorded)
  return conflicts === after.conflicts ? after : { ...after, conflicts }
}

export const replayHousehold = (id: HouseholdId, facts: readonly Recorded<HouseholdEvent>[]): Household | null =>
  facts.reduce<Household | null>((household, fact) => evolveHousehold(id, household, fact), null)
