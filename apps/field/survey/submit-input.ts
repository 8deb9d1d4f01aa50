import type { Household } from '@thaiqm/core/household/household.ts'
import type { ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import { memberId as memberIdSchema } from '@thaiqm/core/ledger/identifiers.ts'
import type { SubmitSurveyInput } from '@thaiqm/core/survey/submit-survey.ts'
import { type Draft, raiseKey } from './draft.ts'
import type { DraftState, Raise } from './draft-state.ts'
import { answersWithHeld } from './held-answers.ts'

/**
 * The words that go with a hardship raised by an answer: the surveyor's own, else the question and the answer it was
 * raised by, so that whoever plans the help knows what was said.
 */
const descriptionOf = (raise: Raise, draft: Draft, { evaluation }: DraftState): string => {
  const own = draft.described[raise.key] ?? draft.added.find(a => raiseKey(a) === raise.key)?.description ?? ''
  if (own.trim() !== '' || raise.byQuestionId === null) return own.trim()
  const state = evaluation.sections
    .flatMap(section => section.instances)
    .flatMap(instance => instance.questions)
    .find(
      q =>
        q.question.id === raise.byQuestionId &&
        (raise.memberId === null || q.instanceId === raise.memberId) &&
        q.answered,
    )
  if (state === undefined) return ''
  const values = Array.isArray(state.value) ? state.value : [state.value]
  const labels = values.map(value => {
    const choice = state.question.choices?.find(c => c.value === value)
    if (choice !== undefined) return choice.labelTh
    return value === 'yes' ? 'ใช่' : value === 'no' ? 'ไม่ใช่' : String(value ?? '')
  })
  return `${state.question.labelTh}: ${labels.join(', ')}`.slice(0, 2000)
}

const asMember = (id: string | null) => (id === null ? null : memberIdSchema.parse(id))

/** The command a finished draft becomes. Ids of hardships are made here, once: a sent form is never made again. */
export const toSubmitInput = (
  draft: Draft,
  state: DraftState,
  household: Household,
  newId: () => string,
): SubmitSurveyInput => {
  const isOld = new Set<string>(state.oldProblems.map(p => p.id))
  return {
    surveyId: draft.surveyId,
    roundId: draft.roundId,
    formVersion: draft.formVersion,
    begunAt: draft.begunAt,
    visitedAt: draft.visitedAt,
    noticeGiven: draft.noticeGiven,
    position: draft.position,
    photos: draft.photos,
    address: draft.address,
    phone: draft.phone,
    missedReason: draft.missedReason,
    members: draft.members,
    verdicts: Object.values(draft.verdicts).flatMap(({ verdict, ...rest }) =>
      verdict === null || !isOld.has(rest.problemId) ? [] : [{ ...rest, verdict }],
    ),
    answers: answersWithHeld(draft, household),
    sameAsLastRound: draft.sameAsLastRound,
    raised: state.raises
      .filter(raise => raise.removedBecause === undefined)
      .map(raise => ({
        problemId: draft.added.find(a => raiseKey(a) === raise.key)?.problemId ?? (newId() as ProblemId),
        kindCode: raise.kindCode,
        memberId: asMember(raise.memberId),
        description: descriptionOf(raise, draft, state),
      })),
    removed: state.raises.flatMap(({ kindCode, memberId, removedBecause, byQuestionId }) =>
      removedBecause === undefined || byQuestionId === null
        ? []
        : [{ kindCode, memberId: asMember(memberId), reason: removedBecause }],
    ),
    noNewProblem: state.newProblems === 0 && draft.saysNoNewProblem,
    note: draft.note,
  }
}
