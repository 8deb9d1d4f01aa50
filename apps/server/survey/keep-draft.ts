import type { saveDraft } from '@thaiqm/contract/survey/draft-routes.ts'
import type { RouteBody } from '@thaiqm/contract/wire/route.ts'
import type { Actor } from '@thaiqm/core/access/actor.ts'
import { type Outcome, refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import { inTransaction, systemScope } from '../platform/database/transaction.ts'
import type { UnsentWorkKeys } from '../platform/unsent-work-keys.ts'
import type { ServerParts } from '../sync/server-parts.ts'
import { keepDraft, lockDraft } from './draft-store.ts'

/** Keeps a holder's draft, opened where it came sealed; the newest revision stays, whatever order they come in. */
export const keepDraftOf = async (
  { db, keys, clock }: ServerParts,
  unsentWork: UnsentWorkKeys,
  holder: Actor,
  draftId: string,
  draft: RouteBody<typeof saveDraft>,
): Promise<Outcome<{ readonly revision: number }, string>> => {
  const text = draft.sealed === undefined ? undefined : await unsentWork.open(draft.sealed, draftId)
  if (draft.sealed !== undefined && text === undefined) return refuse('sealed-not-opened')
  const content: unknown = text === undefined ? draft.content : JSON.parse(text)
  return inTransaction(db, systemScope, async trx => {
    const known = await lockDraft(trx, draftId)
    if (known !== undefined && known.holder_id !== holder.personId) return refuse('draft-not-yours')
    const { householdId, areaCode, revision, changedAt } = draft
    const holderId = holder.personId
    const keptAt = clock.now()
    await keepDraft(trx, keys, { draftId, householdId, areaCode, holderId, revision, content, changedAt, keptAt })
    return succeed({ revision: Math.max(revision, known?.revision ?? 0) })
  })
}
