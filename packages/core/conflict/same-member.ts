import type { FormAnswers } from '../form/form-answers.ts'
import type { MemberId } from '../ledger/identifiers.ts'
import type { Member } from '../member/member.ts'
import { normaliseThai } from '../thai/normalise-thai.ts'

const nameOf = (member: Member): string => normaliseThai(`${member.firstName} ${member.lastName}`).trim()

const isSamePerson = (a: Member, b: Member): boolean =>
  a.nationalNumber !== null && b.nationalNumber !== null
    ? a.nationalNumber === b.nationalNumber
    : nameOf(a) === nameOf(b)

/**
 * People whom both wrote down anew, each under an id of their own: one person by number, or by name where a number is
 * missing. Mine is told by the id that stands already, so that nobody is doubled.
 */
export const sameMembers = (
  seen: readonly Member[],
  stands: readonly Member[],
  mine: readonly Member[],
): ReadonlyMap<string, MemberId> => {
  const known = new Set<string>([...seen, ...stands].map(m => m.id))
  const mineIds = new Set<string>(mine.map(m => m.id))
  const free = stands.filter(m => !mineIds.has(m.id) && !seen.some(s => s.id === m.id))
  const same = new Map<string, MemberId>()
  for (const member of mine.filter(m => !known.has(m.id))) {
    const at = free.findIndex(other => isSamePerson(member, other))
    const [found] = at === -1 ? [] : free.splice(at, 1)
    if (found !== undefined) same.set(member.id, found.id)
  }
  return same
}

interface ToldOfMembers {
  readonly members: readonly Member[]
  readonly answers: FormAnswers
  readonly raised: readonly { readonly memberId: MemberId | null }[]
  readonly removed: readonly { readonly memberId: MemberId | null }[]
}

/** A form with people under their standing ids. */
export const withStandingMembers = <Told extends ToldOfMembers>(
  told: Told,
  same: ReadonlyMap<string, MemberId>,
): Told => {
  if (same.size === 0) return told
  const standing = <Id extends MemberId | null>(id: Id): Id => (id === null ? id : ((same.get(id) ?? id) as Id))
  const about = <Of extends { readonly memberId: MemberId | null }>(of: Of): Of => ({
    ...of,
    memberId: standing(of.memberId),
  })
  return {
    ...told,
    members: told.members.map(m => ({ ...m, id: standing(m.id) })),
    answers: {
      ...told.answers,
      members: Object.fromEntries(Object.entries(told.answers.members).map(([id, own]) => [same.get(id) ?? id, own])),
    },
    raised: told.raised.map(about),
    removed: told.removed.map(about),
  }
}
