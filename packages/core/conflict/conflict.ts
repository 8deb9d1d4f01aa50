import { z } from 'zod'
import { questionScope } from '../form/form-definition.ts'
import { instant } from '../ledger/day.ts'
import { memberId, personId, problemId, roundId } from '../ledger/identifiers.ts'

/** `<version of the household when it was found>-<its number in that find>`: unique in one ledger, made without chance. */
export const conflictId = z.string().max(40).brand<'ConflictId'>()
export type ConflictId = z.infer<typeof conflictId>

/** `identity` is the kind of number, the number and its check together: they are said as one. */
export const memberPart = z.enum([
  'title',
  'firstName',
  'lastName',
  'sex',
  'birth',
  'relation',
  'identity',
  'isThai',
  'residence',
])
export type MemberPart = z.infer<typeof memberPart>

export const addressPart = z.enum(['houseCode', 'houseNumber', 'villageName', 'lane', 'road', 'sequenceInHouse'])
export type AddressPart = z.infer<typeof addressPart>

/** A place in a household's record where exactly one thing can stand. */
export const recordPlace = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('address'), part: addressPart }),
  z.object({ kind: z.literal('phone') }),
  z.object({ kind: z.literal('position') }),
  z.object({ kind: z.literal('missed-reason') }),
  z.object({ kind: z.literal('status') }),
  /** Who is head of the household. */
  z.object({ kind: z.literal('head') }),
  /** Whether this person belongs to the household. */
  z.object({ kind: z.literal('member'), memberId }),
  z.object({ kind: z.literal('member-part'), memberId, part: memberPart }),
  z.object({
    kind: z.literal('answer'),
    roundId,
    scope: questionScope,
    /** The member’s or old hardship’s id; null for the household. */
    instanceId: z.string().max(64).nullable(),
    questionId: z.string().max(12),
  }),
  z.object({ kind: z.literal('verdict'), roundId, problemId }),
])
export type RecordPlace = z.infer<typeof recordPlace>

/**
 * What was said at a place, under the name it has in the record, so that national numbers and telephones are sealed
 * here as everywhere: `{ phone }`, `{ houseNumber }`, `{ answer }`, `{ member }`. Null: nothing was said there.
 */
export const saidValue = z.record(z.string(), z.json()).nullable()
export type SaidValue = z.infer<typeof saidValue>

export const side = z.object({
  value: saidValue,
  /** Null where the ledger at hand does not tell whose hand it was. */
  by: personId.nullable(),
  at: instant.nullable(),
  /** Filled in for readers; the ledger holds ids only. */
  name: z.string().optional(),
})
export type Side = z.infer<typeof side>

/**
 * Two people said different things of one household, neither knowing of the other. What stood first goes on standing; the
 * other is kept beside it until a person has chosen (decision 0020).
 */
export const conflict = z.object({
  id: conflictId,
  place: recordPlace,
  standing: side,
  other: side,
  /** Said only because of another answer that is itself in conflict: it goes where that one goes, nobody is asked. */
  follows: z.boolean(),
  /** On a restricted question or hardship: few may know of it. */
  restricted: z.boolean(),
})
export type Conflict = z.infer<typeof conflict>

export const conflictChoice = z.enum(['standing', 'other'])
export type ConflictChoice = z.infer<typeof conflictChoice>

/** Names a place in a text; two places are the same exactly when their names are. */
export const placeName = (place: RecordPlace): string => {
  switch (place.kind) {
    case 'address':
      return `address/${place.part}`
    case 'member':
      return `member/${place.memberId}`
    case 'member-part':
      return `member/${place.memberId}/${place.part}`
    case 'answer':
      return `answer/${place.roundId}/${answerName(place)}`
    case 'verdict':
      return `verdict/${place.roundId}/${place.problemId}`
    default:
      return place.kind
  }
}

/** An answer's name within its form. */
export const answerName = (place: {
  readonly scope: string
  readonly instanceId: string | null
  readonly questionId: string
}): string => `${place.scope}/${place.instanceId ?? ''}/${place.questionId}`

/** The find a conflict came with: what one command said differently. */
export const foundWith = (conflict: Conflict): string => conflict.id.split('-')[0] ?? ''

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === ''

/** Whether two things said are the same: empty is empty however it is written, and ticked choices have no order. */
export const isSaidAlike = (a: unknown, b: unknown): boolean => {
  if (a === b || (isEmpty(a) && isEmpty(b))) return true
  if (isEmpty(a) || isEmpty(b) || typeof a !== 'object' || typeof b !== 'object') return false
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false
    const rest = [...b]
    return a.every(one => {
      const at = rest.findIndex(other => isSaidAlike(one, other))
      return at !== -1 && rest.splice(at, 1).length === 1
    })
  }
  const left = a as Readonly<Record<string, unknown>>
  const right = b as Readonly<Record<string, unknown>>
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every(key => isSaidAlike(left[key], right[key]))
}
