import type { Household } from '../household/household.ts'
import type { MemberId, ProblemId } from '../ledger/identifiers.ts'
import type { Member } from '../member/member.ts'
import type { Problem } from '../problem/problem.ts'
import { isLive } from '../problem/problem-state.ts'
import { carriedConsents, consentsBack, consentsWith } from './carried-consents.ts'
import type { Carried, SamePerson, TakenOver } from './merger.ts'

const about = (ids: ReadonlySet<string>) => (id: string) => ids.has(id)

/** Plans and help as far as they speak of these hardships; an action or a gift for others as well stands in both records. */
const workOn = (
  household: Household,
  isMeant: (problemId: string) => boolean,
): Pick<Carried, 'plans' | 'assistances'> => ({
  plans: household.plans.flatMap(plan => {
    const actions = plan.actions
      .map(action => ({ ...action, problemIds: action.problemIds.filter(isMeant) }))
      .filter(action => action.problemIds.length > 0)
    return actions.length === 0 ? [] : [{ ...plan, actions }]
  }),
  assistances: household.assistances.flatMap(given => {
    const problemIds = given.problemIds.filter(isMeant)
    return problemIds.length === 0 ? [] : [{ ...given, problemIds }]
  }),
})

const concerning = (problem: Problem, names: ReadonlyMap<string, MemberId>): Problem =>
  problem.memberId === null ? problem : { ...problem, memberId: names.get(problem.memberId) ?? problem.memberId }

/**
 * The survivor's record of the same hardship: of the same kind and person (an old one of the whole house answers for any
 * of its people). One that still has to be worked on is never answered by one that is solved.
 */
const recordedAlike = (survivor: Household, problem: Problem): Problem | undefined =>
  survivor.problems.find(
    own =>
      own.kindCode === problem.kindCode &&
      (own.memberId === problem.memberId || own.memberId === null) &&
      own.state !== 'CANCELLED' &&
      (!isLive(problem.state) || isLive(own.state) || own.state === 'UNRESOLVABLE'),
  )

/** What only the duplicate has: its people, its hardships that are not cancelled, the plans and the help for them. */
export const carriedFrom = (
  duplicate: Household,
  survivor: Household,
  samePeople: readonly SamePerson[],
): { readonly carried: Carried; readonly alreadyThere: readonly Problem[] } => {
  const names = new Map<string, MemberId>(samePeople.map(same => [same.memberId, same.sameAs]))
  const hasHead = survivor.members.some(m => m.isHead)
  const members = duplicate.members
    .filter(m => !names.has(m.id))
    .map((m): Member => (hasHead ? { ...m, isHead: false, relation: m.isHead ? '' : m.relation } : m))
  const counted = duplicate.problems.filter(p => p.state !== 'CANCELLED').map(p => concerning(p, names))
  const problems = counted.filter(p => recordedAlike(survivor, p) === undefined)
  const carriedIds = new Set<string>(problems.map(p => p.id))
  const work = { problems, ...workOn(duplicate, about(carriedIds)) }
  return {
    carried: { members, ...work, ...carriedConsents(duplicate, work) },
    alreadyThere: counted.filter(p => !carriedIds.has(p.id)),
  }
}

const taken = (household: Household, entry: TakenOver): { members: Set<string>; problems: Set<string> } => {
  const members = new Set<string>(entry.memberIds)
  const problems = new Set<string>(entry.problemIds)
  // What was found out about one of these people since goes with the person.
  for (const p of household.problems) if (p.memberId !== null && members.has(p.memberId)) problems.add(p.id)
  return { members, problems }
}

/** What goes back to a duplicate: all that was taken over, as it stands now, with what was done since. */
export const carriedBack = (survivor: Household, entry: TakenOver): Carried => {
  const { members, problems } = taken(survivor, entry)
  const names = new Map<string, MemberId>(entry.samePeople.map(same => [same.sameAs, same.memberId]))
  const work = {
    problems: survivor.problems.filter(p => problems.has(p.id)).map(p => concerning(p, names)),
    ...workOn(survivor, about(problems)),
  }
  return {
    members: survivor.members.filter(m => members.has(m.id)),
    ...work,
    ...carriedConsents(survivor, work),
  }
}

/** A record with what was brought to it: the older plans stand before its own. */
export const withCarried = (household: Household, carried: Carried): Household => ({
  ...household,
  members: [...household.members, ...carried.members],
  problems: [...household.problems, ...carried.problems],
  plans: [...carried.plans, ...household.plans],
  assistances: [...carried.assistances, ...household.assistances],
  ...consentsWith(household.photoConsents, carried.photoConsents),
})

/** A record without what was given back. */
export const withoutTaken = (household: Household, entry: TakenOver): Household => {
  const { members, problems } = taken(household, entry)
  const stays = (id: ProblemId) => !problems.has(id)
  const own = workOn(household, id => stays(id as ProblemId))
  // A plan or a gift that never spoke of any hardship stays too.
  const isKept = (ids: readonly ProblemId[]) => ids.length === 0 || ids.some(stays)
  return {
    ...household,
    members: household.members.filter(m => !members.has(m.id)),
    problems: household.problems.filter(p => !problems.has(p.id)),
    plans: household.plans.flatMap(plan => {
      const kept = own.plans.find(p => p.id === plan.id)
      return kept !== undefined ? [kept] : plan.actions.length === 0 ? [plan] : []
    }),
    assistances: household.assistances.flatMap(given => {
      const kept = own.assistances.find(a => a.id === given.id)
      return kept !== undefined ? [kept] : isKept(given.problemIds) ? [given] : []
    }),
  }
}

type Named = { readonly id: string }

const inPlaceOf = <Of extends Named>(old: readonly Of[], back: readonly Of[]): Of[] => {
  const byId = new Map(back.map(one => [one.id, one]))
  const known = new Set(old.map(one => one.id))
  return [...old.map(one => byId.get(one.id) ?? one), ...back.filter(one => !known.has(one.id))]
}

/** The duplicate with what came back in place of what it had; who was its head is so again, unless it has another. */
export const withCarriedBack = (duplicate: Household, back: Carried): Household => {
  const heads = new Map(duplicate.members.map(m => [m.id, m]))
  const members = back.members.map(m => {
    const before = heads.get(m.id)
    return before === undefined ? { ...m, isHead: false } : { ...m, isHead: before.isHead, relation: before.relation }
  })
  return {
    ...duplicate,
    members: inPlaceOf(duplicate.members, members),
    problems: inPlaceOf(duplicate.problems, back.problems),
    plans: inPlaceOf(duplicate.plans, back.plans),
    assistances: inPlaceOf(duplicate.assistances, back.assistances),
    ...consentsBack(duplicate.photoConsents, back.photoConsents),
  }
}
