import type { PhotoHash } from '@thaiqm/core/ledger/identifiers.ts'
import type { Evidence } from '@thaiqm/core/problem/evidence.ts'

export type Moment = 'before' | 'after'

/** The photos among the evidence given so far, by their hashes; of one moment, where it matters. */
export const photosGiven = (evidence: readonly Evidence[], moment?: Moment): readonly string[] =>
  evidence.flatMap(piece =>
    piece.kind === 'photo' && (moment === undefined || (piece.moment ?? 'after') === moment)
      ? [piece.photo as string]
      : [],
  )

/** Photographs as evidence of one moment. */
export const photoEvidence = (hashes: readonly string[], moment: Moment): Evidence[] =>
  hashes.map(hash => ({ kind: 'photo', photo: hash as PhotoHash, caption: '', moment }))
