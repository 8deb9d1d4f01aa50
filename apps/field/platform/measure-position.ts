import type { Position } from '@thaiqm/core/household/household.ts'
import type { Instant } from '@thaiqm/core/ledger/day.ts'

export type PositionFailure = 'denied' | 'unavailable'
export type Measured =
  | { readonly ok: true; readonly position: Position }
  | { readonly ok: false; readonly why: PositionFailure }

const PATIENCE_IN_MS = 20_000
/** After the first fix the phone gets a little time for a better one: satellites come one after another. */
const FOR_A_BETTER_ONE_IN_MS = 6000
const GOOD_ENOUGH_IN_METRES = 15
const NOT_OLDER_THAN_IN_MS = 30_000

const positionOf = ({ coords, timestamp }: GeolocationPosition, clockNow: Instant): Position => {
  // By the server's clock: the phone's says only how long ago the fix was made.
  const age = Math.min(NOT_OLDER_THAN_IN_MS, Math.max(0, Date.now() - timestamp))
  return {
    latitude: coords.latitude,
    longitude: coords.longitude,
    accuracyInMetres: Math.max(0, coords.accuracy),
    provider: 'device',
    measuredAt: new Date(Date.parse(clockNow) - age).toISOString() as Instant,
    ...(typeof coords.altitude === 'number' ? { altitudeInMetres: coords.altitude } : {}),
  }
}

/** Where the phone is: the best of the fixes it gets in a short while, then the receiver is let go (it eats the battery). */
export const measurePosition = (clockNow: () => Instant): Promise<Measured> =>
  new Promise(resolve => {
    let best: GeolocationPosition | undefined
    let timer: number | undefined
    const finish = (why: PositionFailure) => {
      navigator.geolocation.clearWatch(watch)
      window.clearTimeout(timer)
      resolve(best === undefined ? { ok: false, why } : { ok: true, position: positionOf(best, clockNow()) })
    }
    const watch = navigator.geolocation.watchPosition(
      fix => {
        if (best === undefined || fix.coords.accuracy < best.coords.accuracy) best = fix
        if (best.coords.accuracy <= GOOD_ENOUGH_IN_METRES) finish('unavailable')
        else timer ??= window.setTimeout(() => finish('unavailable'), FOR_A_BETTER_ONE_IN_MS)
      },
      failure => finish(failure.code === failure.PERMISSION_DENIED ? 'denied' : 'unavailable'),
      { enableHighAccuracy: true, timeout: PATIENCE_IN_MS, maximumAge: NOT_OLDER_THAN_IN_MS },
    )
  })
