const roundConstants = /* @__PURE__ */ (() => {
  const primes: number[] = []
  for (let n = 2; primes.length < 64; n++) if (primes.every(p => n % p !== 0)) primes.push(n)
  const fraction = (root: number) => ((root - Math.floor(root)) * 2 ** 32) | 0
  return { start: primes.slice(0, 8).map(p => fraction(Math.sqrt(p))), each: primes.map(p => fraction(Math.cbrt(p))) }
})()

const rotate = (word: number, by: number) => (word >>> by) | (word << (32 - by))

const toHex = (bytes: Uint8Array): string => [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')

/** SHA-256 (FIPS 180-4) in plain arithmetic, for pages opened by plain http, where browsers hide their own. */
export const sha256InScript = (bytes: Uint8Array): string => {
  const length = bytes.length
  const padded = new Uint8Array(((length + 8) >> 6) * 64 + 64)
  padded.set(bytes)
  padded[length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(length / 2 ** 29))
  view.setUint32(padded.length - 4, length << 3)
  const state = Int32Array.from(roundConstants.start)
  const w = new Int32Array(64)
  for (let block = 0; block < padded.length; block += 64) {
    for (let t = 0; t < 64; t++) {
      if (t < 16) {
        w[t] = view.getInt32(block + t * 4)
        continue
      }
      const a = w[t - 15] ?? 0
      const b = w[t - 2] ?? 0
      const small0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3)
      const small1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10)
      w[t] = ((w[t - 16] ?? 0) + small0 + (w[t - 7] ?? 0) + small1) | 0
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
    for (let t = 0; t < 64; t++) {
      const big1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
      const first = (h + big1 + ((e & f) ^ (~e & g)) + (roundConstants.each[t] ?? 0) + (w[t] ?? 0)) | 0
      const big0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
      const second = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
      h = g
      g = f
      f = e
      e = (d + first) | 0
      d = c
      c = b
      b = a
      a = (first + second) | 0
    }
    for (const [at, word] of [a, b, c, d, e, f, g, h].entries()) state[at] = ((state[at] ?? 0) + word) | 0
  }
  const out = new DataView(new ArrayBuffer(32))
  for (const [at, word] of state.entries()) out.setInt32(at * 4, word)
  return toHex(new Uint8Array(out.buffer))
}

/** The name of a photo: lower-case hexadecimal SHA-256 of its bytes. */
export const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  globalThis.crypto?.subtle === undefined
    ? sha256InScript(bytes)
    : toHex(new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', bytes)))
