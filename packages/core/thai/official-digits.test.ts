import { expect, test } from 'vitest'
import { inOfficialDigits } from './official-digits.ts'

test('numbers become Thai, codes stay', () => {
  expect(inOfficialDigits('P204 จำนวน 40 แผ่น ภายใน 30 ก.ย. 2567 (R1, D2) บ้านเลขที่ 97/1')).toBe(
    'P204 จำนวน ๔๐ แผ่น ภายใน ๓๐ ก.ย. ๒๕๖๗ (R1, D2) บ้านเลขที่ ๙๗/๑',
  )
})
