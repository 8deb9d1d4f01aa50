import type { Instant } from '@thaiqm/core/ledger/day.ts'
import { useFieldApp } from '../platform/field-app.tsx'
import type { StoredCommand, StoredReceipt } from '../platform/field-rows.ts'
import { readReport } from '../platform/heard-report.ts'
import { useLive } from '../platform/use-live.ts'
import { isStillParked } from './still-parked.ts'

export interface HeldWork {
  readonly waiting: readonly StoredCommand[]
  readonly parked: readonly StoredReceipt[]
  readonly sent: readonly (StoredReceipt & { readonly isSafe: boolean })[]
  /** Of everything ever made here: still only on this phone, with the server, and in a backup too. */
  readonly onPhone: number
  readonly withServer: number
  readonly safe: number
  readonly drafts: number
  readonly photos: number
  readonly refusedPhotos: number
  readonly heardAt: Instant | null
  readonly isBackupElsewhere: boolean
}

const SHOWN_SENT = 20

/** This phone's work by how far it has come; undefined until the local store has answered. */
export const useHeldWork = (): HeldWork | undefined => {
  const { database, outbox, drafts } = useFieldApp()
  return useLive('held-work', async () => {
    const { nextSequence, sentUpTo } = await outbox.state()
    const firstHeld = await outbox.firstHeld()
    const heard = await readReport(database)
    const parked = await database.receipts.filter(receipt => receipt.outcome === 'parked').toArray()
    const sent = await database.receipts.orderBy('receiptNumber').reverse().limit(SHOWN_SENT).toArray()
    const safe = firstHeld - 1
    return {
      waiting: await database.commands.where('sequence').above(sentUpTo).toArray(),
      // What the office has settled since waits for nobody any more.
      parked: parked.filter(receipt => isStillParked(receipt, heard)),
      sent: sent
        .filter(receipt => receipt.outcome !== 'parked')
        .map(receipt => ({ ...receipt, isSafe: receipt.sequence < firstHeld })),
      onPhone: Math.max(0, nextSequence - 1 - sentUpTo),
      withServer: Math.max(0, sentUpTo - safe),
      safe,
      drafts: (await drafts.householdIds()).size,
      photos: await database.photos.where('state').equals('waiting').count(),
      refusedPhotos: await database.photos.where('state').equals('refused').count(),
      heardAt: heard.heardAt ?? null,
      isBackupElsewhere: heard.isBackupElsewhere === true,
    }
  })
}
