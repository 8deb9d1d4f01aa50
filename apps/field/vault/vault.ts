import type { FieldDatabase } from '../platform/field-database.ts'
import {
  makeDataKey,
  makeDeviceKey,
  makePassingKey,
  PIN_ROUNDS,
  randomBytes,
  rewrapDataKey,
  secretOf,
  unwrapDataKey,
  type VaultKey,
  wrappingKey,
} from './vault-crypto.ts'
import type { VaultRecord } from './vault-record.ts'
import {
  clockSeen,
  contactAt,
  type LeaseTerms,
  leaseState,
  MOST_WRONG_PINS,
  type PinWeakness,
  pinWeakness,
  triesLeft,
  usualTerms,
} from './vault-rules.ts'

/** What is open: one's own work always; households only while the server's share is here. */
export interface VaultKeys {
  readonly work: VaultKey
  readonly cache: VaultKey | null
  /** Opened without a PIN, for capturing only: the work's key is gone when the app is closed. */
  readonly isPassing: boolean
}

export type VaultStanding =
  | { readonly kind: 'absent' }
  | { readonly kind: 'locked'; readonly triesLeft: number; readonly mayReset: boolean }
  | { readonly kind: 'open'; readonly keys: VaultKeys }

export type Unlocked =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: 'wrong-pin' | 'pins-used-up'; readonly triesLeft: number }

/** What a report of the server says of this device's vault. */
export interface ShareReport extends LeaseTerms {
  readonly share: string | null
  readonly isLocked: boolean
}

export interface VaultParts {
  readonly database: FieldDatabase
  /** This phone's clock in ms. */
  readonly now: () => number
  /** Away with every cached household; unsent work is not touched. */
  readonly dropHouseholds: () => Promise<void>
  readonly rounds?: number
}

/**
 * The vault of one person on one phone. The PIN opens the key of one's own work; with the server's share it opens the
 * households too. What it may still show is decided here: lease, wrong PINs, a lock by the office.
 */
