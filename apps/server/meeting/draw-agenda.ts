import { problemKindByCode } from '@thaiqm/catalogue/catalogue.ts'
import type { DutyRow } from '@thaiqm/contract/duty/duty-routes.ts'
import { agendaTitle, houseWords, needTitle } from '@thaiqm/contract/meeting/agenda-title.ts'
import type { DrawnGroup, WaitingMatter } from '@thaiqm/contract/meeting/meeting-routes.ts'
import type { Actor } from '@thaiqm/core/access/actor.ts'
import type { AreaRange } from '@thaiqm/core/area/area-code.ts'
import type { DutyHolder, DutyKind } from '@thaiqm/core/duty/duty.ts'
import { addDays, type Day } from '@thaiqm/core/ledger/day.ts'
import type { HouseholdId, ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import { carriedItems } from '@thaiqm/core/meeting/carried-items.ts'
import { type AgendaItemKind, type Meeting, type MeetingLevel, ofNoHousehold } from '@thaiqm/core/meeting/meeting.ts'
import { meetsInPublic } from '@thaiqm/core/meeting/meeting-keepers.ts'
import { viewMeeting } from '@thaiqm/core/meeting/view-meeting.ts'
import { findAreas } from '../area/area-store.ts'
import { findDuties } from '../duty/duty-store.ts'
import { findUnmetNeeds } from '../need/need-store.ts'
import type { Scoped } from '../platform/database/transaction.ts'
import type { SealingKeys } from '../platform/sealing.ts'
import { findOfficeDocumentsById } from '../sync/ledger-store.ts'
import { countNeeds, findEarlierMeetings, findLiveKinds } from './meeting-store.ts'

export interface AgendaQuestion {
  /** Whoever asks is offered what they may see. */
  readonly actor: Actor
  readonly level: MeetingLevel
  /** The meeting's own area, which lies inside the asker's. */
  readonly range: AreaRange
  readonly kind: AgendaItemKind | null
  readonly roundId: string
  readonly today: Day
  readonly page: number
  readonly pageSize: number
}

const kindsAt: Record<MeetingLevel, readonly AgendaItemKind[]> = {
  VILLAGE: ['need-priority'],
  TAMBON: ['overdue', 'unmet-need', 'need-priority'],
  DISTRICT: ['plan-approval', 'cancellation', 'pause', 'returned-referral', 'overdue', 'unmet-need'],
  PROVINCE: ['returned-referral', 'overdue', 'unmet-need'],
}

interface Source {
  readonly section: number
  /** The duties a meeting takes up, and with whom they lie. */
  readonly duties: readonly { readonly kind: DutyKind; readonly holders: readonly DutyHolder[] }[]
  readonly overdueOnly: boolean
}

const sources: Partial<Record<AgendaItemKind, Source>> = {
  'plan-approval': { section: 4, duties: [{ kind: 'plan-to-approve', holders: ['CHIEF'] }], overdueOnly: false },
  cancellation: { section: 4, duties: [{ kind: 'cancellation-to-decide', holders: ['DISTRICT'] }], overdueOnly: false },
  pause: { section: 4, duties: [{ kind: 'pause-to-decide', holders: ['CHIEF'] }], overdueOnly: false },
  'returned-referral': {
    section: 4,
    duties: [
      { kind: 'referral-returned', holders: ['DISTRICT'] },
      { kind: 'referral-silent', holders: ['CHIEF', 'PROVINCE'] },
    ],
    overdueOnly: false,
  },
  // A hardship without a plan is late by its plan's day, one on its way by its own.
  overdue: {
    section: 3,
    duties: [
      { kind: 'problem-to-plan', holders: ['TAMBON'] },
      { kind: 'problem-due', holders: ['TAMBON'] },
    ],
    overdueOnly: true,
  },
}

/** Of the meetings called off since the last one that closed: more than these nobody leaves behind. */
const MOST_CALLED_OFF = 5

/** Whatever waits for a meeting is brought to it, however far its day is. */
const A_YEAR = 365

const kindName = (code: string): string => `${code} ${problemKindByCode.get(code)?.th ?? ''}`.trim()

const matterOf = (
  kind: AgendaItemKind,
  section: number,
  row: DutyRow,
  kindCodes: string[],
  tambon: string,
): WaitingMatter => ({
  kind,
  section,
  title: agendaTitle(kind, {
    house: houseWords(row.houseNumber, row.areaCode, tambon),
    // Of a plan the house is enough: it answers all its hardships.
    kindNames: row.problemId === null ? [] : kindCodes.map(kindName),
  }),
  householdId: row.householdId,
  problemId: row.problemId,
  kindCodes,
  areaCode: row.areaCode,
  houseNumber: row.houseNumber,
  householdCount: null,
  dueOn: row.dueOn,
})

const drawNeeds = async (trx: Scoped, { level, range, roundId }: AgendaQuestion): Promise<DrawnGroup> => {
  const needs = await countNeeds(trx, { roundId, range, most: 100 })
  const areaCode = level === 'VILLAGE' ? String(range.low) : null
  return {
    kind: 'need-priority',
    hasMore: false,
    matters: needs.map(({ kindCode, households }) => ({
      kind: 'need-priority',
      section: 4,
      title: agendaTitle('need-priority', { house: null, kindNames: [kindName(kindCode)] }),
      ...ofNoHousehold,
      kindCodes: [kindCode],
      areaCode,
      householdCount: households,
    })),
  }
}

/** What partners read and none has taken up: in the words they read, with its tambon and neither house nor village. */
const drawUnmetNeeds = async (trx: Scoped, { range, page, pageSize }: AgendaQuestion): Promise<DrawnGroup> => {
  const needs = await findUnmetNeeds(trx, { range, offset: (page - 1) * pageSize, most: pageSize + 1 })
  const shown = needs.slice(0, pageSize)
  const tambons = await tambonNames(
    trx,
    shown.map(need => String(need.tambon_code)),
  )
  return {
    kind: 'unmet-need',
    hasMore: needs.length > pageSize,
    matters: shown.map(need => ({
      kind: 'unmet-need',
      section: 4,
      title: needTitle(need, tambons.get(String(need.tambon_code)) ?? ''),
      householdId: need.household_id as HouseholdId | null,
      problemId: need.need_id as ProblemId,
      kindCodes: [need.kind_code],
      areaCode: null,
      houseNumber: '',
      householdCount: null,
      dueOn: need.due_on,
      publishedOn: need.published_on,
    })),
  }
}

/** What earlier meetings of the same area left, kind by kind. */
const drawCarried = async (
  trx: Scoped,
  keys: SealingKeys,
  { actor, range, level }: AgendaQuestion,
): Promise<readonly DrawnGroup[]> => {
  const ids = await findEarlierMeetings(trx, { range, level, most: MOST_CALLED_OFF })
  const earlier = (await findOfficeDocumentsById(trx, 'meeting', keys, ids)) as Meeting[]
  const items = carriedItems(earlier.map(meeting => viewMeeting(meeting, actor)))
  return [...Map.groupBy(items, item => item.kind)].map(([kind, own]) => ({
    kind,
    hasMore: false,
    matters: own.map(({ itemId: _itemId, restricted: _restricted, ...matter }) => matter),
  }))
}

const tambonNames = async (trx: Scoped, codes: readonly string[]): Promise<ReadonlyMap<string, string>> =>
  new Map((await findAreas(trx, [...new Set(codes)])).map(area => [area.areaCode, area.nameTh.replace(/^ตำบล/, '')]))

const findWaiting = async (
  trx: Scoped,
  { range, today, page, pageSize }: AgendaQuestion,
  { duties, overdueOnly }: Source,
): Promise<{ rows: DutyRow[]; hasMore: boolean }> => {
  const until = overdueOnly ? addDays(today, -1) : addDays(today, A_YEAR)
  const most = page * pageSize + 1
  const found: DutyRow[] = []
  for (const { kind, holders } of duties) {
    const held = holders.map(holder => ({ holder, dueUntil: null }))
    found.push(...(await findDuties(trx, { held, range, kind, today, until }, most)))
  }
  // Each came worst first; of two sources the graver and earlier goes before.
  if (duties.length > 1) found.sort((a, b) => a.severity - b.severity || (a.dueOn < b.dueOn ? -1 : 1))
  return { rows: found.slice((page - 1) * pageSize, page * pageSize), hasMore: found.length > page * pageSize }
}

/**
 * What waits for a meeting of this level, kind by kind and page by page, the worst first: read from the duties that stand
 * beside the households of one area, and for a village's needs from what is counted. Nobody is named.
 */
export const drawAgendaFor = async (
  trx: Scoped,
  keys: SealingKeys,
  question: AgendaQuestion,
): Promise<DrawnGroup[]> => {
  const groups: DrawnGroup[] = []
  const isPublic = meetsInPublic(question.level)
  for (const kind of kindsAt[question.level].filter(k => question.kind === null || k === question.kind)) {
    const source = sources[kind]
    if (source === undefined) {
      groups.push(await (kind === 'unmet-need' ? drawUnmetNeeds : drawNeeds)(trx, question))
      continue
    }
    const { rows, hasMore } = await findWaiting(trx, question, source)
    const shown = rows.filter(
      row => !(isPublic && row.kindCode !== null && problemKindByCode.get(row.kindCode)?.restricted === true),
    )
    const whole = shown.filter(row => row.problemId === null).map(row => row.householdId)
    const kinds = await findLiveKinds(trx, whole)
    // In a meeting of more than one tambon the house number alone would not say where.
    const tambons = await tambonNames(trx, isPublic ? [] : shown.map(row => row.areaCode.slice(0, 6)))
    groups.push({
      kind,
      hasMore,
      matters: shown.map(row =>
        matterOf(
          kind,
          source.section,
          row,
          row.kindCode === null ? [...(kinds.get(row.householdId) ?? [])] : [row.kindCode],
          tambons.get(row.areaCode.slice(0, 6)) ?? '',
        ),
      ),
    })
  }
  const carried = await drawCarried(trx, keys, question)
  const wanted = carried.filter(group => question.page === 1 && (question.kind ?? group.kind) === group.kind)
  return [
    ...wanted.filter(({ kind }) => !groups.some(group => group.kind === kind)),
    ...groups.map(group => ({
      ...group,
      matters: [...(wanted.find(({ kind }) => kind === group.kind)?.matters ?? []), ...group.matters],
    })),
  ]
}
