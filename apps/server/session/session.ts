import type { SessionView } from '@thaiqm/contract/session/session-routes.ts'
import type { Actor } from '@thaiqm/core/access/actor.ts'
import { dayOf } from '@thaiqm/core/ledger/day.ts'
import type { PersonId, PostId } from '@thaiqm/core/ledger/identifiers.ts'
import { actorOf, type Person } from '@thaiqm/core/person/person.ts'
import type { RoundLedger } from '@thaiqm/core/round/round-command.ts'
import { findAreas } from '../area/area-store.ts'
import type { InstallationState } from '../installation/installation-state.ts'
import { findPerson } from '../person/person-store.ts'
import { inTransaction, systemScope } from '../platform/database/transaction.ts'
import { findOfficeDocuments } from '../sync/ledger-store.ts'
import type { ServerParts } from '../sync/server-parts.ts'
import { findSession, openSession } from './session-store.ts'

/** Who is calling: the person behind the device's token under the post it works in, or nobody. Asked at every request, so that a change of rights holds at once. */
export const findActorByToken = async (parts: ServerParts, token: string | null): Promise<Actor | null> => {
  if (token === null) return null
  return inTransaction(parts.db, systemScope, async trx => {
    const session = await findSession(trx, token)
    if (session === undefined) return null
    const person = await findPerson(trx, parts.keys, session.person_id)
    if (person === undefined || person.status === 'DISABLED') return null
    const post = person.posts.find(p => p.id === session.post_id) ?? person.posts[0]
    return post === undefined ? null : actorOf(person, post)
  })
}

/** Opens a session under the post that is asked for, else under a person's first. */
export const signInPerson = async (
  parts: ServerParts,
  personId: PersonId,
  postId?: PostId,
): Promise<{ token: string; actor: Actor } | null> =>
  inTransaction(parts.db, systemScope, async trx => {
    const person = await findPerson(trx, parts.keys, personId)
    const post = person?.posts.find(p => p.id === postId) ?? person?.posts[0]
    if (person === undefined || post === undefined || person.status === 'DISABLED') return null
    return { token: await openSession(trx, personId, post.id, parts.clock.now()), actor: actorOf(person, post) }
  })

/** What a screen must know first. Rounds are shown to whoever is signed in. */
export const sessionView = async (
  parts: ServerParts,
  installation: InstallationState,
  actor: Actor | null,
): Promise<SessionView> => {
  const now = parts.clock.now()
  const { mode, provinceCode } = installation.current()
  const common = { mode, provinceCode, now, today: dayOf(now) }
  if (actor === null) return { ...common, actor: null, posts: [], rounds: [] }
  return inTransaction(parts.db, systemScope, async trx => {
    const person: Person | undefined = await findPerson(trx, parts.keys, actor.personId)
    const posts = person?.posts ?? []
    const areas = new Map(
      (
        await findAreas(
          trx,
          posts.map(p => p.areaCode),
        )
      ).map(a => [a.areaCode, a.nameTh]),
    )
    const rounds = (await findOfficeDocuments(trx, 'round', parts.keys)) as RoundLedger[]
    return {
      ...common,
      actor: { ...actor },
      posts: posts.map(p => ({
        postId: p.id,
        role: p.role,
        areaCode: p.areaCode,
        areaNameTh: areas.get(p.areaCode) ?? '',
      })),
      rounds: rounds.map(({ version: _version, ...round }) => round),
    }
  })
}
