import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameMatcher } from './name-match.ts'
import { searchKey } from './normalise-thai.ts'

const names = (...people: string[]) => people.map(searchKey).join('|')
const finds = (typed: string, ...people: string[]) => nameMatcher(typed)(names(...people))

describe('a name is found', () => {
  it.each([
    ['สมชาย', 'นายสมชาย ใจดี', 0],
    ['นายสมชาย', 'นายสมชาย ใจดี', 0],
    ['ใจดี', 'นายสมชาย ใจดี', 1],
    ['สมชายใจดี', 'นายสมชาย ใจดี', 0],
    ['สมชาย ใจดี', 'นายสมชาย ใจดี', 0],
  ])('as it is written: %s', (typed, person, rank) => {
    expect(finds(typed, person)).toBe(rank)
  })

  it.each([
    ['มาลิ', 'นางสาวมาลี แก้วคำ'],
    ['แกวคำ', 'นางสาวมาลี แก้วคำ'],
    ['สมสัก', 'นายสมศักดิ์ บุญเรือง'],
    ['บุนเลือง', 'นายสมศักดิ์ บุญเรือง'],
    ['จันธา', 'นางจันทา ศรีสุข'],
    ['สีสุข', 'นางจันทา ศรีสุข'],
    ['ปรานี', 'นางปราณี วงศ์ษา'],
    ['วงสา', 'นางปราณี วงศ์ษา'],
    ['ภิมพา', 'นางพิมพา ใสสว่าง'],
    ['ไสสว่าง', 'นางพิมพา ใสสว่าง'],
    ['พันธ์', 'นายพันธุ์ สร้อยสน'],
    ['เปน', 'นายเป็น ทองดี'],
  ])('though it is misspelt: %s', (typed, person) => {
    expect(finds(typed, 'นายอื่น คนละคน', person)).toBeGreaterThanOrEqual(2)
  })

  it('by first and last name the wrong way round, after those in order', () => {
    expect(finds('ใจดี สมชาย', 'นายสมชาย ใจดี')).toBeGreaterThan(4)
  })

  it('better the nearer it is to what was typed', () => {
    const [exact, sounding, slipped] = [
      finds('สุนทร', 'นายสุนทร คำดี'),
      finds('สุนทร', 'นายสุนธร คำดี'),
      finds('สุนทร', 'นายสุนทา คำดี'),
    ]
    expect(exact).toBe(0)
    expect(sounding).toBe(2)
    expect(slipped).toBe(3)
  })

  it('with two slips only when it is long', () => {
    expect(finds('ประเสริดวงสุวัน', 'นายประเสริฐ วงษ์สุวรรณ')).toBeDefined()
    expect(finds('สมใด', 'นายอุดม แก้วใส')).toBeUndefined()
  })
})

describe('a name is not found', () => {
  it.each([
    ['สมชาย', 'นางบัวลา แสนสุข'],
    ['ก', 'นางบัวลา แสนสุข'],
    ['ทองดี', 'นายคำมี แสนสุข'],
    ['มานี', 'นายสุนทร คำมา'],
  ])('where it is another: %s', (typed, person) => {
    expect(finds(typed, person)).toBeUndefined()
  })

  it('across two people', () => {
    expect(finds('ใจดีบัวลา', 'นายสมชาย ใจดี', 'นางบัวลา ใจดี')).toBeUndefined()
    expect(finds('ชายบัว', 'สมชาย', 'บัวลา')).toBeUndefined()
  })

  it('when nothing or only a title is typed', () => {
    expect(finds('', 'นายสมชาย ใจดี')).toBeUndefined()
    expect(finds('  ', 'นายสมชาย ใจดี')).toBeUndefined()
  })
})

const letters = [...'กขคงจชซดตถทธนบปผพฟมยลวศษสหอาแโไ']
const firstNames = ['สมชาย', 'บุญเรือง', 'ประเสริฐ', 'วิไลวรรณ', 'คำผาย', 'อุทัยวรรณ', 'กิตติพงษ์', 'นันทนา', 'ณัฐธิดา']
const lastNames = ['ใจดี', 'แสนสุข', 'ศรีวงษา', 'เมืองไชยบัน', 'แก้วมงคล', 'จันทร์เพ็ง']

const slips: readonly ((text: string, at: number, letter: string) => string)[] = [
  (text, at, letter) => text.slice(0, at) + letter + text.slice(at + 1),
  (text, at, letter) => text.slice(0, at) + letter + text.slice(at),
  (text, at) => text.slice(0, at) + text.slice(at + 1),
]

/** Neither a ์ itself nor a letter it silences, nor รร: there one slip changes two sounds. */
const isHeard = (text: string, at: number) => !/[์]|รร/.test(text.slice(Math.max(0, at - 1), at + 3))

describe('any one slip in any name of five letters and more', () => {
  it('is forgiven', () => {
    const first = fc.constantFrom(...firstNames)
    const last = fc.constantFrom(...lastNames)
    const slip = fc.constantFrom(...slips)
    fc.assert(
      fc.property(first, last, slip, fc.nat(20), fc.constantFrom(...letters), (name, family, make, where, letter) => {
        const at = where % name.length
        fc.pre(isHeard(name, at))
        const typed = make(searchKey(name), at, letter)
        fc.pre(typed.length >= 5)
        expect(finds(typed, 'นางสาวแรก คนแรก', `${name} ${family}`)).toBeDefined()
      }),
      { numRuns: 3000 },
    )
  })
})

describe('forty thousand households', () => {
  it('are searched well within half a second on a phone four times slower', () => {
    const rows = Array.from({ length: 40_000 }, (_, n) =>
      Array.from({ length: 4 }, (_, m) =>
        searchKey(`${firstNames[(n + m) % firstNames.length]} ${lastNames[(n * 7 + m) % lastNames.length]}`),
      ).join('|'),
    )
    const find = nameMatcher('ประเสริดสีวงสา')
    rows.slice(0, 2000).forEach(row => void find(row))
    const before = process.cpuUsage()
    const found = rows.filter(row => find(row) !== undefined)
    const cpu = process.cpuUsage(before)
    expect(found.length).toBeGreaterThan(0)
    expect((cpu.user + cpu.system) / 1000).toBeLessThan(400)
  })
})
