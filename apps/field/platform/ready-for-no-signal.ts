import { useEffect } from 'react'
import { forgetSentPhotos } from '../photo/photo-store.ts'
import { readAppFiles } from './app-files.ts'
import { useFieldApp } from './field-app.tsx'

const CALM_IN_MS = 3000

/** Where the app's files cannot be kept: the pages of a survey in memory, while there still is a signal. */
const fetchRooms = () =>
  Promise.allSettled([
    import('./decide.ts'),
    import('./refusal-text.ts'),
    import('../household/village-screen.tsx'),
    import('../household/search-screen.tsx'),
    import('../household/household-screen.tsx'),
    import('../household/register-screen.tsx'),
    import('../household/visit-screen.tsx'),
    import('../survey/survey-screen.tsx'),
    import('../survey/sent-screen.tsx'),
    import('../problem/problem-screen.tsx'),
    import('../problem/report-problem-screen.tsx'),
    import('../assistance/assistance-screen.tsx'),
    import('../sync/sync-screen.tsx'),
    import('../session/me-screen.tsx'),
  ])

/**
 * Once the first page stands: photos that have arrived leave the phone, the browser is asked not to clear the store of an
 * installed app, and a browser that cannot keep the app gets its pages into memory.
 */
export const useReadyForNoSignal = (): void => {
  const { database } = useFieldApp()
  useEffect(() => {
    const later = window.setTimeout(() => {
      if (readAppFiles().state === 'impossible') void fetchRooms()
      if (window.matchMedia('(display-mode: standalone)').matches) void navigator.storage?.persist?.()
      void forgetSentPhotos(database)
    }, CALM_IN_MS)
    return () => window.clearTimeout(later)
  }, [database])
}
