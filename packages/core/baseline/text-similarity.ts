export type TrigramCounts = ReadonlyMap<string, number>

/** Three letters at a time with the ends marked, each counted as often as it occurs. */
export const countTrigrams = (text: string): TrigramCounts => {
  const counts = new Map<string, number>()
  const padded = `  ${text} `
  for (let at = 0; at + 3 <= padded.length; at++) {
    const trigram = padded.slice(at, at + 3)
    counts.set(trigram, (counts.get(trigram) ?? 0) + 1)
  }
  return counts
}

const total = (counts: TrigramCounts): number => {
  let sum = 0
  for (const count of counts.values()) sum += count
  return sum
}

/** Dice's coefficient, 0–1: twice what both share over what both have. */
export const diceOfCounts = (a: TrigramCounts, b: TrigramCounts): number => {
  let shared = 0
  for (const [trigram, count] of a) shared += Math.min(count, b.get(trigram) ?? 0)
  return shared === 0 ? 0 : (2 * shared) / (total(a) + total(b))
}

/** Letters to change, add or drop to get from one text to the other. Quadratic: for names, not for sentences. */
const editDistance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

/** How alike two names are, 0–1; only their first forty letters count. */
export const nameSimilarity = (a: string, b: string): number => {
  const [left, right] = [a.slice(0, 40), b.slice(0, 40)]
  const longer = Math.max(left.length, right.length)
  return longer === 0 || left === right ? 1 : 1 - editDistance(left, right) / longer
}
