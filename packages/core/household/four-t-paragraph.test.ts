import { compiledQuestionnaire } from '@thaiqm/catalogue/catalogue.ts'
import { headMember } from '@thaiqm/testing/households.ts'
import { testId } from '@thaiqm/testing/people.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AnswerValue, DECLINED } from '../form/form-answers.ts'
import type { Day } from '../ledger/day.ts'
import type { MemberId } from '../ledger/identifiers.ts'
import type { Member } from '../member/member.ts'
import type { FourT } from '../plan/plan.ts'
import { fourTParagraph, standingPotential } from './four-t-paragraph.ts'
import type { Household } from './household.ts'

const on = '2024-01-12' as Day

type Survey = Household['surveys'][number]

const surveyOf = (over: Partial<Survey>): Survey =>
  ({
    formVersion: 're-x-ray-2567',
    sameAsLastRound: [],
    answers: { household: {}, members: {}, problems: {} },
    ...over,
  }) as Survey

const person = (n: number, born: string | null, over: Partial<Member> = {}): Member =>
  headMember({
    id: testId<MemberId>(n),
    isHead: n === 1,
    birth: born === null ? null : { day: born as Day, precision: 'day' },
    ...over,
  })

const told = (parts: Partial<Pick<Household, 'members' | 'statedMemberCount' | 'surveys' | 'plans'>>) =>
  fourTParagraph({
    household: { members: [], statedMemberCount: null, surveys: [], plans: [], ...parts },
    findForm: compiledQuestionnaire,
    on,
  })

const answers = (household: Record<string, AnswerValue>, members: Survey['answers']['members'] = {}) => ({
  household,
  members,
  problems: {},
})

test('the paragraph says what members, form and choices say, word for word in the form staff paste', () => {
  const members = [
    person(1, '1950-05-01'),
    person(2, '1985-01-12'),
    person(3, '2009-01-13', { residence: 'away' }),
    person(4, '1960-01-01', { residence: 'dead' }),
  ]
  const of = (n: number) => testId<MemberId>(n)
  const survey = surveyOf({
    answers: answers(
      {
        Q501: ['wall', 'roof'],
        QA01: ['hardworking'],
        QA02: ['farming', 'craft'],
        QA03: ['none'],
        QA04: ['house', 'water'],
      },
      {
        [of(1)]: { Q411: 'needs_device', Q703: 'unable' },
        [of(2)]: { Q411: 'none', Q703: 'farmer' },
        [of(3)]: { Q411: 'none' },
        [of(4)]: { Q411: 'has' },
      },
    ),
  })
  expect(told({ members, surveys: [survey] })).toBe(
    'มีสมาชิกในครัวเรือน 3 คน / ผู้สูงอายุ 1 ผู้พิการ 1 / วัยแรงงาน 1 อาชีพ ทำการเกษตรของตนเอง / ' +
      'สภาพครัวเรือน หลังคารั่วหรือผุ, ฝาหรือพื้นผุ / ทัศนคติ ขยัน มีใจรักงาน / ทักษะ การเกษตร, หัตถกรรมหรืองานช่าง / ' +
      'ทรัพยากร ไม่มี / ทางออก(ความต้องการ) น้ำ, ที่อยู่อาศัย',
  )
})

test('what nobody recorded is said to be so, and never guessed', () => {
  expect(told({})).toBe(
    'มีสมาชิกในครัวเรือน ไม่มีข้อมูล / ผู้สูงอายุ ไม่มีข้อมูล ผู้พิการ ไม่มีข้อมูล / วัยแรงงาน ไม่มีข้อมูล อาชีพ ไม่มีข้อมูล / ' +
      'สภาพครัวเรือน ไม่มีข้อมูล / ทัศนคติ ไม่มีข้อมูล / ทักษะ ไม่มีข้อมูล / ทรัพยากร ไม่มีข้อมูล / ทางออก(ความต้องการ) ไม่มีข้อมูล',
  )
  expect(told({ statedMemberCount: 4 })).toContain('มีสมาชิกในครัวเรือน 4 คน / ผู้สูงอายุ ไม่มีข้อมูล')
})

test('a birth date that is not known is counted as not known', () => {
  const members = [person(1, '1950-05-01'), person(2, null)]
  expect(told({ members })).toContain('ผู้สูงอายุ 1 (ไม่ทราบวันเกิด 1 คน) ผู้พิการ ไม่มีข้อมูล / วัยแรงงาน 0 (ไม่ทราบวันเกิด 1 คน)')
})

test('the newest plan’s words stand before the form’s, part by part', () => {
  const fourT: FourT = { attitude: 'พร้อมลงมือทำเอง', skill: ' ', resource: '', wayOut: 'ขอสังกะสี' }
  const plans = [{ fourT, potential: 'WELFARE' }] as unknown as Household['plans']
  const surveys = [surveyOf({ answers: answers({ QA01: ['waiting'], QA02: ['trade'], QA03: ['land'] }) })]
  expect(told({ plans, surveys })).toMatch(
    /ทัศนคติ พร้อมลงมือทำเอง \/ ทักษะ การค้าขาย \/ ทรัพยากร ที่ดิน \/ ทางออก\(ความต้องการ\) ขอสังกะสี$/,
  )
  expect(
    standingPotential({
      household: { members: [], statedMemberCount: null, surveys, plans },
      findForm: compiledQuestionnaire,
    }),
  ).toBe('ต้องสงเคราะห์')
})

test('a section left as last round is read from the form before, and only that section', () => {
  const before = surveyOf({ answers: answers({ Q501: ['roof'], QA01: ['waiting'] }) })
  const now = surveyOf({ answers: answers({}), sameAsLastRound: ['living'] })
  const text = told({ surveys: [before, now] })
  expect(text).toContain('สภาพครัวเรือน หลังคารั่วหรือผุ')
  expect(text).toContain('ทัศนคติ ไม่มีข้อมูล')
})

test('a declined answer is told as declined', () => {
  expect(told({ surveys: [surveyOf({ answers: answers({ QA01: DECLINED }) })] })).toContain('ทัศนคติ ไม่สะดวกตอบ')
})

test('whatever the ages, elders and workers are never more than those who live here', () => {
  const ages = fc.array(fc.option(fc.integer({ min: 1920, max: 2023 })), { minLength: 1, maxLength: 9 })
  fc.assert(
    fc.property(ages, years => {
      const members = years.map((year, i) => person(i + 1, year === null ? null : `${year}-06-15`))
      const text = told({ members })
      const read = (pattern: RegExp) => Number(pattern.exec(text)?.[1] ?? 0)
      const elders = years.filter(year => year !== null && year < 1964).length
      const known = years.filter(year => year !== null).length
      expect(read(/ผู้สูงอายุ (\d+)/)).toBe(elders)
      expect(read(/ผู้สูงอายุ (\d+)/) + read(/วัยแรงงาน (\d+)/)).toBeLessThanOrEqual(known)
    }),
  )
})
