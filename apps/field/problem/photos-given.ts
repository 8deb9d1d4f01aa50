import type { Evidence } from '@thaiqm/core/problem/evidence.ts'

/** The photos among the evidence given so far, by their hashes. */
export const photosGiven = (evidence: readonly Evidence[]): readonly string[] =>
  evidence.flatMap(piece => (piece.kind === 'photo' ? [piece.photo as string] : []))
