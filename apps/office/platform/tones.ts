import type { Tone } from '@thaiqm/ui/badge.tsx'

const tones: Readonly<Record<string, Tone>> = {
  OPEN: 'warning',
  PLANNED: 'info',
  REFERRED: 'info',
  IN_PROGRESS: 'info',
  ASSISTED: 'info',
  RESOLVED: 'good',
  SELF_RESOLVED: 'good',
  UNRESOLVABLE: 'danger',
  CANCELLED: 'neutral',
  NOT_STARTED: 'neutral',
  SUBMITTED: 'info',
  VERIFIED: 'good',
  CERTIFIED: 'good',
  RETURNED: 'warning',
  PROPOSED: 'info',
  APPROVED: 'good',
}

/** The colour of a state; the word beside it carries the meaning. */
export const toneOfState = (state: string): Tone => tones[state] ?? 'neutral'
