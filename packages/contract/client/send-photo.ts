import { keepPhotoPart, readPhotoProgress } from '../photo/photo-routes.ts'
import type { RouteReply } from '../wire/route.ts'
import { type CallOutcome, callRoute, type Send } from './call-route.ts'

/** A part is small enough for a weak signal to carry before it breaks. */
export const PHOTO_PART_BYTES = 65_536

/**
 * Sends a photo in parts, from wherever the server's copy ends: a cut line costs one part at most. The server checks the
 * whole against its SHA-256 before it counts as arrived.
 */
export const sendPhoto = async (
  send: Send,
  photoHash: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<CallOutcome<RouteReply<typeof readPhotoProgress>>> => {
  let progress = await callRoute(send, readPhotoProgress, { params: { photoHash } })
  while (progress.ok && !progress.value.isWhole) {
    const offset = progress.value.receivedBytes
    const part = bytes.subarray(offset, offset + PHOTO_PART_BYTES)
    const sendPart: Send = (url, init) =>
      send(url, { ...init, headers: { ...init.headers, 'content-type': 'application/octet-stream' }, bytes: part })
    progress = await callRoute(sendPart, keepPhotoPart, {
      params: { photoHash },
      query: { offset, size: bytes.length },
    })
  }
  return progress
}
