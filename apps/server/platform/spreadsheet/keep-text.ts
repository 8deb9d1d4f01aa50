/** More distinct texts than this are kept apart; columns of numbers and dates would only fill the table. */
const REMEMBERED = 100_000

/**
 * Keeps one copy of each text. What a parser hands out is a window into its buffer, and keeping the window keeps the
 * whole buffer: without the copy a sheet of 20,000 rows holds all of its XML in memory.
 */
export const createTextKeeper = (): ((text: string) => string) => {
  const kept = new Map<string, string>()
  return text => {
    const known = kept.get(text)
    if (known !== undefined) return known
    const copy = Buffer.from(text, 'utf16le').toString('utf16le')
    if (kept.size < REMEMBERED) kept.set(copy, copy)
    return copy
  }
}
