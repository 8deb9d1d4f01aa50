import { recordHelp, reportProblem } from '@thaiqm/testing/deeds.ts'
import { contextFor, householdAfter, importCommand, oldProblem } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import { describe, expect, test } from 'vitest'
import { type Actor, systemActor } from '../access/actor.ts'
import { decideHouseholdCommand, type HouseholdCommand } from '../household/household-command.ts'
import type { Day, Instant } from '../ledger/day.ts'
import type { AssistanceId, ProblemId } from '../ledger/identifiers.ts'
import { isPaused } from './pause-clock.ts'

const id = testId<ProblemId>(10)

const help: HouseholdCommand = recordHelp([id], {
  sector: 'GOV',
  agencyCode: 'DOPA',
  giverName: 'หน่วยเคลื่อนที่',
  what: 'ทำบัตรที่บ้าน',
})
const close: HouseholdCommand = {
  type: 'CloseProblem',
  input: { problemId: id, evidence: [{ kind: 'document', reference: 'สำเนาบัตร' }], note: '' },
}
const found = { by: systemActor, command: importCommand([oldProblem(10, 'P501')]) }
const solved = [found, { by: people.tambonOfficer, command: help }, { by: people.districtOfficer, command: close }]
const draw: HouseholdCommand = { type: 'DrawCallBack', input: { problemId: id } }
const answer = (said: 'SOLVED' | 'NOT_SOLVED' | 'NOT_REACHED', words = 'ใช้บัตรได้แล้ว'): HouseholdCommand => ({
  type: 'AnswerCallBack',
  input: { problemId: id, answer: said, words },
})
const revisit = (what: 'STILL_SOLVED' | 'RECURRED'): HouseholdCommand => ({
  type: 'RecordRevisit',
  input: { problemId: id, found: what, note: 'ไปดูที่บ้าน', evidence: [] },
})
const on = (day: string) => `${day}T03:00:00.000Z` as Instant
const codeOf = (steps: Parameters<typeof householdAfter>[0], by: Actor, command: HouseholdCommand, at?: Instant) => {
  const decided = decideHouseholdCommand(householdAfter(steps), command, contextFor(by, at))
  return decided.ok ? 'done' : decided.code
}

describe('call-back', () => {
  const drawn = [...solved, { by: systemActor, command: draw }]

  test('drawn twice is drawn once', () => {
    expect(decideHouseholdCommand(householdAfter(drawn), draw, contextFor(systemActor))).toEqual({
      ok: true,
      value: [],
    })
  })

  test('who helped, recorded or verified does not call', () => {
    expect(codeOf(drawn, people.tambonOfficer, answer('SOLVED'))).toBe('caller-took-part')
    expect(codeOf(drawn, people.districtOfficer, answer('SOLVED'))).toBe('caller-took-part')
    expect(codeOf(drawn, people.designatedOfficer, answer('SOLVED'))).toBe('done')
  })

  test('what was not drawn is not called, and an answer is given once', () => {
    expect(codeOf(solved, people.designatedOfficer, answer('SOLVED'))).toBe('no-call-back')
    const answered = [...drawn, { by: people.designatedOfficer, command: answer('SOLVED') }]
    expect(codeOf(answered, people.districtChief, answer('NOT_SOLVED'))).toBe('no-call-back')
  })

  test('the household that says no opens it again, and the return is counted', () => {
    const opened = householdAfter([
      ...drawn,
      { by: people.designatedOfficer, command: answer('NOT_SOLVED', 'ยังไม่ได้บัตร') },
    ])
    expect(opened.problems[0]).toMatchObject({ state: 'OPEN', reopenedCount: 1, closedOn: null })
  })

  test('nobody reached: another try, a later day', () => {
    const tried = householdAfter([...drawn, { by: people.designatedOfficer, command: answer('NOT_REACHED', '') }])
    expect(tried.problems[0]?.callBack).toMatchObject({ tries: 1, answer: null, dueOn: '2024-01-26' })
  })
})

