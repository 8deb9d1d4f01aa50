import type { Subscription } from 'dexie'
import { useEffect, useState } from 'react'

/**
 * What a query of the local store answers now, and again whenever what it read changes; undefined until the first
 * answer. `key` names what is asked: a new key asks anew.
 */
export const useLive = <Value>(key: string, query: () => Promise<Value>): Value | undefined => {
  const [answer, setAnswer] = useState<{ readonly key: string; readonly value: Value }>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the query is a new function each time; its key says when it differs
  useEffect(() => {
    let subscription: Subscription | undefined
    let isOver = false
    // Whoever asks has a store open already; the first page has none, and does without its library.
    void import('dexie').then(({ liveQuery }) => {
      if (isOver) return
      subscription = liveQuery(query).subscribe({
        next: value => setAnswer({ key, value }),
        error: (failure: unknown) => {
          throw failure
        },
      })
    })
    return () => {
      isOver = true
      subscription?.unsubscribe()
    }
  }, [key])
  return answer?.key === key ? answer.value : undefined
}
