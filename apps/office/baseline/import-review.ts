import type { PreviewReply, ReviewDecisions } from '@thaiqm/contract/baseline/baseline-routes.ts'

/** Chosen for a wording whose problem is not to be imported. */
export const leaveOut = 'leave-out'

export const noDecisions: ReviewDecisions = { problems: {}, statuses: {}, skipRows: [] }

export const decideWording = (
  decisions: ReviewDecisions,
  of: 'problems' | 'statuses',
  wording: string,
  chosen: string,
): ReviewDecisions => ({ ...decisions, [of]: { ...decisions[of], [wording]: chosen } })

/** Leaves rows out of the import, or takes them in again. */
export const skipRows = (decisions: ReviewDecisions, rows: readonly number[], isSkipped: boolean): ReviewDecisions => {
  const others = decisions.skipRows.filter(row => !rows.includes(row))
  return { ...decisions, skipRows: (isSkipped ? [...others, ...rows] : others).sort((a, b) => a - b) }
}

export interface OpenQuestions {
  readonly problems: number
  readonly statuses: number
  /** Rows that stay out of the import as long as nobody decides. */
  readonly rows: number
}

/** What a person has not answered yet in the review table. Rows left out are answered. */
export const openQuestions = (
  preview: Pick<PreviewReply, 'problemReview' | 'statusReview'>,
  decisions: ReviewDecisions,
): OpenQuestions => {
  const skipped = new Set(decisions.skipRows)
  const isOpen = (of: 'problems' | 'statuses') => (review: { wording: string; rows: readonly number[] }) =>
    decisions[of][review.wording] === undefined && review.rows.some(row => !skipped.has(row))
  const problems = preview.problemReview.filter(isOpen('problems'))
  const statuses = preview.statusReview.filter(isOpen('statuses'))
  const rows = new Set([...problems, ...statuses].flatMap(review => review.rows.filter(row => !skipped.has(row))))
  return { problems: problems.length, statuses: statuses.length, rows: rows.size }
}

/** Whether every row that carries this wording is left out by hand. */
export const isLeftOut = (rows: readonly number[], decisions: ReviewDecisions): boolean =>
  rows.length > 0 && rows.every(row => decisions.skipRows.includes(row))
