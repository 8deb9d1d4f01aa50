import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decisionCatalogue } from '@thaiqm/catalogue/decision-catalogue.ts'
import { systemActor } from '@thaiqm/core/access/actor.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import { actorOf, type Person } from '@thaiqm/core/person/person.ts'
import { type Kysely, sql } from 'kysely'
import { openInstallationState } from '../../apps/server/installation/installation-state.ts'
import { createApp } from '../../apps/server/platform/http/create-app.ts'
import { postgresLedger } from '../../apps/server/sync/postgres-ledger.ts'
import { runCommands } from '../../apps/server/sync/run-commands.ts'
import type { ServerParts as RealParts } from '../../apps/server/sync/server-parts.ts'
import { settleParkedCommand } from '../../apps/server/sync/settle-parked.ts'
import { emptyState } from './memory-state.ts'
import { copyTables, putTables, readState } from './postgres-state.ts'
import { newLife } from './scheduler.ts'
import type { OpenStage } from './stage.ts'
import type { WireReply, WireRequest } from './wire.ts'
import { openSealed } from './wire.ts'
import type { WorldServer } from './world-server.ts'

/** A database of its own, with the walls as the server has them and a second door for looking. */
export interface PostgresHome {
  readonly app: Kysely<unknown>
  readonly owner: Kysely<unknown>
  readonly filesDir: string
}

const keys = { version: 1, seal: new Uint8Array(32).fill(7), lookUp: new Uint8Array(32).fill(9) }
const hex = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * The same worlds on PostgreSQL behind the real routes. Each request runs to its end before anybody else goes on, so the
 * database’s own races are the memory’s to show; here the real SQL, walls and routes are held to the same invariants.
 */
