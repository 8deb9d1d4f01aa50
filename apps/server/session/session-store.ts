import { createHash, randomBytes } from 'node:crypto'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import type { PersonId, PostId } from '@thaiqm/core/ledger/identifiers.ts'
import { sql } from 'kysely'
import type { Scoped } from '../platform/database/transaction.ts'

const hashToken = (token: string): Uint8Array => createHash('sha256').update(token).digest()

export interface SessionRow {
  readonly person_id: PersonId
  readonly post_id: PostId
}

/** Opens a session for a person's post; the token itself is known to the device alone. */
export const openSession = async (trx: Scoped, personId: PersonId, postId: PostId, now: Instant): Promise<string> => {
  const token = randomBytes(32).toString('base64url')
  await sql`insert into sessions (token_hash, person_id, post_id, created_at, last_seen_at, expires_at)
    values (${hashToken(token)}, ${personId}, ${postId}, now(), now(), now() + interval '30 days')`.execute(trx)
  await sql`update credentials set last_sign_in_at = ${now}, failed_count = 0, locked_until = null
    where person_id = ${personId}`.execute(trx)
  return token
}

export const findSession = async (trx: Scoped, token: string): Promise<SessionRow | undefined> => {
  const { rows } = await sql<SessionRow>`select person_id, post_id from sessions
    where token_hash = ${hashToken(token)} and expires_at > now()`.execute(trx)
  return rows[0]
}

export const closeSession = async (trx: Scoped, token: string): Promise<void> => {
  await sql`delete from sessions where token_hash = ${hashToken(token)}`.execute(trx)
}

export const changeSessionPost = async (trx: Scoped, token: string, postId: PostId): Promise<void> => {
  await sql`update sessions set post_id = ${postId} where token_hash = ${hashToken(token)}`.execute(trx)
}

export interface Credential {
  readonly person_id: PersonId
  readonly password_hash: string | null
  readonly must_change: boolean
  readonly is_locked: boolean
}

export const findCredential = async (trx: Scoped, username: string): Promise<Credential | undefined> => {
  const { rows } = await sql<Credential>`select person_id, password_hash, must_change,
    coalesce(locked_until > now(), false) as is_locked from credentials where username = ${username}`.execute(trx)
  return rows[0]
}

export const findCredentialOf = async (trx: Scoped, personId: PersonId): Promise<Credential | undefined> => {
  const { rows } = await sql<Credential>`select person_id, password_hash, must_change,
    coalesce(locked_until > now(), false) as is_locked from credentials where person_id = ${personId}`.execute(trx)
  return rows[0]
}

export const LOCK_AFTER_FAILURES = 10
export const LOCK_MINUTES = 15

/** Counts a wrong password; ten in a row lock the account for a quarter of an hour. */
export const countFailure = async (trx: Scoped, personId: PersonId): Promise<void> => {
  await sql`update credentials set failed_count = failed_count + 1,
    locked_until = case when failed_count + 1 >= ${LOCK_AFTER_FAILURES}
      then now() + make_interval(mins => ${LOCK_MINUTES}) else locked_until end
    where person_id = ${personId}`.execute(trx)
}

export const savePassword = async (
  trx: Scoped,
  personId: PersonId,
  passwordHash: string,
  mustChange: boolean,
): Promise<void> => {
  await sql`update credentials set password_hash = ${passwordHash}, must_change = ${mustChange}, failed_count = 0,
    locked_until = null where person_id = ${personId}`.execute(trx)
}

export const lastSignIns = async (trx: Scoped): Promise<Map<string, string>> => {
  const { rows } = await sql<{
    person_id: string
    last_sign_in_at: string
  }>`select person_id, last_sign_in_at from credentials
    where last_sign_in_at is not null`.execute(trx)
  return new Map(rows.map(row => [row.person_id, row.last_sign_in_at]))
}
