import { useEffect, useState } from 'react'
import { useFieldApp } from '../platform/field-app.tsx'

/** Addresses of photos for as long as they are shown: `undefined` while looked for, null for one that cannot be had now. */
export const usePhotoSources = (householdId: string, hashes: readonly string[]): ReadonlyMap<string, string | null> => {
  const { photos: own, earlierPhotos } = useFieldApp()
  const [sources, setSources] = useState<ReadonlyMap<string, string | null>>(new Map())
  // biome-ignore lint/correctness/useExhaustiveDependencies: the hashes say which photos are meant
  useEffect(() => {
    const made: string[] = []
    let isShown = true
    const show = async () => {
      for (const hash of hashes) {
        const blob = (await own.find(hash)) ?? (await earlierPhotos.find({ householdId, hash }))
        if (!isShown) return
        const source = blob === null ? null : URL.createObjectURL(blob)
        if (source !== null) made.push(source)
        setSources(known => new Map([...known, [hash, source]]))
      }
    }
    void show()
    return () => {
      isShown = false
      for (const source of made) URL.revokeObjectURL(source)
      setSources(new Map())
    }
  }, [householdId, hashes.join()])
  return sources
}
