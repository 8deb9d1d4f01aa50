import { questionnaireByVersion } from '@thaiqm/catalogue/catalogue.ts'
import type { Remedy } from '@thaiqm/catalogue/catalogue-schemas.ts'
import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { PlanActionId, PlanId, ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import { fourTOfSurvey } from '@thaiqm/core/plan/four-t-of-survey.ts'
import { deadlinesFor, type Round } from '@thaiqm/core/round/round.ts'
import type { Language } from '@thaiqm/ui/words.ts'
import { useState } from 'react'
import { officeOf } from '../organisation/organisations-near.ts'
import { useOrganisations } from '../organisation/use-organisations.ts'
import { agencyName } from '../platform/names.ts'
import { newId } from '../platform/new-id.ts'
import { useSession } from '../platform/session.tsx'
import { type Judgement, useJudge } from '../problem/use-judge.ts'
import { type KeptDraft, resumeDraft } from './kept-draft.ts'
import {
  actionFromRemedy,
  type DraftAction,
  draftFromPlan,
  emptyDraft,
  gapsOf,
  moveAction,
  ownAction,
  type PlanDraft,
  toPlanInput,
} from './plan-draft.ts'
import { plannableProblems } from './plannable-problems.ts'
import { useDraftKeeping } from './use-kept-draft.ts'

/** The newest plan where there is one, else what the household said of itself in this round's form. */
const firstDraft = (household: HouseholdView, round: Round): PlanDraft => {
  const plannable = new Set(plannableProblems(household.problems).map(problem => problem.id))
  const newest = household.plans.at(-1)
  if (newest !== undefined) return draftFromPlan(newest, round.id, plannable, newId)
  const draft = emptyDraft(newId() as PlanId, round.id)
  const survey = household.surveys.find(one => one.roundId === round.id)
  const form = survey === undefined ? undefined : questionnaireByVersion(survey.formVersion)
  if (survey === undefined || form === undefined) return draft
  const said = fourTOfSurvey(survey.answers, form)
  return { ...draft, fourT: said.fourT, potential: said.potential ?? draft.potential }
}

const draftOfBefore = (household: HouseholdView, round: Round, kept: KeptDraft): PlanDraft =>
  resumeDraft(kept, {
    roundId: round.id,
    approvedPlanIds: new Set(household.plans.filter(plan => plan.state === 'APPROVED').map(plan => plan.id)),
    plannable: new Set(plannableProblems(household.problems).map(problem => problem.id)),
    newId,
  })

export interface ActionError {
  readonly action: DraftAction
  readonly judgement: Judgement | 'incomplete'
}

/** The plan while it is being written: what stands in it, how it may be changed, and what core says to it. */
export const usePlanEditor = (household: HouseholdView, round: Round, kept: KeptDraft | null, language: Language) => {
  const { today } = useSession()
  const judge = useJudge()
  const organisations = useOrganisations()
  const keeping = useDraftKeeping(household.id)
  const [draft, setDraft] = useState(() =>
    kept === null ? firstDraft(household, round) : draftOfBefore(household, round, kept),
  )
  const [resumedFrom, setResumedFrom] = useState(kept?.keptAt ?? null)
  const deadline: Day = deadlinesFor(round, household.areaCode).resolveBy

  const change = (patch: Partial<PlanDraft>) => {
    const changed = { ...draft, ...patch }
    setDraft(changed)
    keeping.keep(changed)
  }
  const startAfresh = () => {
    setDraft(firstDraft(household, round))
    setResumedFrom(null)
    return keeping.drop()
  }
  const changeAction = (id: PlanActionId, patch: Partial<DraftAction>) =>
    change({ actions: draft.actions.map(action => (action.id === id ? { ...action, ...patch } : action)) })

  const add = (action: DraftAction): PlanActionId => {
    change({ actions: [...draft.actions, action] })
    return action.id
  }
  const addRemedy = (remedy: Remedy, problemIds: readonly ProblemId[]) => {
    const office = officeOf(organisations.data?.organisations ?? [], remedy.agencyCode, household.areaCode)
    const id = newId() as PlanActionId
    const ownerName = office?.nameTh ?? agencyName(remedy.agencyCode, language)
    const action = actionFromRemedy(remedy, problemIds, id, ownerName, today, deadline)
    return add(office === undefined ? action : { ...action, organisationId: office.organisationId })
  }
  const addOwn = (problemIds: readonly ProblemId[]) => add(ownAction(problemIds, newId() as PlanActionId, deadline))
  const removeAction = (id: PlanActionId) => change({ actions: draft.actions.filter(action => action.id !== id) })

  const move = (id: PlanActionId, by: 1 | -1) => change({ actions: moveAction(draft.actions, id, by) })

  const judgeDraft = (of: PlanDraft): Judgement | 'incomplete' | null => {
    const input = toPlanInput(of)
    return input === null ? 'incomplete' : judge(household, { type: 'ProposePlan', input })
  }
  // Each action put to the rules alone, so that every card can say what is wrong with itself.
  const actionErrors: readonly ActionError[] = draft.actions.flatMap(action => {
    const judgement = gapsOf(action).length > 0 ? ('incomplete' as const) : judgeDraft({ ...draft, actions: [action] })
    return judgement === null ? [] : [{ action, judgement }]
  })

  return {
    draft,
    deadline,
    /** When the draft that stands here was last written, if it is one of an earlier visit. */
    resumedFrom,
    startAfresh,
    letGo: keeping.drop,
    change,
    changeAction,
    addRemedy,
    addOwn,
    removeAction,
    move,
    actionErrors,
    judgement: judgeDraft(draft),
    input: toPlanInput(draft),
  }
}

export type PlanEditor = ReturnType<typeof usePlanEditor>
