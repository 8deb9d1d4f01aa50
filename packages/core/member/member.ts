import { z } from 'zod'
import { ageInYears, type Day, day } from '../ledger/day.ts'
import { type MemberId, memberId } from '../ledger/identifiers.ts'

/**
 * What kind of number a person has. Category 0 (no civil status), 6 and 7 come from the 13-digit number itself;
 * a person may be recorded with no number at all (domain brief 6).
 */
export const idKind = z.enum(['THAI_NID', 'CAT0', 'CAT6', 'CAT7', 'MIGRANT_00', 'SCHOOL_G', 'NONE', 'UNKNOWN'])
export type IdKind = z.infer<typeof idKind>

export const birth = z.object({ day, precision: z.enum(['day', 'month', 'year']) })
export type Birth = z.infer<typeof birth>

export const member = z.object({
  id: memberId,
  title: z.string().max(40),
  firstName: z.string().min(1).max(120),
  lastName: z.string().max(120),
  sex: z.enum(['male', 'female']).nullable(),
  birth: birth.nullable(),
  relation: z.string().max(40),
  isHead: z.boolean(),
  idKind,
  /** As it was read or typed; `to-check` keeps a number that fails its check digit until a person has looked. */
  nationalNumber: z.string().max(20).nullable(),
  numberStatus: z.enum(['valid', 'to-check', 'none']),
  isThai: z.boolean(),
  residence: z.enum(['resident', 'away', 'dead', 'moved']),
})
export type Member = z.infer<typeof member>

/** Full years on a day, or null when the birth date is not known: age decides which questions are asked. */
export const memberAge = (of: Member, on: Day): number | null =>
  of.birth === null ? null : ageInYears(of.birth.day, on)

export const memberName = (of: Pick<Member, 'title' | 'firstName' | 'lastName'>): string =>
  `${of.title}${of.firstName} ${of.lastName}`.trim()

/** Still part of the household's life: neither dead nor moved away for good. */
export const isLivingHere = (of: Member): boolean => of.residence === 'resident' || of.residence === 'away'

/** The members after one of them died; a new head takes the place where one is named. */
export const withDeath = (members: readonly Member[], died: MemberId, newHeadId: MemberId | null): readonly Member[] =>
  members.map(m => {
    if (m.id === newHeadId) return { ...m, isHead: true, relation: 'HEAD' }
    if (m.id !== died) return m
    // How the others were related to the old head is asked anew with the next form; the dead one is no longer it.
    return newHeadId === null ? { ...m, residence: 'dead' } : { ...m, residence: 'dead', isHead: false, relation: '' }
  })
