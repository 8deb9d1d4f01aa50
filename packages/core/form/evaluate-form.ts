import { readAnswer, toExpressionValue } from './answer-types.ts'
import type { CompiledForm, CompiledQuestion, CompiledSection } from './compile-form.ts'
import type { ExpressionContext } from './expression.ts'
import { type ExpressionValue, toBoolean } from './expression-value.ts'
import type { Facts } from './facts.ts'
import { type AnswerValue, DECLINED, type FormAnswers } from './form-answers.ts'
import { type FormSection, HELD_BY_COMMAND, type Question, type QuestionScope } from './form-definition.ts'

export interface FormInstance {
  readonly id: string
  readonly facts: Facts
}

export interface FormInput {
  readonly answers: FormAnswers
  readonly household: Facts
  readonly members: readonly FormInstance[]
  /** The old problems under Re-X-Ray. */
  readonly problems: readonly FormInstance[]
  /** Ids of sections answered "เหมือนรอบก่อน": an answer of the last round stands before one given now. */
  readonly sameAsLastRound: readonly string[]
  readonly lastAnswers?: FormAnswers
}

export interface Violation {
  /** `block` keeps the form from being sent; `warn` does not. */
  readonly severity: 'block' | 'warn'
  readonly messageTh: string
  readonly messageEn: string
}

export interface QuestionState {
  readonly question: Question
  readonly scope: QuestionScope
  /** The member's or old problem's id; null for the household. */
  readonly instanceId: string | null
  /** As given (also while irrelevant: a draft keeps it), as taken from the last round, or as calculated. */
  readonly value: AnswerValue
  readonly relevant: boolean
  readonly required: boolean
  /** Relevant and answered in a form the question understands, or declined. */
  readonly answered: boolean
  readonly violation?: Violation
}

export interface InstanceState {
  readonly scope: QuestionScope
  readonly instanceId: string | null
  readonly questions: readonly QuestionState[]
}

/** `answered` equals `asked` exactly when nothing required is missing: optional questions count once answered. */
export interface Progress {
  readonly answered: number
  readonly asked: number
}

export interface SectionState {
  readonly section: FormSection
  /** The household's questions first, then each member's, then each old problem's; those without any are left out. */
  readonly instances: readonly InstanceState[]
  readonly progress: Progress
}

export interface QuestionPlace {
  readonly sectionId: string
  readonly questionId: string
  readonly instanceId: string | null
}

export interface RaisedProblem {
  readonly kindCode: string
  /** null: the household's problem. */
  readonly memberId: string | null
  /** The first question that raised it. */
  readonly byQuestionId: string
}

export interface FormEvaluation {
  readonly sections: readonly SectionState[]
  readonly missing: readonly QuestionPlace[]
  readonly violations: readonly (QuestionPlace & Violation)[]
  /** One row per kind and member, in the order of the form. */
  readonly raised: readonly RaisedProblem[]
  /** Only relevant, well-formed answers, in canonical form, with calculated values: what is sent and counted. */
  readonly clean: FormAnswers
}

const byScope = <Item>(items: readonly Item[], scopeOf: (item: Item) => QuestionScope) => {
  const sorted: Record<QuestionScope, Item[]> = { household: [], member: [], problem: [] }
  for (const item of items) sorted[scopeOf(item)].push(item)
  return sorted
}

const sortedSections = new WeakMap<CompiledSection, Readonly<Record<QuestionScope, readonly CompiledQuestion[]>>>()

/** Sorted once for each section: a form is evaluated after every answer on a phone, and at every push. */
const questionsByScope = (compiled: CompiledSection) => {
  const known = sortedSections.get(compiled)
  if (known !== undefined) return known
  const sorted = byScope(compiled.questions, ({ question }) => question.scope)
  sortedSections.set(compiled, sorted)
  return sorted
}

