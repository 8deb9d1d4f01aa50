import type { BatchView } from '@thaiqm/contract/baseline/baseline-routes.ts'

/** Still being imported or undone: worth asking again. */
export const isMoving = (batch: Pick<BatchView, 'state'>): boolean =>
  batch.state === 'RUNNING' || batch.state === 'UNDOING'
