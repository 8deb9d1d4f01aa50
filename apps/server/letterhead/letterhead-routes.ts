import { createHash } from 'node:crypto'
import { emblemParams, emblemPath, keepEmblem, readLetterhead } from '@thaiqm/contract/letterhead/letterhead-routes.ts'
import { type Actor, isSystem } from '@thaiqm/core/access/actor.ts'
import { hasAbility } from '@thaiqm/core/access/permission.ts'
import type { PhotoHash } from '@thaiqm/core/ledger/identifiers.ts'
import { refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import { officeAreaOf } from '@thaiqm/core/letterhead/letterhead.ts'
import { keepWholePhoto } from '../photo/keep-whole-photo.ts'
import { inTransaction, readingScope } from '../platform/database/transaction.ts'
import { answerRoute, readToken, sendRefusal } from '../platform/http/answer-route.ts'
import type { HttpParts } from '../platform/http/http-parts.ts'
import { asEmblem, readEmblem } from './emblem-file.ts'
import { findLetterhead } from './letterhead-store.ts'

/** Who writes an office's letters reads its letterhead; another office's looks like one that is not there. */
const isOwnOffice = (actor: Actor, areaCode: string): boolean =>
  isSystem(actor) || officeAreaOf(actor.areaCode) === areaCode

export const registerLetterheadRoutes = ({ app, findActor, parts, filesDir }: HttpParts): void => {
  const { db, keys } = parts

  answerRoute(app, findActor, readLetterhead, async ({ actor, params }) => {
    if (!hasAbility(actor, 'write-letters')) return refuse('not-permitted')
    if (!isOwnOffice(actor, params.areaCode)) return refuse('not-found')
    const found = await inTransaction(db, readingScope(actor), trx => findLetterhead(trx, keys, params.areaCode))
    if (found === undefined) return succeed({ letterhead: null })
    const { id: _id, addressLines, ...rest } = found
    return succeed({ letterhead: { ...rest, addressLines: [...addressLines] } })
  })

  answerRoute(app, findActor, keepEmblem, async ({ actor, params, bytes }) => {
    if (!hasAbility(actor, 'keep-letterhead')) return refuse('not-permitted')
    if (!isOwnOffice(actor, params.areaCode)) return refuse('letterhead-of-another-office')
    const emblem = bytes === null ? null : asEmblem(bytes)
    if (emblem === null) return refuse('emblem-not-accepted')
    const hash = createHash('sha256').update(emblem.bytes).digest('hex')
    const kept = await keepWholePhoto(parts, filesDir, hash, emblem.bytes, actor)
    if (!kept.ok) return kept
    return succeed({ emblem: hash as PhotoHash, widthPixels: emblem.width, heightPixels: emblem.height })
  })

  app.get(
    emblemPath,
    { schema: { tags: ['letterhead'], summary: 'The image an office has chosen as its emblem', params: emblemParams } },
    async (request, reply) => {
      const actor = await findActor(readToken(request))
      if (actor === null) return sendRefusal(reply, refuse('sign-in-needed'))
      const { areaCode } = emblemParams.parse(request.params)
      if (!hasAbility(actor, 'write-letters') || !isOwnOffice(actor, areaCode))
        return sendRefusal(reply, refuse('not-found'))
      const found = await inTransaction(db, readingScope(actor), trx => findLetterhead(trx, keys, areaCode))
      const emblem = await readEmblem(filesDir, found?.emblem ?? null)
      if (emblem === null) return sendRefusal(reply, refuse('not-found'))
      return reply
        .type(emblem.type === 'png' ? 'image/png' : 'image/jpeg')
        .header('cache-control', 'no-store')
        .header('content-disposition', 'inline')
        .serializer((payload: unknown) => payload as string)
        .send(Buffer.from(emblem.bytes))
    },
  )
}
