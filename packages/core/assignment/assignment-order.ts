import type { AssignmentNeed } from './assignment.ts'

type Urgency = Pick<AssignmentNeed, 'severity' | 'dueOn'>

/** Later than any day that can be written: a need without a day comes last in its severity. */
const NO_DAY = '9999-99-99'

/**
 * Who comes first: the more severe, and of the same severity the sooner due. Nothing else ranks two needs, so needs that
 * are alike in both form one class. Negative when `a` comes before `b`.
 */
export const compareUrgency = (a: Urgency, b: Urgency): number => {
  if (a.severity !== b.severity) return a.severity - b.severity
  const [first, second] = [a.dueOn ?? NO_DAY, b.dueOn ?? NO_DAY]
  return first === second ? 0 : first < second ? -1 : 1
}

/** The class of each need, in the order given: 0 is the most urgent; needs of one class have the same severity and day. */
export const urgencyClasses = (needs: readonly Urgency[]): readonly number[] => {
  const sorted = needs.map((_, i) => i).sort((a, b) => compareUrgency(at(needs, a), at(needs, b)))
  const classes = new Array<number>(needs.length)
  let last: Urgency | undefined
  let current = -1
  for (const index of sorted) {
    const need = at(needs, index)
    if (last === undefined || compareUrgency(last, need) !== 0) current += 1
    classes[index] = current
    last = need
  }
  return classes
}

/**
 * How many of each class are served. Of two assignments the better is the one whose list is greater at the first place
 * where they differ: one more of a more urgent class outweighs any number of the classes after it.
 */
export const servedByClass = (classes: readonly number[], isServed: (index: number) => boolean): readonly number[] => {
  const served: number[] = []
  classes.forEach((urgencyClass, index) => {
    served[urgencyClass] = (served[urgencyClass] ?? 0) + (isServed(index) ? 1 : 0)
  })
  return served
}

/** Positive when `a` is the better assignment by the rule of `servedByClass`, 0 when they are equally good. */
export const compareServed = (a: readonly number[], b: readonly number[]): number => {
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

const at = <T>(list: readonly T[], index: number): T => {
  const item = list[index]
  if (item === undefined) throw new Error(`nothing at place ${index} of ${list.length}`)
  return item
}
