import { createHmac } from 'node:crypto'
import type { PersonId, PostId } from '@thaiqm/core/ledger/identifiers.ts'
import type { Scoped } from '../platform/database/transaction.ts'
import { isSameBytes } from '../platform/same-bytes.ts'
import type { SealingKeys } from '../platform/sealing.ts'
import { findDevice, hashDeviceKey } from '../sync/device-store.ts'
import { findCredentialOf } from './session-store.ts'

export interface PinKey {
  readonly personId: PersonId
  readonly postId: PostId
  readonly key: string
  readonly deviceKeyHash: Uint8Array
}

/**
 * What a phone keeps behind its person's PIN to sign in again: made from the installation's key, the device, its person and
 * that person's password, so that another password, or a lock of the device, ends it. Nothing of it is stored here.
 */
export const findPinKey = async (trx: Scoped, keys: SealingKeys, deviceId: string): Promise<PinKey | undefined> => {
  const device = await findDevice(trx, deviceId)
  if (device === undefined || device.is_locked || device.key_hash === null) return undefined
  const { person_id: personId, post_id: postId, key_hash: deviceKeyHash } = device
  const password = (await findCredentialOf(trx, personId))?.password_hash ?? ''
  const about = `device-session|${deviceId}|${personId}|${password}`
  return { personId, postId, deviceKeyHash, key: createHmac('sha256', keys.lookUp).update(about).digest('base64url') }
}

/** Whether a phone showed both: what lies behind the PIN, and the device's own key. */
export const isPinKey = (known: PinKey, shown: { readonly key: string; readonly deviceKey: string | null }): boolean =>
  shown.deviceKey !== null &&
  isSameBytes(Buffer.from(known.key), Buffer.from(shown.key)) &&
  isSameBytes(known.deviceKeyHash, hashDeviceKey(shown.deviceKey))
