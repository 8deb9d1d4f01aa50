import { listPracticePeople, movePracticeClock, practiceSignIn } from '@thaiqm/contract/practice/practice-routes.ts'
import { hasAbility } from '@thaiqm/core/access/permission.ts'
import { refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import type { Organisation } from '@thaiqm/core/organisation/organisation-command.ts'
import { findAreas } from '../area/area-store.ts'
import { findPeople } from '../person/person-store.ts'
import { inTransaction, systemScope } from '../platform/database/transaction.ts'
import { answerRoute } from '../platform/http/answer-route.ts'
import type { HttpParts } from '../platform/http/http-parts.ts'
import { findActorByToken, sessionView, signInPerson } from '../session/session.ts'
import { findOfficeDocuments } from '../sync/ledger-store.ts'

const roleOrder = ['GOV', 'PROV', 'DCHIEF', 'DOFF', 'TAM', 'VIL', 'MENTOR', 'AGENCY', 'PARTNER', 'LINK', 'SYS', 'DPO']

/** Signing in with one click exists in a practice province only, where every person is invented. */
export const registerPracticeRoutes = ({ app, findActor, parts, installation }: HttpParts): void => {
  const isPractice = () => installation.current().mode === 'practice'

  answerRoute(app, findActor, listPracticePeople, async () => {
    if (!isPractice()) return refuse('practice-only')
    return inTransaction(parts.db, systemScope, async trx => {
      const people = await findPeople(trx, parts.keys)
      const organisations = new Map(
        ((await findOfficeDocuments(trx, 'organisation', parts.keys)) as Organisation[]).map(o => [o.id, o.nameTh]),
      )
      const codes = people.flatMap(p => p.posts.map(post => post.areaCode))
      const areas = new Map((await findAreas(trx, codes)).map(a => [a.areaCode, a.nameTh]))
      const rows = people.flatMap(person => {
        const [post] = person.posts
        if (post === undefined || person.status === 'DISABLED') return []
        return [
          {
            personId: person.id,
            name: person.name,
            position: person.position,
            role: post.role,
            areaCode: post.areaCode,
            areaNameTh: areas.get(post.areaCode) ?? '',
            organisationNameTh: post.organisationId === null ? null : (organisations.get(post.organisationId) ?? null),
          },
        ]
      })
      const order = (role: string) => roleOrder.indexOf(role)
      rows.sort(
        (a, b) =>
          order(a.role) - order(b.role) || a.areaCode.localeCompare(b.areaCode) || a.name.localeCompare(b.name, 'th'),
      )
      return succeed({ people: rows })
    })
  })

  answerRoute(app, findActor, practiceSignIn, async ({ body, keepToken }) => {
    if (!isPractice()) return refuse('practice-only')
    const opened = await signInPerson(parts, body.personId)
    if (opened === null) return refuse('not-found')
    keepToken(opened.token)
    return succeed(await sessionView(parts, installation, opened.actor))
  })

  answerRoute(app, findActor, movePracticeClock, async ({ actor, body, token }) => {
    if (!isPractice()) return refuse('practice-only')
    if (!hasAbility(actor, 'move-practice-clock')) return refuse('not-permitted')
    await installation.change({ practiceDay: body.day })
    return succeed(await sessionView(parts, installation, await findActorByToken(parts, token)))
  })
}
