/** What a refusal says to a person: what is wrong and what to do. `{name}` stands for a detail of the refusal. */
export interface Sentence {
  readonly th: string
  readonly en: string
}

export type Sentences<Code extends string> = Readonly<Record<Code, Sentence>>

/** How details are written for people: days in B.E., kinds by their names. Given by whoever knows the language and catalogue. */
export type WriteDetail = (name: string, value: string | number | boolean | readonly string[]) => string

export const writeSentence = (
  template: string,
  details: Readonly<Record<string, string | number | boolean | readonly string[]>>,
  write: WriteDetail = (_, value) => (Array.isArray(value) ? value.join(', ') : String(value)),
): string =>
  template.replace(/\{([a-zA-Z]+)\}/g, (whole, name: string) => {
    const value = details[name]
    return value === undefined ? whole : write(name, value)
  })
