import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { type ExpressionNode, isMemberAggregate, parseExpression } from './expression-parser.ts'
import {
  type Arithmetic,
  type Comparison,
  calculateValue,
  compareValues,
  type ExpressionValue,
  isEmptyValue,
  toBoolean,
  toNumber,
  toText,
} from './expression-value.ts'

/** What an expression may look at while it is evaluated. */
export interface ExpressionContext {
  /** The answer or fact of this name; `null` when there is none. */
  readonly read: (name: string) => ExpressionValue
  /** What `.` stands for. */
  readonly current: ExpressionValue
  /** One context a member, for `count-members()` and its kin. */
  readonly members: readonly ExpressionContext[]
}

export type Evaluate = (context: ExpressionContext) => ExpressionValue

export interface CompiledExpression {
  readonly source: string
  readonly node: ExpressionNode
  readonly evaluate: Evaluate
}

const BY_OPERATOR: ReadonlySet<string> = new Set(['=', '!=', '<', '<=', '>', '>='])
const isComparison = (operator: string): operator is Comparison => BY_OPERATOR.has(operator)

/** Parses and compiles to closures, no `eval`. Refuses `expression-invalid` {reason, at}. */
export const compileExpression = (source: string): Outcome<CompiledExpression, 'expression-invalid'> => {
  const node = parseExpression(source)
  if (!node.ok) return node
  const pattern = findBadPattern(node.value)
  if (pattern !== undefined)
    return refuse('expression-invalid', { reason: 'regex() needs a valid pattern written out', at: pattern.at })
  return succeed({ source, node: node.value, evaluate: compileExpressionNode(node.value) })
}

const findBadPattern = (root: ExpressionNode): ExpressionNode | undefined => {
  let bad: ExpressionNode | undefined
  visitNodes(root, node => {
    if (node.kind !== 'call' || node.name !== 'regex') return
    const pattern = node.args[1]
    if (pattern?.kind !== 'text' || findPattern(pattern.value) === undefined) bad ??= node
  })
  return bad
}

const findPattern = (source: string): RegExp | undefined => {
  try {
    return new RegExp(`^(?:${source})$`, 'u')
  } catch {
    return undefined
  }
}

/** The closures of one parsed node; `regex()` patterns must have been checked. */
export const compileExpressionNode = (node: ExpressionNode): Evaluate => {
  switch (node.kind) {
    case 'number':
    case 'text': {
      const { value } = node
      return () => value
    }
    case 'reference': {
      const { name } = node
      return context => context.read(name)
    }
    case 'current':
      return context => context.current
    case 'negate': {
      const operand = compileExpressionNode(node.operand)
      return context => calculateValue('-', 0, operand(context))
    }
    case 'binary':
      return compileBinary(node.operator, compileExpressionNode(node.left), compileExpressionNode(node.right))
    case 'call':
      return isMemberAggregate(node.name)
        ? compileAggregate(node.name, node.args[0])
        : compileCall(node.name, node.args.map(compileExpressionNode), node.args)
  }
}

const compileBinary = (operator: Comparison | Arithmetic | 'and' | 'or', left: Evaluate, right: Evaluate): Evaluate => {
  if (operator === 'and') return context => toBoolean(left(context)) && toBoolean(right(context))
  if (operator === 'or') return context => toBoolean(left(context)) || toBoolean(right(context))
  if (isComparison(operator)) return context => compareValues(operator, left(context), right(context))
  return context => calculateValue(operator, left(context), right(context))
}

const numbersOf = (values: readonly ExpressionValue[]): number[] => values.map(toNumber).filter(value => value !== null)

const leastOf = (numbers: readonly number[]): number | null => (numbers.length === 0 ? null : Math.min(...numbers))
const mostOf = (numbers: readonly number[]): number | null => (numbers.length === 0 ? null : Math.max(...numbers))

const compileAggregate = (name: string, body: ExpressionNode | undefined): Evaluate => {
  if (body === undefined) return context => context.members.length
  const each = compileExpressionNode(body)
  if (name === 'count-members') return context => context.members.filter(member => toBoolean(each(member))).length
  const numbers = (context: ExpressionContext): number[] => numbersOf(context.members.map(each))
  if (name === 'sum-members') return context => numbers(context).reduce((sum, value) => sum + value, 0)
  return name === 'min-members' ? context => leastOf(numbers(context)) : context => mostOf(numbers(context))
}

const NOTHING: Evaluate = () => null

const compileCall = (name: string, args: readonly Evaluate[], nodes: readonly ExpressionNode[]): Evaluate => {
  const [first = NOTHING, second = NOTHING, third = NOTHING] = args
  switch (name) {
    case 'true':
      return () => true
    case 'false':
      return () => false
    case 'not':
      return context => !toBoolean(first(context))
    case 'selected':
      return context => isSelected(first(context), toText(second(context)))
    case 'count-selected':
      return context => countSelected(first(context))
    case 'if':
      return context => (toBoolean(first(context)) ? second(context) : third(context))
    case 'coalesce':
      return context => {
        for (const arg of args) {
          const value = arg(context)
          if (!isEmptyValue(value) && value !== '') return value
        }
        return null
      }
    case 'string-length':
      return context => Array.from(toText(first(context))).length
    case 'regex': {
      const pattern = findPattern(nodes[1]?.kind === 'text' ? nodes[1].value : '')
      return context => {
        const value = first(context)
        return !isEmptyValue(value) && (pattern?.test(toText(value)) ?? false)
      }
    }
    case 'number':
      return context => toNumber(first(context))
    case 'round':
      return context => {
        const value = toNumber(first(context))
        return value === null ? null : Math.round(value)
      }
    case 'min':
      return context => leastOf(numbersOf(args.map(arg => arg(context))))
    case 'max':
      return context => mostOf(numbersOf(args.map(arg => arg(context))))
    default:
      throw new Error(`expression function without an implementation: ${name}`)
  }
}

const isSelected = (value: ExpressionValue, choice: string): boolean =>
  Array.isArray(value) ? value.includes(choice) : value !== null && value === choice

const countSelected = (value: ExpressionValue): number =>
  Array.isArray(value) ? value.length : isEmptyValue(value) || value === '' ? 0 : 1

/** Every node, parents first; `perMember` is true inside `count-members()` and its kin. */
export const visitNodes = (
  root: ExpressionNode,
  visit: (node: ExpressionNode, perMember: boolean) => void,
  perMember = false,
): void => {
  visit(root, perMember)
  if (root.kind === 'negate') visitNodes(root.operand, visit, perMember)
  else if (root.kind === 'binary') {
    visitNodes(root.left, visit, perMember)
    visitNodes(root.right, visit, perMember)
  } else if (root.kind === 'call')
    for (const arg of root.args) visitNodes(arg, visit, perMember || isMemberAggregate(root.name))
}

export interface ExpressionReference {
  readonly name: string
  readonly at: number
  readonly perMember: boolean
}

/** The names an expression reads, in order of appearance. */
export const referencesOf = (root: ExpressionNode): ExpressionReference[] => {
  const references: ExpressionReference[] = []
  visitNodes(root, (node, perMember) => {
    if (node.kind === 'reference') references.push({ name: node.name, at: node.at, perMember })
  })
  return references
}
