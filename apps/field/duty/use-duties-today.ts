import { levelOf } from '@thaiqm/core/duty/escalation.ts'
import { useMemo, useSyncExternalStore } from 'react'
import { useFieldApp } from '../platform/field-app.tsx'
import { type DutyToday, dutiesToday } from './duties-today.ts'

/**
 * What waits for the signed-in person among the households of this phone: undefined while they are opened, null where the
 * phone holds none, because then nobody can say that nothing waits.
 */
export const useDutiesToday = (): readonly DutyToday[] | null | undefined => {
  const { actor, clock, households } = useFieldApp()
  const { index } = households
  const rows = useSyncExternalStore(index.subscribe, () => index.read(null))
  const today = clock.today()
  return useMemo(() => {
    if (rows === undefined) return undefined
    return rows.length === 0 ? null : dutiesToday(rows, actor.role, today)
  }, [rows, actor.role, today])
}

/** Whether this person has duties by area at all. */
export const useHasDuties = (): boolean => levelOf(useFieldApp().actor.role) !== undefined
