const THAI_ZERO = 0x0e50

/** `๒๕๖๗` → `2567`. Everything that is not a Thai digit stays as it is. */
export const toArabicDigits = (text: string): string =>
  text.replace(/[๐-๙]/g, digit => String(digit.charCodeAt(0) - THAI_ZERO))

/** `2567` → `๒๕๖๗`, as official letters write numbers (ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ). */
export const toThaiDigits = (text: string): string =>
  text.replace(/[0-9]/g, digit => String.fromCharCode(THAI_ZERO + Number(digit)))
