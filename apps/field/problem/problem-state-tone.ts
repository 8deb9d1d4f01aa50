import type { ProblemState } from '@thaiqm/core/problem/problem-state.ts'
import type { Tone } from '@thaiqm/ui/badge.tsx'

export const problemStateTone: Record<ProblemState, Tone> = {
  OPEN: 'danger',
  PLANNED: 'info',
  REFERRED: 'info',
  IN_PROGRESS: 'info',
  ASSISTED: 'warning',
  RESOLVED: 'good',
  SELF_RESOLVED: 'good',
  UNRESOLVABLE: 'neutral',
  CANCELLED: 'neutral',
}