/** Evaluates the whole form. Pure and repeatable: the phone's result and the server's are the same. */
export const evaluateForm = (form: CompiledForm, input: FormInput): FormEvaluation => {
  const subjects = subjectsOf(input)
  const subjectsByScope = byScope(subjects, ({ scope }) => scope)
  for (const compiled of form.inOrder)
    for (const subject of subjectsByScope[compiled.question.scope]) settle(compiled, subject, input)
  const raised = new Map<string, RaisedProblem>()
  const sections = form.sections.map(compiledSection => {
    const questions = questionsByScope(compiledSection)
    const instances: InstanceState[] = []
    for (const { scope, instanceId, context, settled } of subjects) {
      if (questions[scope].length === 0) continue
      const states = questions[scope].map(compiled =>
        stateOf(compiled, instanceId, context, getSettled(settled, compiled), raised),
      )
      instances.push({ scope, instanceId, questions: states })
    }
    return { section: compiledSection.section, instances, progress: progressOf(instances) }
  })
  return {
    sections,
    ...findingsIn(sections),
    raised: [...raised.values()],
    clean: cleanAnswersOf(subjectsByScope),
  }
}

/** What one question came to for one subject, before constraints are looked at. */
interface Settled {
  readonly raw: AnswerValue
  readonly relevant: boolean
  /** Canonical; null when irrelevant, unanswered or unfit. */
  readonly value: AnswerValue
  readonly unfit?: Violation
}

/** The household, a member or an old problem, with what is known of it so far. */
interface Subject {
  readonly scope: QuestionScope
  readonly instanceId: string | null
  readonly known: Map<string, ExpressionValue>
  readonly context: ExpressionContext
  readonly settled: Map<string, Settled>
}

const subjectsOf = ({ household, members, problems }: FormInput): Subject[] => {
  const householdKnown = new Map<string, ExpressionValue>(Object.entries(household))
  const memberContexts: ExpressionContext[] = []
  const subjectOf = (scope: QuestionScope, instanceId: string | null, known: Map<string, ExpressionValue>): Subject => {
    const read = (name: string): ExpressionValue => known.get(name) ?? householdKnown.get(name) ?? null
    return {
      scope,
      instanceId,
      known,
      settled: new Map(),
      context: { read, current: null, members: memberContexts },
    }
  }
  const ownFacts = ({ facts }: FormInstance): Map<string, ExpressionValue> => new Map(Object.entries(facts))
  const memberSubjects = members.map(member => subjectOf('member', member.id, ownFacts(member)))
  memberContexts.push(...memberSubjects.map(subject => subject.context))
  return [
    subjectOf('household', null, householdKnown),
    ...memberSubjects,
    ...problems.map(problem => subjectOf('problem', problem.id, ownFacts(problem))),
  ]
}

const settle = (compiled: CompiledQuestion, subject: Subject, input: FormInput): void => {
  const { question } = compiled
  const { context, known } = subject
  const relevant = compiled.relevant === undefined || toBoolean(compiled.relevant.evaluate(context))
  const settled =
    compiled.calculate === undefined
      ? settleAnswer(question, relevant, findRaw(compiled, subject, input))
      : settleCalculated(relevant, compiled.calculate.evaluate(context))
  subject.settled.set(question.id, settled)
  if (settled.value !== null && settled.value !== DECLINED) known.set(question.id, toExpressionValue(settled.value))
}

const settleCalculated = (relevant: boolean, calculated: ExpressionValue): Settled => {
  const value: AnswerValue = relevant ? toAnswer(calculated) : null
  return { raw: value, relevant, value }
}

const toAnswer = (value: ExpressionValue): AnswerValue =>
  typeof value === 'object' && value !== null ? [...value] : value

const settleAnswer = (question: Question, relevant: boolean, raw: AnswerValue): Settled => {
  if (!relevant) return { raw, relevant, value: null }
  if (raw === DECLINED && question.skippable === true) return { raw, relevant, value: DECLINED }
  const answer = readAnswer(question, raw)
  if (answer.kind === 'value') return { raw: answer.value, relevant, value: answer.value }
  if (answer.kind === 'none') return { raw, relevant, value: null }
  const { messageTh, messageEn } = answer
  return { raw, relevant, value: null, unfit: { severity: 'block', messageTh, messageEn } }
}

const findRaw = (compiled: CompiledQuestion, subject: Subject, input: FormInput): AnswerValue => {
  const { question, sectionId, mayBeSameAsLastRound } = compiled
  const now = answerIn(input.answers, subject, question.id)
  const isSame = mayBeSameAsLastRound && input.sameAsLastRound.includes(sectionId)
  return isSame && input.lastAnswers !== undefined ? (answerIn(input.lastAnswers, subject, question.id) ?? now) : now
}

