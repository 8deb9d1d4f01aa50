export const planStateNames = {
  PROPOSED: { th: 'รออนุมัติ', en: 'Awaiting approval' },
  APPROVED: { th: 'อนุมัติแล้ว', en: 'Approved' },
  RETURNED: { th: 'ส่งกลับทบทวน', en: 'Returned' },
} as const

export const supportLevelNames = {
  SURVIVE: { th: 'อยู่รอด', en: 'Survive' },
  SUFFICIENT: { th: 'พอเพียง', en: 'Sufficient' },
  SUSTAIN: { th: 'ยั่งยืน', en: 'Sustain' },
} as const
