// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ${…} is how the form language reads a name
import type { CompiledForm, CompiledQuestion } from '@thaiqm/core/form/compile-form.ts'
import { evaluateForm, type FormEvaluation, type FormInput } from '@thaiqm/core/form/evaluate-form.ts'
import { compileExpression, referencesOf } from '@thaiqm/core/form/expression.ts'
import { FACTS, type Facts } from '@thaiqm/core/form/facts.ts'
import { type AnswerValue, DECLINED, type FormAnswers, NO_ANSWERS } from '@thaiqm/core/form/form-answers.ts'
import { HELD_BY_COMMAND, type Question } from '@thaiqm/core/form/form-definition.ts'
import { describe, expect, it } from 'vitest'
import {
  compiledQuestionnaire,
  missedReasons,
  problemKindByCode,
  problemKinds,
  questionnaireVersions,
  reXrayVerdicts,
  sectors,
  visitOutcomes,
} from './catalogue.ts'

const getForm = (version: string): CompiledForm => {
  const form = compiledQuestionnaire(version)
  if (form === undefined) throw new Error(`no questionnaire ${version}`)
  return form
}

const form = getForm('re-x-ray-2567')
const questions = form.sections.flatMap(section => section.questions)
const questionOf = (id: string): Question | undefined => form.questionById.get(id)?.question

const choicesOf = (id: string): string[] | undefined => questionOf(id)?.choices?.map(({ value }) => value)
const codesOf = (rows: readonly { code: string }[]): string[] => rows.map(({ code }) => code)

describe('the whole questionnaire', () => {
  it('keeps the 94 items of the field manual', () => {
    const runs: [string, number, number][] = [
      ['Q', 1, 4],
      ['Q', 101, 107],
      ['Q', 201, 205],
      ['Q', 301, 304],
      ['Q', 401, 416],
      ['Q', 501, 514],
      ['Q', 601, 609],
      ['Q', 701, 708],
      ['Q', 801, 812],
      ['Q', 901, 908],
      ['QA', 1, 6],
      ['QB', 1, 1],
    ]
    const ids = runs.flatMap(([prefix, from, to]) =>
      Array.from(
        { length: to - from + 1 },
        (_, step) => `${prefix}${String(from + step).padStart(prefix === 'Q' ? 3 : 2, '0')}`,
      ),
    )
    expect(ids).toHaveLength(94)
    expect(ids.filter(id => !form.questionById.has(id))).toEqual([])
  })

  it('is written in Thai, with English beside', () => {
    for (const { question } of questions) {
      const { id, labelTh, labelEn, hintTh, hintEn, choices = [], constraint } = question
      for (const thai of [
        labelTh,
        ...choices.map(choice => choice.labelTh),
        constraint?.messageTh ?? 'ก',
        hintTh ?? 'ก',
      ])
        expect(thai, id).toMatch(/[ก-๙]/)
      for (const english of [
        labelEn,
        ...choices.map(choice => choice.labelEn),
        constraint?.messageEn ?? '',
        hintEn ?? '',
      ])
        expect(english, id).not.toMatch(/[ก-๙]/)
      expect(hintTh === undefined, id).toBe(hintEn === undefined)
    }
  })

  it('asks in the codes of the catalogue', () => {
    expect(choicesOf('Q001')).toEqual(codesOf(visitOutcomes))
    expect(choicesOf('Q104')).toEqual(codesOf(missedReasons))
    expect(choicesOf('Q301')).toEqual(codesOf(reXrayVerdicts))
    expect(choicesOf('Q302')).toEqual(['nobody', ...codesOf(sectors)])
  })

  it('lets only permitted roles read an answer that would betray a restricted problem', () => {
    for (const { question } of questions) {
      const betrays = question.raises?.some(({ kindCode }) => problemKindByCode.get(kindCode)?.restricted)
      if (betrays === true) expect(question.restricted, question.id).toBe(true)
    }
  })

  it('requires nothing that a command holds, and lets what is hard to ask be declined', () => {
    for (const { question } of questions)
      if (HELD_BY_COMMAND.has(question.type)) expect(question.required, question.id).toBe(false)
    for (const id of ['Q410', 'Q901', 'Q903'])
      expect(questionOf(id)).toMatchObject({ skippable: true, restricted: true })
  })

  it('offers “เหมือนรอบก่อน” everywhere but at the visit, the old problems and the signature', () => {
    expect(
      form.sections.filter(({ section }) => !section.mayBeSameAsLastRound).map(({ section }) => section.id),
    ).toEqual(['visit', 're-x-ray', 'sign'])
  })

  it('is one of the released ones', () => {
    expect(questionnaireVersions).toContain('re-x-ray-2567')
  })
})

