import type { Day, Instant } from '@thaiqm/core/ledger/day.ts'
import type { Problem, Referral } from '@thaiqm/core/problem/problem.ts'
import { importedHousehold, oldProblem } from '@thaiqm/testing/households.ts'
import { people } from '@thaiqm/testing/people.ts'
import { expect, test } from 'vitest'
import { solvingFacts } from './solving-facts.ts'

const today = '2024-03-01' as Day
const [bare] = importedHousehold([oldProblem(10, 'P501')]).problems
const facts = (over: Partial<Problem>) => {
  if (bare === undefined) throw new Error('no problem')
  return solvingFacts({ ...bare, ...over }, today, 'th').map(({ term, value }) => `${term}: ${value}`)
}
const referral = (over: Partial<Referral>): Referral => ({
  agencyCode: 'MOPH',
  organisationId: null,
  dueOn: '2024-04-01' as Day,
  note: '',
  sentAt: '2024-02-20T03:00:00.000Z' as Instant,
  state: 'SENT',
  reply: '',
  ...over,
})

test('a hardship on which nothing runs has none', () => {
  expect(facts({})).toEqual([])
})

test('the lane, its owner and the next look, which may have passed', () => {
  const lane = { lane: 'COMMUNITY', ownerName: 'กลุ่มสตรี', organisationId: null, note: '' } as const
  expect(facts({ lane: { ...lane, lookAgainOn: '2024-03-10' as Day } })).toEqual([
    'ช่องทาง: ชุมชนช่วยแก้ไข',
    'ผู้รับผิดชอบ: กลุ่มสตรี',
    'ติดตามอีกครั้ง: 10 มี.ค. 2567',
  ])
  expect(facts({ lane: { ...lane, lookAgainOn: '2024-02-10' as Day } })).toContain(
    'ติดตามอีกครั้ง: 10 ก.พ. 2567 (เลยกำหนดแล้ว)',
  )
})

test('lead and contributing agencies: since when they are waited for, and by when they answer or finish', () => {
  const told = facts({
    referral: referral({ answerBy: '2024-02-27' as Day }),
    contributions: [referral({ agencyCode: 'DOPA', state: 'ACCEPTED' }), referral({ state: 'LAPSED' })],
  })
  expect(told[0]).toMatch(/^หน่วยงานหลัก: .* · รอตอบรับตั้งแต่ 20 ก.พ. 2567 · ตอบรับภายใน 27 ก.พ. 2567$/)
  expect(told[1]).toMatch(/^หน่วยงานร่วม: .* · รับเรื่องแล้ว แจ้งผลภายใน 1 เม.ย. 2567$/)
  expect(told[2]).toMatch(/ไม่ตอบรับภายในกำหนด$/)
})

test('a pause that is asked for, one that runs, and none once it is over', () => {
  const pause = {
    reason: 'ฤดูฝน',
    askedBy: people.tambonOfficer.personId,
    askedOn: '2024-02-01' as Day,
    untilOn: '2024-03-15' as Day,
  }
  expect(facts({ pause: { ...pause, approvedOn: null } })[0]).toBe('หยุดนับเวลา: ขอถึง 15 มี.ค. 2567 รอนายอำเภอพิจารณา')
  expect(facts({ pause: { ...pause, approvedOn: '2024-02-02' as Day } })).toEqual([
    'หยุดนับเวลา: อนุมัติแล้ว ถึง 15 มี.ค. 2567',
  ])
  expect(facts({ pause: { ...pause, untilOn: '2024-02-20' as Day, approvedOn: '2024-02-02' as Day } })).toEqual([])
})

test('once it is solved: when to go again, or what was found, and why evidence was wanting', () => {
  const state = 'RESOLVED'
  const revisitOn = '2024-04-01' as Day
  expect(facts({ state, revisitOn, withoutOwnEvidence: 'ไม่มีกล้อง' })).toEqual([
    'เยี่ยมซ้ำ: ตั้งแต่ 1 เม.ย. 2567',
    'เหตุที่ไม่มีหลักฐาน: ไม่มีกล้อง',
  ])
  const revisit = { on: '2024-04-02' as Day, by: people.villageHead.personId, note: 'ใช้ได้ดี' }
  expect(facts({ state, revisitOn, revisit })).toEqual(['เยี่ยมซ้ำ: ยังแก้ไขได้ดี (2 เม.ย. 2567)'])
})
