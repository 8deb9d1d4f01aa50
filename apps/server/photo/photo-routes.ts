import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { householdPhotoPath, photoPath } from '@thaiqm/contract/photo/photo-routes.ts'
import { viewHousehold } from '@thaiqm/core/access/view-household.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import { householdId, photoHash } from '@thaiqm/core/ledger/identifiers.ts'
import { refuse } from '@thaiqm/core/ledger/outcome.ts'
import { z } from 'zod'
import { findHousehold } from '../household/household-store.ts'
import { inTransaction, readingScope, systemScope } from '../platform/database/transaction.ts'
import { readToken, sendRefusal } from '../platform/http/answer-route.ts'
import type { HttpParts } from '../platform/http/http-parts.ts'
import { findPhotoRow, savePhotoRow } from './photo-store.ts'

const MOST_BYTES = 10 * 1024 * 1024

/** By their first bytes, whatever the sender says they are. */
const imageTypeOf = (bytes: Uint8Array): string | null => {
  const starts = (...prefix: number[]) => prefix.every((byte, i) => bytes[i] === byte)
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (starts(0x89, 0x50, 0x4e, 0x47)) return 'image/png'
  if (starts(0x52, 0x49, 0x46, 0x46) && bytes[8] === 0x57 && bytes[9] === 0x45) return 'image/webp'
  return null
}

const fileOf = (filesDir: string, hash: string): string => join(filesDir, 'photos', hash.slice(0, 2), hash)

/** On disk for good before it counts as received: written aside, synced, then named. */
const keepBytes = async (path: string, bytes: Uint8Array): Promise<void> => {
  await mkdir(dirname(path), { recursive: true })
  const aside = `${path}.${randomUUID()}`
  const file = await open(aside, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(aside, path)
}

/** Every photo a household's record refers to, for the reader of that record. */
const photosOf = (household: Household): Set<string> => {
  const evidence = [...household.problems.flatMap(p => p.evidence), ...household.assistances.flatMap(a => a.evidence)]
  return new Set([...household.photos, ...evidence.flatMap(e => (e.kind === 'photo' ? [e.photo as string] : []))])
}

export const registerPhotoRoutes = ({ app, findActor, parts, filesDir }: HttpParts): void => {
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
      if (!(bytes instanceof Uint8Array) || bytes.length > MOST_BYTES)
        return sendRefusal(reply, refuse('photo-not-accepted'))
      const contentType = imageTypeOf(bytes)
      if (contentType === null) return sendRefusal(reply, refuse('photo-not-accepted'))
      if (createHash('sha256').update(bytes).digest('hex') !== hash) return sendRefusal(reply, refuse('photo-differs'))
      await keepBytes(fileOf(filesDir, hash), bytes)
      const at = parts.clock.now()
      await inTransaction(parts.db, systemScope, trx =>
        savePhotoRow(trx, { hash, sizeBytes: bytes.length, contentType, by: actor.personId, at }),
      )
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
        const visible = stored && photosOf(viewHousehold(stored.household, actor, parts.catalogue.findForm))
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
