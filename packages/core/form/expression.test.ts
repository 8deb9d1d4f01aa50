// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ${…} is how the form language reads a name
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileExpression, type ExpressionContext, referencesOf } from './expression.ts'
import { type BinaryOperator, type ExpressionNode, parseExpression } from './expression-parser.ts'
import type { ExpressionValue } from './expression-value.ts'

type Known = Record<string, ExpressionValue>

const contextOf = (known: Known, members: Known[] = [], current: ExpressionValue = null): ExpressionContext => ({
  read: name => known[name] ?? null,
  current,
  members: members.map(member => contextOf({ ...known, ...member })),
})

const resultOf = (source: string, known: Known = {}, members: Known[] = [], current: ExpressionValue = null) => {
  const expression = compileExpression(source)
  if (!expression.ok) throw new Error(`${source}: ${expression.details.reason}`)
  return expression.value.evaluate(contextOf(known, members, current))
}

describe('arithmetic and comparison', () => {
  it.each<[string, ExpressionValue]>([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['10 - 4 - 3', 3],
    ['12 div 4 mod 2', 1],
    ['-2 * -3', 6],
    ['- - 2', 2],
    ["'a' = 'a'", true],
    ["'5' = 5", true],
    ["'2023-12-01' < '2024-01-31'", true],
    ["'2023-12-01' < 5", false],
    ['1 < 2 and 2 <= 2 and 3 > 2 and 3 >= 3', true],
    ['true() or false() and false()', true],
    ['1 < 2 = true()', true],
    ["if(1 > 2, 'yes', 'no')", 'no'],
    ["coalesce(${none}, '', 3)", 3],
    ["string-length('น้ำ')", 3],
    ["regex('49000', '[0-9]{5}')", true],
    ["regex('490001', '[0-9]{5}')", false],
    ['round(2.5) + number("4")', 7],
    ['min(3, ${none}, 2) + max(1, 5)', 7],
  ])('%s is %s', (source, expected) => {
    expect(resultOf(source)).toBe(expected)
  })
})

describe('no answer behaves as the empty node-set of XPath', () => {
  it.each<[string, ExpressionValue]>([
    ["${q} = 'x'", false],
    ["${q} != 'x'", false],
    ['${q} < 5', false],
    ['${q} >= 0', false],
    ['${q} = ${other}', false],
    ['${q} = 0', false],
    ['${q} = false()', false],
    ["${q} = ''", true],
    ["'' = ${q}", true],
    ["${q} != ''", false],
    ["${answered} != ''", true],
    ["${answered} = ''", false],
    ["${zero} = ''", false],
    ["${no} = ''", false],
    ["${none_ticked} = ''", true],
    ['${q} + 1', null],
    ["'text' + 1", null],
    ['1 div 0', null],
    ['${q} or false()', false],
    ['not(${q})', true],
    ["selected(${q}, 'x')", false],
    ['count-selected(${q})', 0],
    ['string-length(${q})', 0],
    ["regex(${q}, '.*')", false],
    ["if(${q} > 5, 'big', 'small')", 'small'],
  ])('%s is %s', (source, expected) => {
    expect(resultOf(source, { answered: 'x', zero: 0, no: false, none_ticked: [] })).toBe(expected)
  })
})

describe('choices', () => {
  it('selected() looks in the ticked choices and in a single choice', () => {
    expect(resultOf("selected(${q}, 'roof')", { q: ['wall', 'roof'] })).toBe(true)
    expect(resultOf("selected(${q}, 'roof')", { q: ['rooftop'] })).toBe(false)
    expect(resultOf("selected(${q}, 'roof')", { q: 'roof' })).toBe(true)
    expect(resultOf('count-selected(${q})', { q: ['wall', 'roof'] })).toBe(2)
  })
})

describe('members', () => {
  const members = [{ age: 70, pay: 600 }, { age: 4 }, { age: 35, pay: 9000 }]
  it.each<[string, ExpressionValue]>([
    ['count-members()', 3],
    ['count-members(${age} >= ${line})', 1],
    ['sum-members(${pay})', 9600],
    ['sum-members(if(${age} >= 60, ${pay}, 0))', 600],
    ['min-members(${age})', 4],
    ['max-members(${age})', 70],
  ])('%s is %s', (source, expected) => {
    expect(resultOf(source, { line: 60 }, members)).toBe(expected)
  })
  it('nobody has neither least nor most, and sums to nothing', () => {
    expect(resultOf('min-members(${age})')).toBe(null)
    expect(resultOf('sum-members(${age})')).toBe(0)
  })
})

