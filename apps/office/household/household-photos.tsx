import { routeAddress } from '@thaiqm/contract/client/call-route.ts'
import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { householdPhotoPath } from '@thaiqm/contract/photo/photo-routes.ts'
import type { PhotoHash } from '@thaiqm/core/ledger/identifiers.ts'
import { standingConsent } from '@thaiqm/core/photo/consented-photos.ts'
import { Dialog } from '@thaiqm/ui/dialog.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState } from '@thaiqm/ui/notice.tsx'
import { Section } from '@thaiqm/ui/page-header.tsx'
import { PhotoGrid } from '@thaiqm/ui/photo-grid.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'
import { useState } from 'react'
import { PhotoConsentState, RecordPhotoConsent, WithdrawPhotoConsent } from '../photo/photo-consent.tsx'

const words = defineWords({
  title: { th: 'ภาพถ่าย', en: 'Photographs' },
  hint: {
    th: 'ใช้เป็นหลักฐานในระบบเท่านั้น ห้ามเผยแพร่โดยไม่ได้รับความยินยอม',
    en: 'Evidence inside the system only. Not to be published without consent.',
  },
  photo: { th: (n: number) => `ภาพที่ ${n}`, en: n => `Photo ${n}` },
  evidence: { th: 'หลักฐานการแก้ไข', en: 'Evidence' },
  shared: { th: 'ผู้ให้ความช่วยเหลือเห็นได้', en: 'Helpers may see it' },
  none: { th: 'ยังไม่มีภาพถ่าย', en: 'No photographs yet' },
  noneHint: {
    th: 'ภาพถ่ายมากับแบบสำรวจ และกับหลักฐานการช่วยเหลือหรือการตรวจผล',
    en: 'They come with the form, and as evidence of help and of its result.',
  },
})

/** Photographs of the household and those given as evidence, each hash once. */
const photosOf = (household: HouseholdView) => {
  const evidence = [...household.problems, ...household.assistances].flatMap(one =>
    one.evidence.flatMap(piece =>
      piece.kind === 'photo' ? [{ hash: piece.photo as string, caption: piece.caption }] : [],
    ),
  )
  const all = [...household.photos.map(hash => ({ hash, caption: '' })), ...evidence]
  return all.filter((photo, at) => all.findIndex(other => other.hash === photo.hash) === at)
}

export const HouseholdPhotos = ({ household }: { readonly household: HouseholdView }) => {
  const say = useWords(words)
  const [open, setOpen] = useState<string | null>(null)
  const [act, setAct] = useState<'record' | 'withdraw' | null>(null)
  const photos = photosOf(household).map((photo, at) => ({
    id: photo.hash,
    label: [say.photo(at + 1), photo.caption, standingConsent(household, photo.hash) && `· ${say.shared}`]
      .filter(Boolean)
      .join(' '),
    src: routeAddress(householdPhotoPath, { householdId: household.id, photoHash: photo.hash }),
  }))
  const opened = photos.find(photo => photo.id === open)
  return (
    <Section title={say.title} description={say.hint}>
      {photos.length === 0 ? (
        <EmptyState icon="camera" title={say.none}>
          {say.noneHint}
        </EmptyState>
      ) : (
        <PhotoGrid label={say.title} photos={photos} onOpen={setOpen} />
      )}
      <Dialog
        isOpen={opened !== undefined && act === null}
        onClose={() => setOpen(null)}
        title={opened?.label ?? ''}
        size="large"
      >
        {opened !== undefined && (
          <FieldStack>
            <img className="photo-whole" src={opened.src} alt={opened.label} />
            <PhotoConsentState household={household} photo={opened.id as PhotoHash} onAct={setAct} />
          </FieldStack>
        )}
      </Dialog>
      {opened !== undefined && act === 'record' && (
        <RecordPhotoConsent
          household={household}
          photo={opened.id as PhotoHash}
          src={opened.src}
          onClose={() => setAct(null)}
        />
      )}
      {opened !== undefined && act === 'withdraw' && (
        <WithdrawPhotoConsent household={household} photo={opened.id as PhotoHash} onClose={() => setAct(null)} />
      )}
    </Section>
  )
}
