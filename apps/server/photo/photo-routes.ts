import { readFile } from 'node:fs/promises'
import { householdPhotoPath, keepPhotoPart, photoPath, readPhotoProgress } from '@thaiqm/contract/photo/photo-routes.ts'
import { viewHousehold } from '@thaiqm/core/access/view-household.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import { householdId, photoHash } from '@thaiqm/core/ledger/identifiers.ts'
import { refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import { z } from 'zod'
import { findHousehold } from '../household/household-store.ts'
import { realClock } from '../platform/clock.ts'
import { inTransaction, readingScope, systemScope } from '../platform/database/transaction.ts'
import { answerRoute, readToken, sendRefusal } from '../platform/http/answer-route.ts'
import type { HttpParts } from '../platform/http/http-parts.ts'
import { readingOn } from '../platform/reading-on.ts'
import { keepWholePhoto } from './keep-whole-photo.ts'
import { appendPart, fileOf, receivedOf } from './photo-files.ts'
import { findPhotoRow, savePhotoRow } from './photo-store.ts'

/** Every photo a household's record refers to, for the reader of that record. */
const photosOf = (household: Household): Set<string> => {
  const evidence = [
    ...household.problems.flatMap(p => p.evidence),
    ...household.assistances.flatMap(a => a.evidence),
    ...household.plans.flatMap(p => p.actions.flatMap(a => a.answer?.evidence ?? [])),
  ]
  return new Set([...household.photos, ...evidence.flatMap(e => (e.kind === 'photo' ? [e.photo as string] : []))])
}

export const registerPhotoRoutes = ({ app, findActor, findSender, parts, filesDir }: HttpParts): void => {
  const isKept = (hash: string) => inTransaction(parts.db, systemScope, trx => findPhotoRow(trx, hash))

  answerRoute(
    app,
    findActor,
    readPhotoProgress,
    async ({ params }) => {
      if ((await isKept(params.photoHash)) !== undefined)
        return succeed({ receivedBytes: 0, isWhole: true, at: realClock.now() })
      return succeed({
        receivedBytes: await receivedOf(filesDir, params.photoHash),
        isWhole: false,
        at: realClock.now(),
      })
    },
    findSender,
  )

  answerRoute(
    app,
    findActor,
    keepPhotoPart,
    async ({ actor, params, query, bytes }) => {
      const hash = params.photoHash
      // All bytes are here and the server fell before it had checked them: an empty part asks it to.
      const part = bytes ?? new Uint8Array()
      if (part.length === 0 && query.offset < query.size) return refuse('photo-not-accepted')
      if ((await isKept(hash)) !== undefined)
        return succeed({ receivedBytes: query.size, isWhole: true, at: realClock.now() })
      const done = await appendPart(filesDir, hash, query.offset, query.size, part)
      if (done.kind === 'more')
        return succeed({ receivedBytes: done.receivedBytes, isWhole: false, at: realClock.now() })
      if (done.kind === 'differs') return refuse('photo-differs')
      if (done.kind === 'no-image') return refuse('photo-not-accepted')
      const at = parts.clock.now()
      await inTransaction(parts.db, systemScope, trx =>
        savePhotoRow(trx, { hash, sizeBytes: query.size, contentType: done.contentType, by: actor.personId, at }),
      )
      return succeed({ receivedBytes: query.size, isWhole: true, at: realClock.now() })
    },
    findSender,
  )

  app.put(
    photoPath,
    {
      schema: {
        tags: ['photo'],
        summary: 'Keep a photo under the SHA-256 of its bytes',
        params: z.object({ photoHash }),
      },
    },
    async (request, reply) => {
      const actor = await findActor(readToken(request))
      if (actor === null) return sendRefusal(reply, refuse('sign-in-needed'))
      const { photoHash: hash } = request.params as { photoHash: string }
      const bytes = request.body
      if (!(bytes instanceof Uint8Array)) return sendRefusal(reply, refuse('photo-not-accepted'))
      const kept = await keepWholePhoto(parts, filesDir, hash, bytes, actor)
      if (!kept.ok) return sendRefusal(reply, kept)
      return reply.code(200).type('application/json').serializer(JSON.stringify).send({ photoHash: hash })
    },
  )

  app.get(
    householdPhotoPath,
    {
      schema: {
        tags: ['photo'],
        summary: 'A photo that a household’s record refers to',
        params: z.object({ householdId, photoHash }),
      },
    },
    async (request, reply) => {
      const actor = await findActor(readToken(request))
      if (actor === null) return sendRefusal(reply, refuse('sign-in-needed'))
      const params = z.object({ householdId, photoHash }).parse(request.params)
      const photo = await inTransaction(parts.db, readingScope(actor), async trx => {
        const stored = await findHousehold(trx, parts.keys, params.householdId)
        const visible =
          stored && photosOf(viewHousehold(stored.household, actor, parts.catalogue.findForm, readingOn(parts)))
        return visible?.has(params.photoHash) ? findPhotoRow(trx, params.photoHash) : undefined
      })
      if (photo === undefined) return sendRefusal(reply, refuse('not-found'))
      const bytes = await readFile(fileOf(filesDir, params.photoHash)).catch(() => null)
      if (bytes === null) return sendRefusal(reply, refuse('not-found'))
      return reply
        .type(photo.content_type)
        .header('cache-control', 'private, max-age=86400, immutable')
        .header('content-disposition', 'inline')
        .serializer((payload: unknown) => payload as string)
        .send(bytes)
    },
  )
}
