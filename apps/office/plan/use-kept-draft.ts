import { useQuery, useQueryClient } from '@tanstack/react-query'
import { dropKept, readKept, writeKept } from '../platform/kept-store.ts'
import { useSession } from '../platform/session.tsx'
import { draftKey, type KeptDraft, keptDraft } from './kept-draft.ts'
import type { PlanDraft } from './plan-draft.ts'

/** What this officer has begun to write for a household and not sent; null when nothing. A browser that keeps nothing is no hindrance. */
export const useKeptDraft = (householdId: string) => {
  const { actor } = useSession()
  return useQuery({
    queryKey: ['plan-draft', actor.personId, householdId],
    queryFn: async (): Promise<KeptDraft | null> => {
      const kept = await readKept(draftKey(actor.personId, householdId)).catch(() => undefined)
      return keptDraft.safeParse(kept).data ?? null
    },
    // Read once when the editor opens: what it writes itself must not come back under its hands.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    networkMode: 'always',
  })
}

/** Keeps the draft while it is written, and lets it go once it is sent or thrown away. */
export const useDraftKeeping = (householdId: string) => {
  const { actor, now } = useSession()
  const client = useQueryClient()
  const key = draftKey(actor.personId, householdId)
  return {
    keep: (draft: PlanDraft): void => void writeKept(key, { ...draft, keptAt: now }).catch(() => undefined),
    drop: async (): Promise<void> => {
      await dropKept(key).catch(() => undefined)
      client.removeQueries({ queryKey: ['plan-draft', actor.personId, householdId] })
    },
  }
}
