import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { Round } from '@thaiqm/core/round/round.ts'
import { describe, expect, test } from 'vitest'
import { draftOf, newRound, roundCommand, roundsByNewest } from './round-draft.ts'

const day = (text: string) => text as Day

const round: Round = {
  id: '00000000-0000-4000-8000-000000000001' as Round['id'],
  kind: 'RE_XRAY',
  nameTh: 'Re-X-Ray ปี 2567',
  nameEn: 'Re-X-Ray 2567',
  yearBe: 2567,
  opensOn: day('2023-12-01'),
  recordBy: day('2024-01-31'),
  resolveBy: day('2024-09-30'),
  graceDays: 7,
  formVersion: 're-x-ray-2567',
  overrides: [],
}

describe('a round being written', () => {
  test('a new one waits for its name', () => {
    const draft = newRound(day('2024-01-12'))
    expect(draft.yearBe).toBe(2567)
    expect(roundCommand(draft, true)).toBeNull()
    const command = roundCommand({ ...draft, nameTh: ' รอบ 2 ' }, true)
    expect(command).toMatchObject({ type: 'PlanRound', input: { nameTh: 'รอบ 2', nameEn: 'รอบ 2' } })
  })

  test('a change keeps everything but the areas’ own deadlines, which have commands of their own', () => {
    const command = roundCommand({ ...draftOf(round), graceDays: 3 }, false)
    expect(command?.type).toBe('ChangeRound')
    expect(command?.input).toMatchObject({ nameTh: round.nameTh, graceDays: 3, kind: 'RE_XRAY' })
    expect(command?.input).not.toHaveProperty('overrides')
    expect(command?.input).not.toHaveProperty('id')
  })

  test('a day taken away leaves no command', () => {
    expect(roundCommand({ ...draftOf(round), recordBy: null }, false)).toBeNull()
  })
})

test('rounds stand newest first, each in its phase of the day', () => {
  const baseline: Round = { ...round, kind: 'BASELINE', opensOn: day('2022-01-01') }
  const standing = roundsByNewest([baseline, round], day('2024-03-01'))
  expect(standing.map(one => one.phase)).toEqual(['RESOLVING', 'CLOSED'])
  expect(roundsByNewest([round], day('2024-01-31'))[0]?.phase).toBe('OPEN')
})
