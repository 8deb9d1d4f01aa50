import { letterKey, normaliseThai } from '../thai/normalise-thai.ts'
import { countTrigrams, diceOfCounts } from './text-similarity.ts'

/** The part of a catalogue's problem kind that matching needs. */
export interface MatchableKind {
  readonly code: string
  readonly th: string
  readonly dimension: string
}

export interface WordingCandidate {
  readonly kindCode: string
  /** 0–1: how much of the wording and the kind's name is alike. */
  readonly score: number
}

/**
 * `exact` the whole name · `sure` cut at a slash or bracket, and only one kind begins so · `likely` alike enough, with a
 * margin to the next: imported with a warning · `review` a person decides among the candidates.
 */
export type WordingMatch =
  | {
      readonly confidence: 'exact' | 'sure' | 'likely'
      readonly kindCode: string
      readonly candidates: readonly WordingCandidate[]
    }
  | { readonly confidence: 'review'; readonly kindCode: null; readonly candidates: readonly WordingCandidate[] }

export interface WordingMatcher {
  /** The same question is answered from memory: twenty thousand rows hold a few hundred wordings. */
  readonly match: (wording: string, dimension?: string) => WordingMatch
}

/** Names offices give the six dimensions, beside the codes. */
const DIMENSION_WORDS: Readonly<Record<string, readonly string[]>> = {
  D1: ['สุขภาพ', 'ด้านสุขภาพ', 'health'],
  D2: ['ความเป็นอยู่', 'ที่อยู่อาศัย', 'สภาพแวดล้อม', 'living'],
  D3: ['การศึกษา', 'education'],
  D4: ['รายได้', 'อาชีพ', 'การมีงานทำและรายได้', 'รายได้/อาชีพ', 'เศรษฐกิจ', 'income'],
  D5: ['การเข้าถึงบริการภาครัฐ', 'การเข้าถึงบริการรัฐ', 'เข้าถึงบริการภาครัฐ', 'การเข้าถึงบริการ', 'access'],
  D6: ['สังคม/ความปลอดภัย', 'สังคม', 'ความปลอดภัย', 'สังคมและความปลอดภัย', 'อื่น ๆ', 'social'],
}

const DIMENSION_BY_KEY = new Map(
  Object.entries(DIMENSION_WORDS).flatMap(([code, words]) =>
    [code, ...words].map(word => [letterKey(word), code] as const),
  ),
)

/** `มิติด้านรายได้`, `4. รายได้`, `D4` → D4. */
export const findDimension = (text: string): string | undefined =>
  DIMENSION_BY_KEY.get(letterKey(text)) ??
  DIMENSION_BY_KEY.get(
    letterKey(text)
      .replace(/^\d+/, '')
      .replace(/^(มิติที่\d|มิติ|ด้าน)+/, ''),
  )

const withoutBrackets = (text: string) => text.replace(/\s*\([^)]*\)?/g, ' ')

/** Every way to cut a name at its slashes and brackets, as keys. `ไม่มีส้วม/ส้วมไม่ถูกสุขลักษณะ` → `ไม่มีส้วม`. */
const cutsOf = (name: string): Set<string> => {
  const cuts = new Set([letterKey(withoutBrackets(name))])
  for (let at = 0; at < name.length; at++) {
    if (name[at] === '/' || name[at] === '(' || name[at] === ')') cuts.add(letterKey(name.slice(0, at)))
  }
  cuts.delete('')
  return cuts
}

/** A cut nobody may have made on purpose: found inside a word. Long enough, it still tells. */
const SHORTEST_LOOSE_CUT = 10
/** On the sample's names, slips of one or two letters score 0.80 and more, different kinds at most 0.67. */
const LIKELY_SCORE = 0.7
const LIKELY_MARGIN = 0.12
const SAME_DIMENSION = 0.08

interface KnownKind {
  readonly kind: MatchableKind
  readonly keys: readonly string[]
}

