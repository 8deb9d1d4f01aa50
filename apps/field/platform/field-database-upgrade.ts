import type { DeviceId } from '@thaiqm/core/ledger/identifiers.ts'
import { newDevice } from '@thaiqm/core/sync/device-state.ts'
import type { Transaction } from 'dexie'
import type { Draft } from '../survey/draft.ts'
import type { StoredDraft } from './field-rows.ts'

interface OldFact {
  readonly key: string
  readonly value: string | number | null
}

/**
 * From an app that kept everything in clear: unsent commands and photos stay where they lie, drafts get a row by their
 * own id, the device keeps its name and its numbers. They are sealed as soon as there are keys for it.
 */
export const bringOver = async (transaction: Transaction): Promise<void> => {
  const facts = new Map<string, unknown>(
    ((await transaction.table('facts').toArray()) as OldFact[]).map(({ key, value }) => [key, value]),
  )
  const deviceId = facts.get('deviceId')
  if (typeof deviceId === 'string') {
    const waiting = (await transaction.table('commands').orderBy('sequence').primaryKeys()) as number[]
    const nextSequence = Math.max(Number(facts.get('nextSequence') ?? 1), (waiting.at(-1) ?? 0) + 1)
    const epoch = facts.get('epoch')
    await transaction.table('facts').put({
      key: 'device',
      value: {
        ...newDevice(deviceId as DeviceId),
        epoch: typeof epoch === 'string' ? epoch : null,
        nextSequence,
        sentUpTo: (waiting[0] ?? nextSequence) - 1,
      },
    })
  }
  const areaOf = new Map<string, string>()
  for (const { householdId, areaCode } of await transaction.table('documents').toArray())
    areaOf.set(householdId, areaCode)
  const drafts = (await transaction.table('drafts').toArray()) as Draft[]
  await transaction.table('forms').bulkPut(
    drafts.map(
      (draft): StoredDraft => ({
        draftId: draft.surveyId,
        householdId: draft.householdId,
        areaCode: areaOf.get(draft.householdId) ?? '',
        revision: 1,
        sentRevision: 0,
        changedAt: draft.lastChangedAt,
        isGone: false,
        sealed: null,
        readable: null,
        household: null,
        draft,
      }),
    ),
  )
}
