/** What offices and phones say alike of the consent to show a photo to whoever helped (decision 34). */
export const photoConsentWords = {
  given: { th: 'ผู้ให้ความช่วยเหลือเห็นภาพนี้ได้', en: 'Helpers may see this photo' },
  givenBy: {
    th: (by: string, day: string) => `${by} ให้ความยินยอม เมื่อวันที่ ${day}`,
    en: (by: string, day: string) => `${by} consented on ${day}`,
  },
  notGiven: { th: 'ผู้ให้ความช่วยเหลือไม่เห็นภาพนี้', en: 'Helpers do not see this photo' },
  notGivenHint: {
    th: 'ภาพใช้เป็นหลักฐานในระบบเท่านั้น จนกว่าผู้อยู่ในภาพจะยินยอม',
    en: 'It is evidence inside the system only, until whoever is in it consents.',
  },
  takenBack: {
    th: (day: string) => `ถอนความยินยอมแล้ว เมื่อวันที่ ${day}`,
    en: (day: string) => `Consent withdrawn on ${day}`,
  },
  record: { th: 'บันทึกความยินยอม', en: 'Record consent' },
  title: { th: 'บันทึกความยินยอมให้ผู้ช่วยเหลือเห็นภาพ', en: 'Record consent to show this photo to helpers' },
  lead: {
    th: 'เฉพาะภาคีที่ส่งมอบความช่วยเหลือเรื่องนี้แล้วจะเห็นภาพในหน้าคำขอบคุณ โดยไม่มีชื่อ บ้านเลขที่ พิกัด หรือวันเวลาของภาพ',
    en: 'Only partners that delivered help for this see it, on their page of thanks: without name, house number, place, or time of the photo.',
  },
  by: { th: 'ผู้ให้ความยินยอม', en: 'Who consented' },
  byHint: { th: 'ผู้อยู่ในภาพ หรือผู้ปกครองหากเป็นผู้เยาว์', en: 'Whoever is in the photo, or a guardian of a minor' },
  on: { th: 'วันที่ให้ความยินยอม', en: 'Consented on' },
  statement: {
    th: 'ผู้อยู่ในภาพยินยอมให้ผู้ให้ความช่วยเหลือเห็นภาพนี้',
    en: 'Whoever is in the photo lets the helper see it',
  },
  checked: {
    th: 'ตรวจแล้ว ในภาพไม่มีป้ายชื่อ บ้านเลขที่ หรือเอกสารของครัวเรือน',
    en: 'I have looked: no name plate, house number or paper of the household is in it',
  },
  withdraw: { th: 'ถอนความยินยอม', en: 'Withdraw consent' },
  withdrawTitle: { th: 'ถอนความยินยอมให้ผู้ช่วยเหลือเห็นภาพ', en: 'Withdraw consent to show this photo' },
  withdrawLead: {
    th: 'ผู้ให้ความช่วยเหลือจะไม่เห็นภาพนี้อีกทันที ภาพยังเป็นหลักฐานในระบบ',
    en: 'Helpers no longer see it, at once. It stays evidence inside the system.',
  },
  reason: { th: 'เหตุผล (ถ้ามี)', en: 'Reason, if there is one' },
}
