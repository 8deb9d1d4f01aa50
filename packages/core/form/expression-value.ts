/**
 * Values inside expressions, and how they compare. `null` is "no answer": XPath's empty node-set.
 *
 * - Any comparison with an empty value is false, `!=` too; so `${Q408} != 'enough'` waits for an answer.
 * - One exception, the XLSForm idiom: `${q} = ''` asks whether there is no answer, `${q} != ''` whether there is one.
 * - Arithmetic with an empty value, with text that is no number, or a division by zero gives an empty value.
 * - In a yes/no place an empty value is false; so `not(${q})` holds when `q` has no answer.
 * - `selected` is false and `count-selected`, `string-length` are 0 on an empty value; `sum-members` leaves it out.
 */
export type ExpressionValue = string | number | boolean | readonly string[] | null

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/

const isList = (value: ExpressionValue): value is readonly string[] => Array.isArray(value)

export const isEmptyValue = (value: ExpressionValue): boolean => value === null || (isList(value) && value.length === 0)

export const toNumber = (value: ExpressionValue): number | null => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value !== 'string' || value.trim() === '') return null
  const parsed = Number(value)
  return Number.isFinite(parsed) ? parsed : null
}

export const toBoolean = (value: ExpressionValue): boolean => {
  if (isEmptyValue(value)) return false
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return value !== 0 && !Number.isNaN(value)
  return typeof value === 'string' ? value.length > 0 : true
}

export const toText = (value: ExpressionValue): string =>
  value === null ? '' : isList(value) ? value.join(' ') : String(value)

const equals = (left: ExpressionValue, right: ExpressionValue): boolean => {
  if (isList(left)) return left.some(item => equals(item, right))
  if (isList(right)) return equals(right, left)
  if (left === '' || right === '') return left === right
  if (typeof left === 'boolean' || typeof right === 'boolean') return toBoolean(left) === toBoolean(right)
  if (typeof left === 'number' || typeof right === 'number') {
    const a = toNumber(left)
    return a !== null && a === toNumber(right)
  }
  return left === right
}

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>='

export const compareValues = (operator: Comparison, left: ExpressionValue, right: ExpressionValue): boolean => {
  const leftEmpty = isEmptyValue(left)
  const rightEmpty = isEmptyValue(right)
  if (leftEmpty || rightEmpty) return operator === '=' && ((leftEmpty && right === '') || (rightEmpty && left === ''))
  if (operator === '=') return equals(left, right)
  if (operator === '!=') return !equals(left, right)
  if (typeof left === 'string' && typeof right === 'string' && ISO_DAY.test(left) && ISO_DAY.test(right))
    return ordered(operator, left < right ? -1 : left > right ? 1 : 0)
  const a = toNumber(left)
  const b = toNumber(right)
  return a !== null && b !== null && ordered(operator, a - b)
}

const ordered = (operator: Comparison, difference: number): boolean => {
  if (operator === '<') return difference < 0
  if (operator === '<=') return difference <= 0
  return operator === '>' ? difference > 0 : difference >= 0
}

export type Arithmetic = '+' | '-' | '*' | 'div' | 'mod'

export const calculateValue = (operator: Arithmetic, left: ExpressionValue, right: ExpressionValue): number | null => {
  const a = toNumber(left)
  const b = toNumber(right)
  if (a === null || b === null) return null
  const result =
    operator === '+' ? a + b : operator === '-' ? a - b : operator === '*' ? a * b : operator === 'div' ? a / b : a % b
  return Number.isFinite(result) ? result : null
}
