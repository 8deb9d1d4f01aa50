import { routeAddress } from '@thaiqm/contract/client/call-route.ts'
import { householdPhotoPath } from '@thaiqm/contract/photo/photo-routes.ts'
import { hashOf } from './encode-photo.ts'

export interface PhotoOfHousehold {
  readonly householdId: string
  readonly hash: string
}

/** The photo; or that the server does not have it (yet); or that the server could not be asked now. */
export type FetchedPhoto = Blob | 'absent' | 'unreachable'

export type FetchPhoto = (photo: PhotoOfHousehold) => Promise<FetchedPhoto>

const PATIENCE_IN_MS = 60_000

/** A photo of a household from the server. Bytes that are not those its name says are as good as none. */
export const fetchPhoto: FetchPhoto = async ({ householdId, hash }) => {
  try {
    const address = routeAddress(householdPhotoPath, { householdId, photoHash: hash })
    const answer = await window.fetch(address, {
      credentials: 'same-origin',
      signal: AbortSignal.timeout(PATIENCE_IN_MS),
    })
    if (answer.status === 404) return 'absent'
    if (!answer.ok) return 'unreachable'
    const photo = await answer.blob()
    // A captive portal answers with a page of its own.
    return (await hashOf(photo)) === hash ? photo : 'unreachable'
  } catch {
    return 'unreachable'
  }
}
