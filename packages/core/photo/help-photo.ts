import type { Household } from '../household/household.ts'
import type { OrganisationId, PersonId, PhotoHash, ProblemId } from '../ledger/identifiers.ts'
import type { Evidence } from '../problem/evidence.ts'

/** A photo that shows help or what came of it: of which hardships, of whose help, and by whose hand it is here. */
export interface HelpPhoto {
  readonly photo: PhotoHash
  readonly problemIds: readonly ProblemId[]
  /** Whose help it shows; nobody when it shows what came of it, whoever helped. */
  readonly organisationIds: readonly OrganisationId[]
  readonly recordedBy: readonly PersonId[]
}

type Seen = Omit<HelpPhoto, 'photo'>

const seenIn = (evidence: readonly Evidence[], seen: Seen): readonly HelpPhoto[] =>
  evidence.flatMap(piece => (piece.kind === 'photo' ? [{ photo: piece.photo, ...seen }] : []))

const union = <Value>(some: readonly Value[], more: readonly Value[]): readonly Value[] => [
  ...new Set([...some, ...more]),
]

/** Every photo given as evidence of help or of its result, each once, with all it is evidence of. */
export const helpPhotosOf = ({
  problems,
  assistances,
  plans,
}: Pick<Household, 'problems' | 'assistances' | 'plans'>): readonly HelpPhoto[] => {
  const named = (id: OrganisationId | null) => (id === null ? [] : [id])
  const all = [
    ...problems.flatMap(p => seenIn(p.evidence, { problemIds: [p.id], organisationIds: [], recordedBy: [] })),
    ...assistances.flatMap(({ evidence, problemIds, organisationId, recordedBy }) =>
      seenIn(evidence, { problemIds, organisationIds: named(organisationId), recordedBy: [recordedBy] }),
    ),
    ...plans
      .flatMap(plan => plan.actions)
      .flatMap(({ answer, problemIds, organisationId, doneBy }) =>
        seenIn(answer?.evidence ?? [], {
          problemIds,
          organisationIds: named(organisationId),
          recordedBy: doneBy === null ? [] : [doneBy],
        }),
      ),
  ]
  const byPhoto = new Map<PhotoHash, HelpPhoto>()
  for (const one of all) {
    const known = byPhoto.get(one.photo) ?? one
    byPhoto.set(one.photo, {
      photo: one.photo,
      problemIds: union(known.problemIds, one.problemIds),
      organisationIds: union(known.organisationIds, one.organisationIds),
      recordedBy: union(known.recordedBy, one.recordedBy),
    })
  }
  return [...byPhoto.values()]
}
