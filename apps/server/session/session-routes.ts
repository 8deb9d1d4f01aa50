import {
  changePassword,
  changePost,
  readPinKey,
  readSession,
  signIn,
  signInByPin,
  signOut,
} from '@thaiqm/contract/session/session-routes.ts'
import { refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import { findPerson } from '../person/person-store.ts'
import { inTransaction, systemScope } from '../platform/database/transaction.ts'
import { answerRoute } from '../platform/http/answer-route.ts'
import type { HttpParts } from '../platform/http/http-parts.ts'
import { hashPassword, isPassword, isPasswordStrong } from '../platform/password.ts'
import { writeAudit } from '../sync/ledger-store.ts'
import { findPinKey, isPinKey } from './pin-key.ts'
import { findActorByToken, sessionView, signInPerson } from './session.ts'
import {
  changeSessionPost,
  closeSession,
  countFailure,
  findCredential,
  findCredentialOf,
  LOCK_MINUTES,
  savePassword,
} from './session-store.ts'

// A hash nobody knows the password of: an unknown username takes as long as a wrong password.
const nobodysHash = hashPassword(Math.random().toString(36).repeat(3))

export const registerSessionRoutes = ({ app, findActor, parts, installation }: HttpParts): void => {
  answerRoute(app, findActor, readSession, async ({ actor }) => succeed(await sessionView(parts, installation, actor)))

  answerRoute(app, findActor, signIn, async ({ body, keepToken }) => {
    const username = body.username.trim().toLowerCase()
    const credential = await inTransaction(parts.db, systemScope, trx => findCredential(trx, username))
    if (credential?.is_locked) return refuse('sign-in-too-often', { minutes: LOCK_MINUTES })
    const matches = await isPassword(credential?.password_hash ?? (await nobodysHash), body.password)
    if (credential === undefined || credential.password_hash === null || !matches) {
      if (credential !== undefined)
        await inTransaction(parts.db, systemScope, trx => countFailure(trx, credential.person_id))
      return refuse('sign-in-wrong')
    }
    const opened = await signInPerson(parts, credential.person_id)
    if (opened === null) return refuse('sign-in-wrong')
    await inTransaction(parts.db, systemScope, trx =>
      writeAudit(trx, opened.actor, [
        { at: parts.clock.now(), act: 'SignIn', objectKind: 'session', objectId: null, areaCode: null },
      ]),
    )
    keepToken(opened.token)
    return succeed(await sessionView(parts, installation, opened.actor))
  })

  answerRoute(app, findActor, readPinKey, async ({ actor, body }) => {
    const key = await inTransaction(parts.db, systemScope, trx => findPinKey(trx, parts.keys, body.deviceId))
    return key === undefined || key.personId !== actor.personId ? refuse('not-found') : succeed({ key: key.key })
  })

  answerRoute(app, findActor, signInByPin, async ({ body, deviceKey, keepToken }) => {
    const known = await inTransaction(parts.db, systemScope, trx => findPinKey(trx, parts.keys, body.deviceId))
    if (known === undefined || !isPinKey(known, { key: body.key, deviceKey })) return refuse('sign-in-needed')
    const opened = await signInPerson(parts, known.personId, known.postId)
    if (opened === null) return refuse('sign-in-needed')
    await inTransaction(parts.db, systemScope, trx =>
      writeAudit(trx, opened.actor, [
        { at: parts.clock.now(), act: 'SignIn', objectKind: 'device', objectId: body.deviceId, areaCode: null },
      ]),
    )
    keepToken(opened.token)
    return succeed(await sessionView(parts, installation, opened.actor))
  })

  answerRoute(app, findActor, signOut, async ({ token, keepToken }) => {
    if (token !== null) await inTransaction(parts.db, systemScope, trx => closeSession(trx, token))
    keepToken(null)
    return succeed({})
  })

  answerRoute(app, findActor, changePost, async ({ actor, token, body }) => {
    const person = await inTransaction(parts.db, systemScope, trx => findPerson(trx, parts.keys, actor.personId))
    if (token === null || !person?.posts.some(p => p.id === body.postId)) return refuse('not-found')
    await inTransaction(parts.db, systemScope, trx => changeSessionPost(trx, token, body.postId))
    return succeed(await sessionView(parts, installation, await findActorByToken(parts, token)))
  })

  answerRoute(app, findActor, changePassword, async ({ actor, body }) => {
    const person = await inTransaction(parts.db, systemScope, trx => findPerson(trx, parts.keys, actor.personId))
    const credential = await inTransaction(parts.db, systemScope, trx => findCredentialOf(trx, actor.personId))
    if (!credential?.password_hash || !(await isPassword(credential.password_hash, body.current)))
      return refuse('sign-in-wrong')
    if (!isPasswordStrong(body.next, person?.username ?? '')) return refuse('password-too-weak')
    const passwordHash = await hashPassword(body.next)
    await inTransaction(parts.db, systemScope, trx => savePassword(trx, actor.personId, passwordHash, false))
    return succeed({})
  })
}