describe('the current value', () => {
  it('is the dot', () => {
    expect(resultOf('. > 0 and . <= 5000', {}, [], 2450)).toBe(true)
    expect(resultOf('. > 0', {}, [], null)).toBe(false)
  })
})

describe('faults carry the character they stand at', () => {
  it.each<[string, number]>([
    ['', 0],
    ['1 +', 3],
    ['(1', 2],
    ['1 2', 2],
    ['sum(1)', 0],
    ['1 + nope()', 4],
    ['not()', 0],
    ["'open", 0],
    ['${q', 0],
    ['a > 1', 0],
    ["regex('x', '(')", 0],
    ["regex('x', ${q})", 0],
    ['constructor()', 0],
    [`${'('.repeat(200)}1${')'.repeat(200)}`, 60],
  ])('%s at %i', (source, at) => {
    expect(compileExpression(source)).toMatchObject({ ok: false, code: 'expression-invalid', details: { at } })
  })
})

it('collects what an expression reads', () => {
  const expression = compileExpression('${Q701} div ${n} < count-members(${age} > ${Q701})')
  expect(expression.ok && referencesOf(expression.value.node).map(({ name, perMember }) => [name, perMember])).toEqual([
    ['Q701', false],
    ['n', false],
    ['age', true],
    ['Q701', true],
  ])
})

const print = (node: ExpressionNode): string => {
  switch (node.kind) {
    case 'number':
      return String(node.value)
    case 'text':
      return node.value.includes("'") ? `"${node.value}"` : `'${node.value}'`
    case 'reference':
      return `\${${node.name}}`
    case 'current':
      return '.'
    case 'negate':
      return `-(${print(node.operand)})`
    case 'binary':
      return `(${print(node.left)} ${node.operator} ${print(node.right)})`
    case 'call':
      return `${node.name}(${node.args.map(print).join(', ')})`
  }
}

const withoutPlaces = (node: ExpressionNode): unknown =>
  JSON.parse(JSON.stringify(node, (key, value: unknown) => (key === 'at' ? undefined : value)))

const OPERATORS: BinaryOperator[] = ['or', 'and', '=', '!=', '<', '<=', '>', '>=', '+', '-', '*', 'div', 'mod']
const at = 0
const { node: anyNode } = fc.letrec<{ node: ExpressionNode }>(tie => ({
  node: fc.oneof(
    { maxDepth: 5 },
    fc.nat({ max: 99999 }).map((value): ExpressionNode => ({ kind: 'number', value, at })),
    fc.stringMatching(/^[a-zก-ฮ .)(]{0,6}$/).map((value): ExpressionNode => ({ kind: 'text', value, at })),
    fc.stringMatching(/^[A-Z][a-z0-9_]{0,5}$/).map((name): ExpressionNode => ({ kind: 'reference', name, at })),
    fc.constant<ExpressionNode>({ kind: 'current', at }),
    tie('node').map((operand): ExpressionNode => ({ kind: 'negate', operand, at })),
    fc
      .tuple(fc.constantFrom(...OPERATORS), tie('node'), tie('node'))
      .map(([operator, left, right]): ExpressionNode => ({ kind: 'binary', operator, left, right, at })),
    tie('node').map((arg): ExpressionNode => ({ kind: 'call', name: 'count-members', args: [arg], at })),
    fc
      .array(tie('node'), { minLength: 3, maxLength: 3 })
      .map((args): ExpressionNode => ({ kind: 'call', name: 'if', args, at })),
  ),
}))

describe('for every expression', () => {
  it('printing and parsing gives the same tree back', () => {
    fc.assert(
      fc.property(anyNode, node => {
        const parsed = parseExpression(print(node))
        expect(parsed.ok && withoutPlaces(parsed.value)).toEqual(withoutPlaces(node))
      }),
    )
  })

  it('any text is either read or refused with its place; what is read never crashes', () => {
    const piece = fc.constantFrom(
      '${Q1}',
      '.',
      '(',
      ')',
      ',',
      '1',
      "'a'",
      'and',
      'or',
      'not',
      'selected',
      '-',
      '=',
      '<',
      'div',
      ' ',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 20 }).map(pieces => pieces.join(' ')),
        ),
        source => {
          const expression = compileExpression(source)
          if (!expression.ok) expect(expression.details.at).toBeLessThanOrEqual(source.length)
          else expression.value.evaluate(contextOf({ Q1: ['a'] }, [{ Q1: 2 }], 'a'))
        },
      ),
    )
  })
})
