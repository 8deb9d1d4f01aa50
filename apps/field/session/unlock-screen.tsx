import { Avatar, StatusDot } from '@thaiqm/ui/badge.tsx'
import { Button } from '@thaiqm/ui/button.tsx'
import { FieldShell } from '@thaiqm/ui/field-shell.tsx'
import { defineWords, LanguageSwitch, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { useCallback, useEffect, useState } from 'react'
import type { StoredPerson } from '../platform/device-database.ts'
import { PracticeStrip } from '../platform/screen.tsx'
import { useLive } from '../platform/use-live.ts'
import type { Workplace } from '../platform/workplace.ts'
import { PinPad } from '../vault/pin-pad.tsx'
import { SetPin } from '../vault/set-pin.tsx'
import type { Unlocked, VaultStanding } from '../vault/vault.ts'
import { useHandOn } from './use-hand-on.ts'

const words = defineWords({
  title: { th: 'ThaiQM สำรวจ', en: 'ThaiQM Survey' },
  tagline: { th: 'สำรวจและตรวจสอบครัวเรือน (Re-X-Ray)', en: 'Household survey and Re-X-Ray' },
  enter: { th: 'ใส่รหัส PIN 6 หลัก', en: 'Enter your 6-digit PIN' },
  wrong: { th: (left: number) => `รหัส PIN ไม่ถูกต้อง เหลืออีก ${left} ครั้ง`, en: left => `Wrong PIN; ${left} tries left.` },
  warn: {
    th: 'หากผิดครบ 10 ครั้ง รายชื่อครัวเรือนในเครื่องจะถูกลบ งานที่ยังไม่ได้ส่งจะไม่ถูกลบ',
    en: 'After 10 wrong tries the households on this phone are deleted; unsent work is not.',
  },
  usedUp: { th: 'ใส่รหัส PIN ผิดครบ 10 ครั้ง', en: 'Ten wrong PINs' },
  usedUpText: {
    th: 'รายชื่อครัวเรือนถูกลบออกจากเครื่องแล้ว งานที่ยังไม่ได้ส่งยังอยู่และส่งได้ตามปกติ เมื่อมีสัญญาณให้เข้าสู่ระบบใหม่ ข้อมูลจะกลับมาครบถ้วน',
    en: 'Households were deleted from this phone. Unsent work is still here and is sent. Sign in again with a signal and all comes back.',
  },
  forgot: { th: 'ลืมรหัส PIN', en: 'Forgotten PIN' },
  forgotText: {
    th: 'ให้เข้าสู่ระบบใหม่ด้วยชื่อผู้ใช้ของท่านเมื่อมีสัญญาณ แล้วจึงตั้งรหัส PIN ใหม่ งานที่ยังไม่ได้ส่งไม่สูญหาย',
    en: 'Sign in again with a signal, then choose a new PIN. Unsent work is not lost.',
  },
  signIn: { th: 'เข้าสู่ระบบใหม่', en: 'Sign in again' },
  reset: { th: 'ตั้งรหัส PIN ใหม่', en: 'Choose a new PIN' },
  capture: { th: 'บันทึกข้อมูลใหม่โดยไม่เปิดรายชื่อ', en: 'Capture without opening the lists' },
  captureText: {
    th: 'เพิ่มครัวเรือนและกรอกแบบได้ ข้อมูลที่บันทึกจะเก็บไว้อย่างปลอดภัยและส่งเมื่อมีสัญญาณ แต่เมื่อปิดแอปแล้วจะเปิดดูในเครื่องนี้ไม่ได้จนกว่าจะเข้าสู่ระบบใหม่',
    en: 'Households and forms can be added. They are kept safe and sent when there is a signal, but cannot be opened on this phone after the app is closed until you sign in again.',
  },
  other: { th: 'เปลี่ยนผู้ใช้', en: 'Another person' },
  photos: { th: (n: number) => `ภาพถ่าย ${n} ภาพรอส่งเมื่อปลดล็อก`, en: n => `${n} photographs are sent once unlocked` },
  unsent: { th: (n: number) => `งานในเครื่องที่รอส่ง ${n} รายการ`, en: n => `${n} waiting to be sent on this phone` },
})

const Unlock = ({
  workplace,
  standing,
}: {
  readonly workplace: Workplace
  readonly standing: Extract<VaultStanding, { kind: 'locked' }>
}) => {
  const said = useWords(words)
  const handOn = useHandOn()
  const { vault, sealer } = workplace
  const [answer, setAnswer] = useState<Unlocked>()
  const [isPending, setPending] = useState(false)
  const [isForgotten, setForgotten] = useState(false)
  const [isReset, setReset] = useState(false)
  const canSeal = useLive(`can-seal-${workplace.personId}`, () => sealer.canSeal()) ?? false
  const open = useCallback(
    (pin: string) => {
      setPending(true)
      void vault
        .unlock(pin)
        .then(setAnswer)
        .finally(() => setPending(false))
    },
    [vault],
  )
  if (isReset) return <SetPin onChosen={async pin => void (await vault.create(pin))} />
  const isUsedUp = standing.triesLeft === 0
  return (
    <>
      {isUsedUp ? (
        <Notice tone="danger" title={said.usedUp} isLive>
          {said.usedUpText}
        </Notice>
      ) : (
        <>
          <h2 className="fd-plain">{said.enter}</h2>
          {answer?.ok === false && (
            <Notice tone="danger" title={said.wrong(standing.triesLeft)} isLive>
              {said.warn}
            </Notice>
          )}
          <PinPad onPin={open} isPending={isPending} />
        </>
      )}
      {isForgotten && !standing.mayReset && <Notice>{said.forgotText}</Notice>}
      {standing.mayReset && (
        <Button isWide onPress={() => setReset(true)}>
          {said.reset}
        </Button>
      )}
      {(isForgotten || isUsedUp) && !standing.mayReset && (
        <>
          <Button kind="primary" isWide onPress={handOn}>
            {said.signIn}
          </Button>
          {canSeal && (
            <section className="fd-card">
              <p className="fd-muted fd-small">{said.captureText}</p>
              <Button isWide onPress={() => void vault.openForCapture()}>
                {said.capture}
              </Button>
            </section>
          )}
        </>
      )}
      {!isForgotten && !isUsedUp && !standing.mayReset && (
        <Button kind="quiet" onPress={() => setForgotten(true)}>
          {said.forgot}
        </Button>
      )}
    </>
  )
}

/** The PIN of one of this phone's people: asked at each opening, chosen the first time. Sending goes on meanwhile. */
export const UnlockScreen = ({
  person,
  workplace,
  standing,
}: {
  readonly person: StoredPerson
  readonly workplace: Workplace
  readonly standing: VaultStanding
}) => {
  const said = useWords(words)
  const handOn = useHandOn()
  const held = useLive(`held-locked-${person.personId}`, () => workplace.outbox.holdings())
  const { sync, vault } = workplace
  useEffect(() => {
    document.title = said.title
    const wake = () => void sync.flush()
    window.addEventListener('online', wake)
    return () => window.removeEventListener('online', wake)
  }, [sync, said.title])
  const { actor } = person.view
  return (
    <FieldShell
      title={said.title}
      subtitle={said.tagline}
      actions={<LanguageSwitch />}
      status={<PracticeStrip view={person.view} />}
    >
      <div className="fd-pin-who">
        <Avatar name={actor?.name ?? ''} size={44} />
        <span className="fd-person-text">
          <span className="fd-person-name">{actor?.name}</span>
          <span className="fd-person-post">{actor?.position}</span>
        </span>
      </div>
      {standing.kind === 'locked' ? (
        <Unlock workplace={workplace} standing={standing} />
      ) : (
        <SetPin onChosen={async pin => void (await vault.create(pin))} />
      )}
      {held !== undefined && held.waiting > 0 && <StatusDot tone="warning">{said.unsent(held.waiting)}</StatusDot>}
      {held !== undefined && held.photos > 0 && <StatusDot tone="warning">{said.photos(held.photos)}</StatusDot>}
      <Button icon="users" isWide onPress={handOn}>
        {said.other}
      </Button>
    </FieldShell>
  )
}
