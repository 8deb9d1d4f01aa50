import { readLettersToAgency } from '@thaiqm/contract/papers/papers-routes.ts'
import type { Actor } from '@thaiqm/core/access/actor.ts'
import { hasAbility } from '@thaiqm/core/access/permission.ts'
import { type Day, day } from '@thaiqm/core/ledger/day.ts'
import { refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import { officeAreaOf } from '@thaiqm/core/letterhead/letterhead.ts'
import { inTransaction, readingScope, type Scoped } from '../platform/database/transaction.ts'
import { answerRoute } from '../platform/http/answer-route.ts'
import type { HttpParts } from '../platform/http/http-parts.ts'
import { narrowRange } from '../platform/narrow-range.ts'
import { findReferredCases, findUsedNumber, type ReferredCase } from './papers-store.ts'
import type { LetterInput } from './referral-letter.ts'
import { MOST_CASES } from './write-letters.ts'

/** A circular (หนังสือเวียน) carries one number to many: `มห 0118.1/ว 12`. */
const isCircular = (number: string): boolean => /(^|\/)\s*ว/.test(number)

/** A number of these letters that stands on another letter of the same office in the same calendar year, as registers begin anew. */
export const usedNumber = async (
  trx: Scoped,
  actor: Actor,
  agencyCode: string,
  writtenOn: Day,
  letters: readonly LetterInput[],
): Promise<string | undefined> => {
  const numbers = letters.flatMap(({ number }) => (number === null || isCircular(number) ? [] : [number]))
  if (numbers.length === 0) return undefined
  const year = writtenOn.slice(0, 4)
  const [from, to] = [day.parse(`${year}-01-01`), day.parse(`${year}-12-31`)]
  const officeArea = officeAreaOf(actor.areaCode)
  return findUsedNumber(trx, numbers, { officeArea, agencyCode, writtenOn, from, to })
}

type Letter = NonNullable<ReferredCase['letter']>

const keyOf = ({ number, writtenOn }: Pick<Letter, 'number' | 'writtenOn'>): string => `${number} ${writtenOn}`

const newestFirst = (a: Pick<Letter, 'writtenOn'>, b: Pick<Letter, 'writtenOn'>): number =>
  b.writtenOn.localeCompare(a.writtenOn)

/** By the rows of what lies with the agency: no household is opened. */
export const registerWrittenLetters = ({ app, findActor, parts }: HttpParts): void => {
  answerRoute(app, findActor, readLettersToAgency, async ({ actor, params: { agencyCode }, query }) => {
    if (!hasAbility(actor, 'write-letters')) return refuse('not-permitted')
    const range = narrowRange(actor, query.area)
    const all = await inTransaction(parts.db, readingScope(actor), trx =>
      findReferredCases(trx, [agencyCode], range, MOST_CASES + 1),
    )
    if (all.length > MOST_CASES) return refuse('paper-too-long', { most: MOST_CASES })
    const cases = all.filter(one => one.restricted === (query.secret === '1'))
    const written = cases.flatMap(one => one.letter ?? [])
    const unwritten = cases.filter(one => one.letter === null)
    const earlier = unwritten.flatMap(one => one.earlierLetter ?? [])
    return succeed({
      unwritten: unwritten.length,
      letters: [...Map.groupBy(written, keyOf).values()]
        .flatMap(([first, ...rest]) => (first === undefined ? [] : [{ ...first, here: rest.length + 1 }]))
        .sort(newestFirst),
      earlier: [...new Map(earlier.map(letter => [keyOf(letter), letter])).values()].sort(newestFirst),
    })
  })
}
