import { type FindForm, restrictedQuestions } from '../access/visible-conflict.ts'
import type { Household } from '../household/household.ts'
import type { HouseholdEvent, Recorded } from '../household/household-event.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import type { Member } from '../member/member.ts'
import { handOfAnswer } from '../survey/hand-of-answer.ts'
import {
  answerName,
  type Conflict,
  type ConflictId,
  isSaidAlike,
  placeName,
  type RecordPlace,
  type SaidValue,
  type Side,
} from './conflict.ts'
import { type MergeCells, memberOf } from './merge-sayings.ts'

/** What one command said differently at one place. */
export interface Difference {
  readonly place: RecordPlace
  readonly standing: SaidValue
  readonly other: SaidValue
  readonly follows: boolean
}

const keyOf = (place: RecordPlace): string => {
  if (place.kind === 'address') return place.part
  if (place.kind === 'member-part') return place.part
  return place.kind === 'missed-reason' ? 'missedReason' : place.kind
}

/** A value under the name it has in the record; nothing for nothing. */
export const saidAt = (place: RecordPlace, value: unknown): SaidValue => {
  if (value === null || value === undefined || value === '') return null
  // What is in a record is JSON: it came over the wire or out of the ledger.
  if (place.kind === 'member-part' && place.part === 'identity') return value as SaidValue
  return { [keyOf(place)]: value } as SaidValue
}

/** What a side says at its place, without its name. */
export const valueAt = (place: RecordPlace, said: SaidValue): unknown => {
  if (said === null) return null
  return place.kind === 'member-part' && place.part === 'identity' ? said : (said[keyOf(place)] ?? null)
}

/** The places where the merge kept two things apart. */
export const differencesIn = (
  cells: MergeCells,
  stands: readonly Member[],
  mine: readonly Member[],
): readonly Difference[] =>
  [...cells.values()]
    .filter(cell => cell.differs)
    .map(({ place, stands: standing, mine: other, follows }) => {
      if (place.kind !== 'member')
        return { place, standing: saidAt(place, standing), other: saidAt(place, other), follows }
      const memberIn = (members: readonly Member[]) => members.find(m => m.id === place.memberId) ?? null
      return {
        place,
        standing: saidAt(place, memberIn(stands)),
        other: saidAt(place, memberIn(mine)),
        follows,
      }
    })

/** An answer that only repeats a difference of the record itself: the telephone, the residence, the verdict. */
export const repeats = (
  answer: Omit<Difference, 'follows'>,
  other: Omit<Difference, 'follows'>,
  sides: readonly ('standing' | 'other')[] = ['standing', 'other'],
): boolean => {
  if (answer.place.kind !== 'answer' || other.place.kind === 'answer') return false
  if (other.place.kind === 'verdict') {
    return answer.place.scope === 'problem' && answer.place.instanceId === other.place.problemId
  }
  if (memberOf(other.place) !== memberOf(answer.place)) return false
  return sides.every(side => isSaidAlike(valueAt(answer.place, answer[side]), valueAt(other.place, other[side])))
}

const writes = (event: HouseholdEvent, place: RecordPlace): boolean => {
  switch (event.type) {
    case 'HouseholdRegistered':
      return place.kind !== 'verdict' && place.kind !== 'answer'
    case 'HouseholdCorrected':
      return (
        place.kind === 'address' || place.kind === 'phone' || (place.kind === 'position' && event.position !== null)
      )
    case 'MembersRecorded':
      return place.kind === 'head' || place.kind === 'member' || place.kind === 'member-part'
    case 'MemberDied':
      return place.kind === 'head' || (place.kind === 'member-part' && place.memberId === event.memberId)
    case 'MissedReasonGiven':
      return place.kind === 'missed-reason'
    case 'HouseholdStatusChanged':
      return place.kind === 'status'
    default:
      return place.kind === 'verdict' && 'problemId' in event && event.problemId === place.problemId
  }
}

/** Whose hand a standing value is, as far as the record and the facts that were not seen can tell. */
const handOf = (place: RecordPlace, household: Household, unseen: readonly Recorded<HouseholdEvent>[]) => {
  if (place.kind === 'answer') {
    const survey = household.surveys.find(s => s.roundId === place.roundId)
    return survey === undefined ? { by: null, at: null } : handOfAnswer(survey, answerName(place))
  }
  const fact = unseen.findLast(({ event }) => writes(event, place))
  if (fact !== undefined) return { by: fact.by, at: fact.at }
  if (place.kind !== 'verdict') return { by: null, at: null }
  const recheck = household.problems
    .find(p => p.id === place.problemId)
    ?.rechecks.find(r => r.roundId === place.roundId)
  return recheck === undefined ? { by: null, at: null } : { by: recheck.by, at: recheck.at }
}

const isRestricted = (place: RecordPlace, household: Household, findForm: FindForm): boolean => {
  const hardship = place.kind === 'verdict' ? place.problemId : place.kind === 'answer' ? place.instanceId : null
  if (household.problems.some(p => p.id === hardship && p.restricted)) return true
  if (place.kind !== 'answer') return false
  const survey = household.surveys.find(s => s.roundId === place.roundId)
  return survey === undefined || restrictedQuestions(survey, findForm).has(place.questionId)
}

/** The fact that differences were kept, or none: one that is open already is not kept twice. */
export const conflictsFound = (
  household: Household,
  differences: readonly Difference[],
  { actor, now, madeAt, findForm, unseen = [] }: DecisionContext,
): HouseholdEvent[] => {
  const open = household.conflicts ?? []
  const fresh = differences.filter(
    d => !open.some(c => placeName(c.place) === placeName(d.place) && isSaidAlike(c.other.value, d.other)),
  )
  if (fresh.length === 0) return []
  const conflicts = fresh.map((difference, index): Conflict => {
    const { place, standing, other } = difference
    const mine: Side = { value: other, by: actor.personId, at: madeAt ?? now }
    return {
      id: `${household.version}-${index + 1}` as ConflictId,
      place,
      standing: { value: standing, ...handOf(place, household, unseen) },
      other: mine,
      follows: difference.follows || fresh.some(d => repeats(difference, d)),
      restricted: isRestricted(place, household, findForm),
    }
  })
  return [{ type: 'ConflictsFound', conflicts }]
}
