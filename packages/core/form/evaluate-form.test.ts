// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ${…} is how the form language reads a name
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileForm } from './compile-form.ts'
import { evaluateForm, type FormEvaluation, type FormInput } from './evaluate-form.ts'
import { DECLINED, type FormAnswers, NO_ANSWERS } from './form-answers.ts'
import { formDefinition } from './form-definition.ts'

const ask = (id: string, scope: string, type: string, more: object = {}): object => ({
  id,
  scope,
  type,
  labelTh: 'คำถาม',
  labelEn: 'Question',
  required: true,
  ...more,
})

const choices = [
  { value: 'none', labelTh: 'ไม่มีปัญหา', labelEn: 'None', exclusive: true },
  { value: 'roof', labelTh: 'หลังคา', labelEn: 'Roof' },
  { value: 'wall', labelTh: 'ฝา', labelEn: 'Wall' },
]

const definition = formDefinition.parse({
  version: 'test-1',
  titleTh: 'แบบ',
  titleEn: 'Form',
  sections: [
    {
      id: 'health',
      titleTh: 'สุขภาพ',
      titleEn: 'Health',
      mayBeSameAsLastRound: true,
      questions: [
        ask('Q407', 'member', 'yesno'),
        ask('Q408', 'member', 'yesno', {
          relevant: "${Q407} = 'yes'",
          raises: [{ when: "${Q407} = 'yes' and . = 'no'", kindCode: 'P106' }],
        }),
        ask('Q410', 'member', 'yesno', { skippable: true, raises: [{ when: ". = 'yes'", kindCode: 'P110' }] }),
        ask('Q412', 'household', 'yesno', { relevant: "count-members(${Q407} = 'yes') > 0" }),
        ask('Q413', 'household', 'yesno', {
          required: false,
          relevant: "${Q412} = 'yes'",
          raises: [{ when: '${resident_count} > 1', kindCode: 'P300' }],
        }),
      ],
    },
    {
      id: 'income',
      titleTh: 'รายได้',
      titleEn: 'Income',
      mayBeSameAsLastRound: false,
      questions: [
        ask('Q701', 'household', 'money', {
          constraint: { expression: '. < 9000000', messageTh: 'สูงผิดปกติ', messageEn: 'Very high', severity: 'warn' },
        }),
        ask('Q702', 'household', 'calculate', {
          calculate: '${Q701} div ${resident_count}',
          raises: [{ when: '. < ${bmn_income_line_baht}', kindCode: 'P401' }],
        }),
        ask('Q703', 'member', 'yesno', { required: false, raises: [{ when: ". = 'yes'", kindCode: 'P401' }] }),
        ask('Q501', 'household', 'multi', {
          choices,
          raises: [{ when: "selected(., 'roof') or selected(., 'wall')", kindCode: 'P201' }],
        }),
        ask('Q004', 'household', 'photo'),
        ask('Q301', 'problem', 'yesno'),
      ],
    },
  ],
})

const compiled = compileForm(definition, {
  kinds: [
    { code: 'P106', lifeStage: 'ANY' },
    { code: 'P110', lifeStage: 'ANY' },
    { code: 'P201', lifeStage: 'HH' },
    { code: 'P300', lifeStage: 'HH' },
    { code: 'P401', lifeStage: 'HH' },
  ],
})
if (!compiled.ok) throw new Error(compiled.errors.map(row => row.messageEn).join('\n'))
const form = compiled.value

/** Grandmother Bunma and her grandson, in a house with one old problem. */
const family: FormInput = {
  answers: NO_ANSWERS,
  household: { resident_count: 2, bmn_income_line_baht: 40_000 },
  members: [
    { id: 'bunma', facts: { age: 78 } },
    { id: 'ton', facts: { age: 9 } },
  ],
  problems: [{ id: 'old-roof', facts: { kind_code: 'P201' } }],
  sameAsLastRound: [],
}

