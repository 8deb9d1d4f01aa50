import { toThaiDigits } from './thai-digits.ts'

const CODE = /(\b[A-Z]{1,2}\d{1,3}(?:-\d+)?\b)/

/**
 * A text with the numbers as official papers write them: `ครบกำหนด ๓๐ ก.ย. ๒๕๖๗`. Codes officers know by heart (P204,
 * D2, R1) stay as they are.
 */
export const inOfficialDigits = (text: string): string =>
  text
    .split(CODE)
    .map((part, index) => (index % 2 === 1 ? part : toThaiDigits(part)))
    .join('')
