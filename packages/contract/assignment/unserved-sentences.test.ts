import type { ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import { testId } from '@thaiqm/testing/people.ts'
import { expect, test } from 'vitest'
import { type UnservedNeed, unservedReason } from './assignment-routes.ts'
import { unservedSentence } from './unserved-sentences.ts'

const unserved = (over: Partial<UnservedNeed>): UnservedNeed => ({
  problemId: testId<ProblemId>(1),
  reason: 'used-up',
  offers: 3,
  before: 0,
  beside: 0,
  after: 0,
  ...over,
})

test('every reason has one whole sentence in both languages', () => {
  for (const reason of unservedReason.options)
    for (const counts of [
      {},
      { before: 2 },
      { beside: 4 },
      { before: 2, beside: 4 },
      { before: 2, after: 5 },
      { after: 5 },
    ])
      for (const language of ['th', 'en'] as const) {
        const sentence = unservedSentence(unserved({ reason, ...counts }), language)
        expect(sentence.length).toBeGreaterThan(15)
        expect(sentence).not.toMatch(/[{}]| 0 /)
      }
})

test('of what is used up the sentence names how many came first', () => {
  expect(unservedSentence(unserved({ before: 2 }), 'th')).toContain('2 รายการ')
  expect(unservedSentence(unserved({ beside: 4 }), 'en')).toContain('4 needs that are equally urgent')
  expect(unservedSentence(unserved({ before: 2, beside: 4 }), 'en')).toContain('2 more urgent and 4 equally urgent')
})
