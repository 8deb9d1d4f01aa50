import { type Refusal, refuse, type Success, succeed } from '../ledger/outcome.ts'
import { checkExpression, type ExpressionPlace } from './check-expression.ts'
import { type CompiledExpression, compileExpression, type Evaluate, referencesOf } from './expression.ts'
import type { FormConstraint, FormDefinition, FormSection, Question, QuestionScope } from './form-definition.ts'
import { type FormNames, namesOf } from './form-names.ts'
import { type PublishingError, publishingError } from './publishing-error.ts'
import { canNeverHold } from './reachability.ts'

/** A problem kind as far as the form needs it. With lifeStage `HH` a member's answer raises it on the household. */
export interface RaisableKind {
  readonly code: string
  readonly lifeStage: string
}

export interface CompiledRaise {
  readonly kindCode: string
  readonly onHousehold: boolean
  readonly when: Evaluate
}

export interface CompiledQuestion {
  readonly question: Question
  readonly sectionId: string
  /** Its section may be answered "เหมือนรอบก่อน". */
  readonly mayBeSameAsLastRound: boolean
  readonly relevant?: CompiledExpression
  readonly calculate?: CompiledExpression
  readonly constraint?: FormConstraint & { readonly holds: Evaluate }
  readonly raises: readonly CompiledRaise[]
}

export interface CompiledSection {
  readonly section: FormSection
  readonly questions: readonly CompiledQuestion[]
}

/** A form that may be published: every name, choice and code in it is known, and nothing depends on itself. */
export interface CompiledForm {
  readonly definition: FormDefinition
  readonly sections: readonly CompiledSection[]
  /** Every question after those its relevance and its formula read. */
  readonly inOrder: readonly CompiledQuestion[]
  readonly questionById: ReadonlyMap<string, CompiledQuestion>
}

/** `form-not-publishable`, with every fault as a row: fix them all at once. */
export interface FormRefusal extends Refusal<'form-not-publishable'> {
  readonly errors: readonly PublishingError[]
}

const CHOICE_TYPES: ReadonlySet<string> = new Set(['single', 'multi'])

/** Compiles a parsed definition once, for phone, desk and server alike. */
export const compileForm = (
  definition: FormDefinition,
  { kinds }: { readonly kinds: readonly RaisableKind[] },
): Success<CompiledForm> | FormRefusal => {
  const errors: PublishingError[] = [...duplicatesIn(definition)]
  const compiler = { names: namesOf(definition), kinds: new Map(kinds.map(kind => [kind.code, kind])), errors }
  const sections = definition.sections.map(section => ({
    section,
    questions: section.questions.map(question => compileQuestion(question, section, compiler)),
  }))
  const questions = sections.flatMap(section => section.questions)
  const { inOrder, inCircles } = sortByDependence(questions)
  if (inCircles.length > 0) {
    const circle = inCircles.map(({ question }) => question.id).join(', ')
    for (const { question, relevant } of inCircles)
      errors.push(publishingError(question.id, relevant ? 'relevant' : 'calculate', 'cycle', circle))
  }
  errors.push(...unreachableIn(inOrder))
  if (errors.length > 0)
    return {
      ...refuse('form-not-publishable', {
        rows: errors.map(row => `${row.questionId} ${row.field}: ${row.messageEn}`),
      }),
      errors,
    }
  return succeed({
    definition,
    sections,
    inOrder,
    questionById: new Map(questions.map(compiled => [compiled.question.id, compiled])),
  })
}

interface Compiler {
  readonly names: FormNames
  readonly kinds: ReadonlyMap<string, RaisableKind>
  readonly errors: PublishingError[]
}

