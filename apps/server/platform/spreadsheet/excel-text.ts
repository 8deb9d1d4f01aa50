/**
 * Excel writes what XML cannot hold as `_xHHHH_` (ECMA-376 22.9.2.19, ST_Xstring), and a text that already looks so
 * with its first underscore escaped.
 */
export const decodeExcelText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text

/** Control characters but tab and line feed, halves of surrogate pairs, and two that Unicode keeps for itself. */
const NOT_IN_XML = /[^\P{Cc}\t\n]|\p{Cs}|[\uFFFE\uFFFF]/gu

const XML_ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** For text between tags or in an attribute. A carriage return would come back as a line feed, so it is escaped too. */
export const encodeExcelText = (text: string): string =>
  text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(NOT_IN_XML, char => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(/[&<>"]/g, char => XML_ESCAPES[char] ?? char)
