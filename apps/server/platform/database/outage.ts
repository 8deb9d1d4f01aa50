// What the driver says without a code: the connection broke, none could be had, or the pool is closing.
const UNCODED =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect|timeout expired|Cannot use a pool after)/

/**
 * Whether an error means that nobody can keep or read anything just now: no connection, no room on the disk, a database
 * that is shutting down or starting up. Nothing is wrong with what was asked; it is asked again later. SQLSTATE classes
 * 08, 53, 57 and 58, the system's own codes (`ECONNREFUSED`, `ENOSPC`), and the driver's words where it gives no code.
 */
export const isOutage = (error: unknown): boolean => {
  const code = (error as { code?: unknown } | null)?.code
  const name = typeof code === 'string' ? code : ''
  return (
    /^(08|53|57|58)\w{3}$/.test(name) ||
    /^E[A-Z]+$/.test(name) ||
    (error instanceof Error && UNCODED.test(error.message))
  )
}
