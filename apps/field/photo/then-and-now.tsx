import { Dialog } from '@thaiqm/ui/dialog.tsx'
import { Icon } from '@thaiqm/ui/icons.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { useState } from 'react'
import { usePhotoLabel } from './photo-label.ts'
import type { HouseholdPhoto } from './photos-of-household.ts'
import { usePhotoSources } from './use-photo-sources.ts'
import './earlier-photos.css'

const words = defineWords({
  label: { th: 'ภาพก่อนและปัจจุบัน', en: 'Then and now' },
  then: { th: 'ก่อน', en: 'Then' },
  now: { th: 'ปัจจุบัน', en: 'Now' },
  taken: { th: (n: number) => `ภาพที่ถ่ายครั้งนี้ ${n}`, en: n => `Taken now, ${n}` },
  today: { th: 'ถ่ายครั้งนี้', en: 'just taken' },
  enlarge: { th: (what: string) => `ขยาย${what}`, en: what => `Enlarge: ${what}` },
  noThen: { th: 'ไม่มีภาพเดิม', en: 'No earlier photo' },
  noNow: { th: 'ยังไม่ได้ถ่ายภาพ', en: 'No photo yet' },
  missing: {
    th: 'บางภาพไม่มีในเครื่อง จะแสดงเมื่อเปิดหน้านี้ขณะมีสัญญาณ',
    en: 'Some are not on this phone; shown when this page is opened with a signal.',
  },
})

interface Shown {
  readonly hash: string
  readonly label: string
  readonly day: string
}

const Side = ({
  title,
  empty,
  photos,
  sources,
  onOpen,
}: {
  readonly title: string
  readonly empty: string
  readonly photos: readonly Shown[]
  readonly sources: ReadonlyMap<string, string | null>
  readonly onOpen: (photo: Shown) => void
}) => {
  const said = useWords(words)
  return (
    <div className="fd-then-side">
      <h4>{title}</h4>
      {photos.length === 0 && (
        <span className="fd-then-none">
          <Icon name="image" size={26} />
          {empty}
        </span>
      )}
      {photos.map(photo => {
        const source = sources.get(photo.hash)
        return (
          <figure key={photo.hash}>
            {source == null ? (
              <span className="fd-then-none">
                <Icon name="image" size={26} label={photo.label} />
              </span>
            ) : (
              <button type="button" aria-label={said.enlarge(photo.label)} onClick={() => onOpen(photo)}>
                <img src={source} alt={photo.label} />
              </button>
            )}
            <figcaption className="fd-muted fd-small">{photo.day}</figcaption>
          </figure>
        )
      })}
    </div>
  )
}

export interface ThenAndNowProps {
  readonly householdId: string
  readonly then: readonly HouseholdPhoto[]
  /** Recorded since, or just taken (by their hashes). */
  readonly now: readonly (HouseholdPhoto | string)[]
}

/** Photos of before beside those of now; a tap enlarges one, with the newest of the other side under it. */
export const ThenAndNow = ({ householdId, then, now }: ThenAndNowProps) => {
  const said = useWords(words)
  const labelOf = usePhotoLabel()
  const before = then.map((photo): Shown => ({ hash: photo.hash, ...labelOf(photo) }))
  const after = now.map(
    (photo, at): Shown =>
      typeof photo === 'string'
        ? { hash: photo, label: said.taken(at + 1), day: said.today }
        : { hash: photo.hash, ...labelOf(photo) },
  )
  const sources = usePhotoSources(
    householdId,
    [...before, ...after].map(photo => photo.hash),
  )
  const [open, setOpen] = useState<Shown>()
  if (before.length + after.length === 0) return null
  const other = open === undefined ? undefined : (before.includes(open) ? after : before).at(-1)
  const isMissing = [...sources.values()].includes(null)
  return (
    <section className="fd-then" aria-label={said.label}>
      <div className="fd-then-sides">
        <Side title={said.then} empty={said.noThen} photos={before} sources={sources} onOpen={setOpen} />
        <Side title={said.now} empty={said.noNow} photos={after} sources={sources} onOpen={setOpen} />
      </div>
      {isMissing && <p className="fd-muted fd-small">{said.missing}</p>}
      <Dialog isOpen={open !== undefined} onClose={() => setOpen(undefined)} title={open?.label ?? ''} size="large">
        {[open, other].map(photo => {
          const source = photo === undefined ? undefined : sources.get(photo.hash)
          return photo === undefined || source == null ? null : (
            <figure key={photo.hash} className="fd-then-large">
              <img className="fd-earlier-photo" src={source} alt={photo.label} />
              <figcaption>{photo.label}</figcaption>
            </figure>
          )
        })}
      </Dialog>
    </section>
  )
}
