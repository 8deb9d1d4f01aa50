import { createHash } from 'node:crypto'
import { decisionCatalogue } from '@thaiqm/catalogue/decision-catalogue.ts'
import { keepPhotoPart, readPhotoProgress } from '@thaiqm/contract/photo/photo-routes.ts'
import { listDrafts, removeDraft, saveDraft } from '@thaiqm/contract/survey/draft-routes.ts'
import { pullArea, pushCommands, reportDevice } from '@thaiqm/contract/sync/sync-routes.ts'
import type { Route } from '@thaiqm/contract/wire/route.ts'
import type { Actor } from '@thaiqm/core/access/actor.ts'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import { type Outcome, refuse } from '@thaiqm/core/ledger/outcome.ts'
import { actorOf, type Person } from '@thaiqm/core/person/person.ts'
import { refusalAnswer } from '../../apps/server/platform/http/refuse-call.ts'
import type { JudgingParts } from '../../apps/server/sync/judge-batch.ts'
import type { Ledger } from '../../apps/server/sync/ledger.ts'
import type { Sender } from '../../apps/server/sync/receive-push.ts'
import { runBatch } from '../../apps/server/sync/run-batch.ts'
import { settleParkedCommand } from '../../apps/server/sync/settle-parked.ts'
import { answerRequest } from './answer-request.ts'
import type { Faults } from './faults.ts'
import { createMemoryDatabase, type MemoryDatabase } from './memory-database.ts'
import { memoryLedger } from './memory-ledger.ts'
import type { Planted } from './planted.ts'
import type { Random } from './random.ts'
import { type Life, newLife, type Scheduler } from './scheduler.ts'
import { jsonReply, type WireReply, type WireRequest } from './wire.ts'
import type { WorldServer } from './world-server.ts'

export interface ServerParts {
  readonly random: Random
  readonly scheduler: Scheduler
  readonly faults: Faults
  readonly planted: Planted
  readonly now: () => Instant
  /** A page of households left for a phone: whose, and what it held. */
  readonly onPulled: (actor: Actor, households: readonly { readonly areaCode: string }[]) => void
}

/** Who calls: by a session, or by a device's own key, which a disabled account still has. */
export interface Caller {
  readonly signedIn: Actor | null
  readonly sender: Sender | null
  readonly deviceKey: string | null
}

/** What a handler works with: the real handlers behind it, one life of the server, one database. */
export interface Serving {
  readonly life: Life
  readonly database: MemoryDatabase
  readonly ledger: Ledger
  readonly parts: JudgingParts
  readonly epoch: string
  readonly files: PhotoFiles
  readonly scheduler: Scheduler
  readonly faults: Faults
  readonly planted: Planted
  readonly kill: () => void
  readonly onPulled: ServerParts['onPulled']
  readonly pageSize: number
}

/** Photo bytes lie on the disk beside the database: no transaction holds them, no rollback takes them back. */
export interface PhotoFiles {
  readonly whole: Map<string, Uint8Array>
  readonly parts: Map<string, Uint8Array>
}

const routes: readonly Route[] = [
  reportDevice,
  pushCommands,
  pullArea,
  saveDraft,
  removeDraft,
  listDrafts,
  readPhotoProgress,
  keepPhotoPart,
]

const matchers = routes.map(route => ({
  route,
  pattern: new RegExp(`^${route.path.replace(/:([a-zA-Z]+)/g, '(?<$1>[^/]+)')}$`),
}))

const hashOfKey = (key: string): string => createHash('sha256').update(`device-key|${key}`).digest('hex')

