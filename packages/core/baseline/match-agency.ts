import { letterKey, normaliseThai } from '../thai/normalise-thai.ts'

export interface MatchableAgency {
  readonly code: string
  readonly th: string
}

const withoutBrackets = (text: string) => text.replace(/\s*\([^)]*\)?/g, '')

/**
 * Finds an agency by its code, its whole name, its name without brackets, or one of the names between its slashes and
 * brackets (`อบต.` of `อปท. (อบต./เทศบาล/อบจ.)`). A part that two agencies share names neither.
 */
export const createAgencyFinder = (agencies: readonly MatchableAgency[]): ((wording: string) => string | undefined) => {
  const whole = new Map<string, string>()
  const parts = new Map<string, string | undefined>()
  for (const { code, th } of agencies) {
    const name = normaliseThai(th)
    for (const key of [letterKey(code), letterKey(name), letterKey(withoutBrackets(name))]) {
      if (key !== '' && !whole.has(key)) whole.set(key, code)
    }
    for (const part of name.split(/[/()]/)) {
      const key = letterKey(part)
      if (key === '') continue
      parts.set(key, parts.has(key) && parts.get(key) !== code ? undefined : code)
    }
  }
  return wording => {
    const key = letterKey(wording)
    return whole.get(key) ?? parts.get(key) ?? whole.get(key.replace(/^(สำนักงาน|สนง)/, '')) ?? undefined
  }
}
