import type { HouseholdEvent, Recorded } from '../household/household-event.ts'
import type { DataRequest } from './data-request.ts'

/** The requests of a household after one more fact. */
export const evolveDataRequests = (
  requests: readonly DataRequest[] | undefined,
  { event, by }: Recorded<HouseholdEvent>,
): readonly DataRequest[] | undefined => {
  if (event.type === 'DataRequestRecorded') {
    const { type: _, ...asked } = event
    return [...(requests ?? []), { ...asked, recordedBy: by, answered: null }]
  }
  if (event.type !== 'DataRequestAnswered') return requests
  const { requestId, answer, words, on } = event
  return requests?.map(r => (r.requestId === requestId ? { ...r, answered: { answer, words, on, by } } : r))
}
