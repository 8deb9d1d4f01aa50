import type { z } from 'zod'

/** One thing that can be done, as it crosses the wire: its name in two languages, its input, and the refusals of its own. */
export interface CommandDescription {
  readonly type: string
  /** Its room on every floor. */
  readonly room: string
  readonly nameTh: string
  readonly nameEn: string
  readonly input: z.ZodType
  /** Besides those every command may meet: not-permitted, outside-area, household-unknown. */
  readonly refusals: readonly string[]
}

type Unnamed<Refusal, Description extends CommandDescription> = Exclude<Refusal, Description['refusals'][number]>

/** Holds a description to its decision: it names each refusal the decision has, and no other. */
export const describeCommand =
  <Refusal extends string>() =>
  <const Description extends CommandDescription & { readonly refusals: readonly Refusal[] }>(
    description: Description &
      ([Unnamed<Refusal, Description>] extends [never] ? unknown : { readonly unnamed: Unnamed<Refusal, Description> }),
  ): Description =>
    description
