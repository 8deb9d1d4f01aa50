// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ${…} is how the form language reads a name
import { describe, expect, it } from 'vitest'
import { compileForm } from './compile-form.ts'
import { type FormDefinition, formDefinition } from './form-definition.ts'

const KINDS = [
  { code: 'P101', lifeStage: 'PREG' },
  { code: 'P201', lifeStage: 'HH' },
]

const ask = (id: string, more: object = {}): object => ({
  id,
  scope: 'household',
  type: 'yesno',
  labelTh: 'คำถาม',
  labelEn: 'Question',
  required: true,
  ...more,
})

const choices = (...values: string[]): object[] => values.map(value => ({ value, labelTh: value, labelEn: value }))

const formOf = (...questions: object[]): FormDefinition =>
  formDefinition.parse({
    version: 'test-1',
    titleTh: 'แบบ',
    titleEn: 'Form',
    sections: [{ id: 'health', titleTh: 'สุขภาพ', titleEn: 'Health', mayBeSameAsLastRound: true, questions }],
  })

const faultsOf = (...questions: object[]): string[] => {
  const form = compileForm(formOf(...questions), { kinds: KINDS })
  return form.ok ? [] : form.errors.map(({ questionId, field, code }) => `${questionId} ${field} ${code}`)
}

describe('a sound form', () => {
  it('compiles, and puts each question after those it reads', () => {
    const form = compileForm(
      formOf(
        ask('Q2', { relevant: "${Q1} = 'yes'" }),
        ask('Q1', { relevant: 'count-members(${M1} > 3) > 0' }),
        ask('M1', { scope: 'member', type: 'number', relevant: "${sex} = 'female' and ${age} >= 10" }),
      ),
      { kinds: KINDS },
    )
    expect(form.ok && form.value.inOrder.map(({ question }) => question.id)).toEqual(['M1', 'Q1', 'Q2'])
  })
})

describe('what may not be published', () => {
  it.each<[string, object[], string[]]>([
    ['a name nobody has', [ask('Q1', { relevant: '${Q9} = 1' })], ['Q1 relevant unknown-name']],
    ['a broken expression', [ask('Q1', { relevant: '1 +' })], ['Q1 relevant expression-invalid']],
    ['the same id twice', [ask('Q1'), ask('Q1')], ['Q1 id duplicate-id']],
    ['the same choice twice', [ask('Q1', { type: 'single', choices: choices('a', 'a') })], ['Q1 choices duplicate-id']],
    ['a choice question with no choices', [ask('Q1', { type: 'multi' })], ['Q1 choices choices-missing']],
    ['choices where none belong', [ask('Q1', { choices: choices('a') })], ['Q1 choices choices-needless']],
    ['a formula missing', [ask('Q1', { type: 'calculate' })], ['Q1 calculate calculate-missing']],
    ['a formula where none belongs', [ask('Q1', { calculate: '1' })], ['Q1 calculate calculate-needless']],
    [
      'a circle through a member aggregate',
      [
        ask('Q1', { relevant: "count-members(${M1} = 'yes') > 0" }),
        ask('M1', { scope: 'member', relevant: "${Q1} = 'yes'" }),
      ],
      ['Q1 relevant cycle', 'M1 relevant cycle'],
    ],
    ['a formula reading itself', [ask('Q1', { type: 'calculate', calculate: '${Q1} + 1' })], ['Q1 calculate cycle']],
    [
      'a choice the question has not',
      [ask('Q1', { type: 'single', choices: choices('a') }), ask('Q2', { relevant: "${Q1} = 'b'" })],
      ['Q2 relevant unknown-choice'],
    ],
    [
      'a choice the question has not, by selected()',
      [ask('Q1', { type: 'multi', choices: choices('a') }), ask('Q2', { relevant: "selected(${Q1}, 'b')" })],
      ['Q2 relevant unknown-choice'],
    ],
    [
      'a yes/no answer that is neither',
      [ask('Q1', { raises: [{ when: ". = 'true'", kindCode: 'P201' }] })],
      ['Q1 raises P201 unknown-choice'],
    ],
    [
      'a value the fact never has',
      [ask('M1', { scope: 'member', relevant: "${sex} = 'F'" })],
      ['M1 relevant unknown-choice'],
    ],
    [
      'several choices compared by =',
      [ask('Q1', { type: 'multi', choices: choices('a') }), ask('Q2', { relevant: "${Q1} = 'a'" })],
      ['Q2 relevant multi-needs-selected'],
    ],
    [
      'a kind nobody knows',
      [ask('Q1', { raises: [{ when: ". = 'no'", kindCode: 'P999' }] })],
      ['Q1 raises P999 unknown-kind'],
    ],
    [
      "a member's answer read by the household",
      [ask('M1', { scope: 'member' }), ask('Q1', { relevant: "${M1} = 'no'" })],
      ['Q1 relevant needs-aggregate'],
    ],
    [
      'a fact of members read by the household',
      [ask('Q1', { relevant: '${age} > 59' })],
      ['Q1 relevant needs-aggregate'],
    ],
    [
      "an old problem's fact read by the household",
      [ask('Q1', { relevant: "${kind_code} = 'P201'" })],
      ['Q1 relevant out-of-scope'],
    ],
    ['the dot in relevance', [ask('Q1', { relevant: '. > 1' })], ['Q1 relevant current-not-allowed']],
    [
      'the dot inside an aggregate',
      [
        ask('Q1', {
          type: 'number',
          constraint: { expression: 'count-members(${age} > .) > 0', messageTh: 'ก', messageEn: 'a', severity: 'warn' },
        }),
      ],
      ['Q1 constraint current-not-allowed'],
    ],
    [
      'a problem raised by an old problem',
      [ask('R1X', { scope: 'problem', raises: [{ when: ". = 'no'", kindCode: 'P201' }] })],
      ['R1X raises P201 problem-cannot-raise'],
    ],
    ['a question never asked', [ask('Q1', { relevant: 'false() and ${is_baseline}' })], ['Q1 relevant unreachable']],
    [
      'an age both over and under',
      [ask('M1', { scope: 'member', relevant: '${age} >= 60 and ${age} < 60' })],
      ['M1 relevant unreachable'],
    ],
    [
      'one answer that is two',
      [ask('Q1'), ask('Q2', { relevant: "${Q1} = 'yes' and (${Q1} = 'no')" })],
      ['Q2 relevant unreachable'],
    ],
    [
      'a question that waits for one never asked',
      [ask('Q1', { relevant: '1 = 2' }), ask('Q2', { relevant: "${Q1} = 'yes'" })],
      ['Q1 relevant unreachable', 'Q2 relevant unreachable'],
    ],
  ])('%s', (_name, questions, expected) => {
    expect(faultsOf(...questions)).toEqual(expected)
  })

  it('says everything at once, in Thai and English, with the place', () => {
    const form = compileForm(formOf(ask('Q1', { relevant: '${Q9} = 1', raises: [{ when: '((', kindCode: 'P999' }] })), {
      kinds: KINDS,
    })
    expect(form).toMatchObject({
      ok: false,
      code: 'form-not-publishable',
      errors: [
        { code: 'unknown-name', at: 0, messageTh: 'ไม่มีข้อคำถามหรือข้อมูลชื่อ Q9' },
        { code: 'unknown-kind' },
        { code: 'expression-invalid', at: 2 },
      ],
    })
  })

  it('allows a touch where a range is closed', () => {
    expect(faultsOf(ask('M1', { scope: 'member', relevant: '${age} >= 6 and ${age} <= 6' }))).toEqual([])
  })
})