/** A repeatable stream of numbers in [0, 1), so that a search that succeeds once succeeds always. */
const randomFrom = (seed: number) => {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

const sourcesOf = ({ relevant, calculate, raises = [] }: Question): string[] =>
  [relevant, calculate, ...raises.map(({ when }) => when)].filter(source => source !== undefined)

const namesIn = (source: string): string[] => {
  const expression = compileExpression(source)
  return expression.ok ? referencesOf(expression.value.node).map(({ name }) => name) : []
}

/** The question, and every question and fact that what it asks and raises rests on. */
const restsOn = (id: string, found = new Set<string>()): Set<string> => {
  if (found.has(id)) return found
  found.add(id)
  const question = questionOf(id)
  if (question !== undefined) for (const name of sourcesOf(question).flatMap(namesIn)) restsOn(name, found)
  return found
}

const AMOUNTS = [0, 1, 5, 8, 12, 14, 16, 20, 37, 66, 2450, 3100, 30_000, 90_000, 500_000]

const possibleAnswers = ({ type, choices = [] }: Question): AnswerValue[] => {
  if (type === 'yesno') return ['yes', 'no']
  if (type === 'single') return choices.map(({ value }) => value)
  if (type === 'multi') return choices.map(({ value }) => [value])
  if (type === 'number' || type === 'money') return AMOUNTS
  return type === 'text' ? ['มีเรื่องเดือดร้อน'] : []
}

const FIXED: Facts = {
  resident_count: 1,
  member_count: 1,
  bmn_income_line_baht: 40_000,
  vulnerable_income_line_baht: 100_000,
}

const possibleFacts = (name: string): (string | number | boolean | null)[] => {
  const kind = FACTS.household[name] ?? FACTS.member[name] ?? FACTS.problem[name]
  if (name in FIXED) return [FIXED[name] ?? null]
  if (kind?.type === 'boolean') return [true, false]
  return kind?.type === 'number' ? AMOUNTS : [...(kind?.values ?? ['P204'])]
}

/** Households that differ only in what `target` rests on, drawn until `accepts` is content. */
const search = (target: CompiledQuestion, accepts: (result: FormEvaluation) => boolean): FormEvaluation | undefined => {
  const random = randomFrom(2567)
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)]
  const names = [...restsOn(target.question.id)]
  for (let attempt = 0; attempt < 4000; attempt++) {
    const answers: FormAnswers = { household: {}, members: { somchai: {} }, problems: { old: {} } }
    const household: Record<string, string | number | boolean | null> = {}
    const member: Record<string, string | number | boolean | null> = {}
    for (const name of names) {
      const question = questionOf(name)
      if (question === undefined) {
        const facts = name in FACTS.household ? household : member
        facts[name] = pick(possibleFacts(name)) ?? null
      } else {
        const value = pick(possibleAnswers(question)) ?? null
        if (question.scope === 'household') answers.household[name] = value
        else if (question.scope === 'member') answers.members.somchai = { ...answers.members.somchai, [name]: value }
        else answers.problems.old = { ...answers.problems.old, [name]: value }
      }
    }
    const result = evaluateForm(form, {
      answers,
      household,
      members: [{ id: 'somchai', facts: member }],
      problems: [{ id: 'old', facts: { kind_code: 'P204' } }],
      sameAsLastRound: [],
    })
    if (accepts(result)) return result
  }
  return undefined
}

const isAskedIn = (result: FormEvaluation, questionId: string): boolean =>
  result.sections.some(({ instances }) =>
    instances.some(({ questions: states }) => states.some(state => state.question.id === questionId && state.relevant)),
  )

describe('every question', () => {
  it.each(questions.map(compiled => [compiled.question.id, compiled] as const))(
    '%s is asked of somebody',
    (id, compiled) => {
      expect(search(compiled, result => isAskedIn(result, id))).toBeDefined()
    },
  )
})

