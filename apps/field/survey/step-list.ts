import type { DraftState, Step } from './draft-state.ts'

export const SUMMARY = 'summary'

/** Where the form stands as a whole: questions and everything else it asks for. */
export const wholeProgress = (steps: readonly Step[]): Step['progress'] =>
  steps.reduce(
    (sum, { progress }) => ({ asked: sum.asked + progress.asked, answered: sum.answered + progress.answered }),
    { asked: 0, answered: 0 },
  )

/** The step after this one; the summary after the last, nothing after the summary. */
export const stepAfter = (steps: readonly Step[], id: string): string | undefined => {
  if (id === SUMMARY) return undefined
  const at = steps.findIndex(step => step.id === id)
  return steps[at + 1]?.id ?? SUMMARY
}

export const stepBefore = (steps: readonly Step[], id: string): string | undefined =>
  id === SUMMARY ? steps.at(-1)?.id : steps[steps.findIndex(step => step.id === id) - 1]?.id

/** The first step with something left, which "ทำต่อ" leads to. */
export const stepToContinue = ({ steps }: DraftState): string =>
  steps.find(step => step.state !== 'done')?.id ?? SUMMARY
