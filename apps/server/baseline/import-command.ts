import { titles } from '@thaiqm/catalogue/catalogue.ts'
import { type VillageCode, villageCode } from '@thaiqm/core/area/area-code.ts'
import type { BaselineHead, BaselineHousehold } from '@thaiqm/core/baseline/baseline-household.ts'
import type { ImportBaselineHouseholdInput } from '@thaiqm/core/household/import-baseline-household.ts'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import type { BatchId, CommandId, HouseholdId, MemberId, ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import type { Member } from '@thaiqm/core/member/member.ts'
import type { Round } from '@thaiqm/core/round/round.ts'
import type { CommandEnvelope } from '@thaiqm/core/sync/command-envelope.ts'
import type { SealingKeys } from '../platform/sealing.ts'
import { derivedId } from './derived-id.ts'

export interface ImportOf {
  readonly batchId: BatchId
  readonly round: Round
  readonly madeAt: Instant
}

/** Heads of households that the catalogue's titles tell nothing about (ranks) have no sex until they are asked. */
const sexByTitle = new Map(titles.flatMap(({ th, alsoWritten, sex }) => [th, ...alsoWritten].map(name => [name, sex])))

/** Numbers beginning 0, 6 or 7 and school codes are given to people without Thai nationality or not yet proven to have it. */
const foreignKinds: readonly BaselineHead['idKind'][] = ['CAT0', 'CAT6', 'CAT7', 'MIGRANT_00', 'SCHOOL_G']

const UNNAMED = 'ไม่ทราบชื่อ'

const headOf = (keys: SealingKeys, householdId: HouseholdId, head: BaselineHead): Member[] => {
  if (head.firstName === '' && head.lastName === '' && head.nationalNumber === null) return []
  return [
    {
      id: derivedId<MemberId>(keys, 'member', householdId, 'head'),
      title: head.title.slice(0, 40),
      firstName: head.firstName.slice(0, 120) || UNNAMED,
      lastName: head.lastName.slice(0, 120),
      sex: sexByTitle.get(head.title) ?? null,
      birth: null,
      relation: 'HEAD',
      isHead: true,
      idKind: head.idKind,
      nationalNumber: head.nationalNumber?.slice(0, 20) ?? null,
      numberStatus: head.numberStatus,
      isThai: !foreignKinds.includes(head.idKind),
      residence: 'resident',
    },
  ]
}

export const householdIdOf = (keys: SealingKeys, household: BaselineHousehold): HouseholdId =>
  derivedId<HouseholdId>(keys, 'household', household.key)

const MOST_MEMBERS = 60
const MOST_FAMILIES = 20

const inputOf = (
  keys: SealingKeys,
  { batchId, round }: ImportOf,
  household: BaselineHousehold,
): ImportBaselineHouseholdInput => {
  const id = householdIdOf(keys, household)
  const recordedOn = household.surveyedOn ?? round.opensOn
  return {
    batchId,
    roundId: round.id,
    sourceRows: [...household.sourceRows],
    areaCode: villageCode.parse(household.areaCode) as VillageCode,
    address: {
      houseCode: household.houseCode,
      houseNumber: household.houseNumber.slice(0, 40),
      villageName: household.villageName.slice(0, 120),
      lane: '',
      road: '',
      sequenceInHouse: Math.min(household.sequenceInHouse, MOST_FAMILIES),
    },
    phone: household.phone?.slice(0, 40) ?? null,
    statedMemberCount:
      household.memberCount !== null && household.memberCount <= MOST_MEMBERS ? household.memberCount : null,
    members: headOf(keys, id, household.head),
    recordedOn,
    problems: household.problems.map(problem => ({
      problemId: derivedId<ProblemId>(keys, 'problem', id, problem.key),
      kindCode: problem.kindCode,
      state: problem.state,
      wording: problem.wording.slice(0, 500),
      agencyCode: problem.agencyCode,
      foundOn: problem.surveyedOn ?? recordedOn,
      solvedOn: problem.solvedOn,
    })),
  }
}

/**
 * The command that brings one household of a workbook with its head and hardships. Its ids follow from the household's
 * own key, so a file read twice, or a second file about the same houses, adds only what is new. A hardship without a
 * survey day was found when its household was surveyed, else when the round opened.
 */
export const importCommand = (
  keys: SealingKeys,
  of: ImportOf,
  household: BaselineHousehold,
  sequence: number,
): CommandEnvelope => {
  const ledgerId = householdIdOf(keys, household)
  return {
    commandId: derivedId<CommandId>(keys, 'command', of.batchId, ledgerId),
    sequence,
    ledgerKind: 'household',
    ledgerId,
    type: 'ImportBaselineHousehold',
    input: inputOf(keys, of, household),
    madeAt: of.madeAt,
    basedOnVersion: null,
  }
}
