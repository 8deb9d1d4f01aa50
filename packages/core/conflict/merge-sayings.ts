import type { Position } from '../household/household.ts'
import type { MemberId } from '../ledger/identifiers.ts'
import { isSaidAlike, type MemberPart, placeName, type RecordPlace } from './conflict.ts'
import { blankPart, type HouseholdSayings, putTogether, type Saying, type Sayings } from './household-sayings.ts'

/** One place as three hands have it: what the person saw, what stands now, and what the person says. */
export interface MergeCell {
  readonly place: RecordPlace
  readonly seen: unknown
  readonly stands: unknown
  readonly mine: unknown
  take: 'stands' | 'mine'
  differs: boolean
  /** Differs only because of another place: see `Conflict.follows`. */
  follows: boolean
}

export type MergeCells = ReadonlyMap<string, MergeCell>

const METRES_PER_DEGREE = 111_320
const NEAR_IN_METRES = 50

/** Two fixes of one house differ by metres: within what they claim of themselves, and 50 m at least, they are one place. */
export const isSamePosition = (a: Position | null, b: Position | null): boolean => {
  if (a === null || b === null) return a === b
  const north = (a.latitude - b.latitude) * METRES_PER_DEGREE
  const east = (a.longitude - b.longitude) * METRES_PER_DEGREE * Math.cos((a.latitude * Math.PI) / 180)
  return Math.hypot(north, east) <= Math.max(NEAR_IN_METRES, a.accuracyInMetres + b.accuracyInMetres)
}

const isAlike = (place: RecordPlace, a: unknown, b: unknown): boolean =>
  place.kind === 'position' ? isSamePosition(a as Position | null, b as Position | null) : isSaidAlike(a, b)

/** Untouched by mine, or said alike: what stands, stands. Untouched by the other: mine. Else both are kept, and what stands stays. */
const judge = (cell: MergeCell): MergeCell => {
  const { place, seen, stands, mine } = cell
  // No fix was taken: nothing is said of where the house is.
  const saidNothing = place.kind === 'position' && mine === null
  if (saidNothing || isAlike(place, mine, stands) || isAlike(place, mine, seen)) return cell
  if (isAlike(place, stands, seen)) cell.take = 'mine'
  else cell.differs = true
  return cell
}

/** The person a place is about, if it is one’s part or answer. */
export const memberOf = (place: RecordPlace): string | null =>
  place.kind === 'member' || place.kind === 'member-part'
    ? place.memberId
    : place.kind === 'answer' && place.scope === 'member'
      ? place.instanceId
      : null

const cellOf = (
  name: string,
  place: RecordPlace,
  seen: Sayings,
  stands: Sayings,
  mine: Sayings,
): Omit<MergeCell, 'seen'> & { seen: unknown } => {
  const before = seen.get(name)
  const untold = place.kind === 'member-part' ? blankPart(place.part as MemberPart) : null
  return {
    place,
    seen: before === undefined ? untold : before.value,
    stands: stands.get(name)?.value ?? null,
    mine: mine.get(name)?.value ?? null,
    take: 'stands',
    differs: false,
    follows: false,
  }
}

/** Somebody is in the one record and not in the other: added there, or taken out here. */
const judgePresence = (cell: MergeCell, own: readonly MergeCell[]): void => {
  const wasThere = cell.seen === true
  if (cell.mine === cell.stands) return
  if (cell.stands !== true) {
    // Taken out by the other: so it stays, unless I said something new of this person.
    const isChanged = own.some(c => !isSaidAlike(c.mine, c.seen))
    if (!wasThere) cell.take = 'mine'
    else if (isChanged) {
      cell.differs = true
      // Chosen after all, a person comes back with every answer.
      for (const answer of own.filter(c => c.place.kind === 'answer' && c.mine !== null)) {
        answer.differs = true
        answer.follows = true
      }
    }
  } else if (wasThere) {
    const isChanged = own.some(c => !isSaidAlike(c.stands, c.seen))
    if (isChanged) cell.differs = true
    else cell.take = 'mine'
  }
}

/**
 * Merges what a person says with what stands, place by place. With nothing changed since the person looked (`seen` is
 * what stands) it gives exactly what the person says.
 */
export const mergeSayings = (seen: Sayings, stands: Sayings, mine: Sayings): MergeCells => {
  const cells = new Map<string, MergeCell>()
  const ofMember = new Map<string, MergeCell[]>()
  for (const [name, { place }] of new Map<string, Saying>([...seen, ...stands, ...mine])) {
    const cell = cellOf(name, place, seen, stands, mine)
    cells.set(name, cell)
    const member = memberOf(place)
    if (member === null) judge(cell)
    else if (place.kind !== 'member') {
      const own = ofMember.get(member)
      if (own === undefined) ofMember.set(member, [cell])
      else own.push(cell)
    }
  }
  for (const [member, own] of ofMember) {
    const presence = cells.get(placeName({ kind: 'member', memberId: member as MemberId }))
    if (presence !== undefined) judgePresence(presence, own)
    for (const cell of own) {
      if (presence?.stands === true && presence.mine === true) judge(cell)
      else if (presence?.take === 'mine' && presence.mine === true) cell.take = 'mine'
      else if (presence === undefined) judge(cell)
    }
  }
  return cells
}

export const takenValue = (cell: MergeCell): unknown => (cell.take === 'mine' ? cell.mine : cell.stands)

/** What the cells come to: people in the order they stand, those who were added after them. */
export const mergedSayings = (
  cells: MergeCells,
  stands: { readonly members: HouseholdSayings['members'] },
  mine: { readonly members: HouseholdSayings['members'] },
): HouseholdSayings => {
  const order = [...new Set([...stands.members, ...mine.members].map(m => m.id))]
  return putTogether(
    [...cells.values()].map(cell => ({ place: cell.place, value: takenValue(cell) })),
    order,
  )
}