/** Prepares the kinds once; linear in their number of letters. */
export const createWordingMatcher = (kinds: readonly MatchableKind[]): WordingMatcher => {
  const byName = new Map<string, MatchableKind[]>()
  const byCut = new Map<string, MatchableKind[]>()
  const byCode = new Map(kinds.map(kind => [letterKey(kind.code), kind] as const))
  const add = (to: Map<string, MatchableKind[]>, key: string, kind: MatchableKind) =>
    to.set(key, [...(to.get(key) ?? []).filter(known => known !== kind), kind])
  const known: KnownKind[] = kinds.map(kind => {
    const name = normaliseThai(kind.th)
    const full = letterKey(name)
    const cuts = cutsOf(name)
    add(byName, full, kind)
    for (const cut of cuts) add(byCut, cut, kind)
    return { kind, keys: [...new Set([full, ...cuts])] }
  })
  const profiles = known.flatMap(({ kind, keys }) => keys.map(key => ({ kind, profile: countTrigrams(key) })))

  const rank = (key: string, dimension: string | undefined): WordingCandidate[] => {
    const asked = countTrigrams(key)
    const best = new Map<string, number>()
    for (const { kind, profile } of profiles) {
      const alike = diceOfCounts(asked, profile)
      const score = alike > 0 && dimension === kind.dimension ? Math.min(1, alike + SAME_DIMENSION) : alike
      if (score > (best.get(kind.code) ?? 0)) best.set(kind.code, score)
    }
    return [...best]
      .map(([kindCode, score]) => ({ kindCode, score: Math.round(score * 1000) / 1000 }))
      .sort((a, b) => b.score - a.score || (a.kindCode < b.kindCode ? -1 : 1))
      .slice(0, 5)
  }

  const only = (found: readonly MatchableKind[] | undefined, dimension: string | undefined) => {
    if (!found || found.length === 0) return undefined
    if (found.length === 1) return found[0]
    const same = found.filter(kind => kind.dimension === dimension)
    return same.length === 1 ? same[0] : undefined
  }

  const decide = (wording: string, dimension: string | undefined): WordingMatch => {
    const text = normaliseThai(wording)
    const key = letterKey(text.replace(/^\s*(?:[(]?\d{1,2}[).]|[-•])\s*/, ''))
    const accept = (confidence: 'exact' | 'sure' | 'likely', kind: MatchableKind): WordingMatch => ({
      confidence,
      kindCode: kind.code,
      candidates: [{ kindCode: kind.code, score: 1 }],
    })
    const code = text.match(/^\(?([A-Z]\d{3})\b\)?/i)?.[1]
    const named = code === undefined ? undefined : byCode.get(letterKey(code))
    if (named) return accept('exact', named)
    const exact = only(byName.get(key), dimension)
    if (exact) return accept('exact', exact)
    const cut = only(byCut.get(key), dimension)
    if (cut) return accept('sure', cut)
    const candidates = rank(key, dimension)
    if (key.length >= SHORTEST_LOOSE_CUT) {
      const begun = known.filter(({ keys }) => keys.some(name => name.startsWith(key))).map(({ kind }) => kind)
      const loose = only(begun, dimension)
      if (loose) return { confidence: 'likely', kindCode: loose.code, candidates }
    }
    const [first, second] = candidates
    return first && first.score >= LIKELY_SCORE && first.score - (second?.score ?? 0) >= LIKELY_MARGIN
      ? { confidence: 'likely', kindCode: first.kindCode, candidates }
      : { confidence: 'review', kindCode: null, candidates }
  }

  const answered = new Map<string, WordingMatch>()
  return {
    match: (wording, dimension) => {
      const dimensionCode = dimension === undefined ? undefined : findDimension(dimension)
      const question = `${dimensionCode ?? ''}|${wording}`
      const before = answered.get(question)
      if (before) return before
      const answer = decide(wording, dimensionCode)
      answered.set(question, answer)
      return answer
    },
  }
}
