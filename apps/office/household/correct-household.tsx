import type { Address } from '@thaiqm/core/household/household.ts'
import { readHouseCode } from '@thaiqm/core/thai/house-code.ts'
import { toArabicDigits } from '@thaiqm/core/thai/thai-digits.ts'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { NumberField } from '@thaiqm/ui/number-field.tsx'
import { TextField } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { ReasonField } from '../platform/reason-field.tsx'
import { ActDialog } from '../problem/act-dialog.tsx'
import type { RecordDialogProps } from './record-dialog.ts'

const words = defineWords({
  title: { th: 'แก้ไขที่อยู่และโทรศัพท์', en: 'Correct address and telephone' },
  confirm: { th: 'บันทึกการแก้ไข', en: 'Save' },
  lead: {
    th: 'ข้อมูลเดิมยังเก็บไว้ในบัญชีเหตุการณ์ของครัวเรือน',
    en: 'What stood before stays in the household’s ledger.',
  },
  houseNumber: { th: 'บ้านเลขที่', en: 'House number' },
  houseCode: { th: 'เลขรหัสประจำบ้าน 11 หลัก', en: 'House code (11 digits)' },
  houseCodeWrong: {
    th: 'เลขรหัสประจำบ้านต้องเป็นตัวเลข 11 หลัก บันทึกไว้ได้และจะรอตรวจสอบ',
    en: 'The house code has 11 digits. It can be saved and waits to be checked.',
  },
  sequence: { th: 'ครอบครัวที่เท่าใดในบ้านหลังนี้', en: 'Which family in this house' },
  villageName: { th: 'ชื่อบ้าน/หมู่บ้าน', en: 'Village name' },
  lane: { th: 'ซอย', en: 'Lane' },
  road: { th: 'ถนน', en: 'Road' },
  phone: { th: 'โทรศัพท์', en: 'Telephone' },
  reason: { th: 'เหตุผลที่แก้ไข', en: 'Why' },
  reasonHint: { th: 'เช่น ครัวเรือนขอแก้ไขข้อมูลของตน', en: 'Such as: the household asked for it' },
})

/** A correction of where a household is and how it is reached, outside a form (scenario 21). */
export const CorrectHousehold = ({ household, onClose }: RecordDialogProps) => {
  const say = useWords(words)
  const [address, setAddress] = useState<Address>(household.address)
  const [phone, setPhone] = useState(household.phone ?? '')
  const [reason, setReason] = useState('')
  const set = (patch: Partial<Address>) => setAddress({ ...address, ...patch })
  const code = address.houseCode ?? ''
  return (
    <ActDialog
      household={household}
      command={{
        type: 'CorrectHousehold',
        input: {
          address: { ...address, houseNumber: address.houseNumber.trim() },
          phone: phone.trim() === '' ? null : phone.trim(),
          position: household.position,
          members: household.members,
          reason: reason.trim(),
        },
      }}
      title={say.title}
      description={say.lead}
      confirmLabel={say.confirm}
      onClose={onClose}
      fieldCodes={['reason-missing']}
    >
      {errorOf => (
        <>
          <FieldStack columns={2}>
            <TextField
              label={say.houseNumber}
              value={address.houseNumber}
              onChange={houseNumber => set({ houseNumber: toArabicDigits(houseNumber).slice(0, 40) })}
            />
            <NumberField
              label={say.sequence}
              value={address.sequenceInHouse}
              onChange={n => set({ sequenceInHouse: Math.min(20, Math.max(1, n ?? 1)) })}
              min={1}
              max={20}
            />
            <TextField
              label={say.houseCode}
              value={code}
              error={code === '' || readHouseCode(code).ok ? undefined : say.houseCodeWrong}
              onChange={text => {
                const plain = toArabicDigits(text).replace(/\D/g, '').slice(0, 20)
                set({ houseCode: plain === '' ? null : plain })
              }}
            />
            <TextField label={say.phone} value={phone} onChange={text => setPhone(text.slice(0, 40))} />
            <TextField
              label={say.villageName}
              value={address.villageName}
              onChange={villageName => set({ villageName })}
            />
            <TextField label={say.lane} isOptional value={address.lane} onChange={lane => set({ lane })} />
            <TextField label={say.road} isOptional value={address.road} onChange={road => set({ road })} />
          </FieldStack>
          <ReasonField
            label={say.reason}
            hint={say.reasonHint}
            value={reason}
            onChange={setReason}
            error={errorOf('reason-missing')}
          />
        </>
      )}
    </ActDialog>
  )
}
