import type { Household } from '@thaiqm/core/household/household.ts'
import { Dialog } from '@thaiqm/ui/dialog.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { PhotoGrid } from '@thaiqm/ui/photo-grid.tsx'
import { useEffect, useState } from 'react'
import { useFieldApp } from '../platform/field-app.tsx'
import { type HouseholdPhoto, photosOfHousehold } from './photos-of-household.ts'
import './earlier-photos.css'

const words = defineWords({
  title: { th: 'ภาพถ่ายเดิม', en: 'Earlier photographs' },
  photo: { th: (n: number) => `ภาพที่ ${n}`, en: n => `Photo ${n}` },
  missing: {
    th: (n: number) => `ไม่มีในเครื่อง ${n} ภาพ จะแสดงเมื่อเปิดหน้านี้ขณะมีสัญญาณ`,
    en: n => `${n} not on this phone; shown when this page is opened with a signal.`,
  },
})

/** Addresses of photos for as long as they are shown; null for one that cannot be had now. */
const useSources = (householdId: string, photos: readonly HouseholdPhoto[]): ReadonlyMap<string, string | null> => {
  const { photos: own, earlierPhotos } = useFieldApp()
  const [sources, setSources] = useState<ReadonlyMap<string, string | null>>(new Map())
  const wanted = photos.map(photo => photo.hash).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the hashes say which photos are meant
  useEffect(() => {
    const made: string[] = []
    let isShown = true
    const show = async () => {
      for (const { hash } of photos) {
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
  }, [householdId, wanted])
  return sources
}

/** What the house looked like before: from this phone, or from the server while there is a signal. */
export const EarlierPhotosPanel = ({ household }: { readonly household: Household }) => {
  const said = useWords(words)
  const photos = photosOfHousehold(household)
  const sources = useSources(household.id, photos)
  const [open, setOpen] = useState<string>()
  if (photos.length === 0) return null
  const shown = photos.map(({ hash, caption }, at) => ({
    id: hash,
    src: sources.get(hash) ?? undefined,
    label: [said.photo(at + 1), caption].filter(Boolean).join(' '),
  }))
  const missing = photos.filter(({ hash }) => sources.get(hash) === null).length
  const opened = shown.find(photo => photo.id === open)
  return (
    <section className="fd-card">
      <h2>{said.title}</h2>
      <PhotoGrid label={said.title} photos={shown} onOpen={setOpen} />
      {missing > 0 && <p className="fd-muted fd-small">{said.missing(missing)}</p>}
      <Dialog
        isOpen={opened?.src !== undefined}
        onClose={() => setOpen(undefined)}
        title={opened?.label ?? ''}
        size="large"
      >
        {opened?.src !== undefined && <img className="fd-earlier-photo" src={opened.src} alt={opened.label} />}
      </Dialog>
    </section>
  )
}
