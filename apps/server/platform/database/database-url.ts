/** One PostgreSQL address rewritten for another database, user or role. Addresses hold passwords: never log them. */
export interface UrlChange {
  readonly database?: string
  readonly user?: string
  readonly password?: string
  /** Every statement runs as this role, as after SET ROLE. */
  readonly role?: string
}

/** Accepts `postgres://user:password@host:port/database?…`, and `postgres:///database?host=/folder` for a socket. */
export const changeUrl = (url: string, { database, user, password, role }: UrlChange): string => {
  const changed = new URL(url)
  if (database !== undefined) changed.pathname = `/${encodeURIComponent(database)}`
  // An address without a host has no place for a user before it; PostgreSQL takes both as parameters too.
  if (changed.host === '') {
    if (user !== undefined) changed.searchParams.set('user', user)
    if (password !== undefined) changed.searchParams.set('password', password)
  } else {
    if (user !== undefined) changed.username = encodeURIComponent(user)
    if (password !== undefined) changed.password = encodeURIComponent(password)
  }
  if (role !== undefined) changed.searchParams.set('options', `-c role=${role}`)
  return changed.href
}

export const databaseOf = (url: string): string => decodeURIComponent(new URL(url).pathname.slice(1))

/** The part of an address that may be shown. */
export const hostOf = (url: string): string => {
  const { host, searchParams } = new URL(url)
  return host || searchParams.get('host') || 'localhost'
}

export const passwordOf = (url: string): string => {
  const { password, searchParams } = new URL(url)
  return decodeURIComponent(password) || (searchParams.get('password') ?? '')
}
