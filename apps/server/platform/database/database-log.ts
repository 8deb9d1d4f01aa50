/** Where the supervisor says what it does: one sentence a call, never a person's data. */
export interface DatabaseLog {
  info(message: string): void
  warn(message: string): void
  error(message: string): void
}

export const silentLog: DatabaseLog = { info: () => {}, warn: () => {}, error: () => {} }