class Interview {
  readonly #answers: FormAnswers = { household: {}, members: {}, problems: {} }
  household(answers: FormAnswers['household']): this {
    Object.assign(this.#answers.household, answers)
    return this
  }
  member(id: string, answers: FormAnswers['household']): this {
    this.#answers.members[id] = { ...this.#answers.members[id], ...answers }
    return this
  }
  result(more: Partial<FormInput> = {}): FormEvaluation {
    return evaluateForm(form, { ...family, answers: this.#answers, ...more })
  }
}

const isAsked = (result: FormEvaluation, questionId: string, instanceId: string | null): boolean | undefined =>
  result.sections
    .flatMap(({ instances }) => instances)
    .filter(instance => instance.instanceId === instanceId)
    .flatMap(({ questions }) => questions)
    .find(({ question }) => question.id === questionId)?.relevant

describe('relevance', () => {
  it('opens for the member concerned, and for the household through an aggregate', () => {
    const before = new Interview().member('bunma', { Q407: 'no' }).result()
    expect([isAsked(before, 'Q408', 'bunma'), isAsked(before, 'Q412', null)]).toEqual([false, false])
    const after = new Interview().member('bunma', { Q407: 'yes' }).result()
    expect([isAsked(after, 'Q408', 'bunma'), isAsked(after, 'Q408', 'ton')]).toEqual([true, false])
    expect(isAsked(after, 'Q412', null)).toBe(true)
  })

  it('keeps an irrelevant answer in the draft and out of everything else', () => {
    const result = new Interview().member('bunma', { Q407: 'no', Q408: 'no' }).result()
    expect(result.raised).toEqual([])
    expect(result.clean.members.bunma).toEqual({ Q407: 'no' })
    const state = result.sections[0]?.instances.find(({ instanceId }) => instanceId === 'bunma')?.questions[1]
    expect(state).toMatchObject({ value: 'no', relevant: false, answered: false })
  })
})

describe('what is missing', () => {
  it('names each required, relevant, unanswered question, and never what a command holds', () => {
    const result = new Interview().household({ Q701: 90_000 }).member('ton', { Q407: 'no', Q410: 'no' }).result()
    expect(result.missing.map(({ questionId, instanceId }) => `${questionId} ${instanceId}`)).toEqual([
      'Q407 bunma',
      'Q410 bunma',
      'Q501 null',
      'Q301 old-roof',
    ])
    expect(result.sections.map(({ progress }) => progress)).toEqual([
      { answered: 2, asked: 4 },
      { answered: 1, asked: 3 },
    ])
  })

  it('a declined skippable question is answered, raises nothing, and stays in the answers', () => {
    const result = new Interview().member('bunma', { Q407: DECLINED, Q410: DECLINED }).result()
    expect(result.missing.filter(({ instanceId }) => instanceId === 'bunma').map(place => place.questionId)).toEqual([
      'Q407',
    ])
    expect(result.violations).toMatchObject([{ questionId: 'Q407', severity: 'block' }])
    expect(result.clean.members.bunma).toEqual({ Q410: DECLINED })
    expect(result.raised).toEqual([])
  })
})

describe('what an answer raises', () => {
  it('is on the member whose answer it is', () => {
    const result = new Interview().member('bunma', { Q407: 'yes', Q408: 'no' }).result()
    expect(result.raised).toEqual([{ kindCode: 'P106', memberId: 'bunma', byQuestionId: 'Q408' }])
  })

  it('is on the household when the kind is the household’s, once only', () => {
    const result = new Interview()
      .household({ Q701: 50_000 })
      .member('bunma', { Q703: true })
      .member('ton', { Q703: 'yes' })
      .result()
    expect(result.raised).toEqual([{ kindCode: 'P401', memberId: null, byQuestionId: 'Q702' }])
  })

  it('is nothing while the question is not asked, whatever its rule reads', () => {
    const interview = new Interview().member('bunma', { Q407: 'yes' })
    expect(interview.result().raised).toEqual([])
    expect(interview.household({ Q412: 'yes' }).result().raised).toEqual([
      { kindCode: 'P300', memberId: null, byQuestionId: 'Q413' },
    ])
  })

  it('income per head exactly on the line is not below it', () => {
    expect(new Interview().household({ Q701: 80_000 }).result().raised).toEqual([])
    expect(new Interview().household({ Q701: 79_999 }).result().raised).toHaveLength(1)
  })

  it('nobody living there gives no income per head', () => {
    const household = { resident_count: 0, bmn_income_line_baht: 40_000 }
    expect(new Interview().household({ Q701: 100 }).result({ household }).raised).toEqual([])
  })
})

describe('violations', () => {
  it.each<[string, FormAnswers['household'], string]>([
    ['an unusual sum', { Q701: 9_500_000 }, 'Q701 warn'],
    ['a negative sum', { Q701: -1 }, 'Q701 block'],
    ['a choice that does not exist', { Q501: ['floor'] }, 'Q501 block'],
    ['"none" together with another', { Q501: ['none', 'roof'] }, 'Q501 block'],
  ])('%s', (_name, answers, expected) => {
    const { violations } = new Interview().household(answers).result()
    expect(violations.map(({ questionId, severity }) => `${questionId} ${severity}`)).toEqual([expected])
  })

  it('an unfit answer is neither counted nor sent', () => {
    const result = new Interview().household({ Q501: ['none', 'roof'] }).result()
    expect(result.raised).toEqual([])
    expect(result.clean.household).toEqual({})
  })
})

describe('as in the last round', () => {
  const lastAnswers: FormAnswers = {
    household: { Q701: 10_000 },
    members: { bunma: { Q407: 'yes', Q408: 'no', Q410: 'no' } },
    problems: {},
  }

  it('a marked section takes the answers of the last round; a newcomer is still asked', () => {
    const result = new Interview().member('bunma', { Q407: 'no' }).result({ sameAsLastRound: ['health'], lastAnswers })
    expect(result.raised).toEqual([{ kindCode: 'P106', memberId: 'bunma', byQuestionId: 'Q408' }])
    expect(result.missing.map(({ questionId, instanceId }) => `${questionId} ${instanceId}`).slice(0, 3)).toEqual([
      'Q412 null',
      'Q407 ton',
      'Q410 ton',
    ])
  })

  it('what a newcomer answers now stands beside what the others answered then', () => {
    const result = new Interview()
      .member('ton', { Q407: 'no', Q410: 'yes' })
      .result({ sameAsLastRound: ['health'], lastAnswers })
    expect(result.raised).toContainEqual({ kindCode: 'P110', memberId: 'ton', byQuestionId: 'Q410' })
    expect(result.clean.members.bunma).toEqual({ Q407: 'yes', Q408: 'no', Q410: 'no' })
  })

  it('a section that must be asked anew ignores the mark', () => {
    const result = new Interview().result({ sameAsLastRound: ['income'], lastAnswers })
    expect(result.clean.household).toEqual({})
  })
})

describe('whatever is answered', () => {
  const anyAnswer = fc.oneof(
    fc.constantFrom<FormAnswers['household'][string]>(
      'yes',
      'no',
      null,
      DECLINED,
      '',
      true,
      ['roof'],
      ['none', 'wall'],
      { lat: 1, lng: 1, accuracyInMetres: 5 },
    ),
    fc.integer(),
    fc.string(),
  )
  const ids = definition.sections.flatMap(section => section.questions.map(({ id }) => id))
  const anyAnswers = fc.dictionary(fc.constantFrom(...ids, '__proto__', 'constructor'), anyAnswer)
  const anyForm = fc.record({
    household: anyAnswers,
    members: fc.dictionary(fc.constantFrom('bunma', 'ton', 'stranger', '__proto__'), anyAnswers),
    problems: fc.dictionary(fc.constant('old-roof'), anyAnswers),
  })

  it('irrelevant answers never leak: the clean answers alone give the same result', () => {
    fc.assert(
      fc.property(anyForm, answers => {
        const first = evaluateForm(form, { ...family, answers })
        const again = evaluateForm(form, { ...family, answers: first.clean })
        expect(again.raised).toEqual(first.raised)
        expect(again.clean).toEqual(first.clean)
        expect(again.missing).toEqual(first.missing)
        const relevantIds = first.sections
          .flatMap(section => section.instances)
          .flatMap(({ instanceId, questions }) => questions.map(state => ({ ...state, instanceId })))
          .filter(state => state.relevant && state.answered)
          .map(({ question, instanceId }) => `${question.id} ${instanceId}`)
        const cleanIds = [
          ...Object.keys(first.clean.household).map(id => `${id} null`),
          ...Object.entries(first.clean.members).flatMap(([m, by]) => Object.keys(by).map(id => `${id} ${m}`)),
          ...Object.entries(first.clean.problems).flatMap(([p, by]) => Object.keys(by).map(id => `${id} ${p}`)),
        ]
        expect(cleanIds.sort()).toEqual(relevantIds.sort())
      }),
    )
  })

  it('progress is complete exactly when nothing is missing', () => {
    fc.assert(
      fc.property(anyForm, answers => {
        const { sections, missing } = evaluateForm(form, { ...family, answers })
        for (const { section, progress } of sections)
          expect(progress.asked - progress.answered).toBe(
            missing.filter(({ sectionId }) => sectionId === section.id).length,
          )
      }),
    )
  })
})
