import { useEffect } from 'react'
import { readAppFiles } from './app-files.ts'
import { useFieldApp } from './field-app.tsx'
import { isInstalledApp } from './install-app.ts'

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
    import('../household/map-screen.tsx'),
    import('../household/visit-screen.tsx'),
    import('../survey/survey-screen.tsx'),
    import('../survey/sent-screen.tsx'),
    import('../problem/problem-screen.tsx'),
    import('../problem/report-problem-screen.tsx'),
    import('../assistance/assistance-screen.tsx'),
    import('../sync/sync-screen.tsx'),
    import('../sync/my-work-screen.tsx'),
    import('../measure/my-figures-screen.tsx'),
    import('../session/me-screen.tsx'),
  ])

/**
 * Once the first page stands: the browser is asked not to clear the store of an
 * installed app, and a browser that cannot keep the app gets its pages into memory.
 */
export const useReadyForNoSignal = (): void => {
  const { households } = useFieldApp()
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each store that is opened
  useEffect(() => {
    const later = window.setTimeout(() => {
      if (readAppFiles().state === 'impossible') void fetchRooms()
      if (isInstalledApp()) void navigator.storage?.persist?.()
    }, CALM_IN_MS)
    return () => window.clearTimeout(later)
  }, [households])
}
