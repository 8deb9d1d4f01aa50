/** ระดับความรุนแรง, as screens and papers say it (domain brief 10). */
export const severityNames = {
  1: { th: 'วิกฤต', en: 'Crisis' },
  2: { th: 'เร่งด่วน', en: 'Urgent' },
  3: { th: 'ปกติ', en: 'Ordinary' },
} as const
