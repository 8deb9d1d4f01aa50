import { addressOf } from '../platform/base-path.ts'
import { useSession } from './session-provider.tsx'

/** Gives the phone to somebody else: locked, and on its first page, not on a household of the one before. */
export const useHandOn = (): (() => void) => {
  const { handOn } = useSession()
  return () =>
    void handOn().then(() => {
      // Whoever comes in next gets a router of their own, which begins where the browser stands.
      history.replaceState(null, '', addressOf('/'))
    })
}
