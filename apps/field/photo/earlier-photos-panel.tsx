import type { Household } from '@thaiqm/core/household/household.ts'
import type { PhotoHash } from '@thaiqm/core/ledger/identifiers.ts'
import { Dialog } from '@thaiqm/ui/dialog.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { PhotoGrid } from '@thaiqm/ui/photo-grid.tsx'
import { useState } from 'react'
import type { ConsentAct } from './asked-photos.ts'
import { PhotoConsent } from './photo-consent.tsx'
import { usePhotoLabel } from './photo-label.ts'
import { photosOfHousehold } from './photos-of-household.ts'
import { usePhotoSources } from './use-photo-sources.ts'
import './earlier-photos.css'

const words = defineWords({
  title: { th: 'ภาพถ่ายเดิม', en: 'Earlier photographs' },
  photo: { th: (n: number, what: string) => `ภาพที่ ${n} ${what}`, en: (n, what) => `Photo ${n}: ${what}` },
  missing: {
    th: (n: number) => `ไม่มีในเครื่อง ${n} ภาพ จะแสดงเมื่อเปิดหน้านี้ขณะมีสัญญาณ`,
    en: n => `${n} not on this phone; shown when this page is opened with a signal.`,
  },
})

/** What the house looked like before: from this phone, or from the server while there is a signal. */
export const EarlierPhotosPanel = ({ household }: { readonly household: Household }) => {
  const said = useWords(words)
  const labelOf = usePhotoLabel()
  const photos = photosOfHousehold(household)
  const sources = usePhotoSources(
    household.id,
    photos.map(photo => photo.hash),
  )
  const [open, setOpen] = useState<string>()
  const [act, setAct] = useState<ConsentAct>()
  if (photos.length === 0) return null
  const shown = photos.map((photo, at) => ({
    id: photo.hash,
    src: sources.get(photo.hash) ?? undefined,
    label: said.photo(at + 1, labelOf(photo).label),
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
        onClose={() => {
          setOpen(undefined)
          setAct(undefined)
        }}
        title={opened?.label ?? ''}
        size="large"
      >
        {opened?.src !== undefined && (
          <FieldStack>
            <img className="fd-earlier-photo" src={opened.src} alt={opened.label} />
            <PhotoConsent household={household} photo={opened.id as PhotoHash} isSeen act={act} onAct={setAct} />
          </FieldStack>
        )}
      </Dialog>
    </section>
  )
}