/** Ids come from outside: only own properties count. */
const answerIn = (answers: FormAnswers, { scope, instanceId }: Subject, questionId: string): AnswerValue => {
  const byInstance = scope === 'member' ? answers.members : answers.problems
  const byQuestion =
    instanceId === null ? answers.household : Object.hasOwn(byInstance, instanceId) ? byInstance[instanceId] : undefined
  return byQuestion !== undefined && Object.hasOwn(byQuestion, questionId) ? (byQuestion[questionId] ?? null) : null
}

const getSettled = (settled: ReadonlyMap<string, Settled>, { question }: CompiledQuestion): Settled => {
  const found = settled.get(question.id)
  if (found === undefined) throw new Error(`question was not evaluated: ${question.id}`)
  return found
}

const stateOf = (
  compiled: CompiledQuestion,
  instanceId: string | null,
  context: ExpressionContext,
  { raw, relevant, value, unfit }: Settled,
  raised: Map<string, RaisedProblem>,
): QuestionState => {
  const { question, constraint, raises } = compiled
  let violation = unfit
  if ((relevant && raises.length > 0) || constraint !== undefined) {
    const current = value === DECLINED || value === null ? null : toExpressionValue(value)
    const here: ExpressionContext = { read: context.read, current, members: context.members }
    if (relevant) noteRaised(compiled, instanceId, here, raised)
    if (violation === undefined && constraint !== undefined && current !== null && !toBoolean(constraint.holds(here)))
      violation = violationOf(constraint)
  }
  return {
    question,
    scope: question.scope,
    instanceId,
    value: raw,
    relevant,
    required: question.required,
    answered: value !== null,
    ...(violation === undefined ? {} : { violation }),
  }
}

const violationOf = ({ severity, messageTh, messageEn }: Violation): Violation => ({ severity, messageTh, messageEn })

const noteRaised = (
  { question, raises }: CompiledQuestion,
  instanceId: string | null,
  context: ExpressionContext,
  raised: Map<string, RaisedProblem>,
): void => {
  for (const { kindCode, onHousehold, when } of raises) {
    const memberId = onHousehold ? null : instanceId
    const key = `${kindCode} ${memberId ?? ''}`
    if (!raised.has(key) && toBoolean(when(context))) raised.set(key, { kindCode, memberId, byQuestionId: question.id })
  }
}

const isAsked = ({ question, relevant }: QuestionState): boolean =>
  relevant && question.type !== 'calculate' && !HELD_BY_COMMAND.has(question.type)

const isMissing = (state: QuestionState): boolean => isAsked(state) && state.required && !state.answered

const progressOf = (instances: readonly InstanceState[]): Progress => {
  let answered = 0
  let asked = 0
  for (const { questions } of instances)
    for (const state of questions) {
      if (!isAsked(state) || !(state.required || state.answered)) continue
      asked += 1
      if (state.answered) answered += 1
    }
  return { answered, asked }
}

const findingsIn = (sections: readonly SectionState[]): Pick<FormEvaluation, 'missing' | 'violations'> => {
  const missing: QuestionPlace[] = []
  const violations: (QuestionPlace & Violation)[] = []
  for (const { section, instances } of sections)
    for (const { questions } of instances)
      for (const state of questions) {
        const isLeftOut = isMissing(state)
        if (!isLeftOut && state.violation === undefined) continue
        const place = { sectionId: section.id, questionId: state.question.id, instanceId: state.instanceId }
        if (isLeftOut) missing.push(place)
        if (state.violation !== undefined) violations.push({ ...place, ...state.violation })
      }
  return { missing, violations }
}

const cleanOf = ({ settled }: Subject): FormAnswers['household'] => {
  const answers: [string, AnswerValue][] = []
  for (const [id, { value }] of settled) if (value !== null) answers.push([id, value])
  return Object.fromEntries(answers)
}

const cleanAnswersOf = (subjects: Readonly<Record<QuestionScope, readonly Subject[]>>): FormAnswers => {
  const byInstance = (scope: QuestionScope) =>
    Object.fromEntries(subjects[scope].map(subject => [subject.instanceId ?? '', cleanOf(subject)]))
  return {
    household: byInstance('household')[''] ?? {},
    members: byInstance('member'),
    problems: byInstance('problem'),
  }
}
