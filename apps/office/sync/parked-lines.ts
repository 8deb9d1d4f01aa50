import { defineWords, type Language, speak } from '@thaiqm/ui/words.ts'

const words = defineWords({
  note: { th: 'บันทึกของผู้เยี่ยม', en: 'Note' },
  reason: { th: 'เหตุผลที่ให้ไว้', en: 'Reason given' },
  how: { th: 'วิธีการแก้ไข', en: 'How' },
  description: { th: 'รายละเอียด', en: 'Description' },
  rootCause: { th: 'สาเหตุที่แท้จริง', en: 'Root cause' },
  houseNumber: { th: 'บ้านเลขที่', en: 'House number' },
  phone: { th: 'โทรศัพท์', en: 'Telephone' },
  what: { th: 'รายการ', en: 'Item' },
  quantity: { th: 'จำนวน', en: 'Quantity' },
  unit: { th: 'หน่วย', en: 'Unit' },
  members: { th: 'สมาชิกในครัวเรือน (คน)', en: 'Members' },
  verdicts: { th: 'ผลตรวจปัญหาเดิม (รายการ)', en: 'Old problems re-checked' },
  raised: { th: 'ปัญหาที่พบใหม่ (รายการ)', en: 'New problems found' },
  answers: { th: 'คำตอบ (ข้อ)', en: 'Answers' },
  photos: { th: 'ภาพถ่าย (ภาพ)', en: 'Photos' },
})

type Named = Readonly<Record<string, unknown>>

const isNamed = (value: unknown): value is Named => typeof value === 'object' && value !== null && !Array.isArray(value)

const sizeOf = (value: unknown): number | undefined => {
  if (Array.isArray(value)) return value.length
  return isNamed(value) ? Object.keys(value).length : undefined
}

/** What a parked command says, in the lines an officer decides by: its words whole, its lists by their length. */
export const parkedLines = (
  input: unknown,
  language: Language,
): readonly { readonly term: string; readonly value: string }[] => {
  if (!isNamed(input)) return []
  const said = speak(words, language)
  const address = isNamed(input.address) ? input.address : {}
  const texts = (
    ['note', 'reason', 'how', 'description', 'rootCause', 'phone', 'what', 'quantity', 'unit'] as const
  ).map(name => [said[name], input[name]] as const)
  const counts = (['members', 'verdicts', 'raised', 'answers', 'photos'] as const).map(
    name => [said[name], sizeOf(input[name])] as const,
  )
  return [[said.houseNumber, address.houseNumber] as const, ...texts, ...counts].flatMap(([term, value]) =>
    value === undefined || value === null || value === '' ? [] : [{ term, value: String(value) }],
  )
}