export const postgresStage = async (home: PostgresHome): Promise<OpenStage> => {
  const { app: db, owner, filesDir } = home
  const { rows: named } = await sql<{ name: string }>`select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relrowsecurity
    and relname not in ('migration_checksums') order by relname`.execute(owner)
  const tables = named.map(({ name }) => name)
  for (const table of tables) {
    await sql`alter table ${sql.table(table)} no force row level security`.execute(owner)
    await sql`alter table ${sql.table(table)} disable trigger user`.execute(owner)
  }
  const fresh = await copyTables(owner, tables)

  return async ({ scheduler, faults, random, now, planted, onPulled: _onPulled }) => {
    await putTables(owner, fresh)
    const installation = await openInstallationState(db)
    const newEpoch = () => installation.change({ epoch: random.uuid() })
    await installation.change({ mode: 'practice', practiceDay: '2024-01-12' as Day, provinceCode: '49' })
    await newEpoch()
    const parts: RealParts = {
      db,
      keys,
      clock: { now },
      catalogue: decisionCatalogue,
      log: (event, details) => scheduler.note(`log ${event} ${details?.place ?? ''}`),
    }
    const unsentWork = { publicKey: { keyId: 'world', publicKey: 'world' }, open: openSealed }
    const server = { parts, unsentWork, installation, filesDir, close: async () => undefined }
    const app = await createApp(server as never, { token: '1234-5678', loadPractice: async () => undefined })
    await app.ready()
    let life = newLife('server')
    let isUp = true
    let state = emptyState()

    const refresh = async (): Promise<void> => {
      state = await readState(owner, keys)
    }
    // Done at once as far as the world can tell: the next step waits for it.
    const aside = (work: () => Promise<unknown>): void => {
      void scheduler.real(work)
    }
    const findPerson = (id: string): Person | undefined => {
      const row = state.documents.get(id)
      return row?.kind === 'person' ? (row.document as Person) : undefined
    }
    const inject = async ({ method, url, authorization, session, body, bytes }: WireRequest): Promise<WireReply> => {
      const answer = await app.inject({
        method: method as 'GET',
        url,
        headers: {
          ...(authorization === null ? {} : { authorization }),
          ...(session === null ? {} : { cookie: `thaiqm=${session}` }),
          ...(bytes === undefined ? {} : { 'content-type': 'application/octet-stream' }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(bytes === undefined ? {} : { payload: Buffer.from(bytes) }),
        ...(body === undefined ? {} : { payload: body }),
      })
      return {
        status: answer.statusCode,
        contentType: String(answer.headers['content-type'] ?? ''),
        body: answer.body,
      }
    }

    const world: WorldServer = {
      handle: request => (isUp ? scheduler.real(() => inject(request)) : Promise.resolve(null)),
      kill: () => {
        life.isAlive = false
        isUp = false
      },
      start: () => {
        if (!isUp) life = newLife('server')
        isUp = true
      },
      isUp: () => isUp,
      life: () => life,
      epoch: () => installation.current().epoch,
      state: () => state,
      refresh,
      photoBytes: hash => {
        try {
          return readFileSync(join(filesDir, 'photos', hash.slice(0, 2), hash))
        } catch {
          return undefined
        }
      },
      isFree: () => true,
      findPerson,
      personActor: (personId, postId) => {
        const person = findPerson(personId)
        const post = person?.posts.find(p => p.id === postId) ?? person?.posts[0]
        return person === undefined || post === undefined ? null : actorOf(person, post)
      },
      isKnownKey: key => [...state.devices.values()].some(device => device.keyHash === hex(`device-key|${key}`)),
      give: (actor, deviceId, commands) =>
        scheduler.real(() => runCommands(parts, { actor, deviceId, commands: [...commands] })),
      settle: (actor, question) =>
        scheduler.real(() => settleParkedCommand(postgresLedger(parts), parts, actor, question)),
      openSession: (token, personId, postId) =>
        aside(() =>
          sql`insert into sessions (token_hash, person_id, post_id, created_at, last_seen_at, expires_at)
            values (decode(${hex(token)}, 'hex'), ${personId}, ${postId}, now(), now(), now() + interval '30 days')`.execute(
            owner,
          ),
        ),
      closeSession: token =>
        aside(() => sql`delete from sessions where token_hash = decode(${hex(token)}, 'hex')`.execute(owner)),
      handOver: (draftId, to) =>
        aside(() => sql`update drafts set holder_id = ${to} where draft_id = ${draftId}`.execute(owner)),
      openAccount: personId =>
        aside(() =>
          runCommands(parts, {
            actor: systemActor,
            deviceId: random.uuid(),
            commands: [
              {
                commandId: random.uuid() as never,
                sequence: 1,
                ledgerKind: 'person',
                ledgerId: personId,
                type: 'EnablePerson',
                input: { reason: 'ส่งงานที่ค้าง' },
                madeAt: now(),
                basedOnVersion: null,
              },
            ],
          }),
        ),
    }

    return {
      server: world,
      looksEvery: 60,
      birth: (_life, deviceId, commands) =>
        scheduler.real(async () => {
          const given = await runCommands(parts, { actor: systemActor, deviceId, commands: [...commands] })
          return given.filter(receipt => receipt.outcome !== 'applied')
        }),
      backups: ({ network, oracle, finish }) => {
        let newest = { state, tables: fresh, isTaken: false }
        const archive = () =>
          scheduler.real(async () => {
            await refresh()
            newest = { state, tables: await copyTables(owner, tables), isTaken: true }
            if (!planted.is('safe-before-backup')) await sql`update devices set safe_up_to = up_to`.execute(owner)
          })
        return {
          newest: () => newest.state,
          begin: () => scheduler.spawn(life, 'backup', archive),
          copy: () => undefined,
          archiveNow: async () => {
            let isDone = false
            scheduler.spawn(life, 'backup', async () => {
              await archive()
              isDone = true
            })
            await finish(() => isDone)
          },
          restore: async () => {
            if (!newest.isTaken || faults.isHealed()) return
            world.kill()
            network.reset()
            oracle.restored(newest.state)
            await putTables(owner, newest.tables)
            await sql`update devices set safe_up_to = up_to`.execute(owner)
            await newEpoch()
            await refresh()
            world.start()
          },
        }
      },
    }
  }
}
