import { createDecipheriv } from 'node:crypto'
import { loadUnsentPhoto, loadUnsentWork } from '@thaiqm/contract/sync/unsent-file-routes.ts'
import { refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import { keepWholePhoto } from '../photo/keep-whole-photo.ts'
import { inTransaction, systemScope } from '../platform/database/transaction.ts'
import { answerRoute } from '../platform/http/answer-route.ts'
import type { HttpParts } from '../platform/http/http-parts.ts'
import { keepDraftOf } from '../survey/keep-draft.ts'
import { findSender } from './find-sender.ts'
import { writeAudit } from './ledger-store.ts'
import { openCommands } from './open-commands.ts'
import { postgresLedger } from './postgres-ledger.ts'
import { receivePush } from './receive-push.ts'

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** The photo's bytes; undefined when key, hash and text do not belong together. */
const openPhoto = (key: string, text: string, hash: string): Uint8Array | undefined => {
  try {
    const sealed = Buffer.from(text, 'base64url')
    const end = sealed.length - TAG_BYTES
    const secret = Buffer.from(JSON.parse(key) as string, 'base64url')
    const decipher = createDecipheriv('aes-256-gcm', secret, sealed.subarray(0, NONCE_BYTES))
    decipher.setAAD(Buffer.from(hash))
    decipher.setAuthTag(sealed.subarray(end))
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, end)), decipher.final()])
  } catch {
    return undefined
  }
}

/** A phone's work that somebody else carries in a file: sealed for this server, proved by the phone's own sealed key (decision 22). */
export const registerUnsentFileRoutes = ({
  app,
  findActor,
  parts,
  installation,
  unsentWork,
  filesDir,
}: HttpParts): void => {
  const ledger = postgresLedger(parts)

  const makerOf = async (deviceId: string, sealedDeviceKey: string) => {
    const key = await unsentWork.open(sealedDeviceKey, deviceId)
    return key === undefined ? null : findSender(parts, null, { deviceId, key })
  }

  answerRoute(app, findActor, loadUnsentWork, async ({ actor, body }) => {
    const { deviceId, firstHeld } = body
    const maker = await makerOf(deviceId, body.sealedDeviceKey)
    if (maker === null) return refuse('unsent-file-unknown')
    const count = { applied: 0, alreadyApplied: 0, parked: 0, drafts: 0 }
    if (body.commands.length > 0) {
      const opened = await openCommands(unsentWork, body.commands)
      const { epoch } = installation.current()
      const done = await receivePush(ledger, parts, epoch, maker, { deviceId, firstHeld, epoch: null, ...opened })
      if (!done.ok) return done
      for (const { outcome } of done.value.receipts) {
        if (outcome === 'applied') count.applied += 1
        else if (outcome === 'parked') count.parked += 1
        else count.alreadyApplied += 1
      }
    }
    for (const draft of body.drafts) {
      const kept = await keepDraftOf(parts, unsentWork, maker.actor, draft.draftId, draft)
      if (kept.ok) count.drafts += 1
    }
    await inTransaction(parts.db, systemScope, trx =>
      writeAudit(trx, actor, [
        {
          at: parts.clock.now(),
          act: 'LoadUnsentFile',
          objectKind: 'device',
          objectId: deviceId,
          areaCode: null,
          details: { commands: body.commands.length, drafts: body.drafts.length },
        },
      ]),
    )
    return succeed(count)
  })

  answerRoute(app, findActor, loadUnsentPhoto, async ({ body }) => {
    const maker = await makerOf(body.deviceId, body.sealedDeviceKey)
    if (maker === null) return refuse('unsent-file-unknown')
    const key = await unsentWork.open(body.sealedKey, body.photoHash)
    const bytes = key === undefined ? undefined : openPhoto(key, body.text, body.photoHash)
    if (bytes === undefined) return refuse('photo-differs')
    const kept = await keepWholePhoto(parts, filesDir, body.photoHash, bytes, maker.actor)
    return kept.ok ? succeed({}) : kept
  })
}
