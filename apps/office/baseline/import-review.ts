import type { PreviewReply, ReviewDecisions } from '@thaiqm/contract/baseline/baseline-routes.ts'

export const noDecisions: ReviewDecisions = { problems: {}, statuses: {}, skipRows: [] }

/** Takes a wording as one kind or state, or leaves its rows out (`leaveOut` of the contract). */
export const decideWording = (
  decisions: ReviewDecisions,
  of: 'problems' | 'statuses',
  wording: string,
  chosen: string,
): ReviewDecisions => ({ ...decisions, [of]: { ...decisions[of], [wording]: chosen } })

export interface OpenQuestions {
  readonly problems: number
  readonly statuses: number
  /** Rows that stay out of the import as long as nobody decides. */
  readonly rows: number
}

/** What a person has not answered yet in the review table. */
export const openQuestions = (
  preview: Pick<PreviewReply, 'problemReview' | 'statusReview'>,
  decisions: ReviewDecisions,
): OpenQuestions => {
  const problems = preview.problemReview.filter(review => decisions.problems[review.wording] === undefined)
  const statuses = preview.statusReview.filter(review => decisions.statuses[review.wording] === undefined)
  const rows = new Set([...problems, ...statuses].flatMap(review => review.rows))
  return { problems: problems.length, statuses: statuses.length, rows: rows.size }
}
