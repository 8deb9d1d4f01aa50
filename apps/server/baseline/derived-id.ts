import { createHmac } from 'node:crypto'
import type { SealingKeys } from '../platform/sealing.ts'

/**
 * The id of something a workbook names, the same whenever it is read again: a UUID of RFC 9562 version 8. Keyed, so that
 * nobody outside can work out from an id which house or which hardship it belongs to.
 */
export const derivedId = <Id extends string>(
  keys: SealingKeys,
  kind: 'household' | 'member' | 'problem' | 'command',
  ...names: readonly string[]
): Id => {
  const bytes = createHmac('sha256', keys.lookUp)
    .update(JSON.stringify(['baseline', kind, ...names]))
    .digest()
    .subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') as Id
}
