import { Icon } from '@thaiqm/ui/icons.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { useEffect, useLayoutEffect, useState } from 'react'
import { PIN_LENGTH, pinDigits } from './vault-rules.ts'
import './vault.css'

const words = defineWords({
  pad: { th: 'แป้นใส่รหัส PIN', en: 'PIN pad' },
  entered: { th: (n: number) => `ใส่แล้ว ${n} จาก ${PIN_LENGTH} หลัก`, en: n => `${n} of ${PIN_LENGTH} digits entered` },
  erase: { th: 'ลบหนึ่งหลัก', en: 'Delete one digit' },
})

const ROWS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '', '0', 'erase'] as const

/** Six digits by thumb or keyboard; handed on as soon as the sixth is there, and then empty again. */
export const PinPad = ({
  onPin,
  isPending,
}: {
  readonly onPin: (pin: string) => void
  readonly isPending: boolean
}) => {
  const said = useWords(words)
  const [digits, setDigits] = useState('')
  useEffect(() => {
    if (digits.length < PIN_LENGTH || isPending) return
    setDigits('')
    onPin(digits)
  }, [digits, isPending, onPin])
  const press = (key: string) => {
    if (isPending) return
    setDigits(known => (key === 'erase' ? known.slice(0, -1) : pinDigits(known + key)))
  }
  // With the pad itself: digits typed as soon as it is seen are not lost.
  useLayoutEffect(() => {
    const type = (event: KeyboardEvent) => {
      if (isPending || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === 'Backspace') setDigits(known => known.slice(0, -1))
      else if (event.key.length === 1 && pinDigits(event.key) !== '') setDigits(known => pinDigits(known + event.key))
    }
    window.addEventListener('keydown', type)
    return () => window.removeEventListener('keydown', type)
  }, [isPending])
  return (
    <div className="fd-pin">
      <div className="fd-pin-dots" aria-hidden="true">
        {Array.from({ length: PIN_LENGTH }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a dot is its place
          <span key={at} data-filled={at < digits.length || isPending} />
        ))}
      </div>
      <p className="tq-visually-hidden" aria-live="polite">
        {digits === '' ? '' : said.entered(digits.length)}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: keys, not a set of form fields */}
      <div className="fd-pin-keys" role="group" aria-label={said.pad}>
        {ROWS.map(key =>
          key === '' ? (
            <span key="none" />
          ) : (
            <button
              key={key}
              type="button"
              className="fd-pin-key"
              disabled={isPending}
              aria-label={key === 'erase' ? said.erase : key}
              onClick={() => press(key)}
            >
              {key === 'erase' ? <Icon name="arrow-left" /> : key}
            </button>
          ),
        )}
      </div>
    </div>
  )
}
