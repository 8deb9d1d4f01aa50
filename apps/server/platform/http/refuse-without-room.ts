import { practiceSignIn } from '@thaiqm/contract/practice/practice-routes.ts'
import { readSession } from '@thaiqm/contract/session/session-routes.ts'
import { reportDevice } from '@thaiqm/contract/sync/sync-routes.ts'
import { refuse } from '@thaiqm/core/ledger/outcome.ts'
import type { FastifyInstance } from 'fastify'
import { sendRefusal } from './answer-route.ts'

/** Reading needs its session, and a phone still learns where it stands: a few bytes each, over what is there already. */
const NEEDED_FOR_READING = [readSession.path, practiceSignIn.path, reportDevice.path]

/**
 * While the disk has no room for new work, nothing that brings any is let in: it stays where it was made, and is told
 * when to come again. Looking goes on.
 */
export const refuseWithoutRoom = (app: FastifyInstance, hasRoom: () => boolean): void => {
  // Once the body has been read: a connection closed in its middle would look like a lost signal.
  app.addHook('preValidation', async (request, reply) => {
    const isLooking = request.method === 'GET' || request.method === 'HEAD' || request.method === 'DELETE'
    if (isLooking || NEEDED_FOR_READING.some(path => request.url.startsWith(path)) || hasRoom()) return
    return sendRefusal(reply, refuse('no-room-on-server'))
  })
}
