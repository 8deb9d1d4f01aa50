import { missedReasons } from '@thaiqm/catalogue/catalogue.ts'
import type { Address, MissedReason } from '@thaiqm/core/household/household.ts'
import { readHouseCode } from '@thaiqm/core/thai/house-code.ts'
import { toArabicDigits } from '@thaiqm/core/thai/thai-digits.ts'
import { RadioGroup } from '@thaiqm/ui/choice-group.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { NumberField } from '@thaiqm/ui/number-field.tsx'
import { TextField } from '@thaiqm/ui/text-field.tsx'

const words = defineWords({
  houseNumber: { th: 'บ้านเลขที่', en: 'House number' },
  houseNumberHint: { th: 'เว้นว่างหากไม่มีเลขที่บ้าน', en: 'Leave empty if the house has none' },
  houseCode: { th: 'เลขรหัสประจำบ้าน 11 หลัก', en: 'House code (11 digits)' },
  houseCodeHint: { th: 'ดูที่ทะเบียนบ้าน เว้นว่างหากไม่มี', en: 'In the house register; leave empty if none' },
  houseCodeWrong: {
    th: 'เลขรหัสประจำบ้านต้องเป็นตัวเลข 11 หลัก บันทึกไว้ได้และจะรอตรวจสอบ',
    en: 'The house code has 11 digits. It can be saved and waits to be checked.',
  },
  villageName: { th: 'ชื่อบ้าน/หมู่บ้าน', en: 'Village name' },
  lane: { th: 'ซอย', en: 'Lane' },
  road: { th: 'ถนน', en: 'Road' },
  sequence: { th: 'ครอบครัวที่เท่าใดในบ้านหลังนี้', en: 'Which family under this house' },
  missed: { th: 'เหตุที่ตกหล่นจากการสำรวจรอบก่อน', en: 'Why this household was missed' },
})

/** Where the house is, in the words of a house register. */
export const AddressFields = ({
  value,
  onChange,
}: {
  readonly value: Address
  readonly onChange: (address: Address) => void
}) => {
  const said = useWords(words)
  const set = (patch: Partial<Address>) => onChange({ ...value, ...patch })
  const code = value.houseCode ?? ''
  const read = readHouseCode(code)
  const setCode = (text: string) => {
    const plain = toArabicDigits(text)
      .replace(/[^\d-]/g, '')
      .slice(0, 20)
    const reading = readHouseCode(plain)
    set({ houseCode: reading.ok ? reading.value.code : plain === '' ? null : plain })
  }
  return (
    <>
      <TextField
        label={said.houseNumber}
        hint={said.houseNumberHint}
        value={value.houseNumber}
        onChange={houseNumber => set({ houseNumber: toArabicDigits(houseNumber).slice(0, 40) })}
        inputMode="text"
      />
      <TextField
        label={said.houseCode}
        hint={said.houseCodeHint}
        error={read.ok || code === '' ? undefined : said.houseCodeWrong}
        value={code}
        onChange={setCode}
        inputMode="numeric"
      />
      <NumberField
        label={said.sequence}
        value={value.sequenceInHouse}
        onChange={n => set({ sequenceInHouse: Math.min(20, Math.max(1, n ?? 1)) })}
        min={1}
        max={20}
        hasSteps
      />
      <TextField label={said.villageName} value={value.villageName} onChange={villageName => set({ villageName })} />
      <TextField label={said.lane} isOptional value={value.lane} onChange={lane => set({ lane })} />
      <TextField label={said.road} isOptional value={value.road} onChange={road => set({ road })} />
    </>
  )
}

/** M1–M8 by their words (domain brief 6). */
export const MissedReasonField = ({
  value,
  onChange,
}: {
  readonly value: MissedReason | null
  readonly onChange: (reason: MissedReason) => void
}) => {
  const said = useWords(words)
  const { language } = useLanguage()
  return (
    <RadioGroup
      label={said.missed}
      isRequired
      value={value}
      onChange={onChange}
      choices={missedReasons.map(reason => ({
        value: reason.code as MissedReason,
        label: language === 'th' ? reason.th : reason.en,
      }))}
    />
  )
}
