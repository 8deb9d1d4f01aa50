import { createHmac } from 'node:crypto'
import { listDevices, lockDevice, reportDevice } from '@thaiqm/contract/sync/sync-routes.ts'
import { actorRange } from '@thaiqm/core/access/actor.ts'
import { hasAbility } from '@thaiqm/core/access/permission.ts'
import { areaRange } from '@thaiqm/core/area/area-code.ts'
import { refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import { findPeopleById } from '../person/person-store.ts'
import { inTransaction, systemScope } from '../platform/database/transaction.ts'
import { answerRoute } from '../platform/http/answer-route.ts'
import type { HttpParts } from '../platform/http/http-parts.ts'
import { isSameBytes } from '../platform/same-bytes.ts'
import type { SealingKeys } from '../platform/sealing.ts'
import {
  type DeviceRow,
  findDevice,
  findOpenParked,
  hashDeviceKey,
  listDeviceRows,
  lockDeviceRow,
  saveDeviceReport,
} from './device-store.ts'
import { writeAudit } from './ledger-store.ts'
import { speakForOwner } from './speak-for-owner.ts'

/** Days without contact until a phone shows no households any more, and until it erases them. */
const VIEW_DAYS = 7
const ERASE_DAYS = 30
const MOST_PARKED = 500
const MOST_DEVICES = 2000

/** The server's part of a device's cache key: made from the installation's key, handed out only while the device may look. */
const shareOf = (keys: SealingKeys, deviceId: string): string =>
  createHmac('sha256', keys.lookUp).update(`device-share|${deviceId}`).digest('base64url')

const holdingsOf = (row: DeviceRow) => ({
  waiting: row.holds_waiting,
  unsafe: row.holds_unsafe,
  drafts: row.holds_drafts,
  photos: row.holds_photos,
  oldestWaitingAt: row.oldest_waiting_at,
})

export const registerDeviceRoutes = (http: HttpParts): void => {
  const { app, findActor, findSender, parts, installation, unsentWork } = http
  const { db, keys, clock } = parts

  answerRoute(
    app,
    findActor,
    reportDevice,
    async call => {
      const { deviceKey, body } = call
      const at = clock.now()
      const keyHash = deviceKey === null ? null : hashDeviceKey(deviceKey)
      return speakForOwner(findSender, call, body.deviceId, sender =>
        inTransaction(db, systemScope, async trx => {
          const { actor, isDisabled } = sender
          const known = await findDevice(trx, body.deviceId)
          // The same id in another person's or another phone's hands: a copy, which goes on under an id of its own.
          const isOther = known !== undefined && known.person_id !== actor.personId
          const knownHash = known?.key_hash ?? null
          const hasOtherKey = knownHash !== null && keyHash !== null && !isSameBytes(knownHash, keyHash)
          if (isOther || hasOtherKey) return refuse('device-cloned')
          const row = await saveDeviceReport(trx, {
            deviceId: body.deviceId,
            personId: actor.personId,
            postId: actor.postId,
            areaLow: areaRange(actor.areaCode).low,
            keyHash,
            deviceKind: body.deviceKind,
            appVersion: body.appVersion,
            holdings: body.holdings,
            at,
          })
          const isLocked = row?.is_locked === true
          // What opens the phone's households is for the person whose session it is.
          const maySee = sender === call && call.isSignedIn && !isDisabled && !isLocked
          return succeed({
            epoch: installation.current().epoch,
            upTo: row?.up_to ?? 0,
            durableUpTo: Math.min(row?.safe_up_to ?? 0, row?.up_to ?? 0),
            now: at,
            isBackupElsewhere: parts.isBackupElsewhere === true,
            backedUpAt: http.backedUpAt(),
            isDisabled,
            isLocked,
            share: maySee ? shareOf(keys, body.deviceId) : null,
            viewDays: VIEW_DAYS,
            eraseDays: ERASE_DAYS,
            sealingKey: unsentWork.publicKey,
            openParked: (await findOpenParked(trx, body.deviceId, MOST_PARKED)) as never[],
          })
        }),
      )
    },
    findSender,
  )

  answerRoute(app, findActor, listDevices, async ({ actor }) => {
    if (!hasAbility(actor, 'read-parked')) return refuse('not-permitted')
    return inTransaction(db, systemScope, async trx => {
      const rows = await listDeviceRows(trx, actorRange(actor), MOST_DEVICES)
      const people = await findPeopleById(trx, keys, [...new Set(rows.map(row => row.person_id))])
      const devices = rows.map(row => {
        const person = people.get(row.person_id)
        return {
          deviceId: row.device_id,
          personId: row.person_id,
          personName: person?.name ?? '',
          position: person?.position ?? '',
          areaCode: person?.posts.find(post => post.id === row.post_id)?.areaCode ?? '',
          deviceKind: row.device_kind,
          appVersion: row.app_version,
          lastSeenAt: row.last_seen_at,
          holdings: holdingsOf(row),
          isLocked: row.is_locked,
        }
      })
      return succeed({ devices, asOf: clock.now() })
    })
  })

  answerRoute(app, findActor, lockDevice, async ({ actor, params, body }) => {
    const row = await inTransaction(db, systemScope, trx => findDevice(trx, params.deviceId))
    const range = actorRange(actor)
    const isOwn = row?.person_id === actor.personId
    const people = row && (await inTransaction(db, systemScope, trx => findPeopleById(trx, keys, [row.person_id])))
    const area = people?.get(row?.person_id ?? '')?.posts.find(post => post.id === row?.post_id)?.areaCode ?? ''
    const isInArea = area !== '' && areaRange(area).low >= range.low && areaRange(area).high <= range.high
    if (row === undefined || !(isOwn || (isInArea && hasAbility(actor, 'read-parked')))) return refuse('not-found')
    const at = clock.now()
    await inTransaction(db, systemScope, async trx => {
      await lockDeviceRow(trx, params.deviceId, body.isLocked ? at : null, actor.personId)
      const act = body.isLocked ? 'LockDevice' : 'UnlockDevice'
      await writeAudit(trx, actor, [{ at, act, objectKind: 'device', objectId: params.deviceId, areaCode: null }])
    })
    return succeed({})
  })
}
