import { hash, verify } from '@node-rs/argon2'
import { createTurns } from '@thaiqm/core/sync/turns.ts'

/** Argon2id, 19 MiB, two passes, one lane: OWASP's minimum. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** One hash at a time: a storm of sign-ins must not starve the pushes. */
const inTurn = createTurns()

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, cost))

export const isPassword = (stored: string, password: string): Promise<boolean> => inTurn(() => verify(stored, password))

const tooCommon = ['password', 'thaiqm', '123456', 'qwerty', 'mukdahan', 'รหัสผ่าน']

/** At least 15 characters, and not one word or one character repeated (NIST SP 800-63B-4: length and a blocklist, no rules of composition). */
export const isPasswordStrong = (password: string, username: string): boolean => {
  const lower = password.toLowerCase()
  if (lower.length < 15 || new Set(lower).size < 6) return false
  const rest = [...tooCommon, username].reduce((text, word) => text.replaceAll(word.toLowerCase(), ''), lower)
  return rest.length >= 8
}
