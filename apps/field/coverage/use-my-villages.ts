import { useCallback, useEffect, useState } from 'react'
import { refreshVillages } from '../area/village-store.ts'
import type { CallFailure } from '../platform/api.ts'
import { useFieldApp } from '../platform/field-app.tsx'
import type { StoredVillage } from '../platform/field-database.ts'
import { useLive } from '../platform/use-live.ts'
import { type VillageProgress, villageProgress } from './village-progress.ts'

export interface MyVillage extends StoredVillage {
  readonly progress: VillageProgress
}

/** A tambon is fetched whole when the app opens; a district's villages one by one, when somebody goes there. */
const FETCHED_BY_ITSELF = 25

/** The villages of my area with what this phone knows of each; names and households are refreshed behind it. */
export const useMyVillages = () => {
  const { actor, database, households } = useFieldApp()
  const [failure, setFailure] = useState<CallFailure>()
  const [isAsked, setAsked] = useState(false)

  const refresh = useCallback(async () => {
    setFailure(undefined)
    const named = await refreshVillages(database, actor.areaCode)
    setAsked(true)
    if (!named.ok) return setFailure(named.failure)
    const codes = (await database.villages.toArray()).map(village => village.areaCode)
    if (codes.length > FETCHED_BY_ITSELF) return
    for (const code of codes) {
      const fetched = await households.refreshVillage(code)
      if (!fetched.ok && fetched.failure.kind === 'offline') return
    }
  }, [actor, database, households])
  useEffect(() => {
    void refresh()
  }, [refresh])

  const villages = useLive<readonly MyVillage[]>(`villages-${actor.personId}`, async () => {
    const [known, rows, drafts] = await Promise.all([
      database.villages.orderBy('areaCode').toArray(),
      database.summaries.toArray(),
      database.drafts.toCollection().primaryKeys(),
    ])
    const byVillage = Map.groupBy(rows, row => row.areaCode)
    const drafted = new Set(drafts)
    return known.map(village => ({
      ...village,
      progress: villageProgress(byVillage.get(village.areaCode) ?? [], drafted),
    }))
  })
  const isKnown = villages !== undefined && (villages.length > 0 || (isAsked && failure === undefined))
  return { villages: isKnown ? villages : undefined, failure, retry: () => void refresh() }
}
