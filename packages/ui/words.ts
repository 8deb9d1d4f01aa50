/** The two languages of every screen. Thai is the first. */
export type Language = 'th' | 'en'
export const languages: readonly Language[] = ['th', 'en']

export type Phrase = string | ((...args: never[]) => string)

type Widened<P extends Phrase> = P extends (...args: infer Args) => string ? (...args: Args) => string : string

/** What `defineWords` gives: each key with its Thai and its English. */
export type Words<P extends Record<string, Phrase> = Record<string, Phrase>> = {
  readonly [Key in keyof P]: { readonly th: P[Key]; readonly en: Widened<P[Key]> }
}

/** What a screen gets: each key as a plain string, or as a function of the arguments its sentence needs. */
export type Spoken<P extends Record<string, Phrase>> = { readonly [Key in keyof P]: Widened<P[Key]> }

/**
 * The words of one screen, both languages side by side, so neither can be forgotten. A value is a string or a function:
 * `defineWords({ save: { th: 'บันทึก', en: 'Save' }, left: { th: (n: number) => `เหลือ ${n}`, en: n => `${n} left` } })`.
 * The compiler refuses a missing language and an English sentence that asks for other arguments than the Thai one.
 */
export const defineWords = <P extends Record<string, Phrase>>(words: Words<P>): Words<P> => words

/**
 * Text for the screen, without line breaks where they hurt: the repetition mark never begins a line, and “Re-X-Ray” is one
 * word (word joiners after its hyphens). Never for text that is kept or compared.
 */
export const holdTogether = (text: string): string =>
  text.replaceAll(' ๆ', '\u00a0ๆ').replaceAll('Re-X-Ray', 'Re-\u2060X-\u2060Ray')

const spokenPhrase = (phrase: Phrase): Phrase =>
  typeof phrase === 'string' ? holdTogether(phrase) : (...args) => holdTogether(phrase(...args))

/** Every word in one language. Screens use `useWords`; this is for code outside React and for tests. */
export const speak = <P extends Record<string, Phrase>>(words: Words<P>, language: Language): Spoken<P> =>
  Object.fromEntries(Object.entries(words).map(([key, word]) => [key, spokenPhrase(word[language])])) as Spoken<P>
