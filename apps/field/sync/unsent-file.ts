import type { UnsentFile } from '@thaiqm/contract/sync/unsent-file-routes.ts'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import { deviceKeyOf, type FieldDatabase } from '../platform/field-database.ts'
import type { Sealer } from '../vault/sealer.ts'
import { toBase64Url } from '../vault/vault-crypto.ts'
import type { FieldOutbox } from './outbox-store.ts'

export interface UnsentFileParts {
  readonly database: FieldDatabase
  readonly outbox: FieldOutbox
  readonly sealer: Sealer
  readonly now: () => Instant
}

const MOST_COMMANDS = 5000

/**
 * Everything on this phone that the server has not got or no backup has, as a file that only the server can open. Works
 * locked and without a signal; undefined while this phone has not yet heard the server's key, or has nothing to save.
 */
export const unsentFileOf = async ({
  database,
  outbox,
  sealer,
  now,
}: UnsentFileParts): Promise<UnsentFile | undefined> => {
  const { deviceId } = await outbox.state()
  const sealedDeviceKey = await sealer.sealText(await deviceKeyOf(database), deviceId)
  if (sealedDeviceKey === null) return undefined
  const commands = await outbox.after(0, MOST_COMMANDS)
  const drafts = await database.forms.filter(form => !form.isGone && form.sealed !== null).toArray()
  const photos = await database.photos.where('state').anyOf('waiting', 'draft').toArray()
  const file: UnsentFile = {
    kind: 'thaiqm-unsent-work',
    deviceId,
    madeAt: now(),
    sealedDeviceKey,
    firstHeld: await outbox.firstHeld(),
    commands: commands.flatMap(({ input: _input, sealed, ...command }) =>
      sealed === undefined ? [] : [{ ...command, sealed }],
    ) as UnsentFile['commands'],
    drafts: drafts.flatMap(({ draftId, householdId, areaCode, revision, changedAt, sealed }) =>
      sealed === null ? [] : [{ draftId, householdId, areaCode, revision, changedAt, sealed }],
    ) as UnsentFile['drafts'],
    photos: photos.flatMap(({ hash, sealedKey, sealed }) =>
      sealed === undefined || typeof sealedKey !== 'string'
        ? []
        : [{ photoHash: hash, sealedKey, text: toBase64Url(sealed.bytes) }],
    ) as UnsentFile['photos'],
  }
  return file.commands.length + file.drafts.length + file.photos.length === 0 ? undefined : file
}

/** Hands a file to the phone's own storage, under a name that says whose phone and when and nothing else. */
export const saveUnsentFile = (file: UnsentFile): void => {
  const address = URL.createObjectURL(new Blob([JSON.stringify(file)], { type: 'application/octet-stream' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${file.madeAt.slice(0, 16).replaceAll(':', '')}-${file.deviceId.slice(0, 8)}.thaiqm`
  link.click()
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
