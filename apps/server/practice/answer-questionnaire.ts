import type { CompiledForm } from '@thaiqm/core/form/compile-form.ts'
import { evaluateForm, type FormEvaluation, type QuestionPlace } from '@thaiqm/core/form/evaluate-form.ts'
import type { AnswerValue, FormAnswers } from '@thaiqm/core/form/form-answers.ts'
import type { Question } from '@thaiqm/core/form/form-definition.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import { dayOf } from '@thaiqm/core/ledger/day.ts'
import type { DecisionContext } from '@thaiqm/core/ledger/decision-context.ts'
import { isLivingHere, memberAge } from '@thaiqm/core/member/member.ts'
import { type SurveyDraft, surveyFormInput } from '@thaiqm/core/survey/evaluate-survey.ts'
import { hardshipAnswers } from './hardship-answers.ts'
import { fourTAnswers, quietHousehold, quietMember } from './plausible-answers.ts'
import type { Hardship } from './plausible-hardships.ts'
import type { SeededRandom } from './seeded-random.ts'

type Answers = Record<string, AnswerValue>

export interface AnsweredQuestionnaire {
  readonly answers: FormAnswers
  /** What the answers raise: the wanted hardships, and those that lie in the people's own facts (no registration status). */
  readonly raised: FormEvaluation['raised']
}

/** Ticked lists of two hardships are joined; a "none of these" gives way. */
const joined = (before: AnswerValue | undefined, now: AnswerValue): AnswerValue => {
  if (!Array.isArray(now) || !Array.isArray(before)) return now
  return [...new Set([...before.filter(tick => tick !== 'none' && tick !== 'normal'), ...now])]
}

const lay = (over: Answers, answers: Readonly<Record<string, AnswerValue>>): void => {
  for (const [id, value] of Object.entries(answers)) over[id] = joined(over[id], value)
}

const candidatesFor = (question: Question): AnswerValue[] => {
  const choices = question.choices ?? []
  switch (question.type) {
    case 'single':
      return choices.map(choice => choice.value)
    case 'multi':
      return [...choices.filter(c => c.exclusive), ...choices.filter(c => !c.exclusive)].map(choice => [choice.value])
    case 'yesno':
      return ['no', 'yes']
    case 'number':
    case 'money':
      return [0, 1, 3_000, 100_000]
    case 'ack':
      return [true]
    case 'date':
      return ['2024-01-01']
    default:
      return ['ไม่มี']
  }
}

interface Answering {
  readonly household: Answers
  readonly members: Record<string, Answers>
  readonly problems: Record<string, Answers>
}

const answersAt = (of: Answering, { instanceId }: QuestionPlace): Answers =>
  instanceId === null ? of.household : (of.members[instanceId] ?? of.problems[instanceId] ?? of.household)

const MOST_ROUNDS = 12

/**
 * Answers every question a household is asked, so that exactly the wanted hardships are raised. Our own form is
 * answered in one go; whatever another form leaves open is then tried answer by answer.
 */
export const answerQuestionnaire = (
  form: CompiledForm,
  household: Household,
  draft: Omit<SurveyDraft, 'answers' | 'sameAsLastRound'>,
  wanted: readonly Hardship[],
  random: SeededRandom,
  context: Pick<DecisionContext, 'actor' | 'thresholdBaht'>,
): AnsweredQuestionnaire => {
  const living = draft.members.filter(isLivingHere)
  const visitedOn = dayOf(draft.visitedAt)
  const wants = (kindCode: string) => wanted.some(h => h.kindCode === kindCode)
  const answering: Answering = {
    household: {
      ...quietHousehold(random, {
        residents: living.filter(m => m.residence === 'resident').length,
        isPoor: wants('P401'),
        overspends: wants('P414'),
      }),
      ...fourTAnswers(random, wanted.length > 0),
    },
    members: Object.fromEntries(
      living.map(m => [m.id, quietMember(random, { age: memberAge(m, visitedOn), sex: m.sex })]),
    ),
    problems: {},
  }
  for (const { kindCode, memberId } of wanted) {
    const own = hardshipAnswers[kindCode]
    lay(answering.household, own?.household ?? {})
    const member = memberId === null ? undefined : answering.members[memberId]
    if (member !== undefined) lay(member, own?.member ?? {})
  }
  const isWanted = (raised: { kindCode: string; memberId: string | null }) =>
    wanted.some(h => h.kindCode === raised.kindCode && (h.memberId === raised.memberId || h.memberId === null))
  const tried = new Map<string, number>()
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const evaluated = evaluateForm(
      form,
      surveyFormInput(household, { ...draft, answers: answering, sameAsLastRound: [] }, context),
    )
    const blocked = evaluated.violations.filter(v => v.severity === 'block')
    const open = [...evaluated.missing, ...blocked]
    const stray = [...tried.keys()].flatMap(key => {
      const [questionId = '', instanceId = ''] = key.split('|')
      const place = { sectionId: '', questionId, instanceId: instanceId === '' ? null : instanceId }
      return evaluated.raised.some(r => r.byQuestionId === questionId && !isWanted(r)) ? [place] : []
    })
    if (open.length === 0 && (stray.length === 0 || round === MOST_ROUNDS - 1))
      return { answers: answering, raised: evaluated.raised }
    for (const place of open.length > 0 ? open : stray) {
      const question = form.questionById.get(place.questionId)?.question
      if (question === undefined) continue
      const key = `${place.questionId}|${place.instanceId ?? ''}`
      const turn = tried.get(key) ?? 0
      const candidates = candidatesFor(question)
      tried.set(key, turn + 1)
      answersAt(answering, place)[place.questionId] = candidates[turn % candidates.length] ?? null
    }
  }
  throw new Error(`questionnaire ${form.definition.version} could not be answered`)
}
