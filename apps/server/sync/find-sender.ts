import type { Actor } from '@thaiqm/core/access/actor.ts'
import { actorOf } from '@thaiqm/core/person/person.ts'
import { findPerson } from '../person/person-store.ts'
import { inTransaction, systemScope } from '../platform/database/transaction.ts'
import type { DeviceProof } from '../platform/http/answer-route.ts'
import { isSameBytes } from '../platform/same-bytes.ts'
import { findDevice, findDeviceByKey, hashDeviceKey } from './device-store.ts'
import type { Sender } from './receive-push.ts'
import type { ServerParts } from './server-parts.ts'

const matches = (known: Uint8Array | null, key: string): boolean =>
  known !== null && isSameBytes(known, hashDeviceKey(key))

/**
 * Who hands in work: the session's person, else the person whose device shows its key. Sending is never blocked: an
 * account that was disabled still hands in what was made while it worked, and an officer looks at it.
 */
export const findSender = async (
  parts: ServerParts,
  actor: Actor | null,
  device: DeviceProof | null,
): Promise<Sender | null> => {
  if (actor !== null) return { actor, isDisabled: false }
  if (device === null) return null
  return inTransaction(parts.db, systemScope, async trx => {
    // A copied phone has just taken an id of its own: it is still known by its key.
    const named = await findDevice(trx, device.deviceId)
    const isOwn = named !== undefined && matches(named.key_hash, device.key)
    const row = isOwn ? named : await findDeviceByKey(trx, hashDeviceKey(device.key))
    if (row === undefined) return null
    const person = await findPerson(trx, parts.keys, row.person_id)
    const post = person?.posts.find(p => p.id === row.post_id) ?? person?.posts[0]
    if (person === undefined || post === undefined) return null
    return { actor: actorOf(person, post), isDisabled: person.status === 'DISABLED' }
  })
}
