import type { Actor } from '../access/actor.ts'
import type { Household } from '../household/household.ts'
import type { Problem } from './problem.ts'

/**
 * Whether somebody gave or recorded the help on a problem: such a person judges neither whether it is solved nor what
 * the household says of it (domain brief 13.1, guard of RESOLVED).
 */
export const tookPart = (household: Household, problem: Problem, actor: Actor): 'recorded' | 'gave' | null => {
  if (problem.helpedBy.includes(actor.personId)) return 'recorded'
  const gave = household.assistances.some(
    ({ problemIds, organisationId, giverName }) =>
      problemIds.includes(problem.id) &&
      ((organisationId !== null && organisationId === actor.organisationId) || giverName.trim() === actor.name),
  )
  return gave ? 'gave' : null
}
