import type { CallFailure } from '@thaiqm/contract/client/call-route.ts'
import { type PersonRow, resetPassword } from '@thaiqm/contract/person/person-routes.ts'
import { Button } from '@thaiqm/ui/button.tsx'
import { Dialog } from '@thaiqm/ui/dialog.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { useState } from 'react'
import { call } from '../platform/api.ts'
import { failureText } from '../platform/refusal-text.ts'
import './person.css'

const words = defineWords({
  title: { th: (name: string) => `รหัสผ่านชั่วคราวของ ${name}`, en: name => `One-time password for ${name}` },
  before: {
    th: 'รหัสผ่านเดิมจะใช้ไม่ได้ทันที ผู้ใช้ต้องตั้งรหัสผ่านใหม่เมื่อเข้าสู่ระบบครั้งถัดไป',
    en: 'The old password stops working at once. A new one must be chosen at the next sign-in.',
  },
  make: { th: 'ออกรหัสผ่านชั่วคราว', en: 'Make a one-time password' },
  once: {
    th: 'แสดงครั้งเดียวเท่านั้น ระบบไม่เก็บรหัสนี้ไว้ ส่งมอบให้เจ้าของบัญชีโดยตรง ห้ามส่งผ่านกลุ่มไลน์',
    en: 'Shown only once and not kept. Hand it to its owner directly, never through a group chat.',
  },
  copy: { th: 'คัดลอก', en: 'Copy' },
  copied: { th: 'คัดลอกแล้ว', en: 'Copied' },
  cancel: { th: 'ยกเลิก', en: 'Cancel' },
  done: { th: 'ส่งมอบแล้ว ปิด', en: 'Handed over, close' },
})

/** Gives a person a password for one sign-in, shown once. */
export const OneTimePassword = ({ person, onClose }: { readonly person: PersonRow; readonly onClose: () => void }) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const [password, setPassword] = useState<string | null>(null)
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const [isMaking, setMaking] = useState(false)
  const [isCopied, setCopied] = useState(false)
  const make = async () => {
    setMaking(true)
    const made = await call(resetPassword, { params: { personId: person.personId } })
    setMaking(false)
    setFailure(made.ok ? null : made)
    if (made.ok) setPassword(made.value.oneTimePassword)
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={say.title(person.name)}
      isInsistent={isMaking || password !== null}
      actions={
        password === null ? (
          <>
            <Button kind="primary" icon="key" onPress={() => void make()} isPending={isMaking}>
              {say.make}
            </Button>
            <Button onPress={onClose} isDisabled={isMaking}>
              {say.cancel}
            </Button>
          </>
        ) : (
          <Button kind="primary" onPress={onClose}>
            {say.done}
          </Button>
        )
      }
    >
      <FieldStack>
        {failure !== null && (
          <Notice tone="danger" isLive>
            {failureText(failure, language)}
          </Notice>
        )}
        {password === null ? (
          <p>{say.before}</p>
        ) : (
          <>
            <p className="person-password" role="status">
              <code>{password}</code>
            </p>
            {navigator.clipboard !== undefined && (
              <div>
                <Button
                  icon="copy"
                  onPress={() => void navigator.clipboard.writeText(password).then(() => setCopied(true))}
                >
                  {isCopied ? say.copied : say.copy}
                </Button>
              </div>
            )}
            <Notice tone="warning">{say.once}</Notice>
          </>
        )}
      </FieldStack>
    </Dialog>
  )
}
