import type { HouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import type { Evidence } from '@thaiqm/core/problem/evidence.ts'
import type { EvidenceLacking } from '@thaiqm/core/problem/evidence-lacking.ts'
import type { Problem } from '@thaiqm/core/problem/problem.ts'

/** Stands for whatever evidence is still to come, to ask what else the rules have against a closing. */
export const speakingEvidence: readonly Evidence[] = [{ kind: 'document', reference: '-' }]

/** Refusals that are shown where evidence is given. */
export const evidenceCodes: readonly string[] = [
  'evidence-missing',
  'photo-after-missing',
  'photo-before-missing',
  'document-missing',
] satisfies readonly EvidenceLacking[]

/** What was refused for want of evidence is said for as long as the same is wanting. */
export const isBlockedByEvidence = (refused: string, lacking: EvidenceLacking | null): boolean => refused === lacking

/** The closing as it is given; an excuse only where there is something to excuse. */
export const closingOf = (
  { id }: Pick<Problem, 'id'>,
  evidence: readonly Evidence[],
  excuse: string,
  note: string,
): HouseholdCommand => {
  const input = { problemId: id, evidence: [...evidence], note }
  const without = excuse.trim()
  return { type: 'CloseProblem', input: without === '' ? input : { ...input, withoutOwnEvidence: without } }
}
