/** One row of what keeps a form from being published. */
export interface PublishingError {
  /** The question's id, or the section's when the section itself is wrong. */
  readonly questionId: string
  /** `relevant`, `calculate`, `constraint`, `raises P101`, `choices`, … */
  readonly field: string
  readonly code: PublishingErrorCode
  readonly messageTh: string
  readonly messageEn: string
  /** The character (from 0) in the expression. */
  readonly at?: number
}

export type PublishingErrorCode = keyof typeof SENTENCES

type Sentence = (about: string) => readonly [th: string, en: string]

const SENTENCES = {
  'expression-invalid': of => [`เขียนเงื่อนไขไม่ถูกต้อง: ${of}`, `The expression cannot be read: ${of}`],
  'unknown-name': of => [`ไม่มีข้อคำถามหรือข้อมูลชื่อ ${of}`, `No question or fact is called ${of}`],
  'needs-aggregate': of => [
    `${of} เป็นข้อมูลรายบุคคล ต้องใช้ผ่าน count-members() หรือคำสั่งรวมอื่น`,
    `${of} belongs to each member: read it through count-members() or another aggregate`,
  ],
  'out-of-scope': of => [`อ้างถึง ${of} จากตรงนี้ไม่ได้`, `${of} cannot be read from here`],
  'current-not-allowed': () => [
    'ใช้ “.” ได้เฉพาะในเงื่อนไขตรวจสอบและการแจ้งปัญหา',
    '“.” may stand only in constraint and raises',
  ],
  'unknown-choice': of => [`ไม่มีตัวเลือก ${of}`, `There is no such choice: ${of}`],
  'multi-needs-selected': of => [`${of} เลือกได้หลายข้อ ต้องใช้ selected()`, `${of} takes several choices: use selected()`],
  cycle: of => [`เงื่อนไขอ้างถึงกันเป็นวง: ${of}`, `These depend on each other in a circle: ${of}`],
  unreachable: () => [
    'เงื่อนไขนี้ไม่มีทางเป็นจริง ข้อนี้จะไม่ถูกถาม',
    'This condition can never hold: the question would never be asked',
  ],
  'duplicate-id': of => [`ใช้รหัส ${of} ซ้ำ`, `${of} is used twice`],
  'choices-missing': () => ['ข้อชนิดเลือกตอบต้องมีตัวเลือก', 'A choice question needs choices'],
  'choices-needless': () => ['ข้อชนิดนี้มีตัวเลือกไม่ได้', 'This type of question takes no choices'],
  'calculate-missing': () => ['ข้อชนิดคำนวณต้องมีสูตร', 'A calculated question needs its formula'],
  'calculate-needless': () => ['มีสูตรคำนวณได้เฉพาะข้อชนิดคำนวณ', 'Only a calculated question takes a formula'],
  'unknown-kind': of => [`ไม่มีรหัสปัญหา ${of}`, `There is no problem kind ${of}`],
  'problem-cannot-raise': () => [
    'ข้อที่ถามรายปัญหาเดิมแจ้งปัญหาใหม่ไม่ได้',
    'A question about an old problem cannot raise a problem',
  ],
} satisfies Record<string, Sentence>

export const publishingError = (
  questionId: string,
  field: string,
  code: PublishingErrorCode,
  about = '',
  at?: number,
): PublishingError => {
  const sentence: Sentence = SENTENCES[code]
  const [messageTh, messageEn] = sentence(about)
  return { questionId, field, code, messageTh, messageEn, ...(at === undefined ? {} : { at }) }
}
