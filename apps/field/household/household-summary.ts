import { clocks } from '@thaiqm/catalogue/clocks.ts'
import { type Actor, seesRestricted } from '@thaiqm/core/access/actor.ts'
import { seesProblem } from '@thaiqm/core/access/visible-problem.ts'
import {
  type Household,
  type HouseholdOrigin,
  type HouseholdStatus,
  isTarget,
  type Position,
  surveyIn,
} from '@thaiqm/core/household/household.ts'
import { memberName } from '@thaiqm/core/member/member.ts'
import { isLive } from '@thaiqm/core/problem/problem-state.ts'
import { isRechecked, oldProblemsFor } from '@thaiqm/core/rexray/old-problem.ts'
import type { SurveyState } from '@thaiqm/core/survey/survey.ts'
import { letterKey, searchKey } from '@thaiqm/core/thai/normalise-thai.ts'
import { type DutyCells, dutyCellsOf } from '../duty/held-duty.ts'
import { photosOfHousehold } from '../photo/photos-of-household.ts'

export type FormState = SurveyState | 'NOT_STARTED'

/** What a list needs of a household; small, so that a village is listed without opening its documents. */
export interface HouseholdSummary {
  readonly householdId: string
  readonly areaCode: string
  readonly houseNumber: string
  readonly sequenceInHouse: number
  readonly headName: string
  readonly memberCount: number
  readonly origin: HouseholdOrigin
  readonly status: HouseholdStatus
  readonly isTarget: boolean
  readonly formState: FormState
  readonly oldProblems: number
  readonly uncheckedProblems: number
  readonly liveProblems: number
  /** The last visit of the round that found nobody, if the form is still to come. */
  readonly attempts: number
  readonly lastOutcome: string | null
  /** Where the house stands, for the map; null when nobody has measured it. */
  readonly place: Pick<Position, 'latitude' | 'longitude'> | null
  /** Earlier photos of the house, to be fetched before a trip. */
  readonly photos: readonly string[]
  /** What waits for this phone's person, or could; by it today's work is listed. */
  readonly duties: readonly DutyCells[]
  /** What a search is held against: house number, house code and every member's name. */
  readonly searchText: string
}

const headOf = (household: Household) => household.members.find(m => m.isHead) ?? household.members[0]

export const headName = (household: Household): string => {
  const head = headOf(household)
  return head === undefined ? '' : memberName(head)
}

/**
 * For what a summary is made: this round, this post and its eyes, and these clocks. A pack made for anything else is made
 * anew; a field that is new in a summary is named here too, so that no older pack is taken for whole.
 */
export const aboutSummary = (roundId: string, actor: Actor): string =>
  [roundId, actor.postId, seesRestricted(actor), 'duties', JSON.stringify(clocks)].join(' ')

/** A household in one row, for one round and one pair of eyes. */
export const summaryOf = (
  household: Household,
  { roundId, actor }: { readonly roundId: string; readonly actor: Actor },
): HouseholdSummary => {
  const old = oldProblemsFor(household, roundId, actor)
  const visits = household.visits.filter(v => v.roundId === roundId && v.outcome !== 'DONE')
  const { houseNumber, houseCode, sequenceInHouse } = household.address
  const { position } = household
  return {
    householdId: household.id,
    areaCode: household.areaCode,
    houseNumber,
    sequenceInHouse,
    headName: headName(household),
    memberCount: household.members.length,
    origin: household.origin,
    status: household.status,
    isTarget: isTarget(household),
    formState: surveyIn(household, roundId as never)?.state ?? 'NOT_STARTED',
    oldProblems: old.length,
    uncheckedProblems: old.filter(p => !isRechecked(p, roundId)).length,
    liveProblems: household.problems.filter(p => isLive(p.state) && seesProblem(actor, p)).length,
    attempts: visits.length,
    lastOutcome: visits.at(-1)?.outcome ?? null,
    place: position === null ? null : { latitude: position.latitude, longitude: position.longitude },
    photos: photosOfHousehold(household).map(photo => photo.hash),
    duties: dutyCellsOf(household, roundId, actor),
    searchText: [
      letterKey(houseNumber),
      letterKey(houseCode ?? ''),
      ...household.members.map(m => searchKey(memberName(m))),
    ].join('|'),
  }
}
