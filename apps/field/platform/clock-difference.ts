const PATIENCE_IN_MS = 10_000

/**
 * How far this phone's clock is ahead of the server's, in milliseconds to about a second; null without a network. By the
 * server's real clock, which a practice province has too.
 */
export const clockDifference = async (): Promise<number | null> => {
  try {
    const before = Date.now()
    const answer = await window.fetch('/api/health', { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_IN_MS) })
    const said = Date.parse(answer.headers.get('date') ?? '')
    return Number.isNaN(said) ? null : (before + Date.now()) / 2 - said
  } catch {
    return null
  }
}
