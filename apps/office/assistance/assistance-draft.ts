import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import type { AllocationRow } from '@thaiqm/contract/offer/offer-routes.ts'
import type { OrganisationRow } from '@thaiqm/contract/organisation/organisation-routes.ts'
import type { RecordAssistanceInput } from '@thaiqm/core/assistance/record-assistance.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { AssistanceId, OrganisationId, PlanActionId, ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import type { Amount } from '@thaiqm/core/offer/offer.ts'
import { type Sector, sector } from '@thaiqm/core/plan/plan.ts'
import type { Evidence } from '@thaiqm/core/problem/evidence.ts'
import { problemAllows } from '@thaiqm/core/problem/problem-state.ts'

type PlanAction = HouseholdView['plans'][number]['actions'][number]

/** Help while it is being written down. */
export interface AssistanceDraft {
  readonly id: AssistanceId
  readonly problemIds: readonly ProblemId[]
  /** The action of the approved plan that this help carries out; null for help outside the plan. */
  readonly planActionId: PlanActionId | null
  readonly sector: Sector | null
  readonly agencyCode: string | null
  readonly organisationId: OrganisationId | null
  readonly giverName: string
  readonly what: string
  readonly quantity: number | null
  readonly unit: string
  readonly valueBaht: number | null
  readonly givenOn: Day | null
  readonly evidence: readonly Evidence[]
  readonly completes: boolean
}

/** Problems that help can be recorded for, by the same table the rules use. */
export const helpableProblems = (
  household: Pick<HouseholdView, 'problems'>,
): readonly HouseholdView['problems'][number][] =>
  household.problems.filter(problem => problemAllows[problem.state].includes('RecordAssistance'))

/** What the approved plan has still to see done: actions that help may now be recorded for. */
export const openPlanActions = (household: Pick<HouseholdView, 'plans' | 'problems'>): readonly PlanAction[] => {
  const helpable = new Set(helpableProblems(household).map(problem => problem.id))
  const plan = household.plans.findLast(one => one.state === 'APPROVED')
  return (plan?.actions ?? []).filter(
    action => action.state !== 'DONE' && action.problemIds.some(id => helpable.has(id)),
  )
}

/** What a planned action says already of the help that carries it out. */
export const helpFromPlan = (
  action: PlanAction,
  helpable: readonly { readonly id: ProblemId }[],
): Partial<AssistanceDraft> => ({
  planActionId: action.id,
  problemIds: action.problemIds.filter(id => helpable.some(problem => problem.id === id)),
  sector: action.sector,
  agencyCode: action.agencyCode,
  organisationId: action.organisationId,
  giverName: action.ownerName,
  what: action.what,
  valueBaht: action.budgetBaht === 0 ? null : action.budgetBaht,
})

/** What a confirmed part of an offer says already of the help that delivers it: all that is outstanding. */
export const helpFromAllocation = (
  part: Pick<AllocationRow, 'problemId' | 'organisationId' | 'what' | 'unit'>,
  outstanding: Amount,
): Partial<AssistanceDraft> => ({
  problemIds: [part.problemId],
  organisationId: part.organisationId,
  what: part.what,
  quantity: outstanding.quantity === 0 ? null : outstanding.quantity,
  unit: part.unit,
  valueBaht: outstanding.budgetBaht === 0 ? null : outstanding.budgetBaht,
})

/**
 * How many units of an allocation the help delivers: what it says itself, where it counts in whole units of the
 * allocation; undefined where it does not, and has to be asked.
 */
export const unitsDelivered = (
  { quantity, unit }: Pick<AssistanceDraft, 'quantity' | 'unit'>,
  part: Pick<AllocationRow, 'unit'>,
): number | undefined =>
  quantity !== null && Number.isInteger(quantity) && unit.trim() === part.unit.trim() ? quantity : undefined

/** Who gives it. */
export const helpFromPartner = (
  giver: Pick<OrganisationRow, 'sector' | 'agencyCode' | 'nameTh'>,
): Partial<AssistanceDraft> => ({ sector: giver.sector, agencyCode: giver.agencyCode, giverName: giver.nameTh })

/** The draft as the command's input; null while a problem, the sector or the day is not chosen. */
export const toAssistanceInput = (draft: AssistanceDraft): RecordAssistanceInput | null => {
  const { id, sector: giverSector, givenOn, ...rest } = draft
  if (giverSector === null || givenOn === null || draft.problemIds.length === 0) return null
  return {
    ...rest,
    assistanceId: id,
    problemIds: [...draft.problemIds],
    sector: giverSector,
    givenOn,
    giverName: draft.giverName.trim(),
    what: draft.what.trim(),
    unit: draft.unit.trim(),
    valueBaht: Math.round(draft.valueBaht ?? 0),
    evidence: [...draft.evidence],
  }
}

interface Given {
  readonly sector: Sector
  readonly valueBaht: number
}

/** How often and how much each of the seven partners has helped, in the letter's order. */
export const helpBySector = (
  of: readonly Given[],
): readonly { readonly sector: Sector; readonly count: number; readonly baht: number }[] =>
  sector.options
    .map(code => {
      const own = of.filter(one => one.sector === code)
      return { sector: code, count: own.length, baht: own.reduce((sum, one) => sum + one.valueBaht, 0) }
    })
    .filter(sum => sum.count > 0)
