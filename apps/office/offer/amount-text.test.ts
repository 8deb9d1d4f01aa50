import { expect, test } from 'vitest'
import { amountText, deliveredText } from './amount-text.ts'

const spaced = (text: string | null) => text?.replace(/\u00a0/g, ' ')

const row = { quantity: 40, budgetBaht: 0, deliveredQuantity: 20, deliveredBudgetBaht: 0, unit: 'แผ่น' }

test('how much of a part has arrived is told in its unit, with the money where some goes with it', () => {
  expect(spaced(deliveredText(row, 'th'))).toBe('ส่งมอบแล้ว 20 จาก 40 แผ่น')
  expect(spaced(deliveredText({ ...row, budgetBaht: 1000, deliveredBudgetBaht: 300 }, 'th'))).toBe(
    'ส่งมอบแล้ว 20 จาก 40 แผ่น · ใช้งบประมาณ 300 จาก 1,000 บาท',
  )
  expect(deliveredText({ ...row, deliveredQuantity: 0 }, 'th')).toBeNull()
})

test('an amount tells things and money, and of what there is none nothing', () => {
  expect(spaced(amountText({ quantity: 20, budgetBaht: 700 }, 'แผ่น', 'th'))).toBe('20 แผ่น · 700 บาท')
  expect(spaced(amountText({ quantity: 0, budgetBaht: 700 }, 'แผ่น', 'th'))).toBe('700 บาท')
  expect(spaced(amountText({ quantity: 0, budgetBaht: 0 }, 'แผ่น', 'th'))).toBe('0 แผ่น')
})
