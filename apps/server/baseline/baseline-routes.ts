import {
  listBatches,
  previewImport,
  readBatch,
  startImport,
  undoBatch,
  uploadReply,
  uploadWorkbookPath,
} from '@thaiqm/contract/baseline/baseline-routes.ts'
import { refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import { z } from 'zod'
import { answerRoute, readToken, sendRefusal } from '../platform/http/answer-route.ts'
import type { HttpParts } from '../platform/http/http-parts.ts'
import { openBaselineImports } from './baseline-imports.ts'

const MOST_BYTES = 30 * 1024 * 1024

const uploadQuery = z.object({ fileName: z.string().min(1).max(255) })

/** The import of last round's workbook; what was at work when the server last ended goes on by itself. */
export const registerBaselineRoutes = ({ app, findActor, parts, installation, filesDir }: HttpParts): void => {
  const imports = openBaselineImports({ parts, installation, filesDir })
  app.addHook('onReady', () => imports.resume())
  app.addHook('preClose', () => imports.stop())

  app.route({
    method: 'POST',
    url: uploadWorkbookPath,
    bodyLimit: MOST_BYTES,
    schema: {
      summary: 'A workbook of last round on its way in; nothing is imported yet',
      tags: ['baseline'],
      querystring: uploadQuery,
      response: { 200: uploadReply },
    },
    handler: async (request, reply) => {
      const actor = await findActor(readToken(request))
      if (actor === null) return sendRefusal(reply, refuse('sign-in-needed'))
      if (!Buffer.isBuffer(request.body)) return sendRefusal(reply, refuse('not-well-formed', { fields: ['body'] }))
      const { fileName } = uploadQuery.parse(request.query)
      const uploaded = await imports.upload(actor, request.body, fileName)
      reply.header('cache-control', 'no-store')
      return uploaded.ok ? reply.send(uploaded.value) : sendRefusal(reply, uploaded)
    },
  })

  answerRoute(app, findActor, previewImport, ({ actor, params, body }) => imports.preview(actor, params.uploadId, body))

  answerRoute(app, findActor, startImport, async ({ actor, params, body }) => {
    const batch = await imports.start(actor, params.uploadId, body)
    return batch.ok ? succeed({ batch: batch.value }) : batch
  })

  answerRoute(app, findActor, listBatches, async ({ actor }) => {
    const batches = await imports.list(actor)
    return batches.ok ? succeed({ batches: batches.value }) : batches
  })

  answerRoute(app, findActor, readBatch, async ({ actor, params }) => {
    const found = await imports.read(actor, params.batchId)
    return found.ok ? succeed({ batch: found.value.batch, rows: found.value.rows }) : found
  })

  answerRoute(app, findActor, undoBatch, async ({ actor, params }) => {
    const batch = await imports.undo(actor, params.batchId)
    return batch.ok ? succeed({ batch: batch.value }) : batch
  })
}
