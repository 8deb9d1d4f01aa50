/** Titles as people write them → the title as the register writes it. Longest spelling wins; order does not matter. */
const TITLES: Readonly<Record<string, readonly string[]>> = {
  นาย: ['นาย', 'Mr.', 'Mr'],
  นางสาว: ['นางสาว', 'น.ส.', 'น.ส', 'นส.', 'น. ส.', 'Miss', 'Ms.', 'Ms'],
  นาง: ['นาง', 'Mrs.', 'Mrs'],
  เด็กชาย: ['เด็กชาย', 'ด.ช.', 'ด.ช', 'ดช.', 'ด. ช.'],
  เด็กหญิง: ['เด็กหญิง', 'ด.ญ.', 'ด.ญ', 'ดญ.', 'ด. ญ.'],
  พระ: ['พระภิกษุ', 'พระ'],
  พระครู: ['พระครู'],
  พระมหา: ['พระมหา'],
  พระอธิการ: ['พระอธิการ'],
  สามเณร: ['สามเณร', 'สณ.', 'ส.ณ.'],
  แม่ชี: ['แม่ชี'],
  หม่อมหลวง: ['หม่อมหลวง', 'ม.ล.'],
  หม่อมราชวงศ์: ['หม่อมราชวงศ์', 'ม.ร.ว.'],
  'ดร.': ['ดร.', 'ดร'],
  'ผศ.': ['ผศ.', 'ผู้ช่วยศาสตราจารย์'],
  'รศ.': ['รศ.', 'รองศาสตราจารย์'],
  นายแพทย์: ['นายแพทย์', 'นพ.'],
  แพทย์หญิง: ['แพทย์หญิง', 'พญ.'],
  อาสาสมัครทหารพราน: ['อส.ทพ.', 'อาสาสมัครทหารพราน'],
  พลทหาร: ['พลทหาร', 'พลฯ'],
  พลตำรวจ: ['พลตำรวจ'],
  สิบตำรวจตรี: ['สิบตำรวจตรี', 'ส.ต.ต.'],
  สิบตำรวจโท: ['สิบตำรวจโท', 'ส.ต.ท.'],
  สิบตำรวจเอก: ['สิบตำรวจเอก', 'ส.ต.อ.'],
  จ่าสิบตำรวจ: ['จ่าสิบตำรวจ', 'จ.ส.ต.'],
  ดาบตำรวจ: ['ดาบตำรวจ', 'ด.ต.'],
  ร้อยตำรวจตรี: ['ร้อยตำรวจตรี', 'ร.ต.ต.'],
  ร้อยตำรวจโท: ['ร้อยตำรวจโท', 'ร.ต.ท.'],
  ร้อยตำรวจเอก: ['ร้อยตำรวจเอก', 'ร.ต.อ.'],
  พันตำรวจตรี: ['พันตำรวจตรี', 'พ.ต.ต.'],
  พันตำรวจโท: ['พันตำรวจโท', 'พ.ต.ท.'],
  พันตำรวจเอก: ['พันตำรวจเอก', 'พ.ต.อ.'],
  พลตำรวจตรี: ['พลตำรวจตรี', 'พล.ต.ต.'],
  พลตำรวจโท: ['พลตำรวจโท', 'พล.ต.ท.'],
  พลตำรวจเอก: ['พลตำรวจเอก', 'พล.ต.อ.'],
  สิบตรี: ['สิบตรี', 'ส.ต.'],
  สิบโท: ['สิบโท', 'ส.ท.'],
  สิบเอก: ['สิบเอก', 'ส.อ.'],
  จ่าสิบตรี: ['จ่าสิบตรี'],
  จ่าสิบโท: ['จ่าสิบโท', 'จ.ส.ท.'],
  จ่าสิบเอก: ['จ่าสิบเอก', 'จ.ส.อ.'],
  ร้อยตรี: ['ร้อยตรี', 'ร.ต.'],
  ร้อยโท: ['ร้อยโท', 'ร.ท.'],
  ร้อยเอก: ['ร้อยเอก', 'ร.อ.'],
  พันตรี: ['พันตรี', 'พ.ต.'],
  พันโท: ['พันโท', 'พ.ท.'],
  พันเอก: ['พันเอก', 'พ.อ.'],
  พลตรี: ['พลตรี', 'พล.ต.'],
  พลโท: ['พลโท', 'พล.ท.'],
  พลเอก: ['พลเอก', 'พล.อ.'],
  จ่าตรี: ['จ่าตรี', 'จ.ต.'],
  จ่าโท: ['จ่าโท', 'จ.ท.'],
  จ่าเอก: ['จ่าเอก', 'จ.อ.'],
  พันจ่าตรี: ['พันจ่าตรี', 'พ.จ.ต.'],
  พันจ่าโท: ['พันจ่าโท', 'พ.จ.ท.'],
  พันจ่าเอก: ['พันจ่าเอก', 'พ.จ.อ.'],
  เรือตรี: ['เรือตรี'],
  เรือโท: ['เรือโท'],
  เรือเอก: ['เรือเอก'],
  จ่าอากาศตรี: ['จ่าอากาศตรี'],
  จ่าอากาศโท: ['จ่าอากาศโท'],
  จ่าอากาศเอก: ['จ่าอากาศเอก'],
  พันจ่าอากาศเอก: ['พันจ่าอากาศเอก', 'พ.อ.อ.'],
  ว่าที่ร้อยตรี: ['ว่าที่ร้อยตรี', 'ว่าที่ ร้อยตรี', 'ว่าที่ ร.ต.', 'ว่าที่ร.ต.', 'ว่าที่ รต.'],
  ว่าที่ร้อยโท: ['ว่าที่ร้อยโท', 'ว่าที่ ร.ท.', 'ว่าที่ร.ท.'],
  ว่าที่ร้อยเอก: ['ว่าที่ร้อยเอก', 'ว่าที่ ร.อ.', 'ว่าที่ร.อ.'],
}

