import type { FieldDatabase } from '../platform/field-database.ts'
import { createServerSeal, type SealingKey, type ServerSeal } from './server-seal.ts'
import type { VaultKeys } from './vault.ts'
import { type Sealed, sealJson } from './vault-crypto.ts'

/** One text sealed for both who may read it. */
export interface SealedTwice {
  /** For the server; null until this phone has heard its key. */
  readonly sealed: string | null
  /** For whoever has the PIN; null when nothing is open. */
  readonly readable: Sealed | null
}

/** Seals one's own work: for the server, and readable here while the vault is open. */
export const createSealer = (database: FieldDatabase, keys: () => VaultKeys | undefined) => {
  let seal: Promise<ServerSeal> | undefined

  const sealingKey = async (): Promise<SealingKey | undefined> =>
    (await database.facts.get('sealingKey'))?.value as SealingKey | undefined

  const serverSeal = async (): Promise<ServerSeal | undefined> => {
    const key = await sealingKey()
    if (key === undefined) return undefined
    if (seal === undefined || (await seal).keyId !== key.keyId) seal = createServerSeal(key)
    return seal
  }

  return {
    /** What the server said it can open. */
    takeSealingKey: async (key: SealingKey): Promise<void> => {
      const known = await sealingKey()
      if (known?.keyId !== key.keyId) await database.facts.put({ key: 'sealingKey', value: key })
    },

    canSeal: async (): Promise<boolean> => (await sealingKey()) !== undefined,

    /** A new run of the app, or another opening of the vault, seals under a key of its own. */
    forget: (): void => {
      seal = undefined
    },

    sealText: async (text: string, about: string): Promise<string | null> =>
      (await (await serverSeal())?.seal(text, about)) ?? null,

    sealTwice: async (value: unknown, about: string): Promise<SealedTwice> => {
      const open = keys()
      const [sealed, readable] = await Promise.all([
        serverSeal().then(to => to?.seal(JSON.stringify(value), about) ?? null),
        open === undefined ? null : sealJson(open.work, value, about),
      ])
      if (sealed === null && readable === null) throw new Error('there is no key yet to keep this under')
      return { sealed, readable }
    },
  }
}

export type Sealer = ReturnType<typeof createSealer>
