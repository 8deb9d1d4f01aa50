/** An officer or partner that a household's record mentions: all that a screen needs to say who did something. */
export interface NamedPerson {
  readonly personId: string
  readonly name: string
  readonly position: string
}

/** The person's name for a sentence; a dash where the record names nobody we know. */
export const nameOfPerson = (people: readonly NamedPerson[], personId: string | null): string =>
  people.find(person => person.personId === personId)?.name ?? '–'