const RANK = /(ตรี|โท|เอก|ตำรวจ|พลทหาร)$/

const SPELLINGS: readonly (readonly [spelling: string, title: string])[] = Object.entries(TITLES)
  .flatMap(([title, spellings]) => spellings.map(spelling => [spelling, title] as const))
  .sort(([a], [b]) => b.length - a.length)

const FIRST_LETTERS = new Set(SPELLINGS.map(([spelling]) => spelling.charAt(0)))

export interface TitledName {
  /** As the register writes it, `''` when there is none. */
  readonly title: string
  readonly rest: string
}

/**
 * Takes the title off the front of a (normalised) name. A title never ends inside a syllable (`นางาม` is a name), and a
 * Latin one needs a space after it. `rest` is empty when the text is nothing but a title.
 */
export const splitTitle = (name: string): TitledName => {
  if (!FIRST_LETTERS.has(name.charAt(0))) return { title: '', rest: name }
  for (const [spelling, title] of SPELLINGS) {
    if (!name.startsWith(spelling)) continue
    const after = name.slice(spelling.length)
    if (/^[\u0E30-\u0E3A\u0E45\u0E47-\u0E4E]/.test(after)) continue
    if (/[A-Za-z]$/.test(spelling) && !/^\s/.test(after)) continue
    if (spelling === 'ดร' && !/^\s/.test(after)) continue
    const woman = RANK.test(title) ? after.match(/^\s*(หญิง)(?=[\s.]|[ก-ฮเ-ไ])/) : null
    const rest = (woman ? after.slice(woman[0].length) : after).trim()
    return { title: woman ? `${title}หญิง` : title, rest }
  }
  return { title: '', rest: name }
}

/** The name without its title; a text that is nothing but a title comes back as it is. */
export const withoutTitle = (name: string): string => splitTitle(name).rest || name

/** `น.ส.` → `นางสาว`; a title we do not know comes back as typed. */
export const standardTitle = (title: string): string => splitTitle(title).title || title
