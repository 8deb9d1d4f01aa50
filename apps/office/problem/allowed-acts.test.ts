import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import type { Actor } from '@thaiqm/core/access/actor.ts'
import { decideHouseholdCommand, type HouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { AssistanceId } from '@thaiqm/core/ledger/identifiers.ts'
import { recordHelp, referProblem } from '@thaiqm/testing/deeds.ts'
import {
  baselineRound,
  contextFor,
  householdAfter,
  importCommand,
  oldProblem,
  reXrayRound,
} from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import { describe, expect, test } from 'vitest'
import { allowedActs, mainAct } from './allowed-acts.ts'

const today = '2024-01-12' as Day
const rounds = [baselineRound, reXrayRound]
const start = [{ by: people.districtOfficer, command: importCommand([oldProblem(1, 'P204')]) }] as const

// What crosses the wire is the rules' own household; the view only adds nothing the rules read.
const seen = (household: ReturnType<typeof householdAfter>) => {
  const view = household as unknown as HouseholdView
  const [problem] = view.problems
  if (problem === undefined) throw new Error('the household has its old problem')
  return { household: view, problem }
}

const actsFor = (actor: Actor, household: ReturnType<typeof householdAfter>) => {
  const of = seen(household)
  return allowedActs(of.household, of.problem, { actor, rounds, today })
}

const problemId = oldProblem(1, 'P204').problemId
const proposed = householdAfter([
  ...start,
  {
    by: people.tambonOfficer,
    command: { type: 'ProposeCancellation', input: { problemId, reason: 'บันทึกซ้ำ', survivorId: null } },
  },
])
const referred = householdAfter([
  ...start,
  {
    by: people.districtOfficer,
    command: referProblem(problemId, 'MOPH', { dueOn: today }),
  },
])
const assisted = householdAfter([
  ...start,
  {
    by: people.tambonOfficer,
    command: recordHelp([problemId], {
      assistanceId: testId<AssistanceId>(77),
      sector: 'GOV',
      agencyCode: 'LAO',
      giverName: 'อบต.โพนทราย',
      what: 'ซ่อมห้องส้วม',
      quantity: 1,
      unit: 'หลัง',
      valueBaht: 15_000,
      givenOn: today,
    }),
  },
])

/** With nothing filled in: whatever else core says, role and state have let these pass. */
const blankCommands = [
  { type: 'StartWork', input: { problemId, note: '' } },
  { type: 'AnalyseCauses', input: { problemId, causeCodes: [], rootCause: '' } },
  { type: 'CloseProblem', input: { problemId, evidence: [], note: '' } },
  { type: 'MarkSelfResolved', input: { problemId, how: '', resolvedOn: today } },
  { type: 'DeclareUnresolvable', input: { problemId, reasonCode: '', continuingCare: '' } },
  { type: 'CancelProblem', input: { problemId, reason: '', survivorId: null } },
  { type: 'ReopenProblem', input: { problemId, reason: '' } },
  { type: 'ResumeWork', input: { problemId, reason: '' } },
  { type: 'ReferProblem', input: { problemId, agencyCode: '', organisationId: null, dueOn: null, note: '' } },
] as const satisfies readonly HouseholdCommand[]

describe('what may be done about a hardship', () => {
  test('a village head may help and recheck, but neither refer, close nor cancel', () => {
    const acts = actsFor(people.villageHead, householdAfter(start))
    expect(acts).toEqual(expect.arrayContaining(['RecheckProblem', 'RecordAssistance', 'ProposeCancellation']))
    for (const act of ['ReferProblem', 'CloseProblem', 'CancelProblem', 'DeclareUnresolvable'] as const) {
      expect(acts).not.toContain(act)
    }
  })

  test('only the district chief gives up on it', () => {
    expect(actsFor(people.districtChief, householdAfter(start))).toContain('DeclareUnresolvable')
    expect(actsFor(people.districtOfficer, householdAfter(start))).not.toContain('DeclareUnresolvable')
  })

  test('a proposed cancellation is decided by the district, and not proposed again', () => {
    const district = actsFor(people.districtOfficer, proposed)
    expect(district[0]).toBe('DecideCancellation')
    expect(district).not.toContain('CancelProblem')
    expect(actsFor(people.villageHead, proposed)).not.toContain('ProposeCancellation')
    expect(actsFor(people.districtChief, householdAfter(start))).not.toContain('DecideCancellation')
  })

  test('a referral is answered by its own agency, not by another', () => {
    expect(actsFor(people.healthAgency, referred)).toEqual(expect.arrayContaining(['AcceptReferral', 'ReturnReferral']))
    const other = { ...people.healthAgency, agencyCode: 'MOE' }
    expect(actsFor(other, referred)).not.toContain('AcceptReferral')
  })

  test('a new hardship of this round is not an old one to be checked again', () => {
    const of = seen(householdAfter(start))
    const found = { ...of.problem, foundInRoundId: reXrayRound.id }
    const household = { ...of.household, problems: [found] }
    expect(allowedActs(household, found, { actor: people.villageHead, rounds, today })).not.toContain('RecheckProblem')
  })

  test('nothing is offered that core would refuse for the role or the state, and nothing else is hidden', () => {
    for (const household of [householdAfter(start), referred, assisted]) {
      for (const actor of Object.values(people)) {
        const acts = actsFor(actor, household)
        for (const command of blankCommands) {
          const decided = decideHouseholdCommand(household, command, contextFor(actor))
          // Another district's officer is never shown this household at all.
          if (!decided.ok && decided.code === 'outside-area') continue
          const isBarred = !decided.ok && ['not-permitted', 'not-in-this-state'].includes(decided.code)
          expect(acts.includes(command.type), `${actor.role} ${command.type}`).toBe(!isBarred)
        }
      }
    }
  })
})

describe('the act that stands as a button', () => {
  const mainFor = (actor: Actor, household: ReturnType<typeof householdAfter>) => {
    const of = seen(household)
    const acts = allowedActs(of.household, of.problem, { actor, rounds, today })
    return mainAct(of.household, of.problem, acts, { actor, rounds, today })
  }

  test('is the re-check while an old hardship has no verdict in the round', () => {
    expect(mainFor(people.villageHead, householdAfter(start))).toBe('RecheckProblem')
  })

  test('is the answer for the agency, and the decision for the district', () => {
    expect(mainFor(people.healthAgency, referred)).toBe('AcceptReferral')
    expect(mainFor(people.districtChief, proposed)).toBe('DecideCancellation')
    expect(mainFor(people.districtOfficer, referred)).not.toBe('AcceptReferral')
  })

  test('is to verify help for another officer, never for who recorded it', () => {
    const of = seen(assisted)
    const recheck = { roundId: reXrayRound.id, verdict: 'R2' as const, note: '', by: people.villageHead.personId }
    const checked = { ...of.problem, rechecks: [{ ...recheck, at: contextFor(people.villageHead).now }] }
    const household = { ...of.household, problems: [checked] }
    const mainOf = (actor: Actor) => {
      const circumstances = { actor, rounds, today }
      return mainAct(household, checked, allowedActs(household, checked, circumstances), circumstances)
    }
    expect(mainOf(people.districtOfficer)).toBe('CloseProblem')
    expect(mainOf(people.tambonOfficer)).toBe('RecordAssistance')
  })

  test('is none on a solved hardship that was checked', () => {
    const of = seen(assisted)
    const recheck = {
      roundId: reXrayRound.id,
      verdict: 'R1' as const,
      note: '',
      by: people.villageHead.personId,
      at: contextFor(people.villageHead).now,
    }
    const solved = { ...of.problem, state: 'RESOLVED' as const, rechecks: [recheck] }
    const household = { ...of.household, problems: [solved] }
    const circumstances = { actor: people.districtChief, rounds, today }
    const acts = allowedActs(household, solved, circumstances)
    expect(acts).toContain('ReopenProblem')
    expect(mainAct(household, solved, acts, circumstances)).toBeUndefined()
  })
})
