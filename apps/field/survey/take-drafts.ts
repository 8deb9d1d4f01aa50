import { listDrafts } from '@thaiqm/contract/survey/draft-routes.ts'
import { call } from '../platform/api.ts'
import type { DraftStore } from './draft-store.ts'

/** Brings in what the server keeps for this person: begun on another phone, handed over, or not readable here any more. */
export const takeDraftsOfServer = async (drafts: DraftStore): Promise<void> => {
  const answer = await call(listDrafts, {})
  if (!answer.ok) return
  for (const kept of answer.value.drafts) await drafts.take(kept)
}
