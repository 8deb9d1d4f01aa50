import type { Tone } from '@thaiqm/ui/badge.tsx'
import type { FormState } from '../household/household-summary.ts'

export const formStateTone: Record<FormState, Tone> = {
  NOT_STARTED: 'neutral',
  SUBMITTED: 'info',
  RETURNED: 'danger',
  VERIFIED: 'good',
  CERTIFIED: 'good',
}