const compileQuestion = (question: Question, section: FormSection, compiler: Compiler): CompiledQuestion => {
  compiler.errors.push(...shapeFaultsOf(question))
  const compile = (field: string, source: string | undefined, mayUseCurrent: boolean) =>
    source === undefined ? undefined : compileField(source, { question, field, mayUseCurrent }, compiler)
  const relevant = compile('relevant', question.relevant, false)
  const calculate = compile('calculate', question.calculate, false)
  const constraint = compile('constraint', question.constraint?.expression, true)
  const raises = (question.raises ?? []).flatMap(({ when, kindCode }) => {
    const field = `raises ${kindCode}`
    const kind = compiler.kinds.get(kindCode)
    if (kind === undefined) compiler.errors.push(publishingError(question.id, field, 'unknown-kind', kindCode))
    if (question.scope === 'problem')
      compiler.errors.push(publishingError(question.id, field, 'problem-cannot-raise', kindCode))
    const holds = compile(field, when, true)
    return holds === undefined
      ? []
      : [{ kindCode, onHousehold: raisesOnHousehold(question.scope, kind), when: holds.evaluate }]
  })
  return {
    question,
    sectionId: section.id,
    mayBeSameAsLastRound: section.mayBeSameAsLastRound,
    raises,
    ...(relevant === undefined ? {} : { relevant }),
    ...(calculate === undefined ? {} : { calculate }),
    ...(constraint === undefined || question.constraint === undefined
      ? {}
      : { constraint: { ...question.constraint, holds: constraint.evaluate } }),
  }
}

const raisesOnHousehold = (scope: QuestionScope, kind: RaisableKind | undefined): boolean =>
  scope !== 'member' || kind?.lifeStage === 'HH'

const compileField = (
  source: string,
  place: ExpressionPlace,
  { names, errors }: Compiler,
): CompiledExpression | undefined => {
  const expression = compileExpression(source)
  if (!expression.ok) {
    const { reason, at } = expression.details
    errors.push(publishingError(place.question.id, place.field, 'expression-invalid', String(reason), Number(at)))
    return undefined
  }
  errors.push(...checkExpression(expression.value, place, names))
  return expression.value
}

const shapeFaultsOf = (question: Question): PublishingError[] => {
  const { id, type, choices = [], calculate } = question
  const errors: PublishingError[] = []
  const takesChoices = CHOICE_TYPES.has(type)
  if (takesChoices && choices.length === 0) errors.push(publishingError(id, 'choices', 'choices-missing'))
  if (!takesChoices && choices.length > 0) errors.push(publishingError(id, 'choices', 'choices-needless'))
  if (type === 'calculate' && calculate === undefined)
    errors.push(publishingError(id, 'calculate', 'calculate-missing'))
  if (type !== 'calculate' && calculate !== undefined)
    errors.push(publishingError(id, 'calculate', 'calculate-needless'))
  for (const value of repeatsIn(choices.map(choice => choice.value)))
    errors.push(publishingError(id, 'choices', 'duplicate-id', value))
  return errors
}

const repeatsIn = (ids: readonly string[]): string[] => ids.filter((id, index) => ids.indexOf(id) !== index)

const duplicatesIn = ({ sections }: FormDefinition): PublishingError[] => {
  const questionIds = sections.flatMap(section => section.questions.map(question => question.id))
  return [...repeatsIn(sections.map(section => section.id)), ...repeatsIn(questionIds)].map(id =>
    publishingError(id, 'id', 'duplicate-id', id),
  )
}

const sortByDependence = (
  questions: readonly CompiledQuestion[],
): { inOrder: CompiledQuestion[]; inCircles: CompiledQuestion[] } => {
  const ids = new Set(questions.map(({ question }) => question.id))
  const needs = new Map(questions.map(compiled => [compiled, questionsReadBy(compiled, ids)]))
  const inOrder: CompiledQuestion[] = []
  const placed = new Set<string>()
  let waiting = [...questions]
  while (waiting.length > 0) {
    const ready = waiting.filter(compiled => needs.get(compiled)?.every(id => placed.has(id)))
    if (ready.length === 0) break
    for (const compiled of ready) placed.add(compiled.question.id)
    inOrder.push(...ready)
    waiting = waiting.filter(({ question }) => !placed.has(question.id))
  }
  return { inOrder, inCircles: waiting }
}

const questionsReadBy = ({ relevant, calculate }: CompiledQuestion, ids: ReadonlySet<string>): string[] =>
  [relevant, calculate].flatMap(expression =>
    expression === undefined
      ? []
      : referencesOf(expression.node)
          .map(({ name }) => name)
          .filter(name => ids.has(name)),
  )

const unreachableIn = (inOrder: readonly CompiledQuestion[]): PublishingError[] => {
  const neverAsked = new Set<string>()
  for (const { question, relevant } of inOrder)
    if (relevant !== undefined && canNeverHold(relevant.node, neverAsked)) neverAsked.add(question.id)
  return [...neverAsked].map(id => publishingError(id, 'relevant', 'unreachable'))
}
