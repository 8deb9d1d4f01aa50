import type { Household } from '@thaiqm/core/household/household.ts'
import { type Day, dayOf } from '@thaiqm/core/ledger/day.ts'
import type { Evidence } from '@thaiqm/core/problem/evidence.ts'
import type { Problem } from '@thaiqm/core/problem/problem.ts'

export interface HouseholdPhoto {
  readonly hash: string
  readonly caption: string
  /** The day it is of; null where the record does not say for certain. */
  readonly on: Day | null
  /** Of the house, of help that was given, or of what became of a hardship. */
  readonly of: 'house' | 'help' | 'result'
}

type Photographed = Pick<Household, 'photos' | 'problems' | 'assistances' | 'visits'>

/** The day a hardship's own evidence is of: that of its one result, if there was only one. */
const resultDay = ({ rechecks, closedOn, reopenedCount }: Problem): Day | null => {
  const days = new Set(rechecks.filter(r => r.verdict === 'R1').map(r => dayOf(r.at)))
  if (closedOn !== null) days.add(closedOn)
  const [day] = days
  return days.size === 1 && reopenedCount === 0 ? (day ?? null) : null
}

const inEvidence = (
  evidence: readonly Evidence[],
  about: Pick<HouseholdPhoto, 'on' | 'of'>,
): readonly HouseholdPhoto[] =>
  evidence.flatMap(piece => (piece.kind === 'photo' ? [{ hash: piece.photo, caption: piece.caption, ...about }] : []))

const ofHouse = ({ photos, visits }: Photographed): readonly HouseholdPhoto[] =>
  photos.map(hash => {
    const visit = visits.find(one => one.photos?.includes(hash) === true)
    return { hash, caption: '', on: visit === undefined ? null : dayOf(visit.visitedAt), of: 'house' }
  })

const ofProblems = ({ assistances }: Photographed, problems: readonly Problem[]): readonly HouseholdPhoto[] => {
  const ids = new Set(problems.map(problem => problem.id))
  const helps = assistances.filter(help => help.problemIds.some(id => ids.has(id)))
  return [
    ...helps.flatMap(help => inEvidence(help.evidence, { on: help.givenOn, of: 'help' })),
    ...problems.flatMap(problem => inEvidence(problem.evidence, { on: resultDay(problem), of: 'result' })),
  ]
}

/** Each once, as it is first named; the oldest first, those of no certain day before them. */
const inOrder = (photos: readonly HouseholdPhoto[]): readonly HouseholdPhoto[] => {
  const found = new Map<string, HouseholdPhoto>()
  for (const photo of photos) if (!found.has(photo.hash)) found.set(photo.hash, photo)
  return [...found.values()].sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : (a.on ?? '') > (b.on ?? '') ? 1 : 0))
}

/** Photos of the house and those given as evidence of help or of a result. */
export const photosOfHousehold = (household: Photographed): readonly HouseholdPhoto[] =>
  inOrder([
    ...ofHouse(household),
    ...household.assistances.flatMap(help => inEvidence(help.evidence, { on: help.givenOn, of: 'help' })),
    ...ofProblems(household, household.problems),
  ])

/** The house as it was photographed at visits. */
export const photosOfHouse = (household: Photographed): readonly HouseholdPhoto[] => inOrder(ofHouse(household))

/** Photos that show one hardship; without any of its own, the house as it was photographed. */
export const photosOfProblem = (household: Photographed, problem: Problem): readonly HouseholdPhoto[] => {
  const own = inOrder(ofProblems(household, [problem]))
  return own.length > 0 ? own : photosOfHouse(household)
}
