import { incomeLineBaht } from '@thaiqm/catalogue/catalogue.ts'
import type { Clocks } from '@thaiqm/core/duty/clocks.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import { surveyIn } from '@thaiqm/core/household/household.ts'
import { memberName } from '@thaiqm/core/member/member.ts'
import type { ProblemKindRule } from '@thaiqm/core/problem/problem-kind.ts'
import { isLive, isSolved } from '@thaiqm/core/problem/problem-state.ts'
import { isRechecked, oldProblems } from '@thaiqm/core/rexray/old-problem.ts'
import type { Round } from '@thaiqm/core/round/round.ts'
import { searchKey } from '@thaiqm/core/thai/normalise-thai.ts'
import { dataRequestRows, type dataRequestTable } from '../data-request/data-request-table.ts'
import { dutyRows, type dutyTable } from '../duty/duty-table.ts'
import { publishedNeedRows } from '../need/published-need-rows.ts'
import type { publishedNeedTable } from '../need/published-need-table.ts'
import { consentedPhotoRows, type consentedPhotoTable } from '../photo/consented-photo-table.ts'
import { type RemedyTrialRow, remedyTrialRows } from '../plan/remedy-trial-table.ts'
import type { RowOf } from '../platform/database/write-rows.ts'
import { problemRows } from '../problem/problem-rows.ts'
import type { problemTable } from '../problem/problem-table.ts'
import { referralRows } from '../referral/referral-rows.ts'
import type { referralTable } from '../referral/referral-table.ts'
import { handoverRows, type handoverTable } from './handover-rows.ts'
import type { assistanceTable, householdTable, memberTable, planActionTable } from './household-tables.ts'

/** The rows that stand beside one household's ledger: computed whole from the household, so they can be rebuilt. */
export interface HouseholdRows {
  readonly households: readonly RowOf<typeof householdTable>[]
  readonly members: readonly RowOf<typeof memberTable>[]
  readonly problems: readonly RowOf<typeof problemTable>[]
  readonly duties: readonly RowOf<typeof dutyTable>[]
  readonly referrals: readonly RowOf<typeof referralTable>[]
  readonly planActions: readonly RowOf<typeof planActionTable>[]
  readonly assistances: readonly RowOf<typeof assistanceTable>[]
  readonly publishedNeeds: readonly RowOf<typeof publishedNeedTable>[]
  readonly remedyTrials: readonly RemedyTrialRow[]
  readonly handovers: readonly RowOf<typeof handoverTable>[]
  readonly dataRequests: readonly RowOf<typeof dataRequestTable>[]
  readonly consentedPhotos: readonly RowOf<typeof consentedPhotoTable>[]
}

export const noRows: HouseholdRows = {
  households: [],
  members: [],
  problems: [],
  duties: [],
  referrals: [],
  planActions: [],
  assistances: [],
  publishedNeeds: [],
  remedyTrials: [],
  handovers: [],
  dataRequests: [],
  consentedPhotos: [],
}

export interface RowContext {
  /** The newest Re-X-Ray round: what "survey state" means in lists. */
  readonly round: Round | undefined
  readonly clocks: Clocks
  readonly kinds: ReadonlyMap<string, ProblemKindRule>
  readonly hashNumber: (nationalNumber: string) => Uint8Array
}

/** House numbers in the order a person walks: 9 before 10, 97 before 97/1. */
export const houseSortKey = (houseNumber: string): string =>
  houseNumber === '' ? '~' : houseNumber.replace(/\d+/g, digits => digits.padStart(6, '0'))

const headOf = (household: Household) => household.members.find(m => m.isHead) ?? household.members[0]

/** Where a household's rows live, given at birth by the tambon it was born in; its area may change later, this never. */
export const shardKeyOf = (bornIn: string): number => Number(bornIn.slice(0, 6))

const withoutCounts = (row: RowOf<typeof householdTable>): RowOf<typeof householdTable> => ({
  ...row,
  old_open: 0,
  rechecked_open: 0,
  live_open: 0,
  solved_open: 0,
  old_full: 0,
  rechecked_full: 0,
  live_full: 0,
  solved_full: 0,
})

