import type { Sealed } from './vault-crypto.ts'
import type { LeaseTerms, VaultTimes } from './vault-rules.ts'

/** One person's vault as it lies on the disk. Nothing in it opens anything without the PIN. */
export interface VaultRecord {
  readonly key: 'vault'
  readonly salt: Uint8Array<ArrayBuffer>
  readonly rounds: number
  readonly deviceKey: CryptoKey
  /** The key of one's own work: PIN and device key. */
  readonly work: Sealed
  /** The key of households: PIN, device key and the server's share. */
  readonly cache: Sealed | null
  readonly share: string | null
  readonly terms: LeaseTerms
  readonly times: VaultTimes
  readonly wrongPins: number
}
