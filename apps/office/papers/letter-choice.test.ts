import type { Day } from '@thaiqm/core/ledger/day.ts'
import { expect, test } from 'vitest'
import { earlierOf, letterChoices } from './letter-choice.ts'

const letter = (number: string, writtenOn: string) => ({ number, writtenOn: writtenOn as Day, cases: 2, here: 1 })
const named = (number: string, writtenOn: string) => ({ number, writtenOn: writtenOn as Day })

test('a first letter leaves no choice; then what has none comes first, else a copy', () => {
  expect(letterChoices({ unwritten: 3, letters: [], earlier: [] })).toEqual(['all'])
  const letters = [letter('1', '2024-01-05')]
  expect(letterChoices({ unwritten: 2, letters, earlier: [] })).toEqual(['new', 'copy', 'all'])
  expect(letterChoices({ unwritten: 0, letters, earlier: [] })).toEqual(['copy', 'all'])
})

test('a new letter follows what was written about its own cases, a copy refers to nothing new', () => {
  const written = {
    unwritten: 1,
    letters: [letter('1', '2024-01-05')],
    earlier: [named('1', '2024-01-05'), named('2', '2024-01-08')],
  }
  expect(earlierOf(written, 'new')).toEqual([named('2', '2024-01-08'), named('1', '2024-01-05')])
  expect(earlierOf(written, 'all')).toEqual([named('2', '2024-01-08'), named('1', '2024-01-05')])
  expect(earlierOf(written, 'copy')).toEqual([])
})