describe('every raises rule', () => {
  const rules = questions.flatMap(compiled =>
    compiled.raises.map(({ kindCode }) => [compiled.question.id, kindCode, compiled] as const),
  )
  it.each(rules)('%s raises %s', (id, kindCode, compiled) => {
    const raises = (result: FormEvaluation) =>
      result.raised.some(problem => problem.kindCode === kindCode && problem.byQuestionId === id)
    expect(search(compiled, raises)).toBeDefined()
  })

  it('together they reach every problem kind', () => {
    const raisable = new Set(rules.map(([, kindCode]) => kindCode))
    expect(codesOf(problemKinds).filter(code => !raisable.has(code))).toEqual([])
  })
})

const HOUSEHOLD: Facts = {
  member_count: 1,
  resident_count: 1,
  is_baseline: true,
  has_old_problems: false,
  bmn_income_line_baht: 40_000,
  vulnerable_income_line_baht: 100_000,
  visit_year_be: 2567,
}
const THAI: Facts = { sex: 'male', is_thai: true, id_kind: 'THAI_NID', is_resident: true }

const survey = (more: Partial<FormInput>): FormEvaluation =>
  evaluateForm(form, {
    answers: NO_ANSWERS,
    household: HOUSEHOLD,
    members: [],
    problems: [],
    sameAsLastRound: [],
    ...more,
  })

const surveyOne = (facts: Facts, answers: FormAnswers['household']): FormEvaluation =>
  survey({
    members: [{ id: 'bunma', facts: { ...THAI, ...facts } }],
    answers: { ...NO_ANSWERS, members: { bunma: answers } },
  })

const raisedBy = (result: FormEvaluation): string[] =>
  result.raised.map(({ kindCode, memberId }) => `${kindCode} ${memberId}`)
const isAskedOfBunma = (result: FormEvaluation, id: string): boolean => isAskedIn(result, id)

describe('the rules of the questionnaire', () => {
  const income = (main: number): FormAnswers => ({
    ...NO_ANSWERS,
    household: { Q701A: main, Q701B: 0, Q701C: 0, Q701D: 0 },
  })

  it('(1) income per head is the total by resident members, against the line of the year', () => {
    const household = { ...HOUSEHOLD, resident_count: 3, member_count: 5 }
    expect(raisedBy(survey({ household, answers: income(119_999) }))).toEqual(['P401 null'])
    expect(raisedBy(survey({ household, answers: income(120_000) }))).toEqual([])
    expect(survey({ household, answers: income(120_000) }).clean.household).toMatchObject({
      Q701: 120_000,
      Q701P: 40_000,
    })
  })

  it('(1) no judgement before every part of the income is told', () => {
    expect(raisedBy(survey({ answers: { ...NO_ANSWERS, household: { Q701A: 0 } } }))).toEqual([])
  })

  it('(2) bed-ridden and not cared for enough', () => {
    expect(raisedBy(surveyOne({ age: 80 }, { Q407: 'bedridden' }))).toEqual([])
    expect(raisedBy(surveyOne({ age: 80 }, { Q407: 'bedridden', Q408: 'enough' }))).toEqual([])
    expect(raisedBy(surveyOne({ age: 80 }, { Q407: 'bedridden', Q408: 'not_enough' }))).toEqual(['P106 bunma'])
    expect(raisedBy(surveyOne({ age: 80 }, { Q407: 'homebound', Q408: 'none' }))).toEqual(['P107 bunma'])
  })

  it('(3) the elder allowance is asked of Thais only; an elder without status raises P504', () => {
    const thai = surveyOne({ age: 71 }, { Q803: 'no' })
    expect(raisedBy(thai)).toEqual(['P506 bunma'])
    const stateless = surveyOne({ age: 71, is_thai: false, id_kind: 'CAT0' }, { Q803: 'no' })
    expect(isAskedOfBunma(stateless, 'Q803')).toBe(false)
    expect(raisedBy(stateless)).toEqual(['P504 bunma'])
  })

  it('(4) what cannot be asked now is recorded as declined and completes the section', () => {
    const { missing, raised } = surveyOne({ age: 30 }, { Q410: DECLINED, Q901: DECLINED })
    expect(missing.map(({ questionId }) => questionId)).not.toContain('Q410')
    expect(missing.map(({ questionId }) => questionId)).not.toContain('Q901')
    expect(raised).toEqual([])
  })

  it('the dead and the moved are asked nothing more', () => {
    const { missing } = surveyOne({ age: 71 }, { Q203: 'here', Q204: 'valid', Q205: 'deceased' })
    expect(missing.filter(({ instanceId }) => instanceId === 'bunma')).toEqual([])
  })

  it('nobody of unknown age is asked what is asked by age, nor spared what is asked of all', () => {
    const result = surveyOne({ age: null }, {})
    expect([isAskedOfBunma(result, 'Q803'), isAskedOfBunma(result, 'Q407'), isAskedOfBunma(result, 'Q410')]).toEqual([
      false,
      true,
      true,
    ])
  })

  it('a grandson out of school is the grandson’s problem', () => {
    const result = surveyOne({ age: 9 }, { Q602: 'out', Q603: 'no_papers' })
    expect(raisedBy(result)).toEqual(['P302 bunma', 'P310 bunma'])
  })
})

