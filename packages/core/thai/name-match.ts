import { searchKey } from './normalise-thai.ts'

/**
 * How a name was found, best first: as typed at its beginning, as typed within it, blind to tone marks and letters that
 * sound alike, with one slip of the finger, with two. 5 more when the typed words were found one by one.
 */
export type NameMatch = number

/** Answers for names as `searchKey` writes them, `|` between two people, read from an offset; undefined when not found. */
export type NameMatcher = (names: string, from?: number) => NameMatch | undefined

const AS_TYPED_AT_START = 0
const AS_TYPED = 1
const SOUNDS_ALIKE = 2
const WORD_BY_WORD = 5

/** Letters one hears alike and confuses in writing: ร/ล, น/ณ, ส/ศ/ษ/ซ, ท/ธ/ฑ/ฒ, ใ/ไ, short and long vowels of one kind. */
const ALIKE = ['รลฬ', 'นณ', 'สศษซ', 'ทธฑฒ', 'ดฎ', 'ตฏ', 'ถฐ', 'คฅฆ', 'ขฃ', 'พภ', 'ชฌ', 'ยญ', 'ใไ', 'ิี', 'ึื', 'ุู']
/** Tone marks and the signs ็ ฯ ๆ ํ say nothing about who is meant; ์ silences the letter before it. */
const UNHEARD = '็่้๊๋ฯๆํ๎์'

const THAI = 0x0e00
const SILENCER = 0x0e4c
const SHORT_I = 0x0e34
const SHORT_U = 0x0e38
const LAST_CONSONANT = 0x0e2e
const RO = 0x0e23
const OTHER = 255
const SKIPPED = 0

/** Thai characters, then ASCII, then everything else under one number. */
const slotOf = (code: number): number =>
  code >= THAI && code < THAI + 128 ? code - THAI : code < 127 ? code + 128 : OTHER

const BETWEEN = slotOf('|'.charCodeAt(0))

/** `รร` is heard as ั: วรรณ is วัน. */
const SHORT_A = slotOf(0x0e31)

/** What each character counts as when two names are compared: skipped, the bar between two people, or a sound. */
const sounds: Uint8Array = (() => {
  const table = Uint8Array.from({ length: 256 }, (_, slot) => slot)
  const set = (character: string, sound: number) => {
    table[slotOf(character.charCodeAt(0))] = sound
  }
  for (const group of ALIKE) for (const character of group) set(character, slotOf(group.charCodeAt(0)))
  for (const character of UNHEARD) set(character, SKIPPED)
  return table
})()

const MOST_SOUNDS = 30

/** `ร` of `จันทร์`, `ธุ` of `พันธุ์`: how many characters from here on are not heard because of a ์ behind them. */
const silencedFrom = (text: string, at: number, code: number): number => {
  if (code < THAI + 1 || code > LAST_CONSONANT) return 0
  const next = text.charCodeAt(at + 1)
  if (next === SILENCER) return 2
  return (next === SHORT_I || next === SHORT_U) && text.charCodeAt(at + 2) === SILENCER ? 3 : 0
}

const soundsOf = (key: string): readonly number[] => {
  const heard: number[] = []
  for (let at = 0; at < key.length; at++) {
    const code = key.charCodeAt(at)
    const silenced = silencedFrom(key, at, code)
    const sound = sounds[slotOf(code)] ?? SKIPPED
    if (silenced > 0) at += silenced - 1
    else if (code === RO && key.charCodeAt(at + 1) === RO) {
      heard.push(SHORT_A)
      at++
    } else if (sound !== SKIPPED) heard.push(sound)
  }
  return heard.slice(0, MOST_SOUNDS)
}

/** Short words would be found everywhere if slips were forgiven. */
const slipsForgiven = (length: number): 0 | 1 | 2 => (length < 4 ? 0 : length < 9 ? 1 : 2)

/** A word of four sounds with a slip is looked for at the beginning of a name only. */
const SHORTEST_WITH_SLIP = 4

