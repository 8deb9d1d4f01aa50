import type { Remedy } from '@thaiqm/catalogue/catalogue-schemas.ts'
import { addDays, type Day, earlierDay } from '@thaiqm/core/ledger/day.ts'
import type { OrganisationId, PlanActionId, PlanId, ProblemId, RoundId } from '@thaiqm/core/ledger/identifiers.ts'
import type { FourT, Sector } from '@thaiqm/core/plan/plan.ts'
import type { ProposePlanInput } from '@thaiqm/core/plan/propose-plan.ts'
import type { SupportLevel } from '@thaiqm/core/problem/problem.ts'

/** One action while it is being written: what is not chosen yet is null or blank. */
export interface DraftAction {
  readonly id: PlanActionId
  readonly problemIds: readonly ProblemId[]
  readonly remedyId: string | null
  readonly what: string
  readonly level: SupportLevel
  readonly sector: Sector
  readonly agencyCode: string | null
  readonly organisationId: OrganisationId | null
  readonly ownerName: string
  readonly dueOn: Day | null
  readonly budgetBaht: number | null
  readonly fundSource: string
}

export interface PlanDraft {
  readonly planId: PlanId
  readonly roundId: RoundId
  readonly potential: 'DEVELOPABLE' | 'WELFARE'
  readonly fourT: FourT
  readonly goals: string
  readonly actions: readonly DraftAction[]
}

/** A plan that may stand as the start of the next one: the household's newest. */
interface EarlierPlan extends Omit<PlanDraft, 'planId' | 'roundId' | 'actions'> {
  readonly id: PlanId
  readonly state: 'PROPOSED' | 'APPROVED' | 'RETURNED'
  readonly actions: readonly (DraftAction & { readonly state: 'PLANNED' | 'ACCEPTED' | 'DONE' | 'CANNOT' })[]
}

const emptyFourT: FourT = { attitude: '', skill: '', resource: '', wayOut: '' }

export const emptyDraft = (planId: PlanId, roundId: RoundId): PlanDraft => ({
  planId,
  roundId,
  potential: 'DEVELOPABLE',
  fourT: emptyFourT,
  goals: '',
  actions: [],
})

/**
 * The household's newest plan as a starting point. A plan not approved yet keeps its id and is replaced; an approved
 * one begets a new plan that carries over what is still to be done. Actions whose problems can no longer be planned for
 * are left out.
 */
export const draftFromPlan = (
  plan: EarlierPlan,
  roundId: RoundId,
  plannable: ReadonlySet<ProblemId>,
  newId: () => string,
): PlanDraft => {
  const isNew = plan.state === 'APPROVED'
  return {
    planId: isNew ? (newId() as PlanId) : plan.id,
    roundId,
    potential: plan.potential,
    fourT: plan.fourT,
    goals: plan.goals,
    actions: plan.actions
      .filter(action => action.state !== 'DONE')
      .map(({ state: _state, ...action }) => ({
        ...action,
        id: isNew ? (newId() as PlanActionId) : action.id,
        problemIds: action.problemIds.filter(id => plannable.has(id)),
      }))
      .filter(action => action.problemIds.length > 0),
  }
}

/** A remedy from the catalogue as an action: its usual agency, sector, money and time, never past the deadline. */
export const actionFromRemedy = (
  remedy: Remedy,
  problemIds: readonly ProblemId[],
  id: PlanActionId,
  ownerName: string,
  today: Day,
  deadline: Day,
): DraftAction => ({
  id,
  problemIds,
  remedyId: remedy.id,
  what: remedy.th,
  level: remedy.level,
  sector: remedy.sector,
  agencyCode: remedy.agencyCode,
  organisationId: null,
  ownerName,
  dueOn: earlierDay(addDays(today, remedy.typicalDays), deadline),
  budgetBaht: remedy.typicalBudgetBaht,
  fundSource: '',
})

/** An action of one's own words, for what the catalogue does not offer. */
export const ownAction = (problemIds: readonly ProblemId[], id: PlanActionId, deadline: Day): DraftAction => ({
  id,
  problemIds,
  remedyId: null,
  what: '',
  level: 'SURVIVE',
  sector: 'GOV',
  agencyCode: null,
  organisationId: null,
  ownerName: '',
  dueOn: deadline,
  budgetBaht: null,
  fundSource: '',
})

/** One action so many places further down (or up, when negative), never past the ends; the others keep their order. */
export const moveAction = <Action extends Pick<DraftAction, 'id'>>(
  actions: readonly Action[],
  id: PlanActionId,
  by: number,
): readonly Action[] => {
  const from = actions.findIndex(action => action.id === id)
  const moved = actions[from]
  if (moved === undefined) return actions
  const to = Math.min(Math.max(from + by, 0), actions.length - 1)
  const others = actions.filter(action => action.id !== id)
  return [...others.slice(0, to), moved, ...others.slice(to)]
}

export type DraftGap = 'what' | 'problems' | 'dueOn'

/** What an action still lacks before it can be put to the rules at all. */
export const gapsOf = (action: DraftAction): readonly DraftGap[] => [
  ...(action.what.trim() === '' ? (['what'] as const) : []),
  ...(action.problemIds.length === 0 ? (['problems'] as const) : []),
  ...(action.dueOn === null ? (['dueOn'] as const) : []),
]

/** The draft as the command's input, or null while an action lacks what the command cannot be without. */
export const toPlanInput = (draft: PlanDraft): ProposePlanInput | null => {
  const actions: ProposePlanInput['actions'] = []
  for (const action of draft.actions) {
    const { dueOn } = action
    if (gapsOf(action).length > 0 || dueOn === null) return null
    actions.push({
      ...action,
      problemIds: [...action.problemIds],
      what: action.what.trim(),
      ownerName: action.ownerName.trim(),
      dueOn,
      budgetBaht: action.budgetBaht ?? 0,
    })
  }
  return { ...draft, actions }
}
