import type { Household } from '@thaiqm/core/household/household.ts'
import { useEffect, useState } from 'react'
import type { CallFailure } from '../platform/api.ts'
import { useFieldApp } from '../platform/field-app.tsx'
import { useLive } from '../platform/use-live.ts'

/** A household from this phone, refreshed behind it; null when this phone does not hold it. */
export const useHousehold = (householdId: string) => {
  const { households } = useFieldApp()
  const [failure, setFailure] = useState<CallFailure>()
  const [isAsked, setAsked] = useState(false)
  const household = useLive<Household | null>(
    `document-${householdId}`,
    async () => (await households.find(householdId)) ?? null,
  )
  useEffect(() => {
    const refresh = async () => {
      const fetched = await households.refreshHousehold(householdId)
      setFailure(fetched.ok ? undefined : fetched.failure)
      setAsked(true)
    }
    void refresh()
  }, [households, householdId])
  return { household: household === null && !isAsked ? undefined : household, failure }
}
