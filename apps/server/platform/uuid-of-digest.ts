/** A UUID (RFC 9562 version 8) out of the first 16 bytes of a digest: the same whenever the same is digested. */
export const uuidOfDigest = <Id extends string>(digest: Uint8Array): Id => {
  const bytes = Buffer.from(digest.subarray(0, 16))
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') as Id
}
