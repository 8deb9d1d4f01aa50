import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { CallFailure } from '../platform/api.ts'
import { useFieldApp } from '../platform/field-app.tsx'
import { useLive } from '../platform/use-live.ts'
import type { ListedHousehold } from './household-filter.ts'

/** Rows of one village, or of every village this phone holds, each with whether a draft of it or unsent work lies here. */
export const useListedHouseholds = (areaCode: string | null): readonly ListedHousehold[] | undefined => {
  const { database, households, drafts, outbox } = useFieldApp()
  const { index } = households
  const rows = useSyncExternalStore(index.subscribe, () => index.read(areaCode))
  const marks = useLive(`marks-${database.name}`, async () => ({
    drafted: await drafts.householdIds(),
    waiting: await outbox.waitingByLedger(),
  }))
  return useMemo(
    () =>
      rows?.map(row => ({
        ...row,
        hasDraft: marks?.drafted.has(row.householdId) === true,
        waiting: marks?.waiting.get(row.householdId) ?? 0,
      })),
    [rows, marks],
  )
}

/** A village from the local store, refreshed from the server when the screen opens. */
export const useVillageHouseholds = (areaCode: string) => {
  const { database, households, access } = useFieldApp()
  const [failure, setFailure] = useState<CallFailure>()
  const [isRefreshing, setRefreshing] = useState(false)
  const village = useLive(`village-${areaCode}`, () => database.villages.get(areaCode))
  const rows = useListedHouseholds(areaCode)
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the households are opened they are fetched
  const refresh = useCallback(async () => {
    setRefreshing(true)
    const fetched = await households.refreshVillage(areaCode)
    setFailure(fetched.ok ? undefined : fetched.failure)
    setRefreshing(false)
  }, [households, areaCode, access])
  useEffect(() => {
    void refresh()
  }, [refresh])
  return { village, rows, failure, isRefreshing, refresh: () => void refresh() }
}
