import type { CompiledExpression } from './expression.ts'
import { visitNodes } from './expression.ts'
import type { ExpressionNode } from './expression-parser.ts'
import type { Question } from './form-definition.ts'
import { type FormName, type FormNames, nameOfQuestion } from './form-names.ts'
import { type PublishingError, publishingError } from './publishing-error.ts'

/** Where an expression stands: in which question and field, and whether `.` means anything there. */
export interface ExpressionPlace {
  readonly question: Question
  readonly field: string
  readonly mayUseCurrent: boolean
}

/** Everything wrong with the names, scopes and choice values of one expression. */
export const checkExpression = (
  { node: root }: CompiledExpression,
  { question, field, mayUseCurrent }: ExpressionPlace,
  names: FormNames,
): PublishingError[] => {
  const errors: PublishingError[] = []
  visitNodes(root, (node, perMember) => {
    if (node.kind === 'current' && (!mayUseCurrent || perMember))
      errors.push(publishingError(question.id, field, 'current-not-allowed', '', node.at))
    if (node.kind === 'reference') {
      const named = names.get(node.name)
      const code = named === undefined ? 'unknown-name' : scopeFault(named, question, perMember)
      if (code !== undefined) errors.push(publishingError(question.id, field, code, node.name, node.at))
    }
    for (const { subject, choice } of choicesAskedFor(node)) {
      const named = subject.kind === 'reference' ? names.get(subject.name) : nameOfQuestion(question)
      const about = subject.kind === 'reference' ? subject.name : question.id
      if (node.kind === 'binary' && named?.multi === true && choice !== '')
        errors.push(publishingError(question.id, field, 'multi-needs-selected', about, node.at))
      else if (named?.values !== undefined && choice !== '' && !named.values.includes(choice))
        errors.push(publishingError(question.id, field, 'unknown-choice', `${about} = '${choice}'`, node.at))
    }
  })
  return errors
}

const scopeFault = (
  named: FormName,
  question: Question,
  perMember: boolean,
): 'needs-aggregate' | 'out-of-scope' | undefined => {
  if (named.scope === 'household') return undefined
  if (named.scope === 'member') return perMember || question.scope === 'member' ? undefined : 'needs-aggregate'
  return question.scope === 'problem' && !perMember ? undefined : 'out-of-scope'
}

type Subject = Extract<ExpressionNode, { kind: 'reference' | 'current' }>

/** The choice values a node compares an answer with: `${q} = 'v'`, `'v' != .`, `selected(${q}, 'v')`. */
const choicesAskedFor = (node: ExpressionNode): { subject: Subject; choice: string }[] => {
  const pairs: [ExpressionNode | undefined, ExpressionNode | undefined][] = []
  if (node.kind === 'binary' && (node.operator === '=' || node.operator === '!='))
    pairs.push([node.left, node.right], [node.right, node.left])
  if (node.kind === 'call' && node.name === 'selected') pairs.push([node.args[0], node.args[1]])
  return pairs.flatMap(([subject, choice]) =>
    (subject?.kind === 'reference' || subject?.kind === 'current') && choice?.kind === 'text'
      ? [{ subject, choice: choice.value }]
      : [],
  )
}
