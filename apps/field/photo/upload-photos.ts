import { routeAddress } from '@thaiqm/contract/client/call-route.ts'
import { photoPath } from '@thaiqm/contract/photo/photo-routes.ts'
import type { FieldDatabase } from '../platform/field-database.ts'
import type { SyncTrouble } from '../sync/sync-trouble.ts'

const PATIENCE_IN_MS = 60_000

/** Uploads the photos of forms that were sent, one by one: each is named by its content, so sending twice is harmless. */
export const uploadWaitingPhotos = async ({ photos }: FieldDatabase): Promise<SyncTrouble | null> => {
  for (const { hash, bytes } of await photos.where('state').equals('waiting').toArray()) {
    try {
      const answer = await window.fetch(routeAddress(photoPath, { photoHash: hash }), {
        method: 'PUT',
        credentials: 'same-origin',
        headers: { 'content-type': bytes.type },
        body: bytes,
        signal: AbortSignal.timeout(PATIENCE_IN_MS),
      })
      if (answer.status === 401) return 'signed-out'
      if (answer.status >= 500) return 'server-fault'
      await photos.update(hash, { state: answer.ok ? 'sent' : 'refused' })
    } catch {
      return 'offline'
    }
  }
  return null
}
