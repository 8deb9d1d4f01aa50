import { useMemo } from 'react'
import { useFieldApp } from '../platform/field-app.tsx'
import { useLive } from '../platform/use-live.ts'
import { type MeetingToday, meetingsToday } from './meetings-today.ts'

const none: readonly MeetingToday[] = []

/** What waits of the village meetings on this phone; none for who keeps none. */
export const useMeetingsToday = (): readonly MeetingToday[] => {
  const { actor, clock, meetings, database } = useFieldApp()
  const known = useLive(`meetings-today-${database.name}`, () => meetings.list())
  const today = clock.today()
  return useMemo(() => (known === undefined ? none : meetingsToday(known, actor, today)), [known, actor, today])
}
