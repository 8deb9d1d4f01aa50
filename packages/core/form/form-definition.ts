import { z } from 'zod'

/**
 * The form is data (`@thaiqm/catalogue/questionnaires`): the ministry's own form must be able to replace ours without
 * a change of code. These are the shapes of that data; `compile-form.ts` says whether it may be published.
 */
export const questionType = z.enum([
  'single',
  'multi',
  'yesno',
  'number',
  'money',
  'text',
  'date',
  'gps',
  'photo',
  'phone',
  'house-code',
  'national-number',
  'address',
  'roster',
  'ack',
  'signature',
  'calculate',
])
export type QuestionType = z.infer<typeof questionType>

/**
 * Types that a screen draws with a component of its own and a command carries in its own fields (the members, the
 * house's place, photographs): the engine never reports them missing and does not count them in progress.
 */
export const HELD_BY_COMMAND: ReadonlySet<QuestionType> = new Set([
  'roster',
  'address',
  'gps',
  'photo',
  'house-code',
  'national-number',
  'signature',
])

/** Whose answer it is: the household's, each member's, or each old problem's (Re-X-Ray). */
export const questionScope = z.enum(['household', 'member', 'problem'])
export type QuestionScope = z.infer<typeof questionScope>

const label = z.string().trim().min(1).max(600)
const expressionText = z.string().trim().min(1).max(2000)

/** One answer option. `value` is a short English slug or a domain code (M3, R1) and never changes once released. */
export const formChoice = z.strictObject({
  value: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/),
  labelTh: label,
  labelEn: label,
  /** In a `multi` question: may not be ticked together with any other ("ไม่มีปัญหา"). */
  exclusive: z.boolean().optional(),
})
export type FormChoice = z.infer<typeof formChoice>

/** What an answer must satisfy; `block` keeps the form from being sent, `warn` asks the officer to look again. */
export const formConstraint = z.strictObject({
  expression: expressionText,
  messageTh: label,
  messageEn: label,
  severity: z.enum(['block', 'warn']),
})
export type FormConstraint = z.infer<typeof formConstraint>

/** While `when` holds, the household (or this member) has a problem of this kind. */
export const formRaise = z.strictObject({
  when: expressionText,
  kindCode: z.string().regex(/^P\d{3}$/),
})
export type FormRaise = z.infer<typeof formRaise>

export const question = z.strictObject({
  id: z.string().regex(/^[A-Z][A-Z0-9]{1,11}$/),
  scope: questionScope,
  type: questionType,
  /** Worded so that an officer can read it aloud. */
  labelTh: label,
  labelEn: label,
  hintTh: label.optional(),
  hintEn: label.optional(),
  choices: z.array(formChoice).min(1).max(60).optional(),
  /** Asked only while this holds; always asked when absent. */
  relevant: expressionText.optional(),
  required: z.boolean(),
  constraint: formConstraint.optional(),
  /** Only for, and always for, type `calculate`. */
  calculate: expressionText.optional(),
  raises: z.array(formRaise).optional(),
  /** Only permitted roles may read the answer (drugs, mental health, violence, status). */
  restricted: z.boolean().optional(),
  /** The officer may record "ไม่สะดวกถาม" (`DECLINED`); a permitted role asks later. */
  skippable: z.boolean().optional(),
  unit: z.string().min(1).max(40).optional(),
})
export type Question = z.infer<typeof question>

export const formSection = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,29}$/),
  titleTh: label,
  titleEn: label,
  /** A household surveyed before may answer the whole section with "เหมือนรอบก่อน". */
  mayBeSameAsLastRound: z.boolean(),
  questions: z.array(question).min(1),
})
export type FormSection = z.infer<typeof formSection>

export const formDefinition = z.strictObject({
  version: z.string().regex(/^[a-z0-9][a-z0-9-]{1,59}$/),
  titleTh: label,
  titleEn: label,
  sections: z.array(formSection).min(1),
})
export type FormDefinition = z.infer<typeof formDefinition>