export const createVault = ({ database, now, dropHouseholds, rounds = PIN_ROUNDS }: VaultParts) => {
  const { vault } = database
  let standing: VaultStanding = { kind: 'absent' }
  /** The PIN's secret while open: it takes in a share that comes later. */
  let secret: CryptoKey | undefined
  /** What the server said before there was a vault: a first sign-in reports first and then asks for a PIN. */
  let heard: Pick<VaultRecord, 'share' | 'terms' | 'times'> | undefined
  const listeners = new Set<() => void>()
  const show = (next: VaultStanding): void => {
    standing = next
    for (const listener of listeners) listener()
  }

  const load = (): Promise<VaultRecord | undefined> => vault.get('vault')

  /** Reads, decides and writes the record in one step, with another tab beside this one. */
  const change = (decide: (record: VaultRecord) => Partial<VaultRecord>): Promise<VaultRecord | undefined> =>
    database.transaction('rw', vault, async () => {
      const record = await vault.get('vault')
      if (record === undefined) return undefined
      const next = { ...record, ...decide(record) }
      await vault.put(next)
      return next
    })

  const dropCache = async (): Promise<void> => {
    await change(() => ({ cache: null, share: null }))
    await dropHouseholds()
    if (standing.kind === 'open') show({ kind: 'open', keys: { ...standing.keys, cache: null } })
  }

  const lockedBy = (record: VaultRecord, mayReset = false): VaultStanding => ({
    kind: 'locked',
    triesLeft: triesLeft(record.wrongPins),
    mayReset,
  })

  /** What time has taken away: the share after the view lease, the households after the longer one. */
  const tick = async (): Promise<void> => {
    const clock = now()
    const record = await change(known => ({ times: clockSeen(known.times, clock) }))
    if (record === undefined) return
    const lease = leaseState(record.times, clock, record.terms)
    if (lease === 'viewing') return
    if (lease === 'erased' && record.cache !== null) return dropCache()
    if (record.share === null) return
    await change(() => ({ share: null }))
    if (standing.kind === 'open') show({ kind: 'open', keys: { ...standing.keys, cache: null } })
  }

  /** The households' key: the one on the disk, or a new one when the share does not open it or there is none. */
  const openCache = async (by: CryptoKey, share: string): Promise<VaultKey> => {
    const wrapping = await wrappingKey(by, share)
    const record = await load()
    const known = record?.cache == null ? undefined : await unwrapDataKey(wrapping, record.cache)
    if (known !== undefined) return known
    if (record?.cache != null) await dropHouseholds()
    const made = await makeDataKey(wrapping)
    await change(() => ({ cache: made.wrapped }))
    return made.key
  }

  const open = async (by: CryptoKey, work: VaultKey, share: string | null): Promise<void> => {
    secret = by
    show({ kind: 'open', keys: { work, cache: share === null ? null : await openCache(by, share), isPassing: false } })
  }

  const lock = async (): Promise<void> => {
    secret = undefined
    const record = await load()
    show(record === undefined ? { kind: 'absent' } : lockedBy(record))
  }

  const create = async (pin: string): Promise<{ ok: true } | { ok: false; code: PinWeakness }> => {
    const weakness = pinWeakness(pin)
    if (weakness !== undefined) return { ok: false, code: weakness }
    const old = await load()
    // Households sealed by a key that nobody can open any more are of no use.
    if (old?.cache != null) await dropHouseholds()
    const salt = randomBytes(16)
    const deviceKey = await makeDeviceKey()
    const made = await secretOf(pin, { salt, rounds, deviceKey })
    const { key, wrapped } = await makeDataKey(await wrappingKey(made, null))
    const share = heard?.share ?? old?.share ?? null
    await vault.put({
      key: 'vault',
      salt,
      rounds,
      deviceKey,
      work: wrapped,
      cache: null,
      share,
      terms: heard?.terms ?? old?.terms ?? usualTerms,
      times: heard?.times ?? old?.times ?? contactAt(now()),
      wrongPins: 0,
    })
    await open(made, key, share)
    return { ok: true }
  }

  /** Counts the try before it is made, so that closing the app in between wins none. */
  const unlock = async (pin: string): Promise<Unlocked> => {
    const counted = await change(({ wrongPins }) => ({ wrongPins: Math.min(MOST_WRONG_PINS + 1, wrongPins + 1) }))
    if (counted === undefined || counted.wrongPins > MOST_WRONG_PINS)
      return { ok: false, code: 'pins-used-up', triesLeft: 0 }
    const made = await secretOf(pin, counted)
    const work = await unwrapDataKey(await wrappingKey(made, null), counted.work)
    if (work === undefined) {
      const left = triesLeft(counted.wrongPins)
      if (left === 0) await dropCache()
      show(lockedBy(counted))
      return { ok: false, code: left === 0 ? 'pins-used-up' : 'wrong-pin', triesLeft: left }
    }
    await change(() => ({ wrongPins: 0 }))
    await tick()
    await open(made, work, (await load())?.share ?? null)
    return { ok: true }
  }

  /** A new PIN for the same keys: nothing has to be sealed anew. */
  const changePin = async (
    pin: string,
    next: string,
  ): Promise<Unlocked | { readonly ok: false; readonly code: PinWeakness }> => {
    const weakness = pinWeakness(next)
    if (weakness !== undefined) return { ok: false, code: weakness }
    const unlocked = await unlock(pin)
    if (!unlocked.ok) return unlocked
    const record = await load()
    if (record === undefined || secret === undefined) return { ok: false, code: 'pins-used-up', triesLeft: 0 }
    const salt = randomBytes(16)
    const made = await secretOf(next, { ...record, salt, rounds })
    const { share } = record
    const work = await rewrapDataKey(await wrappingKey(secret, null), await wrappingKey(made, null), record.work)
    const cache =
      record.cache === null || share === null
        ? null
        : await rewrapDataKey(await wrappingKey(secret, share), await wrappingKey(made, share), record.cache)
    if (work === undefined) throw new Error('the key of own work does not open')
    await change(() => ({ salt, rounds, work, cache: cache ?? null }))
    // Without the share the households' key cannot be wrapped anew: they are fetched again.
    if (record.cache !== null && cache == null) await dropHouseholds()
    secret = made
    return { ok: true }
  }

  /** What the server says at each contact: its share and the lease begin anew, or the office has locked this phone. */
  const takeReport = async ({ share, isLocked, viewDays, eraseDays }: ShareReport): Promise<void> => {
    if (isLocked) {
      heard = undefined
      return dropCache()
    }
    if (share === null) return tick()
    heard = { share, terms: { viewDays, eraseDays }, times: contactAt(now()) }
    const before = await load()
    const by = secret
    // A device that goes on under another id has another share: the same key goes under it.
    const moved =
      by !== undefined && before?.cache != null && before.share !== null && before.share !== share
        ? await rewrapDataKey(await wrappingKey(by, before.share), await wrappingKey(by, share), before.cache)
        : undefined
    const known = await change(() => ({ ...heard, ...(moved === undefined ? {} : { cache: moved }) }))
    if (known === undefined || by === undefined || standing.kind !== 'open' || standing.keys.cache !== null) return
    const cache = await openCache(by, share)
    if (standing.kind === 'open') show({ kind: 'open', keys: { ...standing.keys, cache } })
  }

  return {
    /** What the phone knows of this vault; asked once when its person comes. */
    begin: async (): Promise<void> => {
      await tick()
      await lock()
    },
    create,
    unlock,
    changePin,
    lock,
    tick,
    takeReport,

    /** The server has just made sure who this is: tries begin anew, and a forgotten PIN may be replaced. */
    allowReset: async (): Promise<void> => {
      const record = await change(() => ({ wrongPins: 0 }))
      if (record !== undefined && standing.kind === 'locked') show(lockedBy(record, true))
    },

    /** Capturing goes on without a PIN; what is written is readable here until the app is closed, and by the server. */
    openForCapture: async (): Promise<void> => {
      show({ kind: 'open', keys: { work: await makePassingKey(), cache: null, isPassing: true } })
    },

    read: (): VaultStanding => standing,
    keys: (): VaultKeys | undefined => (standing.kind === 'open' ? standing.keys : undefined),
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export type Vault = ReturnType<typeof createVault>
