import type { ExpressionValue } from './expression-value.ts'
import { type AnswerValue, gpsAnswer } from './form-answers.ts'
import type { Question, QuestionType } from './form-definition.ts'

/** What became of a raw answer: nothing given, a value in its canonical form, or not an answer to this question. */
export type ReadAnswer =
  | { readonly kind: 'none' }
  | { readonly kind: 'value'; readonly value: NonNullable<AnswerValue> }
  | { readonly kind: 'unfit'; readonly messageTh: string; readonly messageEn: string }

const NONE: ReadAnswer = { kind: 'none' }
const UNFIT: ReadAnswer = {
  kind: 'unfit',
  messageTh: 'คำตอบไม่ตรงกับรูปแบบของข้อคำถาม กรุณาตอบใหม่',
  messageEn: 'The answer does not fit the question. Please answer again.',
}

type Reader = (raw: NonNullable<AnswerValue>, question: Question) => ReadAnswer

const value = (of: NonNullable<AnswerValue>): ReadAnswer => ({ kind: 'value', value: of })

const readText = (raw: NonNullable<AnswerValue>): ReadAnswer => {
  if (typeof raw !== 'string') return UNFIT
  const text = raw.trim()
  return text === '' ? NONE : value(text)
}

const readNumber: Reader = raw => {
  if (typeof raw === 'string' && raw.trim() === '') return NONE
  const number = typeof raw === 'number' ? raw : typeof raw === 'string' ? Number(raw) : Number.NaN
  return Number.isFinite(number) ? value(number) : UNFIT
}

const readMoney: Reader = (raw, question) => {
  const money = readNumber(raw, question)
  return money.kind === 'value' && Number(money.value) < 0 ? UNFIT : money
}

const readSingle: Reader = (raw, question) => {
  if (raw === '') return NONE
  return typeof raw === 'string' && question.choices?.some(choice => choice.value === raw) ? value(raw) : UNFIT
}

const readMulti: Reader = (raw, question) => {
  if (!Array.isArray(raw)) return UNFIT
  if (raw.length === 0) return NONE
  const ticked = new Set(raw)
  const choices = (question.choices ?? []).filter(choice => ticked.has(choice.value))
  if (choices.length !== ticked.size) return UNFIT
  const exclusive = choices.find(choice => choice.exclusive === true)
  if (exclusive !== undefined && choices.length > 1)
    return {
      kind: 'unfit',
      messageTh: `เลือก “${exclusive.labelTh}” ร่วมกับข้ออื่นไม่ได้`,
      messageEn: `“${exclusive.labelEn}” cannot be chosen together with another answer`,
    }
  return value(choices.map(choice => choice.value))
}

const readYesNo: Reader = raw => {
  if (raw === 'yes' || raw === true) return value('yes')
  if (raw === 'no' || raw === false) return value('no')
  return raw === '' ? NONE : UNFIT
}

const readTick = (raw: NonNullable<AnswerValue>): ReadAnswer => {
  if (raw === true || raw === 'yes') return value(true)
  return raw === false || raw === '' || raw === 'no' ? NONE : UNFIT
}

const ISO_DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

const READERS: Readonly<Record<QuestionType, Reader>> = {
  single: readSingle,
  multi: readMulti,
  yesno: readYesNo,
  number: readNumber,
  money: readMoney,
  text: readText,
  date: raw => (raw === '' ? NONE : typeof raw === 'string' && ISO_DAY.test(raw) ? value(raw) : UNFIT),
  gps: raw => (gpsAnswer.safeParse(raw).success ? value(raw) : UNFIT),
  photo: raw => (typeof raw === 'string' || Array.isArray(raw) ? (raw.length === 0 ? NONE : value(raw)) : UNFIT),
  phone: readText,
  'house-code': readText,
  'national-number': readText,
  address: readText,
  roster: () => UNFIT,
  ack: readTick,
  signature: raw => (typeof raw === 'string' ? readText(raw) : readTick(raw)),
  calculate: () => NONE,
}

/** Reads a raw answer by the question's type. A declined question is the caller's matter. */
export const readAnswer = (question: Question, raw: AnswerValue | undefined): ReadAnswer =>
  raw === undefined || raw === null ? NONE : READERS[question.type](raw, question)

/** How expressions see an answer: a place is only there or not. */
export const toExpressionValue = (answer: AnswerValue): ExpressionValue =>
  answer !== null && typeof answer === 'object' && !Array.isArray(answer) ? true : answer
