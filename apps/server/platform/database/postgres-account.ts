import { readFileSync, statSync } from 'node:fs'

/**
 * PostgreSQL refuses to run as root. Under root it gets a user id of its own, so that no other service on the machine
 * can read its files: the account `thaiqm` if there is one, else a number nobody else has.
 */
export interface PostgresAccount {
  readonly uid: number
  readonly gid: number
  /** initdb wants a user with a name; the files it makes are handed to `uid` afterwards. */
  readonly initdbUid: number
  readonly initdbGid: number
}

const FIRST_OWN_ID = 54_320

interface NamedAccount {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

const namedAccounts = (): readonly NamedAccount[] => {
  try {
    return readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map(line => line.split(':'))
      .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
      .filter(account => account.name !== '' && Number.isInteger(account.uid) && Number.isInteger(account.gid))
  } catch {
    return []
  }
}

const ownerOf = (path: string): { uid: number; gid: number } | undefined => {
  try {
    const { uid, gid } = statSync(path)
    return { uid, gid }
  } catch {
    return undefined
  }
}

/**
 * The account to run PostgreSQL under. `as-we-are` when this process is not root; `none` when root has no account
 * to give. A cluster that already belongs to an ordinary user keeps its owner.
 */
export const choosePostgresAccount = (clusterDir: string): PostgresAccount | 'as-we-are' | 'none' => {
  if (process.getuid?.() !== 0) return 'as-we-are'
  const accounts = namedAccounts()
  const named = (name: string) => accounts.find(account => account.name === name && account.uid !== 0)
  const own = named('thaiqm')
  const initdb = own ?? named('nobody') ?? named('daemon')
  if (initdb === undefined) return 'none'
  const owner = ownerOf(clusterDir)
  const taken = new Set(accounts.map(account => account.uid))
  let free = FIRST_OWN_ID
  while (taken.has(free)) free += 1
  const runner = owner !== undefined && owner.uid !== 0 ? owner : (own ?? { uid: free, gid: free })
  return { uid: runner.uid, gid: runner.gid, initdbUid: initdb.uid, initdbGid: initdb.gid }
}

/** Whether a user can reach and read a path: every folder above must let it through. Groups beside `gid` do not count. */
export const canReach = (path: string, account: PostgresAccount): boolean => {
  const parts = path.split('/').filter(part => part !== '')
  return parts.every((_, index) => {
    const stat = statSync(`/${parts.slice(0, index + 1).join('/')}`)
    const shift = stat.uid === account.uid ? 6 : stat.gid === account.gid ? 3 : 0
    const needed = stat.isDirectory() ? 0o1 : 0o4
    return ((stat.mode >> shift) & needed) === needed
  })
}