describe('re-visit', () => {
  test('still solved counts from the sixtieth day, and not from who helped', () => {
    expect(codeOf(solved, people.villageHead, revisit('STILL_SOLVED'), on('2024-03-11'))).toBe('revisit-too-early')
    expect(codeOf(solved, people.villageHead, revisit('STILL_SOLVED'), on('2024-03-12'))).toBe('done')
    expect(codeOf(solved, people.tambonOfficer, revisit('STILL_SOLVED'), on('2024-03-12'))).toBe('verifier-is-recorder')
  })

  test('that it is back may be said on any day: it opens again and is counted', () => {
    const back = householdAfter([
      ...solved,
      { by: people.villageHead, command: revisit('RECURRED'), at: on('2024-01-20') },
    ])
    expect(back.problems[0]).toMatchObject({ state: 'OPEN', reopenedCount: 1, revisitOn: undefined })
  })
})

describe('pause', () => {
  const ask = (untilOn: string): HouseholdCommand => ({
    type: 'RequestPause',
    input: { problemId: id, reason: 'ฤดูฝน', untilOn: untilOn as Day },
  })
  const approve: HouseholdCommand = { type: 'ApprovePause', input: { problemId: id } }
  /** A crisis found on 12 January is due on the 15th. */
  const crisis: Parameters<typeof householdAfter>[0] = [
    { by: systemActor, command: importCommand([]) },
    {
      by: people.tambonOfficer,
      command: reportProblem(id, 'P116', { roundId: contextFor(systemActor).rounds[1]?.id as never }),
    },
  ]

  test('the due day moves by the days paused, when the chief agrees', () => {
    const before = householdAfter(crisis).problems[0]?.dueOn as Day
    const paused = householdAfter([
      ...crisis,
      { by: people.tambonOfficer, command: ask('2024-01-22') },
      { by: people.districtChief, command: approve },
    ]).problems[0]
    expect(paused?.dueOn).toBe(new Date(Date.parse(before) + 10 * 86_400_000).toISOString().slice(0, 10))
    expect(paused && isPaused(paused, '2024-01-22' as Day)).toBe(true)
    expect(paused && isPaused(paused, '2024-01-23' as Day)).toBe(false)
  })

  test('never past the deadline of the round', () => {
    const paused = householdAfter([
      found,
      { by: people.tambonOfficer, command: ask('2024-03-01') },
      { by: people.districtChief, command: approve },
    ]).problems[0]
    expect(paused?.dueOn).toBe('2024-09-30')
  })

  test('not too long, not too often, not when overdue, and not twice at once', () => {
    expect(codeOf([found], people.tambonOfficer, ask('2024-03-13'))).toBe('pause-too-long')
    expect(codeOf([found], people.tambonOfficer, ask('2024-03-12'))).toBe('done')
    const once = [
      { by: people.tambonOfficer, command: ask('2024-01-13') },
      { by: people.districtChief, command: approve },
    ]
    const again = once.map(step => ({
      ...step,
      at: on('2024-01-20'),
      command: step.command.type === 'RequestPause' ? ask('2024-01-22') : step.command,
    }))
    expect(codeOf([found, ...once], people.tambonOfficer, ask('2024-02-01'))).toBe('pause-already-asked')
    expect(codeOf([found, ...once, ...again], people.tambonOfficer, ask('2024-03-01'), on('2024-02-01'))).toBe(
      'pauses-used-up',
    )
    expect(codeOf(crisis, people.tambonOfficer, ask('2024-03-01'), on('2024-02-20'))).toBe('already-overdue')
  })

  test('who asks does not approve', () => {
    expect(
      codeOf([found, { by: people.districtChief, command: ask('2024-02-01') }], people.districtChief, approve),
    ).toBe('asker-decides')
  })
})

test('what came back needs new help and new evidence: the old does not close it a second time', () => {
  const back = [...solved, { by: people.villageHead, command: revisit('RECURRED'), at: on('2024-01-20') }]
  const begun = {
    by: people.tambonOfficer,
    command: { type: 'StartWork', input: { problemId: id, note: '' } } as HouseholdCommand,
    at: on('2024-01-21'),
  }
  const without = { ...close, input: { ...close.input, evidence: [] } } as HouseholdCommand
  expect(codeOf([...back, begun], people.districtOfficer, close)).toBe('no-help-recorded')
  const again = {
    by: people.tambonOfficer,
    command: { ...help, input: { ...help.input, assistanceId: testId<AssistanceId>(21) } } as HouseholdCommand,
    at: on('2024-01-22'),
  }
  expect(codeOf([...back, again], people.districtOfficer, without)).toBe('evidence-missing')
  expect(codeOf([...back, again], people.districtOfficer, close)).toBe('done')
})
