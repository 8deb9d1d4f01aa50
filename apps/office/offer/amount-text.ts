import type { AllocationRow } from '@thaiqm/contract/offer/offer-routes.ts'
import type { Amount } from '@thaiqm/core/offer/offer.ts'
import { formatBaht, formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, type Language, speak } from '@thaiqm/ui/words.ts'

const words = defineWords({
  delivered: {
    th: (arrived: string, all: string) => `ส่งมอบแล้ว ${arrived} จาก ${all}`,
    en: (arrived, all) => `${arrived} of ${all} delivered`,
  },
  budget: {
    th: (spent: string, all: string) => `ใช้งบประมาณ ${spent} จาก ${all}`,
    en: (spent, all) => `${spent} of ${all} spent`,
  },
})

/** A number and its unit stand on one line. */
const counted = (quantity: number, unit: string, language: Language): string =>
  `${formatNumber(quantity, language)}\u00a0${unit}`

/** “20 แผ่น · 700 บาท”: what there is none of is not told, unless there is nothing at all. */
export const amountText = ({ quantity, budgetBaht }: Amount, unit: string, language: Language): string =>
  [
    ...(quantity > 0 || budgetBaht === 0 ? [counted(quantity, unit, language)] : []),
    ...(budgetBaht > 0 ? [formatBaht(budgetBaht, language)] : []),
  ].join(' · ')

/** “ส่งมอบแล้ว 20 จาก 40 แผ่น”, and the money where some goes with it; null while nothing has arrived. */
export const deliveredText = (
  row: Pick<AllocationRow, 'quantity' | 'budgetBaht' | 'deliveredQuantity' | 'deliveredBudgetBaht' | 'unit'>,
  language: Language,
): string | null => {
  const { quantity, budgetBaht, deliveredQuantity, deliveredBudgetBaht, unit } = row
  if (deliveredQuantity === 0 && deliveredBudgetBaht === 0) return null
  const say = speak(words, language)
  const things = say.delivered(formatNumber(deliveredQuantity, language), counted(quantity, unit, language))
  if (budgetBaht === 0) return things
  const money = say.budget(formatNumber(deliveredBudgetBaht, language), formatBaht(budgetBaht, language))
  return `${things} · ${money}`
}
