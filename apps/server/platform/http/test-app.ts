import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Actor } from '@thaiqm/core/access/actor.ts'
import { dayOf } from '@thaiqm/core/ledger/day.ts'
import { openInstallationState } from '../../installation/installation-state.ts'
import type { ReminderSettings } from '../../reminder/reminder-channel.ts'
import type { ServerParts } from '../../sync/server-parts.ts'
import { readUnsentWorkKeys } from '../unsent-work-keys.ts'
import { createApp } from './create-app.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** An answer in JSON, or its refusal. */
export interface TestAnswer {
  readonly status: number
  readonly body: {
    readonly refusal?: { readonly code: string; readonly details: Record<string, unknown> }
    readonly [key: string]: unknown
  }
}

/** The whole server of a test without a port, in a practice province, where anybody added signs in without a password. */
export const openTestApp = async (parts: ServerParts, reminders?: ReminderSettings) => {
  const installation = await openInstallationState(parts.db)
  await installation.change({ mode: 'practice', practiceDay: dayOf(parts.clock.now()), provinceCode: '49' })
  const filesDir = await mkdtemp(join(tmpdir(), 'thaiqm-test-'))
  const unsentWork = await readUnsentWorkKeys(join(filesDir, 'keys', 'unsent-work.json'))
  const server = { parts, unsentWork, installation, filesDir, close: async () => undefined }
  const app = await createApp(server, { token: '1234-5678', loadPractice: async () => undefined }, undefined, reminders)
  await app.ready()
  const cookies = new Map<string, string>()
  /** The cookie of somebody who is signed in, anew at every other time: sessions end. */
  const cookieOf = async ({ personId }: Actor): Promise<string> => {
    const session = `${personId} ${parts.clock.now()}`
    const known = cookies.get(session)
    if (known !== undefined) return known
    const answer = await app.inject({ method: 'POST', url: '/api/practice/sign-in', payload: { personId } })
    const cookie = answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    cookies.set(session, cookie)
    return cookie
  }
  const ask = async (
    headers: Record<string, string>,
    method: Method,
    url: string,
    payload?: object,
  ): Promise<TestAnswer> => {
    const answer = await app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) })
    return { status: answer.statusCode, body: answer.json() as TestAnswer['body'] }
  }
  /** Asks as somebody who is signed in. */
  const call = async (actor: Actor, method: Method, url: string, payload?: object): Promise<TestAnswer> =>
    ask({ cookie: await cookieOf(actor) }, method, url, payload)
  return { app, installation, unsentWork, cookieOf, ask, call }
}

export type TestApp = Awaited<ReturnType<typeof openTestApp>>
