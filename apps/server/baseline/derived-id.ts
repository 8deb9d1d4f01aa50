import { createHmac } from 'node:crypto'
import type { SealingKeys } from '../platform/sealing.ts'
import { uuidOfDigest } from '../platform/uuid-of-digest.ts'

/**
 * The id of something a workbook names, the same whenever it is read again: a UUID of RFC 9562 version 8. Keyed, so that
 * nobody outside can work out from an id which house or which hardship it belongs to.
 */
export const derivedId = <Id extends string>(
  keys: SealingKeys,
  kind: 'household' | 'member' | 'problem' | 'command',
  ...names: readonly string[]
): Id =>
  uuidOfDigest(
    createHmac('sha256', keys.lookUp)
      .update(JSON.stringify(['baseline', kind, ...names]))
      .digest(),
  )
