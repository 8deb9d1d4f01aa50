import { useCallback, useEffect, useMemo, useState } from 'react'
import { refreshVillages } from '../area/village-store.ts'
import { useListedHouseholds } from '../household/use-village-households.ts'
import type { CallFailure } from '../platform/api.ts'
import { useFieldApp } from '../platform/field-app.tsx'
import type { StoredVillage } from '../platform/field-rows.ts'
import { useLive } from '../platform/use-live.ts'
import { type VillageProgress, villageProgress } from './village-progress.ts'

export interface MyVillage extends StoredVillage {
  readonly progress: VillageProgress
}

/** A tambon is kept whole; of a larger area the villages that somebody chooses. */
const WHOLE_BY_ITSELF = 6

/** The villages of my area with what this phone knows of each; names and households are refreshed behind it. */
export const useMyVillages = () => {
  const { actor, database, households, access } = useFieldApp()
  const [failure, setFailure] = useState<CallFailure>()
  const [isAsked, setAsked] = useState(false)
  const rows = useListedHouseholds(null)

  const refresh = useCallback(async () => {
    setFailure(undefined)
    const named = await refreshVillages(database, actor.areaCode)
    setAsked(true)
    if (!named.ok) return setFailure(named.failure)
    if (access === 'own' || actor.areaCode.length < WHOLE_BY_ITSELF) return
    const fetched = await households.refreshVillage(actor.areaCode)
    if (!fetched.ok) setFailure(fetched.failure)
  }, [actor, database, households, access])
  useEffect(() => {
    void refresh()
  }, [refresh])

  const known = useLive(`villages-${actor.personId}`, () => database.villages.orderBy('areaCode').toArray())
  const villages = useMemo((): readonly MyVillage[] | undefined => {
    if (known === undefined || rows === undefined) return undefined
    const byVillage = Map.groupBy(rows, row => row.areaCode)
    const drafted = new Set(rows.filter(row => row.hasDraft).map(row => row.householdId))
    return known.map(village => ({
      ...village,
      progress: villageProgress(byVillage.get(village.areaCode) ?? [], drafted),
    }))
  }, [known, rows])
  const isKnown = villages !== undefined && (villages.length > 0 || (isAsked && failure === undefined))
  return { villages: isKnown ? villages : undefined, failure, retry: () => void refresh() }
}
