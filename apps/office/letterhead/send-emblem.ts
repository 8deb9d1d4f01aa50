import { routeAddress } from '@thaiqm/contract/client/call-route.ts'
import { keepEmblem } from '@thaiqm/contract/letterhead/letterhead-routes.ts'
import { refusalReply } from '@thaiqm/contract/wire/refusal-reply.ts'
import type { PhotoHash } from '@thaiqm/core/ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import { MOST_EMBLEM_BYTES } from '@thaiqm/core/letterhead/letterhead.ts'

/** Puts an image on the server for an office to choose; refuses `emblem-not-accepted`, `photo-not-sent`, what the server refuses. */
export const sendEmblem = async (areaCode: string, file: File): Promise<Outcome<PhotoHash>> => {
  if (file.size > MOST_EMBLEM_BYTES) return refuse('emblem-not-accepted')
  try {
    const answer = await window.fetch(routeAddress(keepEmblem.path, { areaCode }), {
      method: 'PUT',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/octet-stream' },
      body: await file.arrayBuffer(),
    })
    const body: unknown = await answer.json()
    const kept = keepEmblem.reply.safeParse(body)
    if (answer.ok && kept.success) return succeed(kept.data.emblem)
    const refused = refusalReply.safeParse(body)
    return refused.success ? refuse(refused.data.refusal.code, refused.data.refusal.details) : refuse('photo-not-sent')
  } catch {
    return refuse('photo-not-sent')
  }
}
