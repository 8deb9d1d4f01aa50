import { defineWords } from '@thaiqm/ui/words.ts'

/** How far a part of an offer has come. */
export const allocationStateWords = defineWords({
  PLEDGED: { th: 'รออำเภอยืนยัน', en: 'Waits for the district' },
  CONFIRMED: { th: 'อำเภอยืนยันแล้ว', en: 'Confirmed' },
  DELIVERED: { th: 'ส่งมอบแล้ว', en: 'Delivered' },
  RELEASED: { th: 'ยกเลิกแล้ว', en: 'Released' },
})
