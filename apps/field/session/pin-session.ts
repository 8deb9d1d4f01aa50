import { callRoute } from '@thaiqm/contract/client/call-route.ts'
import { readPinKey, type SessionView, signInByPin } from '@thaiqm/contract/session/session-routes.ts'
import { call, send } from '../platform/api.ts'
import { deviceKeyOf } from '../platform/field-database.ts'
import type { Workplace } from '../platform/workplace.ts'
import { openJson, type Sealed, sealJson } from '../vault/vault-crypto.ts'

const ABOUT = 'pin key'

interface KeptPinKey {
  readonly deviceId: string
  readonly sealed: Sealed
}

/** Behind the PIN: what this phone signs in again with when its session has ended or is a colleague's. */
export const keepPinKey = async ({ database, vault, outbox, hasSession }: Workplace): Promise<void> => {
  const keys = vault.keys()
  if (keys === undefined || keys.isPassing || !hasSession) return
  const { deviceId } = await outbox.state()
  const kept = (await database.facts.get('pinKey'))?.value as KeptPinKey | undefined
  if (kept?.deviceId === deviceId && kept.sealed.keyId === keys.work.id) return
  const answer = await call(readPinKey, { body: { deviceId } })
  if (!answer.ok) return
  const sealed = await sealJson(keys.work, answer.value.key, ABOUT)
  await database.facts.put({ key: 'pinKey', value: { deviceId, sealed } })
}

/** Signs in by what lies behind the PIN; undefined when there is none, no network, or the server says no. */
export const signInAgain = async ({ database, vault, outbox }: Workplace): Promise<SessionView | undefined> => {
  const keys = vault.keys()
  const kept = (await database.facts.get('pinKey'))?.value as KeptPinKey | undefined
  if (keys === undefined || kept === undefined) return undefined
  const key = await openJson<string>([keys.work], kept.sealed, ABOUT)
  const { deviceId } = await outbox.state()
  if (key === undefined || kept.deviceId !== deviceId) return undefined
  const authorization = `Device ${deviceId}.${await deviceKeyOf(database)}`
  const asDevice: typeof send = (url, init) => send(url, { ...init, headers: { ...init.headers, authorization } })
  const answer = await callRoute(asDevice, signInByPin, { body: { deviceId, key } })
  if (answer.ok) return answer.value
  // Another password, a locked phone, a disabled account: only a sign-in with the server brings another one.
  if (answer.kind === 'refused' && answer.status === 401) await database.facts.delete('pinKey')
  return undefined
}
