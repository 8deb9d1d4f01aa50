import { routeAddress } from '@thaiqm/contract/client/call-route.ts'
import { emblemPath } from '@thaiqm/contract/letterhead/letterhead-routes.ts'
import type { PhotoHash } from '@thaiqm/core/ledger/identifiers.ts'
import { Button } from '@thaiqm/ui/button.tsx'
import { FileDrop } from '@thaiqm/ui/file-drop.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { useState } from 'react'
import { refusalText } from '../platform/refusal-text.ts'
import { sendEmblem } from './send-emblem.ts'

const words = defineWords({
  label: { th: 'ตราประจำหน่วยงาน (ตราครุฑ)', en: 'Emblem of the office' },
  hint: {
    th: 'ไฟล์ของหน่วยงานเอง PNG หรือ JPEG ไม่เกิน 1 MB พิมพ์สูง 3 เซนติเมตร',
    en: 'The office’s own file, PNG or JPEG of at most 1 MB; printed 3 cm high.',
  },
  sending: { th: 'กำลังส่งภาพ', en: 'Sending the image' },
  shown: { th: 'ตราที่เลือก', en: 'The emblem chosen' },
  remove: { th: 'นำตราออก', en: 'Remove the emblem' },
})

/** An image just sent, shown from the browser's own memory until the letterhead names it. */
export interface FreshEmblem {
  readonly emblem: PhotoHash
  readonly src: string
}

/** Where to show an emblem from: its name in the address lets a changed one be asked for anew. */
export const emblemSource = (areaCode: string, emblem: PhotoHash, fresh: FreshEmblem | null): string =>
  fresh?.emblem === emblem ? fresh.src : routeAddress(emblemPath, { areaCode }, { emblem })

/** The office's own drawing: sent at once, used when the letterhead is kept. */
export const EmblemField = ({
  areaCode,
  source,
  onChange,
}: {
  readonly areaCode: string
  /** Where the chosen one is shown from; null for none. */
  readonly source: string | null
  readonly onChange: (chosen: FreshEmblem | null) => void
}) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const [isSending, setSending] = useState(false)
  const [error, setError] = useState<string>()
  const take = async ([file]: readonly File[]) => {
    if (file === undefined) return
    setSending(true)
    const sent = await sendEmblem(areaCode, file)
    setSending(false)
    setError(sent.ok ? undefined : refusalText(sent, language))
    if (sent.ok) onChange({ emblem: sent.value, src: URL.createObjectURL(file) })
  }
  return (
    <FileDrop
      label={say.label}
      hint={isSending ? say.sending : say.hint}
      accept={['image/png', 'image/jpeg']}
      error={error}
      isDisabled={isSending}
      onFiles={files => void take(files)}
    >
      {source !== null && (
        <div className="letterhead-emblem">
          <img src={source} alt={say.shown} height={72} />
          <Button size="small" kind="quiet" icon="close" onPress={() => onChange(null)}>
            {say.remove}
          </Button>
        </div>
      )}
    </FileDrop>
  )
}
