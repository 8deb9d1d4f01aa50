import { readFile } from 'node:fs/promises'
import { thanksPhotoPath } from '@thaiqm/contract/photo/photo-routes.ts'
import { readsReferredOnly } from '@thaiqm/core/access/actor.ts'
import { hasAbility } from '@thaiqm/core/access/permission.ts'
import { allocationId, photoHash } from '@thaiqm/core/ledger/identifiers.ts'
import { refuse } from '@thaiqm/core/ledger/outcome.ts'
import { z } from 'zod'
import { inTransaction, readingScope } from '../platform/database/transaction.ts'
import { readToken, sendRefusal } from '../platform/http/answer-route.ts'
import type { HttpParts } from '../platform/http/http-parts.ts'
import { writeAudit } from '../sync/ledger-store.ts'
import { fileOf } from './photo-files.ts'
import { findThanksPhoto } from './photo-store.ts'
import { plainPhoto } from './plain-photo.ts'

const params = z.object({ allocationId, photoHash })

/** The photos a partner is thanked with. Everybody else is answered as if there were none. */
export const registerThanksPhotoRoutes = ({ app, findActor, parts, filesDir }: HttpParts): void => {
  app.get(
    thanksPhotoPath,
    { schema: { tags: ['photo'], summary: 'A photo of what a partner delivered, while its people let it', params } },
    async (request, reply) => {
      const actor = await findActor(readToken(request))
      if (actor === null) return sendRefusal(reply, refuse('sign-in-needed'))
      if (!hasAbility(actor, 'read-offers') || !readsReferredOnly(actor)) return sendRefusal(reply, refuse('not-found'))
      const asked = params.parse(request.params)
      const photo = await inTransaction(parts.db, readingScope(actor), async trx => {
        const found = await findThanksPhoto(trx, asked.allocationId, asked.photoHash)
        if (found === undefined) return undefined
        await writeAudit(trx, actor, [
          {
            at: parts.clock.now(),
            act: 'ReadThanksPhoto',
            objectKind: 'household',
            objectId: found.household_id,
            areaCode: found.area_code,
            details: { role: actor.role, allocationId: asked.allocationId },
          },
        ])
        return found
      })
      const bytes = photo && (await readFile(fileOf(filesDir, asked.photoHash)).catch(() => null))
      const plain = photo && bytes ? plainPhoto(bytes, photo.content_type) : null
      if (photo === undefined || plain === null) return sendRefusal(reply, refuse('not-found'))
      return (
        reply
          .type(photo.content_type)
          // Taken back, it is gone with the next look.
          .header('cache-control', 'no-store')
          .header('content-disposition', 'inline')
          .serializer((payload: unknown) => payload as string)
          .send(Buffer.from(plain))
      )
    },
  )
}
