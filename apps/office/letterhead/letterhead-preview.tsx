import { inOfficialDigits } from '@thaiqm/core/thai/official-digits.ts'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { Section } from '@thaiqm/ui/page-header.tsx'
import type { LetterheadDraft } from './letterhead-draft.ts'

const words = defineWords({
  title: { th: 'ตัวอย่างหนังสือ', en: 'How a letter looks' },
  place: { th: 'ที่สำหรับตรา', en: 'Place of the emblem' },
})

/** A letter's head and foot as they will stand on paper: Thai in either language, for so the letter is. */
export const LetterheadPreview = ({
  source,
  draft,
}: {
  /** Where its emblem is shown from; null for none. */
  readonly source: string | null
  readonly draft: LetterheadDraft
}) => {
  const say = useWords(words)
  const on = inOfficialDigits
  return (
    <Section title={say.title}>
      <div className="letterhead-paper" lang="th">
        {source !== null ? (
          <img className="letterhead-mark" src={source} alt="" />
        ) : (
          <div className="letterhead-mark letterhead-mark-open">{say.place}</div>
        )}
        <div className="letterhead-top">
          <p>ที่ {on(draft.numberPrefix || '............/')}......</p>
          <p>{on([draft.officeName, draft.address].join('\n'))}</p>
        </div>
        <div className="letterhead-sign">
          <p>ขอแสดงความนับถือ</p>
          <p>
            ({draft.signerName || '..............................'}){'\n'}
            {on(draft.signerPosition)}
          </p>
        </div>
        <p>
          {on([draft.ownerOffice, `โทร. ${draft.phone || '....................'}`].join('\n'))}
          {'\n'}ไปรษณีย์อิเล็กทรอนิกส์ {draft.email || '....................'}
        </p>
      </div>
    </Section>
  )
}
