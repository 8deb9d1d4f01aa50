import { decisionCatalogue } from '@thaiqm/catalogue/decision-catalogue.ts'
import { type Actor, systemActor } from '@thaiqm/core/access/actor.ts'
import type { VillageCode } from '@thaiqm/core/area/area-code.ts'
import { evolveHousehold } from '@thaiqm/core/household/evolve-household.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import {
  decideHouseholdCommand,
  type HouseholdCommand,
  type HouseholdCommandInput,
} from '@thaiqm/core/household/household-command.ts'
import { type Day, dayOf, type Instant } from '@thaiqm/core/ledger/day.ts'
import type { DecisionContext } from '@thaiqm/core/ledger/decision-context.ts'
import type { BatchId, HouseholdId, MemberId, ProblemId, RoundId } from '@thaiqm/core/ledger/identifiers.ts'
import type { Member } from '@thaiqm/core/member/member.ts'
import type { Round } from '@thaiqm/core/round/round.ts'
import { testId } from './people.ts'

export const baselineRound: Round = {
  id: testId<RoundId>(0xc001),
  kind: 'BASELINE',
  nameTh: 'ข้อมูลฐาน 2565',
  nameEn: 'Baseline 2565',
  yearBe: 2565,
  opensOn: '2022-01-01' as Day,
  recordBy: '2022-09-30' as Day,
  resolveBy: '2022-09-30' as Day,
  graceDays: 0,
  formVersion: null,
  overrides: [],
}

export const reXrayRound: Round = {
  id: testId<RoundId>(0xc002),
  kind: 'RE_XRAY',
  nameTh: 'Re-X-Ray 2567',
  nameEn: 'Re-X-Ray 2567',
  yearBe: 2567,
  opensOn: '2023-12-01' as Day,
  recordBy: '2024-01-31' as Day,
  resolveBy: '2024-09-30' as Day,
  graceDays: 7,
  formVersion: 're-x-ray-2567',
  overrides: [],
}

/** A morning in the middle of the round: 12 January 2567, 09.00 in Bangkok. */
export const roundMorning = '2024-01-12T02:00:00.000Z' as Instant

export const contextFor = (actor: Actor, now: Instant = roundMorning): DecisionContext => ({
  now,
  today: dayOf(now),
  actor,
  rounds: [baselineRound, reXrayRound],
  ...decisionCatalogue,
})

export const headMember = (over: Partial<Member> = {}): Member => ({
  id: testId<MemberId>(0xd001),
  title: 'นาย',
  firstName: 'สมมติ',
  lastName: 'บ้านตัวอย่าง',
  sex: 'male',
  birth: { day: '1970-05-01' as Day, precision: 'day' },
  relation: 'HEAD',
  isHead: true,
  idKind: 'THAI_NID',
  nationalNumber: null,
  numberStatus: 'none',
  isThai: true,
  residence: 'resident',
  ...over,
})

export const oldProblem = (
  n: number,
  kindCode: string,
  state: HouseholdCommandInput<'ImportBaselineHousehold'>['problems'][number]['state'] = 'OPEN',
): HouseholdCommandInput<'ImportBaselineHousehold'>['problems'][number] => ({
  problemId: testId<ProblemId>(n),
  kindCode,
  state,
  wording: `ถ้อยคำเดิมของ ${kindCode}`,
  agencyCode: null,
  foundOn: '2022-05-06' as Day,
  solvedOn: null,
})

/** The command that brings a household of the 2565 workbook: house 97, หมู่ 7, ต.โพนทราย unless told otherwise. */
export const importCommand = (
  problems: HouseholdCommandInput<'ImportBaselineHousehold'>['problems'],
  over: Partial<HouseholdCommandInput<'ImportBaselineHousehold'>> = {},
): HouseholdCommand => ({
  type: 'ImportBaselineHousehold',
  input: {
    batchId: testId<BatchId>(0xe001),
    roundId: baselineRound.id,
    sourceRows: [4],
    areaCode: '49010507' as VillageCode,
    address: {
      houseCode: '49010000097',
      houseNumber: '97',
      villageName: 'บ้านคำฮี',
      lane: '',
      road: '',
      sequenceInHouse: 1,
    },
    phone: null,
    statedMemberCount: 1,
    members: [headMember()],
    recordedOn: '2022-05-06' as Day,
    problems,
    ...over,
  },
})

/** given(past).when(command): the household after commands that must all be accepted. */
export const householdAfter = (
  steps: readonly { readonly by: Actor; readonly command: HouseholdCommand; readonly at?: Instant }[],
  id: HouseholdId = testId<HouseholdId>(1),
): Household => {
  let household: Household | null = null
  for (const { by, command, at = roundMorning } of steps) {
    const events = decideHouseholdCommand(household, command, contextFor(by, at))
    if (!events.ok) throw new Error(`${command.type} was refused: ${events.code} ${JSON.stringify(events.details)}`)
    for (const event of events.value) household = evolveHousehold(id, household, { event, at, by: by.personId })
  }
  if (household === null) throw new Error('no step made a household')
  return household
}

export const importedHousehold = (problems: Parameters<typeof importCommand>[0]): Household =>
  householdAfter([{ by: systemActor, command: importCommand(problems) }])
