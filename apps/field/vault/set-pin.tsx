import { Button } from '@thaiqm/ui/button.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { useCallback, useState } from 'react'
import { PinPad } from './pin-pad.tsx'
import { type PinWeakness, pinWeakness } from './vault-rules.ts'

const words = defineWords({
  first: { th: 'ตั้งรหัส PIN 6 หลัก', en: 'Choose a 6-digit PIN' },
  firstHint: {
    th: 'ใช้เปิดแอปนี้ในเครื่องนี้ แม้ไม่มีสัญญาณ ห้ามบอกผู้อื่น',
    en: 'It opens this app on this phone, also without signal. Tell it to nobody.',
  },
  second: { th: 'ใส่รหัส PIN อีกครั้งเพื่อยืนยัน', en: 'Enter the PIN again' },
  differs: { th: 'รหัสสองครั้งไม่ตรงกัน โปรดตั้งใหม่', en: 'The two differ. Please choose again.' },
  again: { th: 'ตั้งรหัสใหม่', en: 'Choose again' },
  'not-six-digits': { th: 'รหัส PIN ต้องเป็นตัวเลข 6 หลัก', en: 'A PIN is six digits.' },
  repeated: {
    th: 'รหัสนี้ซ้ำกัน คาดเดาง่าย โปรดใช้รหัสอื่น',
    en: 'This PIN repeats itself and is easily guessed. Please choose another.',
  },
  'in-order': {
    th: 'รหัสนี้เรียงลำดับ คาดเดาง่าย โปรดใช้รหัสอื่น',
    en: 'This PIN is in order and easily guessed. Please choose another.',
  },
  'a-day': {
    th: 'รหัสนี้คล้ายวันเดือนปี คาดเดาง่าย โปรดใช้รหัสอื่น',
    en: 'This PIN looks like a date and is easily guessed. Please choose another.',
  },
  'a-pattern': {
    th: 'รหัสนี้เป็นรูปแบบที่นิยมใช้ คาดเดาง่าย โปรดใช้รหัสอื่น',
    en: 'This PIN is a common pattern. Please choose another.',
  },
})

/** A new PIN, entered twice; one that is easily guessed is refused with the reason. */
export const SetPin = ({ onChosen }: { readonly onChosen: (pin: string) => Promise<void> }) => {
  const said = useWords(words)
  const [first, setFirst] = useState<string>()
  const [trouble, setTrouble] = useState<PinWeakness | 'differs'>()
  const [isPending, setPending] = useState(false)
  const take = useCallback(
    (pin: string) => {
      const weakness = first === undefined ? pinWeakness(pin) : undefined
      if (weakness !== undefined) return setTrouble(weakness)
      if (first === undefined) {
        setTrouble(undefined)
        return setFirst(pin)
      }
      if (first !== pin) {
        setFirst(undefined)
        return setTrouble('differs')
      }
      setPending(true)
      void onChosen(pin).finally(() => setPending(false))
    },
    [first, onChosen],
  )
  return (
    <>
      <h2 className="fd-plain">{first === undefined ? said.first : said.second}</h2>
      <p className="fd-muted">{said.firstHint}</p>
      {trouble !== undefined && (
        <Notice tone="danger" isLive>
          {said[trouble]}
        </Notice>
      )}
      <PinPad key={first === undefined ? 'first' : 'second'} onPin={take} isPending={isPending} />
      {first !== undefined && !isPending && (
        <Button kind="quiet" onPress={() => setFirst(undefined)}>
          {said.again}
        </Button>
      )}
    </>
  )
}
