import { problemKindByCode } from '@thaiqm/catalogue/catalogue.ts'
import type { CountedRow } from '@thaiqm/contract/measure/measure-routes.ts'
import { agendaTitle, houseWords } from '@thaiqm/contract/meeting/agenda-title.ts'
import type { DrawnGroup, WaitingMatter } from '@thaiqm/contract/meeting/meeting-routes.ts'
import type { AreaRange } from '@thaiqm/core/area/area-code.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { Measure } from '@thaiqm/core/measure/measure.ts'
import type { AgendaItemKind, MeetingLevel } from '@thaiqm/core/meeting/meeting.ts'
import { findAreas } from '../area/area-store.ts'
import { listCountedItems } from '../measure/counted-list-store.ts'
import type { Scoped } from '../platform/database/transaction.ts'
import { countNeeds, findLiveKinds } from './meeting-store.ts'

export interface AgendaQuestion {
  readonly level: MeetingLevel
  /** Already cut down to what the asker may see. */
  readonly range: AreaRange
  readonly kind: AgendaItemKind | null
  readonly roundId: string
  readonly today: Day
  readonly page: number
  readonly pageSize: number
  readonly restricted: boolean
}

const kindsAt: Record<MeetingLevel, readonly AgendaItemKind[]> = {
  VILLAGE: ['need-priority'],
  TAMBON: ['overdue', 'need-priority'],
  DISTRICT: ['plan-approval', 'cancellation', 'overdue'],
  PROVINCE: ['overdue'],
}

const sources: Partial<Record<AgendaItemKind, { readonly measure: Measure; readonly section: number }>> = {
  'plan-approval': { measure: 'plan-awaiting-approval', section: 4 },
  cancellation: { measure: 'cancellation-proposed', section: 4 },
  overdue: { measure: 'live-problem', section: 3 },
}

const kindName = (code: string): string => `${code} ${problemKindByCode.get(code)?.th ?? ''}`.trim()

const matterOf = (
  kind: AgendaItemKind,
  section: number,
  row: CountedRow,
  kindCodes: string[],
  tambon: string,
): WaitingMatter => {
  return {
    kind,
    section,
    title: agendaTitle(kind, {
      house: houseWords(row.houseNumber, row.areaCode, tambon),
      // Of a plan the house is enough: it answers all its hardships.
      kindNames: row.problem === null ? [] : kindCodes.map(kindName),
    }),
    householdId: row.householdId,
    problemId: row.problem?.problemId ?? null,
    kindCodes,
    areaCode: row.areaCode,
    houseNumber: row.houseNumber,
    householdCount: null,
    dueOn: row.problem?.dueOn ?? null,
  }
}

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
      householdId: null,
      problemId: null,
      kindCodes: [kindCode],
      areaCode,
      houseNumber: '',
      householdCount: households,
      dueOn: null,
    })),
  }
}

/**
 * What waits for a meeting of this level, kind by kind and page by page: the soonest due first, plans that waited
 * longest first. Read from what is counted already, inside one area; nobody is named.
 */
export const drawAgendaFor = async (trx: Scoped, question: AgendaQuestion): Promise<DrawnGroup[]> => {
  const groups: DrawnGroup[] = []
  for (const kind of kindsAt[question.level].filter(k => question.kind === null || k === question.kind)) {
    const source = sources[kind]
    if (source === undefined) {
      groups.push(await drawNeeds(trx, question))
      continue
    }
    const { pageSize, page, range, roundId, today, restricted } = question
    const { rows, total } = await listCountedItems(trx, {
      measure: source.measure,
      roundId,
      range,
      today,
      overdueOnly: kind === 'overdue',
      detail: null,
      search: '',
      sort: kind === 'plan-approval' ? 'changed' : 'due',
      descending: false,
      page: { number: page, size: pageSize },
      restricted,
    })
    const kinds = await findLiveKinds(
      trx,
      rows.filter(row => row.problem === null).map(row => row.householdId),
    )
    // In a meeting of more than one tambon the house number alone would not say where.
    const isWide = question.level === 'DISTRICT' || question.level === 'PROVINCE'
    const codes = isWide ? [...new Set(rows.map(row => row.areaCode.slice(0, 6)))] : []
    const tambons = new Map((await findAreas(trx, codes)).map(a => [a.areaCode, a.nameTh.replace(/^ตำบล/, '')]))
    groups.push({
      kind,
      matters: rows.map(row =>
        matterOf(
          kind,
          source.section,
          row,
          row.problem === null ? [...(kinds.get(row.householdId) ?? [])] : [row.problem.kindCode],
          tambons.get(row.areaCode.slice(0, 6)) ?? '',
        ),
      ),
      hasMore: page * pageSize < total,
    })
  }
  return groups
}