export const householdRows = (household: Household, shardKey: number, context: RowContext): HouseholdRows => {
  const { round, kinds, clocks, hashNumber } = context
  const own = { shard_key: shardKey, household_id: household.id, area_code: Number(household.areaCode) }
  const head = headOf(household)
  const survey = round === undefined ? undefined : surveyIn(household, round.id)
  const old = round === undefined ? [] : oldProblems(household, round.id)
  const count = (of: readonly { restricted: boolean }[], full: boolean) => of.filter(p => full || !p.restricted).length
  const rechecked = old.filter(p => round !== undefined && isRechecked(p, round.id))
  const live = household.problems.filter(p => isLive(p.state))
  const solved = household.problems.filter(p => isSolved(p.state))
  const plan = household.plans.at(-1)
  const rows: HouseholdRows = {
    households: [
      {
        ...own,
        village_name: household.address.villageName,
        house_code: household.address.houseCode,
        house_number: household.address.houseNumber,
        house_sort: `${houseSortKey(household.address.houseNumber)}#${household.address.sequenceInHouse}`,
        sequence_in_house: household.address.sequenceInHouse,
        head_name: head === undefined ? '' : memberName(head),
        search_name: searchKey(`${head === undefined ? '' : memberName(head)} ${household.address.houseNumber}`),
        member_count: household.members.length > 0 ? household.members.length : (household.statedMemberCount ?? 0),
        origin: household.origin,
        missed_reason: household.missedReason,
        status: household.status,
        survey_state: survey?.state ?? 'NOT_STARTED',
        surveyed_on: survey?.surveyedOn ?? null,
        last_visit_outcome: household.visits.at(-1)?.outcome ?? null,
        old_open: count(old, false),
        rechecked_open: count(rechecked, false),
        live_open: count(live, false),
        solved_open: count(solved, false),
        old_full: count(old, true),
        rechecked_full: count(rechecked, true),
        live_full: count(live, true),
        solved_full: count(solved, true),
        plan_state: plan?.state ?? null,
        latitude: household.position?.latitude ?? null,
        longitude: household.position?.longitude ?? null,
        version: household.version,
        last_changed_at: household.lastChangedAt,
      },
    ],
    members: household.members.map(member => ({
      ...own,
      member_id: member.id,
      name: memberName(member),
      search_name: searchKey(memberName(member)),
      is_head: member.isHead,
      number_hmac: member.nationalNumber === null ? null : hashNumber(member.nationalNumber),
    })),
    problems: problemRows(household, own, kinds),
    duties: dutyRows(household, own, round, clocks),
    referrals: referralRows(household, own, context.clocks),
    planActions: household.plans.flatMap(p =>
      p.actions.map(action => ({
        ...own,
        plan_action_id: action.id,
        plan_id: p.id,
        plan_state: p.state,
        what: action.what,
        sector: action.sector,
        agency_code: action.agencyCode,
        organisation_id: action.organisationId,
        due_on: action.dueOn,
        budget_baht: action.budgetBaht,
        state: action.state,
      })),
    ),
    assistances: household.assistances.map(a => ({
      ...own,
      assistance_id: a.id,
      sector: a.sector,
      agency_code: a.agencyCode,
      organisation_id: a.organisationId,
      what: a.what,
      value_baht: a.valueBaht,
      given_on: a.givenOn,
    })),
    publishedNeeds: publishedNeedRows(household, own, kinds),
    remedyTrials: remedyTrialRows(household, own, incomeLineBaht),
    handovers: handoverRows(household, own),
    dataRequests: dataRequestRows(household, own),
    consentedPhotos: consentedPhotoRows(household, own),
  }
  if (household.status !== 'MERGED') return rows
  // What was merged into another household stands in that one's rows; what its people asked is still to be answered.
  const { dataRequests, duties } = rows
  return { ...noRows, households: rows.households.map(withoutCounts), dataRequests, duties }
}
