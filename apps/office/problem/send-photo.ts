import { routeAddress } from '@thaiqm/contract/client/call-route.ts'
import { photoPath } from '@thaiqm/contract/photo/photo-routes.ts'
import { refusalReply } from '@thaiqm/contract/wire/refusal-reply.ts'
import type { PhotoHash } from '@thaiqm/core/ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import { sha256 } from './sha-256.ts'

export const acceptedPhotos = ['image/jpeg', 'image/png', 'image/webp'] as const
const MOST_BYTES = 10 * 1024 * 1024

/**
 * Puts a photo on the server under the name of its content; sent twice, it is one photo. Refuses
 * `photo-not-accepted`, `photo-not-sent` (no connection or a fault; try again), and what the server refuses.
 */
export const sendPhoto = async (file: File): Promise<Outcome<PhotoHash>> => {
  if (!acceptedPhotos.some(type => type === file.type) || file.size > MOST_BYTES) return refuse('photo-not-accepted')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const photoHash = await sha256(bytes)
  try {
    const answer = await window.fetch(routeAddress(photoPath, { photoHash }), {
      method: 'PUT',
      credentials: 'same-origin',
      headers: { 'content-type': file.type },
      body: bytes,
    })
    if (answer.ok) return succeed(photoHash as PhotoHash)
    const refused = refusalReply.safeParse(await answer.json())
    return refused.success ? refuse(refused.data.refusal.code, refused.data.refusal.details) : refuse('photo-not-sent')
  } catch {
    return refuse('photo-not-sent')
  }
}
