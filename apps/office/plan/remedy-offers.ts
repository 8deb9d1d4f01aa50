import type { Remedy } from '@thaiqm/catalogue/catalogue-schemas.ts'
import type { ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import { type ProblemState, problemAllows } from '@thaiqm/core/problem/problem-state.ts'

interface Plannable {
  readonly id: ProblemId
  readonly kindCode: string
  readonly state: ProblemState
}

/** A remedy with every problem of this household it answers. */
export interface RemedyOffer {
  readonly remedy: Remedy
  readonly problemIds: readonly ProblemId[]
}

/** Problems a plan may still answer: live ones, by the same table the rules use. */
export const plannableProblems = <Problem extends Plannable>(problems: readonly Problem[]): readonly Problem[] =>
  problems.filter(problem => problemAllows[problem.state].includes('Plan'))

/**
 * The catalogue's remedies for a household's problems. A remedy that answers several of them is listed once, with all
 * of them, and stands first; the rest keep the catalogue's order.
 */
export const remedyOffers = (problems: readonly Plannable[], remedies: readonly Remedy[]): readonly RemedyOffer[] =>
  remedies
    .map(remedy => ({
      remedy,
      problemIds: plannableProblems(problems)
        .filter(problem => remedy.kindCodes.includes(problem.kindCode))
        .map(problem => problem.id),
    }))
    .filter(offer => offer.problemIds.length > 0)
    .sort((a, b) => b.problemIds.length - a.problemIds.length)

/** The offers for one problem. */
export const offersFor = (offers: readonly RemedyOffer[], problemId: ProblemId): readonly RemedyOffer[] =>
  offers.filter(offer => offer.problemIds.includes(problemId))
