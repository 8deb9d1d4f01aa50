import type { Household } from '../household/household.ts'
import type { HouseholdEvent, Recorded } from '../household/household-event.ts'
import { type Conflict, isSaidAlike, type RecordPlace, type SaidValue } from './conflict.ts'
import { saidAt, valueAt } from './found-conflicts.ts'
import { answerAt, identityOf } from './household-sayings.ts'
import { verdictStanding } from './merge-verdicts.ts'

/** What stands in a record at a place now. */
export const standingAt = (household: Household, place: RecordPlace): SaidValue => {
  const memberAt = (id: string) => household.members.find(m => m.id === id)
  switch (place.kind) {
    case 'address':
      return saidAt(place, household.address[place.part])
    case 'phone':
    case 'position':
    case 'status':
      return saidAt(place, household[place.kind])
    case 'missed-reason':
      return saidAt(place, household.missedReason)
    case 'head':
      return saidAt(place, household.members.find(m => m.isHead)?.id)
    case 'member':
      return saidAt(place, memberAt(place.memberId))
    case 'member-part': {
      const member = memberAt(place.memberId)
      if (member === undefined) return null
      return saidAt(place, place.part === 'identity' ? identityOf(member) : member[place.part])
    }
    case 'answer': {
      const survey = household.surveys.find(s => s.roundId === place.roundId)
      return survey === undefined ? null : saidAt(place, answerAt(survey.answers, place))
    }
    case 'verdict': {
      const problem = household.problems.find(p => p.id === place.problemId)
      return problem === undefined ? null : saidAt(place, verdictStanding(problem, place.roundId))
    }
  }
}

const wordsOf = (verdict: unknown) => {
  const { verdict: code, note, causeCodes, cause } = (verdict ?? {}) as ReturnType<typeof verdictStanding>
  return [code, note, causeCodes, cause]
}

/** Of a person only the presence is compared: the parts have places of their own. Of a verdict, its words. */
const isSettledBy = ({ place, other }: Conflict, standing: SaidValue): boolean => {
  if (place.kind === 'member') return (standing === null) === (other.value === null)
  const [now, kept] = [valueAt(place, standing), valueAt(place, other.value)]
  return place.kind === 'verdict' ? isSaidAlike(wordsOf(now), wordsOf(kept)) : isSaidAlike(now, kept)
}

/** The open conflicts after one more fact: what stands may have changed, and may now be what the other said. */
export const evolveConflicts = (
  household: Household,
  { event, at, by }: Recorded<HouseholdEvent>,
): readonly Conflict[] | undefined => {
  const { conflicts } = household
  if (event.type === 'ConflictsFound') return [...(conflicts ?? []), ...event.conflicts]
  if (conflicts === undefined || conflicts.length === 0) return conflicts
  if (event.type === 'ConflictsSettled') {
    const settled = new Set<string>(event.settled.map(s => s.conflictId))
    return conflicts.filter(c => !settled.has(c.id))
  }
  return conflicts.flatMap(conflict => {
    const standing = standingAt(household, conflict.place)
    if (isSaidAlike(standing, conflict.standing.value)) return [conflict]
    return isSettledBy(conflict, standing) ? [] : [{ ...conflict, standing: { value: standing, by, at } }]
  })
}
