import { z } from 'zod'
import { isSystem } from '../access/actor.ts'
import { hasAbility } from '../access/permission.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { photoHash } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { isSaidAlready } from '../ledger/said-already.ts'

/** A province or a district: the offices that write letters of their own. */
const officeArea = z.string().regex(/^(\d{2}|\d{4})$/)

export const letterheadDetails = z.object({
  areaCode: officeArea,
  /** At the head of a letter, right: `ที่ว่าการอำเภอเมืองมุกดาหาร`. */
  officeName: z.string().min(1).max(200),
  /** Under it, line by line. */
  addressLines: z.array(z.string().min(1).max(120)).min(1).max(3),
  /** ส่วนราชการเจ้าของเรื่อง, at the letter's foot with telephone and e-mail. */
  ownerOffice: z.string().min(1).max(200),
  phone: z.string().max(60),
  email: z.union([z.literal(''), z.email().max(120)]),
  /** What stands before the running number of a letter: `มห 0118.1/`; empty while the office has not said. */
  numberPrefix: z.string().max(40),
  /** Empty: left open for whoever signs. */
  signerName: z.string().max(120),
  /** One line, or two for who acts in another's place. */
  signerPosition: z.string().min(1).max(250),
  /** The office's own drawing, an image kept under the SHA-256 of its bytes; null where it has none here. */
  emblem: photoHash.nullable(),
})
export type LetterheadDetails = z.infer<typeof letterheadDetails>

export const letterheadCommandInputs = { KeepLetterhead: letterheadDetails }

export interface LetterheadCommand {
  readonly type: 'KeepLetterhead'
  readonly input: LetterheadDetails
}

export type LetterheadEvent = { readonly type: 'LetterheadKept' } & LetterheadDetails

/** What the papers of one office carry at their head and foot. */
export interface Letterhead extends LetterheadDetails {
  readonly id: string
  readonly version: number
}

export type LetterheadRefusal = 'not-permitted' | 'letterhead-of-another-office'

/** The largest image an office may keep as its emblem. */
export const MOST_EMBLEM_BYTES = 1024 * 1024

/** An office has one letterhead, so its ledger's id follows from the office's area: nobody can make it a second one. */
export const letterheadIdOf = (areaCode: string): string =>
  `00000000-0000-7000-8000-1e77${areaCode.slice(0, 4).padEnd(8, '0')}`

/** The office whose letters somebody writes: the district's, else the province's. */
export const officeAreaOf = (areaCode: string): string => areaCode.slice(0, areaCode.length < 4 ? 2 : 4)

/** Whoever answers for an office keeps its letterhead, and no other office's: neither does the province a district's. */
export const decideLetterheadCommand = (
  known: Letterhead | null,
  { input }: LetterheadCommand,
  { actor }: DecisionContext,
  id: string,
): Outcome<LetterheadEvent[], LetterheadRefusal> => {
  if (!hasAbility(actor, 'keep-letterhead')) return refuse('not-permitted', { command: 'KeepLetterhead' })
  const isOwn = isSystem(actor) || actor.areaCode === input.areaCode
  if (!isOwn || id !== letterheadIdOf(input.areaCode)) return refuse('letterhead-of-another-office')
  const stands = known !== null && isSaidAlready(letterheadDetails, known, input)
  return succeed(stands ? [] : [{ type: 'LetterheadKept', ...input }])
}

export const evolveLetterhead = (
  id: string,
  known: Letterhead | null,
  { type: _type, ...details }: LetterheadEvent,
): Letterhead => ({ ...details, id, version: (known?.version ?? 0) + 1 })
