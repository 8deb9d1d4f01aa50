import { routeAddress } from '@thaiqm/contract/client/call-route.ts'
import type { AllocationRow } from '@thaiqm/contract/offer/offer-routes.ts'
import { thanksPhotoPath } from '@thaiqm/contract/photo/photo-routes.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { Button } from '@thaiqm/ui/button.tsx'
import { Dialog } from '@thaiqm/ui/dialog.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { Section, Stack } from '@thaiqm/ui/page-header.tsx'
import { PhotoGrid } from '@thaiqm/ui/photo-grid.tsx'
import { useState } from 'react'
import { nameOfOrganisation, useOrganisations } from '../organisation/use-organisations.ts'
import { useAreas } from '../platform/areas.ts'
import { kindName } from '../platform/names.ts'
import { thanksLines } from './thanks-lines.ts'
import '../photo/photo-consent.css'

const words = defineWords({
  title: { th: 'คำขอบคุณและผลที่ตรวจรับแล้ว', en: 'Thanks, and what was verified' },
  line: {
    th: (partner: string, kind: string, count: string, tambon: string, day: string) =>
      `ขอบคุณ${partner} ช่วยแก้ปัญหา ${kind} ${count} ครัวเรือน ใน${tambon} ตรวจผลแล้ว ${day}`,
    en: (partner, kind, count, tambon, day) =>
      `Thank you, ${partner}: ${kind}, ${count} household(s) in ${tambon}, verified ${day}.`,
  },
  copy: { th: 'คัดลอกข้อความ', en: 'Copy the text' },
  photos: { th: 'ภาพผลงานที่ผู้อยู่ในภาพยินยอมให้ท่านเห็น', en: 'Photos whose people let you see them' },
  photosHint: {
    th: 'โปรดใช้ภาพภายในหน่วยงานของท่าน และไม่เผยแพร่ต่อ ผู้อยู่ในภาพถอนความยินยอมได้ทุกเมื่อ',
    en: 'Please keep them within your organisation and do not publish them. Whoever is in a photo may withdraw consent at any time.',
  },
  photo: {
    th: (n: number, what: string, tambon: string) => `ภาพที่ ${n}: ${what} ${tambon}`,
    en: (n, what, tambon) => `Photo ${n}: ${what}, ${tambon}`,
  },
  copied: { th: 'คัดลอกแล้ว', en: 'Copied' },
})

/** What a partner may show others: what was solved, how often, where and when; no name, no house. */
export const Thanks = ({ allocations }: { readonly allocations: readonly AllocationRow[] }) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { titleOf } = useAreas()
  const organisations = useOrganisations()
  const [isCopied, setCopied] = useState(false)
  const [open, setOpen] = useState<string | null>(null)
  const lines = thanksLines(allocations).map(line =>
    say.line(
      nameOfOrganisation(organisations.data?.organisations, line.organisationId) ?? '',
      kindName(line.kindCode, language),
      String(line.households),
      titleOf(line.tambonCode),
      formatDay(line.lastOn, { language }),
    ),
  )
  const photos = allocations
    .flatMap(({ allocationId, tambonCode, what, photos: hashes }) =>
      hashes.map(photoHash => ({ allocationId, photoHash, tambon: titleOf(tambonCode), what })),
    )
    .map(({ allocationId, photoHash, tambon, what }, at) => ({
      id: `${allocationId}/${photoHash}`,
      src: routeAddress(thanksPhotoPath, { allocationId, photoHash }),
      label: say.photo(at + 1, what, tambon),
    }))
  const opened = photos.find(photo => photo.id === open)
  if (lines.length === 0 && photos.length === 0) return null
  return (
    <Section title={say.title}>
      <Stack>
        {lines.length > 0 && (
          <Notice
            tone="good"
            actions={
              navigator.clipboard === undefined ? undefined : (
                <Button
                  size="small"
                  icon="copy"
                  onPress={() => void navigator.clipboard.writeText(lines.join('\n')).then(() => setCopied(true))}
                >
                  {isCopied ? say.copied : say.copy}
                </Button>
              )
            }
          >
            <ul className="of-plain-list">
              {lines.map(line => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Notice>
        )}
        {photos.length > 0 && (
          <div className="thanks-photos">
            <h3>{say.photos}</h3>
            <p className="act-muted">{say.photosHint}</p>
            <PhotoGrid label={say.photos} photos={photos} onOpen={setOpen} />
          </div>
        )}
      </Stack>
      <Dialog isOpen={opened !== undefined} onClose={() => setOpen(null)} title={opened?.label ?? ''} size="large">
        {opened !== undefined && <img className="photo-whole" src={opened.src} alt={opened.label} />}
      </Dialog>
    </Section>
  )
}
