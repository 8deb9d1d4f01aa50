import type { Household } from '@thaiqm/core/household/household.ts'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import { type CountedItem, countedItems } from '@thaiqm/core/measure/counted-items.ts'
import type { ProblemKindRule } from '@thaiqm/core/problem/problem-kind.ts'
import type { Round } from '@thaiqm/core/round/round.ts'
import type { CountedChange } from './measure-store.ts'

const keyOf = (area: string, item: CountedItem): string =>
  `${area}|${item.measure}|${item.problemId ?? ''}|${item.dueOn ?? ''}|${item.detail}|${item.eye}`

/** Which counted sets a household enters and leaves between two states, in each of the rounds. */
export const countedChanges = (
  before: Household | null,
  after: Household | null,
  shardKey: number,
  rounds: readonly Round[],
  kinds: ReadonlyMap<string, ProblemKindRule>,
  at: Instant,
): CountedChange[] =>
  rounds.flatMap(round => {
    const change = (household: Household, item: CountedItem, delta: 1 | -1): CountedChange => ({
      shardKey,
      roundId: round.id,
      areaCode: Number(household.areaCode),
      item,
      delta,
      at,
    })
    const then = new Map(
      (before === null ? [] : countedItems(before, round, kinds)).map(item => [
        keyOf(before?.areaCode ?? '', item),
        item,
      ]),
    )
    const changes: CountedChange[] = []
    for (const item of after === null ? [] : countedItems(after, round, kinds)) {
      if (after !== null && !then.delete(keyOf(after.areaCode, item))) changes.push(change(after, item, 1))
    }
    if (before !== null) for (const item of then.values()) changes.push(change(before, item, -1))
    return changes
  })
