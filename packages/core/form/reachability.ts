import { compileExpressionNode, type ExpressionContext, visitNodes } from './expression.ts'
import type { ExpressionNode } from './expression-parser.ts'
import { type ExpressionValue, toBoolean } from './expression-value.ts'

const NOWHERE: ExpressionContext = { read: () => null, current: null, members: [] }

/**
 * True when the condition holds for no answers at all: it is constantly false, asks one answer to equal two things, to
 * lie both above and below, or asks something of a question that is itself never asked. It errs on the side of false:
 * a contradiction hidden in arithmetic is not found.
 */
export const canNeverHold = (node: ExpressionNode, neverAsked: ReadonlySet<string>): boolean => {
  if (isConstant(node)) return !toBoolean(constantOf(node))
  if (node.kind === 'reference') return neverAsked.has(node.name)
  if (node.kind === 'call' && node.name === 'selected') return readsNeverAsked(node.args[0], neverAsked)
  if (node.kind !== 'binary') return false
  if (node.operator === 'or') return canNeverHold(node.left, neverAsked) && canNeverHold(node.right, neverAsked)
  if (node.operator === 'and') {
    const parts = conjunctsOf(node)
    return parts.some(part => canNeverHold(part, neverAsked)) || contradict(parts)
  }
  const asksForEmptiness = node.right.kind === 'text' && node.right.value === ''
  return !asksForEmptiness && readsNeverAsked(node.left, neverAsked)
}

const readsNeverAsked = (node: ExpressionNode | undefined, neverAsked: ReadonlySet<string>): boolean =>
  node?.kind === 'reference' && neverAsked.has(node.name)

const isConstant = (root: ExpressionNode): boolean => {
  let constant = true
  visitNodes(root, node => {
    if (node.kind === 'reference' || node.kind === 'current') constant = false
    if (node.kind === 'call' && node.name === 'count-members') constant = false
  })
  return constant
}

const constantOf = (node: ExpressionNode): ExpressionValue => compileExpressionNode(node)(NOWHERE)

const conjunctsOf = (node: ExpressionNode): ExpressionNode[] =>
  node.kind === 'binary' && node.operator === 'and' ? [...conjunctsOf(node.left), ...conjunctsOf(node.right)] : [node]

interface Bounds {
  readonly texts: Set<string>
  least: number
  most: number
  /** A bound that may not itself be reached: `age > 5 and age < 5.5` is not called contradictory. */
  open: boolean
}

const contradict = (parts: readonly ExpressionNode[]): boolean => {
  const bounds = new Map<string, Bounds>()
  for (const part of parts) {
    if (part.kind !== 'binary' || part.left.kind !== 'reference') continue
    const { name } = part.left
    const bound = bounds.get(name) ?? { texts: new Set(), least: -Infinity, most: Infinity, open: false }
    bounds.set(name, bound)
    if (part.operator === '=' && part.right.kind === 'text') bound.texts.add(part.right.value)
    if (part.right.kind !== 'number') continue
    const { value } = part.right
    if (part.operator === '=' || part.operator.startsWith('>')) bound.least = Math.max(bound.least, value)
    if (part.operator === '=' || part.operator.startsWith('<')) bound.most = Math.min(bound.most, value)
    if (part.operator === '>' || part.operator === '<') bound.open = true
  }
  return [...bounds.values()].some(
    ({ texts, least, most, open }) => texts.size > 1 || least > most || (open && least === most),
  )
}
