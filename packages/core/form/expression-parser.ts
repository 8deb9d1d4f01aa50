import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import type { Arithmetic, Comparison } from './expression-value.ts'

export type BinaryOperator = 'or' | 'and' | Comparison | Arithmetic

/** One node of a parsed expression; `at` is the character (from 0) where it begins in the source. */
export type ExpressionNode =
  | { readonly kind: 'number'; readonly value: number; readonly at: number }
  | { readonly kind: 'text'; readonly value: string; readonly at: number }
  | { readonly kind: 'reference'; readonly name: string; readonly at: number }
  | { readonly kind: 'current'; readonly at: number }
  | { readonly kind: 'negate'; readonly operand: ExpressionNode; readonly at: number }
  | {
      readonly kind: 'binary'
      readonly operator: BinaryOperator
      readonly left: ExpressionNode
      readonly right: ExpressionNode
      readonly at: number
    }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly ExpressionNode[]; readonly at: number }

/** What can be called, with the fewest and the most arguments. */
export const FUNCTIONS: Readonly<Record<string, readonly [least: number, most: number]>> = {
  true: [0, 0],
  false: [0, 0],
  not: [1, 1],
  selected: [2, 2],
  'count-selected': [1, 1],
  if: [3, 3],
  coalesce: [2, 8],
  'string-length': [1, 1],
  regex: [2, 2],
  number: [1, 1],
  round: [1, 1],
  min: [1, 8],
  max: [1, 8],
  'count-members': [0, 1],
  'sum-members': [1, 1],
  'min-members': [1, 1],
  'max-members': [1, 1],
}

export const isMemberAggregate = (name: string): boolean => name.endsWith('-members')

/** Loosest first; one row binds tighter than the row above it, as in XPath. */
const PRECEDENCE: readonly (readonly BinaryOperator[])[] = [
  ['or'],
  ['and'],
  ['=', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', 'div', 'mod'],
]
const DEEPEST = 60

interface Token {
  readonly kind: 'number' | 'text' | 'reference' | 'name' | 'symbol' | 'end'
  readonly text: string
  readonly at: number
}

/** Thrown inside this file only and turned into a refusal at its door: a parser that returns at every step hides itself. */
class SyntaxSlip {
  readonly reason: string
  readonly at: number
  constructor(reason: string, at: number) {
    this.reason = reason
    this.at = at
  }
}

const TOKEN =
  /\s+|(?<number>\d+(?:\.\d+)?)|(?<text>'[^']*'|"[^"]*")|\$\{(?<reference>[A-Za-z][A-Za-z0-9_]*)\}|(?<name>[a-z]+(?:-[a-z]+)*)|(?<symbol>!=|<=|>=|[-+*=<>(),.])/y

const tokenise = (source: string): Token[] => {
  const tokens: Token[] = []
  let at = 0
  while (at < source.length) {
    TOKEN.lastIndex = at
    const match = TOKEN.exec(source)
    if (match === null) throw new SyntaxSlip(`unexpected "${source.slice(at, at + 8)}"`, at)
    const { number, text, reference, name, symbol } = match.groups ?? {}
    if (number !== undefined) tokens.push({ kind: 'number', text: number, at })
    else if (text !== undefined) tokens.push({ kind: 'text', text: text.slice(1, -1), at })
    else if (reference !== undefined) tokens.push({ kind: 'reference', text: reference, at })
    else if (name !== undefined) tokens.push({ kind: 'name', text: name, at })
    else if (symbol !== undefined) tokens.push({ kind: 'symbol', text: symbol, at })
    at = TOKEN.lastIndex
  }
  tokens.push({ kind: 'end', text: 'the end', at })
  return tokens
}

const parseTokens = (tokens: readonly Token[]): ExpressionNode => {
  let position = 0
  let depth = 0
  const END: Token = tokens.at(-1) ?? { kind: 'end', text: 'the end', at: 0 }
  const peek = (): Token => tokens[position] ?? END
  const isSymbol = (text: string): boolean => peek().kind === 'symbol' && peek().text === text
  const expect = (text: string): void => {
    if (!isSymbol(text)) throw new SyntaxSlip(`expected "${text}" but found "${peek().text}"`, peek().at)
    position++
  }
  const operatorAt = (level: number): BinaryOperator | undefined => {
    const { kind, text } = peek()
    if (kind !== 'symbol' && kind !== 'name') return undefined
    return PRECEDENCE[level]?.find(operator => operator === text)
  }

  const parseLevel = (level: number): ExpressionNode => {
    if (level === PRECEDENCE.length) return parseUnary()
    let left = parseLevel(level + 1)
    for (let operator = operatorAt(level); operator !== undefined; operator = operatorAt(level)) {
      const { at } = peek()
      position++
      left = { kind: 'binary', operator, left, right: parseLevel(level + 1), at }
    }
    return left
  }

  const parseUnary = (): ExpressionNode => {
    if (!isSymbol('-')) return parsePrimary()
    const { at } = peek()
    position++
    return nested(at, () => ({ kind: 'negate', operand: parseUnary(), at }))
  }

  const nested = <Node>(at: number, parse: () => Node): Node => {
    if (++depth > DEEPEST) throw new SyntaxSlip('nested too deeply', at)
    const node = parse()
    depth--
    return node
  }

  const parsePrimary = (): ExpressionNode => {
    const token = peek()
    const { at } = token
    position++
    if (token.kind === 'number') return { kind: 'number', value: Number(token.text), at }
    if (token.kind === 'text') return { kind: 'text', value: token.text, at }
    if (token.kind === 'reference') return { kind: 'reference', name: token.text, at }
    if (token.kind === 'name') return parseCall(token)
    if (token.kind === 'symbol' && token.text === '.') return { kind: 'current', at }
    if (token.kind === 'symbol' && token.text === '(')
      return nested(at, () => {
        const inner = parseLevel(0)
        expect(')')
        return inner
      })
    throw new SyntaxSlip(`expected a value but found "${token.text}"`, at)
  }

  const parseCall = ({ text: name, at }: Token): ExpressionNode => {
    const arity = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined
    if (arity === undefined) throw new SyntaxSlip(`unknown function "${name}"`, at)
    expect('(')
    const args = nested(at, parseArguments)
    expect(')')
    const [least, most] = arity
    if (args.length < least || args.length > most)
      throw new SyntaxSlip(`${name}() takes ${least === most ? least : `${least} to ${most}`} arguments`, at)
    return { kind: 'call', name, args, at }
  }

  const parseArguments = (): ExpressionNode[] => {
    if (isSymbol(')')) return []
    const args = [parseLevel(0)]
    while (isSymbol(',')) {
      position++
      args.push(parseLevel(0))
    }
    return args
  }

  const root = parseLevel(0)
  if (peek().kind !== 'end') throw new SyntaxSlip(`unexpected "${peek().text}"`, peek().at)
  return root
}

/**
 * Parses the XLSForm-like subset: `${ref}`, numbers, 'text', `.`, `+ - * div mod`, `= != < <= > >=`, `and or`,
 * parentheses and the calls in `FUNCTIONS`. Refuses `expression-invalid` with the reason and the character it stands at.
 */
export const parseExpression = (source: string): Outcome<ExpressionNode, 'expression-invalid'> => {
  try {
    return succeed(parseTokens(tokenise(source)))
  } catch (slip) {
    if (slip instanceof SyntaxSlip) return refuse('expression-invalid', { reason: slip.reason, at: slip.at })
    throw slip
  }
}
