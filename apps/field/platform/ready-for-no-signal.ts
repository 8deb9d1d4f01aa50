import { useEffect } from 'react'
import { forgetSentPhotos } from '../photo/photo-store.ts'
import { useFieldApp } from './field-app.tsx'

const CALM_IN_MS = 3000

/** Everything a survey needs in the field, fetched while there still is a signal. */
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

/** Once the first page stands: the other pages into memory, photos that have arrived off the phone. */
export const useReadyForNoSignal = (): void => {
  const { database } = useFieldApp()
  useEffect(() => {
    const later = window.setTimeout(() => {
      void fetchRooms()
      void forgetSentPhotos(database)
    }, CALM_IN_MS)
    return () => window.clearTimeout(later)
  }, [database])
}
