import { randomInt } from 'node:crypto'
import { listPeople, resetPassword } from '@thaiqm/contract/person/person-routes.ts'
import { hasAbility } from '@thaiqm/core/access/permission.ts'
import { holdsArea } from '@thaiqm/core/area/area-code.ts'
import { refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import { inTransaction, systemScope } from '../platform/database/transaction.ts'
import { answerRoute } from '../platform/http/answer-route.ts'
import type { HttpParts } from '../platform/http/http-parts.ts'
import { hashPassword } from '../platform/password.ts'
import { lastSignIns, savePassword } from '../session/session-store.ts'
import { writeAudit } from '../sync/ledger-store.ts'
import { findPeople, findPerson } from './person-store.ts'

// No characters that are mistaken for one another when read out.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Twenty characters in four groups: about 99 bits, easy to read out once. */
export const makeOneTimePassword = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join('')).join(
    '-',
  )

export const registerPersonRoutes = ({ app, findActor, parts }: HttpParts): void => {
  answerRoute(app, findActor, listPeople, async ({ actor }) => {
    if (!hasAbility(actor, 'manage-people')) return refuse('not-permitted')
    return inTransaction(parts.db, systemScope, async trx => {
      const seen = await lastSignIns(trx)
      const people = (await findPeople(trx, parts.keys)).filter(p =>
        p.posts.some(post => post.areaCode === '' || holdsArea(actor.areaCode, post.areaCode)),
      )
      return succeed({
        people: people
          .map(({ id, posts, ...rest }) => ({
            ...rest,
            posts: [...posts],
            personId: id,
            lastSignInAt: seen.get(id) ?? null,
          }))
          .sort((a, b) => a.name.localeCompare(b.name, 'th')),
      })
    })
  })

  answerRoute(app, findActor, resetPassword, async ({ actor, params }) => {
    if (!hasAbility(actor, 'manage-people')) return refuse('not-permitted')
    const person = await inTransaction(parts.db, systemScope, trx => findPerson(trx, parts.keys, params.personId))
    if (person === undefined) return refuse('not-found')
    const oneTimePassword = makeOneTimePassword()
    const passwordHash = await hashPassword(oneTimePassword)
    await inTransaction(parts.db, systemScope, async trx => {
      await savePassword(trx, params.personId, passwordHash, true)
      await writeAudit(trx, actor, [
        {
          at: parts.clock.now(),
          act: 'ResetPassword',
          objectKind: 'person',
          objectId: params.personId,
          areaCode: null,
        },
      ])
    })
    return succeed({ oneTimePassword })
  })
}
