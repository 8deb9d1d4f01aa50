/**
 * An expected failure is a value, never thrown: a refusal with a code that the contract names in Thai and
 * English, and the details its sentence needs. What nobody can handle is thrown and left alone.
 */
export interface Refusal<Code extends string = string> {
  readonly ok: false
  readonly code: Code
  /** What the sentence mentions: a field, a due date, the state a problem is in. Never a person's data, but for words out of the sender's own text. */
  readonly details: RefusalDetails
}

export type RefusalDetails = Readonly<Record<string, string | number | boolean | readonly string[]>>

export interface Success<Value> {
  readonly ok: true
  readonly value: Value
}

export type Outcome<Value, Code extends string = string> = Success<Value> | Refusal<Code>

export const succeed = <Value>(value: Value): Success<Value> => ({ ok: true, value })

export const refuse = <Code extends string>(code: Code, details: RefusalDetails = {}): Refusal<Code> => ({
  ok: false,
  code,
  details,
})
