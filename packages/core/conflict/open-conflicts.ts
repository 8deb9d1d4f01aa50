import type { Actor } from '../access/actor.ts'
import { type FindForm, seesConflict } from '../access/visible-conflict.ts'
import type { Household } from '../household/household.ts'
import type { RoundId } from '../ledger/identifiers.ts'
import type { Conflict } from './conflict.ts'

/** What somebody is asked to settle: those that only follow another go with it. */
export const openConflicts = (household: Pick<Household, 'conflicts'>): readonly Conflict[] =>
  (household.conflicts ?? []).filter(c => !c.follows)

/**
 * The conflicts that keep this actor from confirming a round's form. One on a hidden answer waits for a designated
 * officer and holds nobody else up: that it is there would already tell.
 */
export const conflictsOfForm = (
  household: Household,
  roundId: RoundId,
  actor: Actor,
  findForm: FindForm,
): readonly Conflict[] =>
  openConflicts(household).filter(
    conflict =>
      (!('roundId' in conflict.place) || conflict.place.roundId === roundId) &&
      seesConflict(actor, conflict, household, findForm),
  )