describe('a family of eight without hardship', () => {
  const GOOD: Readonly<Record<string, AnswerValue>> = {
    Q101A: 'registered',
    Q105: 'own',
    Q106: 'deed',
    Q203: 'here',
    Q204: 'valid',
    Q401: 'not_pregnant',
    Q403: 3100,
    Q404: 'no',
    Q405: 'complete',
    Q406: 'normal',
    Q407: 'independent',
    Q409: ['none'],
    Q410: 'normal',
    Q411: 'none',
    Q412: 'no',
    Q413: 'yes',
    Q414: ['none'],
    Q415: 'no',
    Q501: ['normal'],
    Q502: 'good',
    Q503: 'good',
    Q504: 'good',
    Q505: 'own_meter',
    Q506: ['none'],
    Q507: 'yes',
    Q508: 'no',
    Q509: 'none',
    Q510: ['none'],
    Q511: 'yes',
    Q512: 'yes',
    Q513: 'no',
    Q601: 'enrolled',
    Q602: 'regular',
    Q604: 'not_yet',
    Q605: 'yes',
    Q606: 'no',
    Q607: 'yes',
    Q608: 'no',
    Q701A: 900_000,
    Q701B: 0,
    Q701C: 0,
    Q701D: 0,
    Q702: 300_000,
    Q703: 'formal',
    Q704A: 'no',
    Q705: ['none'],
    Q706: ['none'],
    Q707: 'yes',
    Q801: 'yes',
    Q802: 'usable',
    Q803: 'yes',
    Q805: 'yes',
    Q806: 'not_eligible',
    Q807: 'has',
    Q809: 'no',
    Q810: 'no',
    Q811: 'no',
    Q901: 'not_involved',
    Q902: 'yes',
    Q903: 'good',
    Q904: ['none'],
    Q905: ['none'],
    Q906: 'no',
    Q907: 'yes',
    QA00: 'no_problem',
  }
  const members = [0, 4, 9, 15, 22, 38, 41, 70].map((age, index) => ({
    id: `member-${index}`,
    facts: { ...THAI, age, sex: index % 2 === 0 ? 'female' : 'male' },
  }))
  const answers: FormAnswers = { household: {}, members: {}, problems: {} }
  for (const [id, value] of Object.entries(GOOD))
    if (questionOf(id)?.scope === 'household') answers.household[id] = value
    else
      for (const { id: memberId } of members) answers.members[memberId] = { ...answers.members[memberId], [id]: value }
  const input: FormInput = {
    answers,
    household: { ...HOUSEHOLD, member_count: 8, resident_count: 8 },
    members,
    problems: [],
    sameAsLastRound: [],
  }

  it('(5) answers “ไม่มีปัญหา” throughout, and the form is complete with nothing raised', () => {
    const { missing, violations, raised } = evaluateForm(form, input)
    expect({ missing, violations, raised }).toEqual({ missing: [], violations: [], raised: [] })
  })

  it('(6) is complete as well when all sections are as in the last round', () => {
    const sameAsLastRound = form.sections.map(({ section }) => section.id)
    const again = evaluateForm(form, { ...input, answers: NO_ANSWERS, lastAnswers: answers, sameAsLastRound })
    expect(again.missing).toEqual([])
    expect(again.clean).toEqual(evaluateForm(form, input).clean)
  })

  it('is evaluated in a blink', () => {
    const times = Array.from({ length: 15 }, () => {
      const from = performance.now()
      evaluateForm(form, input)
      return performance.now() - from
    }).sort((a, b) => a - b)
    expect(times[3]).toBeLessThan(25)
  })
})