/**
 * Finds a word in names with up to two slips (a letter wrong, missing, too many, or two swapped) by shifting bits: bit j
 * of `state` n is set when the first j sounds of the word end here with n slips. One pass, whatever the slips.
 */
const slipFinder = (word: readonly number[], slips: 0 | 1 | 2, isOnlyAtStart: boolean) => {
  const length = word.length
  const found = 1 << length
  const masks = new Int32Array(256)
  word.forEach((sound, at) => {
    masks[sound] = (masks[sound] ?? 0) | (1 << (at + 1))
  })
  const anywhere = isOnlyAtStart ? 0 : 1

  return (names: string, from: number): number | undefined => {
    let none = 1
    let one = 0b11
    let two = 0b111
    let [noneBefore, oneBefore, maskBefore] = [0, 0, 0]
    let best = 3
    for (let at = from; at < names.length; at++) {
      const code = names.charCodeAt(at)
      let sound = sounds[slotOf(code)] ?? SKIPPED
      if (sound === SKIPPED) continue
      if (sound === BETWEEN) {
        none = 1
        one = 0b11
        two = 0b111
        noneBefore = oneBefore = maskBefore = 0
        continue
      }
      const silenced = silencedFrom(names, at, code)
      if (silenced > 0) {
        at += silenced - 1
        continue
      }
      if (code === RO && names.charCodeAt(at + 1) === RO) {
        sound = SHORT_A
        at++
      }
      const mask = masks[sound] ?? 0
      const [noneOld, oneOld] = [none, one]
      none = ((none << 1) & mask) | anywhere
      if (none & found) return 0
      if (slips > 0) {
        const swapped = ((noneBefore << 1) & mask) << 1
        one = ((one << 1) & mask) | (noneOld << 1) | (none << 1) | noneOld | (swapped & maskBefore) | anywhere
        if (slips > 1) {
          const swappedAgain = ((oneBefore << 1) & mask) << 1
          two = ((two << 1) & mask) | (oneOld << 1) | (one << 1) | oneOld | (swappedAgain & maskBefore) | anywhere
          if (two & found && best > 2) best = 2
        }
        if (one & found) best = 1
      }
      noneBefore = noneOld
      oneBefore = oneOld
      maskBefore = mask
    }
    return best <= slips ? best : undefined
  }
}

const wordMatcher = (key: string): NameMatcher => {
  const word = soundsOf(key)
  const isShort = word.length === SHORTEST_WITH_SLIP
  const find = slipFinder(word, isShort ? 0 : slipsForgiven(word.length), false)
  const findAtStart = isShort ? slipFinder(word, 1, true) : () => undefined
  const atStart = `|${key}`
  return (names, from = 0) => {
    if (word.length === 0) return undefined
    if (names.startsWith(key, from) || names.indexOf(atStart, from) >= 0) return AS_TYPED_AT_START
    if (names.indexOf(key, from) >= 0) return AS_TYPED
    const slips = find(names, from) ?? findAtStart(names, from)
    return slips === undefined ? undefined : SOUNDS_ALIKE + slips
  }
}

/**
 * Looks for a person's name as it is typed in the field: title or none, tone marks missing, ร for ล, น for ณ, ส for ศ, a
 * letter wrong. Made once for what was typed, asked for each household: 40,000 of them take a few hundredths of a second.
 */
export const nameMatcher = (typed: string): NameMatcher => {
  const whole = wordMatcher(searchKey(typed))
  const words = typed.split(/\s+/).map(searchKey).filter(Boolean)
  const single = words.length > 1 ? words.map(wordMatcher) : []
  return (names, from = 0) => {
    const match = whole(names, from)
    if (match !== undefined || single.length === 0) return match
    let worst = 0
    for (const find of single) {
      const found = find(names, from)
      if (found === undefined) return undefined
      worst = Math.max(worst, found)
    }
    return WORD_BY_WORD + worst
  }
}
