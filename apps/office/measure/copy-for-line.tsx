import type { readFigures } from '@thaiqm/contract/measure/measure-routes.ts'
import type { RouteReply } from '@thaiqm/contract/wire/route.ts'
import { type Actor, seesRestricted } from '@thaiqm/core/access/actor.ts'
import { findFigure } from '@thaiqm/core/measure/figure.ts'
import { lineSummary } from '@thaiqm/core/measure/line-summary.ts'
import { Button } from '@thaiqm/ui/button.tsx'
import { Dialog } from '@thaiqm/ui/dialog.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import type { Language } from '@thaiqm/ui/words.ts'
import { useState } from 'react'
import { areaTitle } from '../platform/areas.ts'
import { useSession } from '../platform/session.tsx'
import { figureIn } from './league.ts'

type Figures = RouteReply<typeof readFigures>

const words = defineWords({
  open: { th: 'คัดลอกสำหรับ LINE', en: 'Copy for LINE' },
  title: { th: 'ข้อความสำหรับ LINE', en: 'Text for LINE' },
  hint: {
    th: 'มีเฉพาะชื่อพื้นที่และจำนวน ไม่มีข้อมูลส่วนบุคคลหรือรหัสปัญหา',
    en: 'Names of areas and numbers only: nobody’s data, no problem codes.',
  },
  copy: { th: 'คัดลอกข้อความ', en: 'Copy' },
  copied: { th: 'คัดลอกแล้ว', en: 'Copied' },
  close: { th: 'ปิด', en: 'Close' },
})

/**
 * What a group may be told: numbers in which a restricted hardship cannot make a difference of one. Who sees restricted
 * hardships counts them in “Re-X-Ray” and “solved”, so their text has coverage alone.
 */
const keysFor = (actor: Actor): readonly string[] =>
  seesRestricted(actor) ? ['coverage'] : ['coverage', 're-x-ray', 'solved']

/** The figures of an area and its parts, n of N and as of when, as text to paste. */
export const textForLine = (data: Figures, actor: Actor, language: Language): string =>
  keysFor(actor)
    .flatMap(key => {
      const figure = findFigure(key)
      const total = figureIn(data.area, key)
      if (figure === undefined || total === undefined) return []
      return lineSummary({
        title: figure[language === 'th' ? 'nameTh' : 'nameEn'],
        areaName: areaTitle(data.area, language),
        asOf: data.asOf,
        total,
        lines: data.children.flatMap(child => {
          const value = figureIn(child, key)
          return value === undefined ? [] : [{ name: `${areaTitle(child, language)}:`, n: value.n, of: value.of }]
        }),
        language,
      })
    })
    .join('\n\n')

export const CopyForLine = ({ data }: { readonly data: Figures }) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { actor } = useSession()
  const [isOpen, setOpen] = useState(false)
  const [isCopied, setCopied] = useState(false)
  const text = textForLine(data, actor, language)
  return (
    <>
      <Button icon="share" onPress={() => setOpen(true)}>
        {say.open}
      </Button>
      {isOpen && (
        <Dialog
          isOpen
          onClose={() => setOpen(false)}
          title={say.title}
          actions={
            <>
              {navigator.clipboard !== undefined && (
                <Button
                  kind="primary"
                  onPress={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
                >
                  {isCopied ? say.copied : say.copy}
                </Button>
              )}
              <Button onPress={() => setOpen(false)}>{say.close}</Button>
            </>
          }
        >
          <p className="of-muted">{say.hint}</p>
          <p className="of-line-text">{text}</p>
        </Dialog>
      )}
    </>
  )
}
