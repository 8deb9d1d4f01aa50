import { createHash } from 'node:crypto'
import { decisionCatalogue } from '@thaiqm/catalogue/decision-catalogue.ts'
import { keepPhotoPart, readPhotoProgress } from '@thaiqm/contract/photo/photo-routes.ts'
import { listDrafts, removeDraft, saveDraft } from '@thaiqm/contract/survey/draft-routes.ts'
import { pullArea, pushCommands, reportDevice } from '@thaiqm/contract/sync/sync-routes.ts'
import type { Route, RouteCall } from '@thaiqm/contract/wire/route.ts'
import type { Actor } from '@thaiqm/core/access/actor.ts'
import { type Outcome, refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import type { CommandEnvelope, PushBatch } from '@thaiqm/core/sync/command-envelope.ts'
import { pullPage } from '../../apps/server/sync/pull-area.ts'
import { type IncomingBatch, receivePush, type Sender } from '../../apps/server/sync/receive-push.ts'
import { inMemory, memoryPull } from './memory-ledger.ts'
import type { Caller, Serving } from './memory-server.ts'
import type { DeviceRow } from './memory-state.ts'
import { openSealed, type WireRequest } from './wire.ts'

type Answer = Outcome<unknown, string>

interface Call {
  readonly route: Route
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
}

/** Commands with their inputs in clear, as the push route of the server opens them. */
const openCommands = async (commands: readonly CommandEnvelope[]) => {
  const unread = new Set<string>()
  const opened: CommandEnvelope[] = []
  for (const { sealed, ...command } of commands) {
    const text = sealed === undefined ? undefined : await openSealed(sealed, command.commandId)
    if (sealed === undefined) opened.push(command)
    else if (text !== undefined) opened.push({ ...command, input: JSON.parse(text) as unknown })
    else {
      unread.add(command.commandId)
      opened.push({ ...command, input: { sealed } })
    }
  }
  return { commands: opened, unread }
}

const push = async (on: Serving, caller: Caller, body: PushBatch) => {
  const { sender } = caller
  if (sender === null) return refuse('sign-in-needed')
  const { commands, unread } = await openCommands(body.commands)
  const kept = on.planted.is('unread-dropped') ? commands.filter(c => !unread.has(c.commandId)) : commands
  const batch = on.planted.batch({ ...body, commands: kept, unread }, on.epoch)
  if (on.planted.is('disabled-refused') && sender.isDisabled) return refuse('not-permitted')
  const receive = (from: Sender, incoming: IncomingBatch) => receivePush(on.ledger, on.parts, on.epoch, from, incoming)
  return on.planted.receivePush({ receive }, sender, batch, () => receive(sender, batch))
}

/** As the report route does it: a copy is told so, a known device is written down, and learns where it stands. */
const report = (
  on: Serving,
  caller: Caller,
  body: NonNullable<RouteCall<typeof reportDevice>['body']>,
  hash: (key: string) => string,
) => {
  const { database } = on
  const actor = caller.sender?.actor
  if (actor === undefined) return Promise.resolve(refuse('sign-in-needed'))
  const keyHash = caller.deviceKey === null ? null : hash(caller.deviceKey)
  return inMemory<Answer>(database, on.life, async trx => {
    await database.statement(trx, 'find device')
    const known = database.state().devices.get(body.deviceId)
    const isOther = known !== undefined && known.personId !== actor.personId
    const hasOtherKey = known !== undefined && known.keyHash !== null && keyHash !== null && known.keyHash !== keyHash
    if (isOther || hasOtherKey) return refuse('device-cloned')
    await database.lock(trx, `device/${body.deviceId}`)
    const row = database.state().devices.get(body.deviceId)
    const next: DeviceRow = {
      personId: row?.personId ?? actor.personId,
      postId: actor.postId,
      keyHash: row?.keyHash ?? keyHash,
      upTo: row?.upTo ?? 0,
      safeUpTo: row?.safeUpTo ?? 0,
      holdsWaiting: body.holdings.waiting,
    }
    database.write(trx, committed => {
      committed.devices.set(body.deviceId, next)
    })
    return succeed({
      epoch: on.epoch,
      upTo: next.upTo,
      durableUpTo: Math.min(next.safeUpTo, next.upTo),
      now: on.parts.clock.now(),
      isBackupElsewhere: true,
      backedUpAt: null,
      isDisabled: caller.sender?.isDisabled === true,
      isLocked: false,
      share: caller.signedIn === null ? null : 'share',
      viewDays: 7,
      eraseDays: 30,
      sealingKey: { keyId: 'world', publicKey: 'world' },
      openParked: [...database.state().commands.values()]
        .filter(c => c.deviceId === body.deviceId && c.outcome !== 'applied' && c.settledHow === null)
        .map(c => c.envelope.commandId),
    })
  })
}

const pull = (
  on: Serving,
  actor: Actor,
  params: { areaCode: string },
  query: { cursor?: string | undefined; limit: number },
) =>
  inMemory(on.database, on.life, async trx => {
    const source = on.planted.pullSource(memoryPull(on.database, trx, on.planted), on.database)
    const page = await pullPage(source, decisionCatalogue, {
      actor: on.planted.is('foreign-rows-sent') ? { ...actor, areaCode: actor.areaCode.slice(0, 4) } : actor,
      areaCode: params.areaCode,
      cursor: query.cursor,
      limit: Math.min(query.limit, on.pageSize),
      epoch: on.epoch,
      asOf: on.parts.clock.now(),
    })
    if (page.ok) on.onPulled(actor, page.value.households)
    return page
  })

type DraftBody = NonNullable<RouteCall<typeof saveDraft>['body']>

/** As the draft route and its one upsert do it. */
const keepDraft = async (on: Serving, actor: Actor, draftId: string, body: DraftBody): Promise<Answer> => {
  const text = body.sealed === undefined ? undefined : await openSealed(body.sealed, draftId)
  if (body.sealed !== undefined && text === undefined) return refuse('sealed-not-opened')
  const content = text === undefined ? String(body.content) : (JSON.parse(text) as string)
  return inMemory<Answer>(on.database, on.life, async trx => {
    await on.database.statement(trx, 'keep draft')
    await on.database.lock(trx, `draft/${draftId}`)
    const known = on.database.state().drafts.get(draftId)
    const isTaken = known !== undefined && known.holderId !== actor.personId
    if (isTaken && !on.planted.is('handed-over-draft-overwritten')) return refuse('draft-not-yours')
    const { householdId, areaCode, revision } = body
    if (known === undefined || known.revision < revision || on.planted.is('draft-older-wins'))
      on.database.write(trx, committed => {
        const holderId = known?.holderId ?? actor.personId
        committed.drafts.set(draftId, { householdId, areaCode, holderId, revision, content })
      })
    return succeed({ revision: Math.max(revision, known?.revision ?? 0) })
  })
}

const dropDraft = (on: Serving, actor: Actor, draftId: string) =>
  inMemory<Answer>(on.database, on.life, async trx => {
    await on.database.statement(trx, 'remove draft')
    await on.database.lock(trx, `draft/${draftId}`)
    on.database.write(trx, committed => {
      if (committed.drafts.get(draftId)?.holderId === actor.personId) committed.drafts.delete(draftId)
    })
    return succeed({})
  })

const ownDrafts = (on: Serving, actor: Actor): Answer =>
  succeed({
    drafts: [...on.database.state().drafts]
      .filter(([, row]) => row.holderId === actor.personId)
      .map(([draftId, { householdId, areaCode, revision, content }]) => ({
        draftId,
        householdId,
        areaCode,
        revision,
        changedAt: on.parts.clock.now(),
        holderId: actor.personId,
        holderName: actor.name,
        fromName: null,
        content,
      })),
  })

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** As `photo-files` does it, with bytes in memory: parts follow one another, the whole is held against its hash, then its row. */
const keepPart = async (
  on: Serving,
  hash: string,
  offset: number,
  size: number,
  bytes: Uint8Array,
): Promise<Answer> => {
  const { database, files, scheduler, life } = on
  if (bytes.length === 0 && (offset < size || on.planted.is('last-part-refused'))) return refuse('photo-not-accepted')
  await scheduler.pause(life, 'photo part')
  if (database.state().photos.has(hash))
    return succeed({ receivedBytes: size, isWhole: true, at: on.parts.clock.now() })
  const held = files.parts.get(hash) ?? new Uint8Array()
  if (offset !== held.length || offset + bytes.length > size)
    return succeed({ receivedBytes: held.length, isWhole: false, at: on.parts.clock.now() })
  const grown = new Uint8Array(held.length + bytes.length)
  grown.set(held)
  grown.set(bytes, held.length)
  const keepRow = () =>
    inMemory<void>(database, life, async trx => {
      await database.statement(trx, 'photo row')
      database.write(trx, committed => {
        committed.photos.set(hash, { sizeBytes: size })
      })
    })
  if (on.planted.is('photo-row-before-bytes') && grown.length >= size) await keepRow()
  files.parts.set(hash, grown)
  if (grown.length < size) return succeed({ receivedBytes: grown.length, isWhole: false, at: on.parts.clock.now() })
  const dieMaybe = async (): Promise<void> => {
    if (!on.faults.happens('killed-between-photo-bytes-and-row', 0.9)) return
    on.kill()
    await scheduler.pause(life, 'never')
  }
  await scheduler.pause(life, 'photo whole')
  await dieMaybe()
  files.parts.delete(hash)
  if (sha256(grown) !== hash && !on.planted.is('photo-hash-not-checked')) return refuse('photo-differs')
  files.whole.set(hash, grown)
  await dieMaybe()
  await keepRow()
  return succeed({ receivedBytes: size, isWhole: true, at: on.parts.clock.now() })
}

/** Leads one call to its handler. */
export const answerRequest = async (
  on: Serving,
  { route, params, query, body }: Call,
  caller: Caller,
  request: WireRequest,
  hash: (key: string) => string,
): Promise<Answer> => {
  const actor = caller.sender?.actor
  if (actor === undefined) return refuse('sign-in-needed')
  const at = params as { areaCode: string; draftId: string; photoHash: string }
  switch (route) {
    case pushCommands:
      return push(on, caller, body as Parameters<typeof push>[2])
    case reportDevice:
      return report(on, caller, body as Parameters<typeof report>[2], hash)
    case pullArea:
      return pull(on, actor, at, query as { cursor?: string; limit: number })
    case saveDraft:
      return keepDraft(on, actor, at.draftId, body as DraftBody)
    case removeDraft:
      return dropDraft(on, actor, at.draftId)
    case listDrafts:
      return ownDrafts(on, actor)
    case readPhotoProgress:
      return succeed(
        on.database.state().photos.has(at.photoHash)
          ? { receivedBytes: 0, isWhole: true, at: on.parts.clock.now() }
          : { receivedBytes: on.files.parts.get(at.photoHash)?.length ?? 0, isWhole: false, at: on.parts.clock.now() },
      )
    case keepPhotoPart: {
      const { offset, size } = query as { offset: number; size: number }
      return keepPart(on, at.photoHash, offset, size, request.bytes ?? new Uint8Array())
    }
    default:
      return refuse('not-found')
  }
}
