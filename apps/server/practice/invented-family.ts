import { addDays, type Day } from '@thaiqm/core/ledger/day.ts'
import type { MemberId } from '@thaiqm/core/ledger/identifiers.ts'
import type { Member } from '@thaiqm/core/member/member.ts'
import { checkDigit } from '@thaiqm/core/thai/national-number.ts'
import { inventedFirstName, inventedLastName, type Sex, titleFor } from './invented-names.ts'
import { PRACTICE_DAY } from './practice-rounds.ts'
import type { SeededRandom } from './seeded-random.ts'

/** What kind of household it is: decides who lives there and which hardships are likely. */
export type FamilyKind =
  | 'elders-alone'
  | 'skipped-generation'
  | 'young-family'
  | 'three-generations'
  | 'single-parent'
  | 'couple'
  | 'disabled-member'
  | 'stateless-elder'
  | 'monk'
  | 'shelter'

export const usualFamilies: readonly (readonly [FamilyKind, number])[] = [
  ['young-family', 26],
  ['three-generations', 20],
  ['elders-alone', 16],
  ['skipped-generation', 13],
  ['couple', 10],
  ['single-parent', 7],
  ['disabled-member', 7],
  ['stateless-elder', 1],
]

/** No registration office carries the number 4900: nobody real has such a number, though its check digit holds. */
const INVENTED_OFFICE = '4900'

/** `serial` is unique in the province, below ten million; the multiplier scatters neighbours and keeps them apart. */
const inventedNumber = (firstDigit: string, serial: number): string => {
  const digits = `${firstDigit}${INVENTED_OFFICE}${String((serial * 7_654_321 + 1_234_567) % 10_000_000).padStart(7, '0')}`
  return `${digits}${checkDigit(digits)}`
}

const numberFor = (born: Day, isThai: boolean, serial: number): string => {
  if (!isThai) return inventedNumber('0', serial)
  return inventedNumber(born < '1984-01-01' ? '3' : '1', serial)
}

interface Part {
  readonly sex: Sex
  readonly age: number
  readonly relation: string
  readonly isHead?: boolean
  readonly isMarried?: boolean
  readonly isThai?: boolean
  readonly isAway?: boolean
  readonly title?: string
  /** Came in by marriage, or is a stranger: another surname. */
  readonly otherName?: boolean
}

const bornAt = (random: SeededRandom, age: number): { day: Day; precision: 'day' | 'year' } => {
  const day = addDays(PRACTICE_DAY, -Math.round(age * 365.25) - random.whole(1, 360))
  // Old people often know their year only; it is written as 1 July.
  if (age >= 65 && random.happens(0.15)) return { day: `${day.slice(0, 4)}-07-01` as Day, precision: 'year' }
  return { day, precision: 'day' }
}

const children = (random: SeededRandom, count: number, from: number, to: number, relation: string): Part[] =>
  Array.from({ length: count }, () => ({
    sex: random.pick(['male', 'female'] as const),
    age: random.whole(from, to),
    relation,
  }))

const coupleOf = (random: SeededRandom, from: number, to: number, headRelation = 'HEAD'): Part[] => {
  const age = random.whole(from, to)
  const isHead = headRelation === 'HEAD'
  return [
    { sex: 'male', age, relation: headRelation, isHead, isMarried: true },
    {
      sex: 'female',
      age: Math.max(19, age - random.whole(0, 5)),
      relation: isHead ? 'SPOUSE' : 'CHILD_IN_LAW',
      isMarried: true,
      otherName: true,
    },
  ]
}

const aloneAt = (random: SeededRandom, from: number, to: number, extra: Partial<Part> = {}): Part => ({
  sex: random.happens(0.65) ? 'female' : 'male',
  age: random.whole(from, to),
  relation: 'HEAD',
  isHead: true,
  isMarried: true,
  ...extra,
})

/** Children of these parents, or of this one: the younger parent was eighteen at least. */
const withChildren = (random: SeededRandom, parents: readonly Part[], most: number, relation: string): Part[] => {
  const youngest = Math.min(...parents.map(parent => parent.age))
  return [...parents, ...children(random, random.whole(1, most), 0, Math.min(16, youngest - 18), relation)]
}

const partsOf = (kind: FamilyKind, random: SeededRandom): Part[] => {
  switch (kind) {
    case 'elders-alone':
      return random.happens(0.5) ? [aloneAt(random, 66, 88)] : coupleOf(random, 63, 82)
    case 'skipped-generation':
      return [
        ...(random.happens(0.6) ? coupleOf(random, 58, 74) : [aloneAt(random, 58, 76)]),
        ...children(random, random.whole(1, 3), 2, 15, 'GRANDCHILD'),
      ]
    case 'young-family':
      return withChildren(random, coupleOf(random, 24, 44), 3, 'CHILD')
    case 'three-generations':
      return [
        ...(random.happens(0.5) ? coupleOf(random, 62, 78) : [aloneAt(random, 62, 84)]),
        ...withChildren(random, coupleOf(random, 27, 43, 'CHILD'), 2, 'GRANDCHILD').map(part =>
          part.age >= 20 ? { ...part, isAway: random.happens(0.2) } : part,
        ),
      ]
    case 'single-parent':
      return withChildren(random, [aloneAt(random, 27, 48, { isMarried: false })], 3, 'CHILD')
    case 'couple':
      return [...coupleOf(random, 44, 62), ...children(random, random.whole(0, 1), 17, 21, 'CHILD')]
    case 'disabled-member':
      return [aloneAt(random, 58, 76), ...children(random, 1, 24, 38, 'CHILD')]
    case 'stateless-elder':
      return [aloneAt(random, 65, 84, { isThai: false }), ...children(random, random.whole(0, 1), 30, 45, 'CHILD')]
    case 'monk':
      return [{ sex: 'male', age: random.whole(35, 78), relation: 'HEAD', isHead: true, title: 'พระภิกษุ' }]
    case 'shelter':
      return [aloneAt(random, 45, 72, { sex: 'male', isMarried: false })]
  }
}

/** The people of one household, the head first, of an age and with numbers that fit together. */
export const inventedFamily = (kind: FamilyKind, random: SeededRandom, householdSerial: number): readonly Member[] => {
  const lastName = inventedLastName(random)
  return partsOf(kind, random).map((part, index): Member => {
    const birth = bornAt(random, part.age)
    const isThai = part.isThai ?? true
    return {
      id: random.uuid() as MemberId,
      title: part.title ?? titleFor(part.sex, birth.day, PRACTICE_DAY, part.isMarried ?? false),
      firstName: inventedFirstName(random, part.sex, birth.day),
      lastName: part.otherName === true && random.happens(0.2) ? inventedLastName(random) : lastName,
      sex: part.sex,
      birth,
      relation: part.relation,
      isHead: part.isHead ?? false,
      idKind: isThai ? 'THAI_NID' : 'CAT0',
      nationalNumber: numberFor(birth.day, isThai, householdSerial * 16 + index),
      numberStatus: 'valid',
      isThai,
      residence: part.isAway === true ? 'away' : 'resident',
    }
  })
}
