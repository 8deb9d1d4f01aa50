import { contextFor, headMember, householdAfter, importCommand, oldProblem } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { systemActor } from '../access/actor.ts'
import { decideHouseholdCommand, type HouseholdCommand } from '../household/household-command.ts'
import type { Day } from '../ledger/day.ts'
import type { ProblemId } from '../ledger/identifiers.ts'
import { toArabicDigits } from '../thai/thai-digits.ts'
import { needOfProblem } from './need-of-problem.ts'
import { screenWords } from './screen-words.ts'

const roof = testId<ProblemId>(10)
const drugs = testId<ProblemId>(11)
const imported = {
  by: systemActor,
  command: importCommand([oldProblem(10, 'P201'), oldProblem(11, 'P601')], {
    members: [headMember({ firstName: 'บุญมี', lastName: 'แก้วตัวอย่าง' })],
  }),
}

type Input = Extract<HouseholdCommand, { type: 'PublishNeed' }>['input']

const publish = (over: Partial<Input> = {}): HouseholdCommand => ({
  type: 'PublishNeed',
  input: {
    problemId: roof,
    what: 'สังกะสีสำหรับซ่อมหลังคา',
    quantity: 40,
    unit: 'แผ่น',
    budgetBaht: null,
    dueOn: '2024-02-15' as Day,
    ...over,
  },
})

const household = householdAfter([imported])
const codeOf = (command: HouseholdCommand, by = people.districtOfficer) => {
  const decided = decideHouseholdCommand(household, command, contextFor(by))
  return decided.ok ? 'accepted' : decided.code
}

test('the district publishes what is needed; it stands with its day and is gone when taken back', () => {
  const published = householdAfter([imported, { by: people.districtOfficer, command: publish() }])
  expect(published.problems[0]?.need).toEqual({
    what: 'สังกะสีสำหรับซ่อมหลังคา',
    quantity: 40,
    unit: 'แผ่น',
    budgetBaht: null,
    dueOn: '2024-02-15',
    publishedOn: '2024-01-12',
    publishedBy: people.districtOfficer.personId,
  })
  expect(needOfProblem(published, roof)).toMatchObject({ tambonCode: '490105', kindCode: 'P201', isLive: true })
  const withdrawn = householdAfter([
    imported,
    { by: people.districtOfficer, command: publish() },
    { by: people.districtChief, command: { type: 'WithdrawNeed', input: { problemId: roof, reason: '' } } },
  ])
  expect(withdrawn.problems[0]?.need).toBeUndefined()
})

test('closing and cancelling the hardship take its need back by themselves', () => {
  const cancelled = householdAfter([
    imported,
    { by: people.districtOfficer, command: publish() },
    {
      by: people.districtChief,
      command: { type: 'CancelProblem', input: { problemId: roof, reason: 'บันทึกซ้ำ', survivorId: null } },
    },
  ])
  expect(cancelled.problems[0]).not.toHaveProperty('need')
  const solved = householdAfter([
    imported,
    { by: people.districtOfficer, command: publish() },
    {
      by: people.tambonOfficer,
      command: {
        type: 'MarkSelfResolved',
        input: { problemId: roof, how: 'ญาติช่วยซ่อม', resolvedOn: '2024-01-10' as Day },
      },
    },
  ])
  expect(solved.problems[0]).not.toHaveProperty('need')
})

test('only the district publishes, and nothing restricted', () => {
  expect(codeOf(publish(), people.tambonOfficer)).toBe('not-permitted')
  expect(codeOf(publish(), people.templeContact)).toBe('not-permitted')
  expect(codeOf(publish(), people.foreignOfficer)).toBe('outside-area')
  expect(codeOf(publish({ problemId: drugs }), people.districtChief)).toBe('need-restricted')
  // Who may not see it is not told that it is there.
  expect(codeOf(publish({ problemId: drugs }))).toBe('problem-unknown')
  expect(codeOf(publish({ what: ' ' }))).toBe('what-missing')
  expect(codeOf(publish({ dueOn: '2024-01-11' as Day }))).toBe('due-day-passed')
})

test('the words to take out are found wherever they stand, however they are spaced, and only they are told', () => {
  const harmless = fc.stringMatching(/^[กขคงจ ]{0,12}$/)
  const telling = fc.constantFrom('บุญมี', 'บุญมี แก้วตัวอย่าง', 'นายบุญมี  แก้วตัวอย่าง', 'แก้วตัวอย่าง', '97/1', '๐๘๑ ๒๓๔ ๕๖๗๘')
  fc.assert(
    fc.property(harmless, telling, harmless, (before, name, after) => {
      const refused = screenWords(`${before} ${name} ${after}`, household)
      expect(refused).toMatchObject({ ok: false, code: 'need-names-household' })
      const words = refused.ok ? '' : String(refused.details.words)
      expect(toArabicDigits(name).replace(/\s+/g, ' ')).toContain(words)
      expect(screenWords(`${before} ${after}`, household).ok).toBe(true)
    }),
  )
})

describe('words that would tell the household', () => {
  test.each([
    'ซ่อมหลังคาบ้านนายบุญมี',
    'หลังคาของ บุญมี แก้วตัวอย่าง',
    'ครอบครัวแก้วตัวอย่าง ขาดสังกะสี',
    'สังกะสี บ้านเลขที่ 97',
    'สังกะสี บ้านเลขที่ ๙๗',
    'สังกะสี 97/1',
    'สังกะสี หมู่ที่ 7',
    'สังกะสี ม.7',
    'ติดต่อ 081-234-5678',
    'เลข 1 4901 00000 97 1',
    'ซ่อมบ้านที่บ้านคำฮี',
  ])('%s is refused', what => {
    expect(codeOf(publish({ what }))).toBe('need-names-household')
  })

  test.each(['สังกะสี 40 แผ่น', 'น้ำดื่มสะอาด', 'ปูนซีเมนต์ 20 ถุง ทราย 2 คิว', 'ค่าซ่อมบ้าน 25000 บาท', 'ตู้เย็น 1 หลัง'])(
    '%s may be published',
    what => {
      expect(codeOf(publish({ what }))).toBe('accepted')
    },
  )
})
