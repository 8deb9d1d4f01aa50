import { useCallback, useEffect, useState } from 'react'
import type { CallFailure } from '../platform/api.ts'
import { useFieldApp } from '../platform/field-app.tsx'
import type { FieldDatabase } from '../platform/field-database.ts'
import { useLive } from '../platform/use-live.ts'
import type { ListedHousehold } from './household-filter.ts'

/** Rows of one village, or of every village this phone holds, each with whether a draft of it lies here. */
export const listedHouseholds = async (
  { summaries, drafts }: FieldDatabase,
  areaCode: string | null,
): Promise<readonly ListedHousehold[]> => {
  const [rows, drafted] = await Promise.all([
    areaCode === null ? summaries.toArray() : summaries.where('areaCode').equals(areaCode).toArray(),
    drafts.toCollection().primaryKeys(),
  ])
  const withDraft = new Set(drafted)
  return rows.map(row => ({ ...row, hasDraft: withDraft.has(row.householdId) }))
}

/** A village from the local store, refreshed from the server when the screen opens. */
export const useVillageHouseholds = (areaCode: string) => {
  const { database, households } = useFieldApp()
  const [failure, setFailure] = useState<CallFailure>()
  const [isRefreshing, setRefreshing] = useState(false)
  const village = useLive(`village-${areaCode}`, () => database.villages.get(areaCode))
  const rows = useLive(`rows-${areaCode}`, () => listedHouseholds(database, areaCode))
  const refresh = useCallback(async () => {
    setRefreshing(true)
    const fetched = await households.refreshVillage(areaCode)
    setFailure(fetched.ok ? undefined : fetched.failure)
    setRefreshing(false)
  }, [households, areaCode])
  useEffect(() => {
    void refresh()
  }, [refresh])
  return { village, rows, failure, isRefreshing, refresh: () => void refresh() }
}
