/** Whether a household is still lived in, as screens and papers say it. */
export const householdStatusNames = {
  ACTIVE: { th: 'อยู่อาศัย', en: 'Lived in' },
  VACANT: { th: 'บ้านว่าง', en: 'Empty' },
  DEMOLISHED: { th: 'รื้อถอน', en: 'Demolished' },
  MOVED: { th: 'ย้ายออก', en: 'Moved away' },
  MERGED: { th: 'รวมกับครัวเรือนอื่นแล้ว', en: 'Merged into another' },
  WITHDRAWN: { th: 'ยกเลิกการนำเข้า', en: 'Import undone' },
} as const

/** Where the record of a household came from. */
export const householdOriginNames = {
  BASELINE: { th: 'ครัวเรือนเดิม', en: 'Baseline' },
  REGISTRY: { th: 'จากทะเบียนบ้าน', en: 'From the registry' },
  MISSED: { th: 'ครัวเรือนตกหล่น', en: 'Missed' },
  NEW: { th: 'ครัวเรือนใหม่', en: 'New' },
} as const
