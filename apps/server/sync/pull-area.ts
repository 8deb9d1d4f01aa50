import type { pullArea } from '@thaiqm/contract/sync/sync-routes.ts'
import type { RouteReply } from '@thaiqm/contract/wire/route.ts'
import { type Actor, actorRange, readsReferredOnly, seesRestricted } from '@thaiqm/core/access/actor.ts'
import { hasAbility } from '@thaiqm/core/access/permission.ts'
import { viewHousehold } from '@thaiqm/core/access/view-household.ts'
import { type AreaRange, areaRange, isInRange } from '@thaiqm/core/area/area-code.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import { type Outcome, refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import type { ServerParts } from './server-parts.ts'
import type { FeedCursor } from './sync-store.ts'

/** What a pull reads, in the reading scope of one actor. */
export interface PullSource {
  /** The place in the feed up to which everything is committed. */
  feedEnd(): Promise<FeedCursor>
  /** Households told of after a place, each once, with the place of the last row read; at most so many rows. */
  changedAfter(
    after: FeedCursor,
    range: AreaRange,
    most: number,
  ): Promise<{ readonly ids: readonly string[]; readonly cursor: FeedCursor; readonly more: boolean }>
  householdsById(ids: readonly string[]): Promise<readonly Household[]>
  /** Households of an area in the order of villages and ids, behind one of them. */
  householdsBehind(range: AreaRange, behind: Behind, most: number): Promise<readonly Household[]>
}

export interface Behind {
  readonly village: number
  readonly householdId: string
}

export interface PullQuestion {
  readonly actor: Actor
  readonly areaCode: string
  readonly cursor: string | undefined
  readonly limit: number
  readonly epoch: string
  readonly asOf: Instant
}

/** Where a device stands in an area: still being given all of it, or being told of changes. */
type Place =
  | { readonly phase: 'all'; readonly feed: FeedCursor; readonly behind: Behind }
  | { readonly phase: 'changes'; readonly feed: FeedCursor }

const FIRST: Behind = { village: 0, householdId: '00000000-0000-0000-0000-000000000000' }

/** Whose eyes a device's copy was made for: under other rights it is made anew. */
const eyesOf = (actor: Actor): string =>
  `${actor.role}${seesRestricted(actor) ? '+' : ''}.${actor.personId.replaceAll('-', '').slice(-12)}`

const writePlace = (place: Place, epoch: string, actor: Actor): string =>
  [
    epoch,
    eyesOf(actor),
    `${place.feed.transaction}.${place.feed.position}`,
    place.phase === 'all' ? `${place.behind.village}_${place.behind.householdId}` : '',
  ].join('~')

/** Undefined when the cursor is of another epoch, of other eyes, or none of ours: then the area is given anew. */
const readPlace = (text: string | undefined, epoch: string, actor: Actor): Place | undefined => {
  const [ofEpoch, eyes, feedText, behindText] = (text ?? '').split('~')
  const match = /^(\d{1,20})\.(\d{1,16})$/.exec(feedText ?? '')
  if (ofEpoch !== epoch || eyes !== eyesOf(actor) || match?.[1] === undefined) return undefined
  const feed = { transaction: match[1], position: Number(match[2]) }
  if (behindText === undefined || behindText === '') return { phase: 'changes', feed }
  const behind = /^(\d{1,8})_([0-9a-f-]{36})$/.exec(behindText)
  return behind?.[2] === undefined
    ? undefined
    : { phase: 'all', feed, behind: { village: Number(behind[1]), householdId: behind[2] } }
}

type Page = RouteReply<typeof pullArea>

/**
 * One page of an area for a device. It begins with all its households, in a fixed order, and remembers where the feed
 * stood before the first of them was read; after the last it goes on with the changes since then, so that nothing that
 * happened meanwhile is missed. A cursor names its epoch: after a restore the area is given anew.
 */
export const pullPage = async (
  source: PullSource,
  { findForm }: Pick<ServerParts['catalogue'], 'findForm'>,
  { actor, areaCode, cursor, limit, epoch, asOf }: PullQuestion,
): Promise<Outcome<Page, string>> => {
  const range = areaRange(areaCode)
  const scope = actorRange(actor)
  if (!hasAbility(actor, 'read-households') || readsReferredOnly(actor)) return refuse('not-permitted')
  if (range.low < scope.low || range.high > scope.high) return refuse('outside-area')

  const isHere = (household: Household) =>
    household.status !== 'WITHDRAWN' && household.status !== 'MERGED' && isInRange(household.areaCode, range)
  // The view crosses the wire as it is; its schema copies what is readonly in core.
  const shown = (households: readonly Household[]) =>
    households.filter(isHere).map(household => viewHousehold(household, actor, findForm) as Page['households'][number])

  const known = readPlace(cursor, epoch, actor)
  if (known?.phase === 'changes') {
    const { ids, cursor: feed, more } = await source.changedAfter(known.feed, range, limit)
    const found = await source.householdsById(ids)
    const here = new Set(found.filter(isHere).map(household => household.id as string))
    return succeed({
      households: shown(found),
      gone: ids.filter(id => !here.has(id)),
      cursor: writePlace({ phase: 'changes', feed }, epoch, actor),
      more,
      isFresh: false,
      isWhole: true,
      asOf,
    })
  }
  const feed = known?.feed ?? (await source.feedEnd())
  const page = await source.householdsBehind(range, known?.behind ?? FIRST, limit)
  const last = page.at(-1)
  const isLast = last === undefined || page.length < limit
  const place: Place = isLast
    ? { phase: 'changes', feed }
    : {
        phase: 'all',
        feed,
        behind: { village: Number(last.areaCode), householdId: last.id },
      }
  return succeed({
    households: shown(page),
    gone: [],
    cursor: writePlace(place, epoch, actor),
    more: !isLast,
    isFresh: known === undefined,
    isWhole: isLast,
    asOf,
  })
}
