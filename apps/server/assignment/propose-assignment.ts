import type {
  AssignmentMatch,
  AssignmentNeed,
  AssignmentOffer,
  AssignmentPins,
} from '@thaiqm/core/assignment/assignment.ts'
import { costBaht, matchKey } from '@thaiqm/core/assignment/assignment.ts'
import { urgencyClasses } from '@thaiqm/core/assignment/assignment-order.ts'
import {
  type AssignmentRefusal,
  checkAssignment,
  checkPins,
  leftAfter,
} from '@thaiqm/core/assignment/check-assignment.ts'
import { explainUnserved, type Unserved } from '@thaiqm/core/assignment/explain-unserved.ts'
import { fitOf } from '@thaiqm/core/assignment/offer-fit.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import { type Outcome, succeed } from '@thaiqm/core/ledger/outcome.ts'
import { NONE, type SolverAnswer, type SolverTask } from './solver-task.ts'

export interface AssignmentInput {
  readonly needs: readonly AssignmentNeed[]
  readonly offers: readonly AssignmentOffer[]
  readonly pins: AssignmentPins
  readonly today: Day
}

export interface AssignmentProposal {
  readonly matches: readonly AssignmentMatch[]
  readonly unserved: readonly Unserved[]
  readonly provenClasses: number
  readonly classes: number
  readonly open: SolverAnswer['open']
}

/** What is left to decide once the pinned pairs are set: needs by their place, offers with what those leave. */
const taskOf = ({ needs, offers, pins, today }: AssignmentInput): SolverTask => {
  const settled = new Set([...pins.leftOut, ...pins.pinned.map(pin => pin.problemId)])
  const barred = new Set(pins.barred.map(matchKey))
  const left = leftAfter(needs, offers, pins.pinned)
  const after = offers.map(offer => {
    const { quantity = 0, budgetBaht = 0 } = left.get(offer.offerId) ?? {}
    return { ...offer, quantityLeft: quantity, budgetLeftBaht: budgetBaht }
  })
  const classes = urgencyClasses(needs)
  return {
    offers: after.map(({ quantityLeft, budgetLeftBaht }) => ({ quantityLeft, budgetLeftBaht })),
    needs: needs.map((need, index) => ({
      urgencyClass: classes[index] ?? 0,
      quantity: need.quantity,
      costBaht: costBaht(need),
      fits: settled.has(need.problemId)
        ? []
        : after.flatMap((offer, place) =>
            fitOf(need, offer, today) === 'fits' &&
            !barred.has(matchKey({ problemId: need.problemId, offerId: offer.offerId }))
              ? [place]
              : [],
          ),
    })),
  }
}

/**
 * Proposes who is served from which offer, and says of everybody else why not. Nothing is taken: whoever accepts a row
 * gives the offer's own ledger a command. Throws when the solver's answer breaks a rule, for then it may not be shown.
 */
export const proposeAssignment = async (
  input: AssignmentInput,
  solve: (task: SolverTask) => Promise<SolverAnswer>,
): Promise<Outcome<AssignmentProposal, AssignmentRefusal>> => {
  const { needs, offers, pins, today } = input
  const mayPin = checkPins(needs, offers, pins, today)
  if (!mayPin.ok) return mayPin
  const { offerOf, ...proof } = await solve(taskOf(input))
  const matches = [
    ...pins.pinned,
    ...needs.flatMap(({ problemId }, index) => {
      const offer = offers[offerOf[index] ?? NONE]
      return offer === undefined ? [] : [{ problemId, offerId: offer.offerId }]
    }),
  ]
  const faults = checkAssignment(needs, offers, pins, matches, today)
  if (faults.length > 0) throw new Error(`the solver's assignment breaks rules: ${[...new Set(faults)].join(', ')}`)
  return succeed({ matches, unserved: explainUnserved(needs, offers, pins, matches, today), ...proof })
}
