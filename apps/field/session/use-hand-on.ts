import { useRouter } from '@tanstack/react-router'
import { BASE_PATH } from '../platform/base-path.ts'
import { useSession } from './session-provider.tsx'

/** Gives the phone to somebody else: locked, and on its first page, not on a household of the one before. */
export const useHandOn = (): (() => void) => {
  const { handOn } = useSession()
  const router = useRouter()
  return () =>
    void handOn().then(() => {
      router.history.replace(`${BASE_PATH}/`)
    })
}
