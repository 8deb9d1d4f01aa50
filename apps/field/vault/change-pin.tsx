import { Button } from '@thaiqm/ui/button.tsx'
import { Dialog } from '@thaiqm/ui/dialog.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { showToast } from '@thaiqm/ui/toast.tsx'
import { useCallback, useState } from 'react'
import { PinPad } from './pin-pad.tsx'
import { SetPin } from './set-pin.tsx'
import type { Vault } from './vault.ts'

const words = defineWords({
  change: { th: 'เปลี่ยนรหัส PIN', en: 'Change the PIN' },
  old: { th: 'ใส่รหัส PIN ปัจจุบัน', en: 'Enter the present PIN' },
  wrong: {
    th: (left: number) => `รหัส PIN ปัจจุบันไม่ถูกต้อง เหลืออีก ${left} ครั้ง`,
    en: left => `Wrong PIN; ${left} tries left.`,
  },
  done: { th: 'เปลี่ยนรหัส PIN แล้ว', en: 'PIN changed' },
})

/** Another PIN for the same store: the present one first. */
export const ChangePin = ({ vault }: { readonly vault: Vault }) => {
  const said = useWords(words)
  const [isOpen, setOpen] = useState(false)
  const [known, setKnown] = useState<string>()
  const [left, setLeft] = useState<number>()
  const close = useCallback(() => {
    setOpen(false)
    setKnown(undefined)
    setLeft(undefined)
  }, [])
  const choose = useCallback(
    async (next: string) => {
      const done = await vault.changePin(known ?? '', next)
      if (done.ok) {
        close()
        return showToast({ title: said.done })
      }
      setKnown(undefined)
      setLeft('triesLeft' in done ? done.triesLeft : undefined)
    },
    [vault, known, close, said.done],
  )
  return (
    <>
      <Button isWide onPress={() => setOpen(true)}>
        {said.change}
      </Button>
      <Dialog isOpen={isOpen} onClose={close} title={said.change}>
        {left !== undefined && (
          <Notice tone="danger" isLive>
            {said.wrong(left)}
          </Notice>
        )}
        {known === undefined ? (
          <>
            <p>{said.old}</p>
            <PinPad onPin={setKnown} isPending={false} />
          </>
        ) : (
          <SetPin onChosen={choose} />
        )}
      </Dialog>
    </>
  )
}