export const createMemoryServer = (of: ServerParts) => {
  const { random, scheduler, faults, planted, now } = of
  let life = newLife('server')
  let isUp = true
  let epoch = random.uuid()
  const pageSize = random.pick([2, 3, 200])
  const files: PhotoFiles = { whole: new Map(), parts: new Map() }

  const kill = (): void => {
    life.isAlive = false
    isUp = false
    database.dropOpen()
    if (planted.is('commit-not-synced')) database.loseUnsynced()
  }
  const database = createMemoryDatabase(scheduler, faults, kill, planted.is('commit-not-synced'))

  const findPerson = (id: string): Person | undefined => {
    const row = database.state().documents.get(id)
    return row?.kind === 'person' ? (row.document as Person) : undefined
  }

  const personActor = (personId: string, postId: string): Actor | null => {
    const person = findPerson(personId)
    const post = person?.posts.find(p => p.id === postId) ?? person?.posts[0]
    return person === undefined || post === undefined ? null : actorOf(person, post)
  }

  /** As `findActor` and `findSender` of the server do it. */
  const callerOf = ({ session, authorization }: WireRequest): Caller => {
    const known = session === null ? undefined : database.state().sessions.get(session)
    const isActive = known !== undefined && findPerson(known.personId)?.status === 'ACTIVE'
    const signedIn = known !== undefined && isActive ? personActor(known.personId, known.postId) : null
    const match = /^Device ([0-9a-f-]{36})\.(.+)$/.exec(authorization ?? '')
    const [, deviceId, deviceKey] = match ?? []
    if (signedIn !== null)
      return { signedIn, sender: { actor: signedIn, isDisabled: false }, deviceKey: deviceKey ?? null }
    if (deviceId === undefined || deviceKey === undefined) return { signedIn: null, sender: null, deviceKey: null }
    const keyHash = hashOfKey(deviceKey)
    const { devices } = database.state()
    const named = devices.get(deviceId)
    const row = named?.keyHash === keyHash ? named : [...devices.values()].find(device => device.keyHash === keyHash)
    if (row?.keyHash !== keyHash) return { signedIn: null, sender: null, deviceKey }
    const actor = personActor(row.personId, row.postId)
    const isDisabled = findPerson(row.personId)?.status === 'DISABLED'
    return { signedIn: null, sender: actor && { actor, isDisabled }, deviceKey }
  }

  const read = (request: WireRequest) => {
    const [path = '', query = ''] = request.url.split('?')
    for (const { route, pattern } of matchers) {
      const match = route.method === request.method ? pattern.exec(path) : null
      if (match === null) continue
      const params = route.params?.safeParse({ ...match.groups }) ?? { success: true as const, data: {} }
      const queried = route.query?.safeParse(Object.fromEntries(new URLSearchParams(query))) ?? {
        success: true as const,
        data: {},
      }
      if (!params.success || !queried.success) return undefined
      if (route.body === undefined) return { route, params: params.data, query: queried.data, body: undefined }
      const body = route.body.safeParse(JSON.parse(request.body ?? ''))
      return body.success ? { route, params: params.data, query: queried.data, body: body.data } : undefined
    }
    return undefined
  }

  const malformed = (): WireReply => {
    const { status, body } = refusalAnswer(refuse('not-well-formed', { fields: [] }))
    return jsonReply(status, body)
  }

  /** One request from its first byte to its last; null when nobody listens. */
  const handle = async (request: WireRequest): Promise<WireReply | null> => {
    if (!isUp) return null
    const own = life
    let call: ReturnType<typeof read>
    try {
      call = read(request)
    } catch {
      return malformed()
    }
    if (call === undefined) return malformed()
    const caller = callerOf(request)
    const { access } = call.route
    const isKnown = access === 'device' ? caller.sender !== null : caller.signedIn !== null
    if (!isKnown) {
      const { status, body } = refusalAnswer(refuse('sign-in-needed'))
      return jsonReply(status, body)
    }
    try {
      const outcome: Outcome<unknown, string> = await answerRequest(serving(own), call, caller, request, hashOfKey)
      if (outcome.ok) return jsonReply(200, outcome.value)
      const { status, body } = refusalAnswer(outcome)
      return jsonReply(status, body)
    } catch (error) {
      if ((error as { code?: string }).code === undefined) scheduler.note(`request failed ${String(error)}`)
      return jsonReply(500, { fault: 'server' })
    }
  }

  const parts: JudgingParts = {
    clock: { now },
    catalogue: decisionCatalogue,
    log: (event, details) => scheduler.note(`log ${event} ${details?.place ?? ''}`),
  }

  const serving = (own: Life): Serving => ({
    life: own,
    database,
    ledger: planted.ledger(
      memoryLedger(database, () => own, planted),
      database,
    ),
    parts,
    epoch,
    files,
    scheduler,
    faults,
    planted,
    kill,
    onPulled: of.onPulled,
    pageSize,
  })

  const world: WorldServer = {
    handle,
    kill,
    start: () => {
      if (isUp) return
      life = newLife('server')
      isUp = true
    },
    isUp: () => isUp,
    life: () => life,
    epoch: () => epoch,
    state: () => database.state(),
    refresh: async () => undefined,
    photoBytes: hash => files.whole.get(hash),
    isFree: () => database.isFree(),
    findPerson,
    personActor,
    isKnownKey: key => [...database.state().devices.values()].some(device => device.keyHash === hashOfKey(key)),
    give: async (actor, deviceId, commands) => {
      const { ledger } = serving(life)
      const done = await runBatch(ledger, parts, { actor, deviceId, commands })
      return done.ok ? done.value : []
    },
    settle: (actor, question) => settleParkedCommand(serving(life).ledger, parts, actor, question),
    openSession: (token, personId, postId) => {
      database.state().sessions.set(token, { personId, postId })
    },
    closeSession: token => {
      database.state().sessions.delete(token)
    },
    handOver: (draftId, to) => {
      const row = database.state().drafts.get(draftId)
      if (row !== undefined) database.state().drafts.set(draftId, { ...row, holderId: to })
    },
    openAccount: personId => {
      const person = findPerson(personId)
      if (person !== undefined)
        database.state().documents.set(personId, { kind: 'person', document: { ...person, status: 'ACTIVE' } })
    },
  }

  return {
    ...world,
    database,
    files,
    serving: () => serving(life),
    newEpoch: (): void => {
      if (!planted.is('epoch-kept-by-restore')) epoch = random.uuid()
    },
  }
}

export type MemoryServer = ReturnType<typeof createMemoryServer>
