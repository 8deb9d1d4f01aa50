import { fillLetterPost } from '@thaiqm/core/papers/letter-receiver.ts'
import { describe, expect, it } from 'vitest'
import {
  agencies,
  agencyByCode,
  areaByCode,
  areas,
  CURRENT_QUESTIONNAIRE,
  cancelReasons,
  compiledQuestionnaire,
  delayReasons,
  dimensions,
  incomeLineBaht,
  lifeStages,
  missedReasons,
  problemKindByCode,
  problemKinds,
  relations,
  remedies,
  remediesFor,
  reXrayVerdicts,
  sectors,
  thresholdFor,
  thresholds,
  titles,
  unresolvableReasons,
  visitOutcomes,
  waysOfSelfSolving,
} from './catalogue.ts'

const repeated = (values: readonly string[]): string[] => values.filter((value, at) => values.indexOf(value) !== at)

describe('every list', () => {
  const lists: Readonly<Record<string, readonly { code: string; th: string; en: string }[]>> = {
    dimensions,
    lifeStages,
    sectors,
    agencies,
    problemKinds,
    delayReasons,
    unresolvableReasons,
    cancelReasons,
    missedReasons,
    waysOfSelfSolving,
    visitOutcomes,
    reXrayVerdicts,
    relations,
    titles,
    areas,
  }
  it.each(Object.entries(lists))('%s has no code twice', (_name, rows) => {
    expect(repeated(rows.map(({ code }) => code))).toEqual([])
  })
  it.each(Object.entries(lists).filter(([name]) => name !== 'areas'))('%s has no label twice', (_name, rows) => {
    expect(repeated(rows.map(({ th }) => th))).toEqual([])
    expect(repeated(rows.map(({ en }) => en))).toEqual([])
  })
})

describe('agencies', () => {
  it('say to which post a letter goes, but for those that are many bodies; with no hole but a name of an area', () => {
    const silent = agencies.filter(({ letterTo }) => letterTo === undefined).map(({ code }) => code)
    expect(silent).toEqual(['ACADEMIC', 'PEOPLE', 'CIVIL', 'MEDIA'])
    const areas = { province: 'ก', district: 'ข', tambon: 'ค' }
    for (const { code, letterTo } of agencies)
      for (const isDistrict of letterTo === undefined ? [] : [true, false]) {
        const post = fillLetterPost(letterTo ?? { province: '' }, areas, isDistrict)
        expect(post, code).toMatch(/^[ก-๙ ]+$/)
        expect(post, code).not.toMatch(/^(สำนักงาน|กระทรวง)/)
      }
    expect(agencyByCode.get('MOPH')?.letterTo).toEqual({
      district: 'สาธารณสุขอำเภอ{district}',
      province: 'นายแพทย์สาธารณสุขจังหวัด{province}',
    })
  })
})

describe('problem kinds', () => {
  it('are 94 in six dimensions, and the code tells the dimension', () => {
    expect(problemKinds).toHaveLength(94)
    expect(new Set(problemKinds.map(({ dimension }) => dimension)).size).toBe(6)
    for (const { code, dimension } of problemKinds) expect(`D${code[1]}`).toBe(dimension)
  })

  it('name agencies that exist', () => {
    const named = problemKinds.flatMap(({ leadAgency, coAgencies }) => [leadAgency, ...coAgencies])
    expect(named.filter(code => !agencyByCode.has(code))).toEqual([])
  })

  it('hide what is sensitive by law from those not designated', () => {
    for (const code of ['P110', 'P111', 'P504', 'P601', 'P602', 'P604', 'P608', 'P611'])
      expect(problemKindByCode.get(code)?.restricted, code).toBe(true)
    expect(problemKinds.filter(({ restricted, sensitivity }) => restricted !== (sensitivity === 'restricted'))).toEqual(
      [],
    )
  })

  it('call a crisis only what cannot wait three days', () => {
    expect(problemKinds.filter(({ severity }) => severity === 1).map(({ code }) => code)).toEqual([
      'P106',
      'P110',
      'P111',
      'P116',
      'P604',
      'P608',
      'P612',
    ])
  })

  it('have causes whose codes belong to them, and short labels unlike each other', () => {
    for (const { code, causes } of problemKinds)
      expect(causes.map(cause => cause.code)).toEqual(causes.map((_, index) => `${code}-${index + 1}`))
    expect(repeated(problemKinds.map(({ shortTh }) => shortTh))).toEqual([])
  })
})

describe('remedies', () => {
  it('serve kinds that exist, through agencies of the sector they are counted in', () => {
    expect(repeated(remedies.map(({ id }) => id))).toEqual([])
    expect(repeated(remedies.map(({ th }) => th))).toEqual([])
    for (const { id, kindCodes, agencyCode, sector } of remedies) {
      expect(agencyByCode.get(agencyCode)?.sector, id).toBe(sector)
      expect(kindCodes.filter(code => !problemKindByCode.has(code))).toEqual([])
    }
  })

  it('leave no kind without one, and no sector without a part', () => {
    expect(problemKinds.filter(({ code }) => remediesFor(code).length === 0)).toEqual([])
    expect(new Set(remedies.map(({ sector }) => sector)).size).toBe(7)
  })

  it('one help that serves several kinds is one entry', () => {
    expect(remediesFor('P201').some(({ kindCodes }) => kindCodes.includes('P212'))).toBe(true)
  })
})

describe('who may have a remedy', () => {
  const tests = remedies.flatMap(({ id, eligibility }) =>
    (eligibility ?? []).flatMap(rule => rule.anyOf.map(one => ({ id, ...one }))),
  )

  it('is asked of questions and answers that the form has, none of them restricted', () => {
    const form = compiledQuestionnaire(CURRENT_QUESTIONNAIRE)
    const asked = tests.filter(one => one.needs === 'answer')
    expect(asked.length).toBeGreaterThan(0)
    for (const { id, questionId, scope, anyOf } of asked) {
      const question = form?.inOrder.find(one => one.question.id === questionId)?.question
      expect([question?.scope, question?.restricted ?? false], `${id} ${questionId}`).toEqual([scope, false])
      const known = question?.type === 'yesno' ? ['yes', 'no'] : (question?.choices ?? []).map(choice => choice.value)
      expect(
        anyOf.filter(value => !known.includes(value)),
        `${id} ${questionId}`,
      ).toEqual([])
    }
  })

  it('names areas that are there, and ages that can be', () => {
    for (const one of tests) {
      if (one.needs === 'area') expect(one.codes.filter(code => !areaByCode.has(code.slice(0, 6)))).toEqual([])
      if (one.needs === 'age') expect((one.minAge ?? 0) <= (one.maxAge ?? 200), one.id).toBe(true)
    }
  })

  it('has a line for each income rule in the year of the round, in baht a person and year', () => {
    for (const one of tests) if (one.needs === 'income') expect(incomeLineBaht(one.line, 2567), one.id).not.toBeNull()
    expect([incomeLineBaht('EEF', 2567), incomeLineBaht('BMN_INCOME', 2567)]).toEqual([36_000, 40_000])
    expect(incomeLineBaht('EEF', 2550)).toBeNull()
  })
})

describe('the seven partners', () => {
  it('stand in the order of the letter', () => {
    expect(sectors.map(({ code }) => code)).toEqual(['GOV', 'ACAD', 'REL', 'PRIV', 'PEOP', 'CSO', 'MEDIA'])
  })
})

describe('thresholds', () => {
  it.each<[number, number | undefined]>([
    [2545, 20_000],
    [2549, 20_000],
    [2550, 23_000],
    [2559, 30_000],
    [2560, 38_000],
    [2565, 40_000],
    [2567, 40_000],
    [2570, undefined],
  ])('the BMN line of %i', (year, baht) => {
    expect(thresholdFor('BMN_INCOME', year)).toBe(baht)
  })

  it('other lines', () => {
    expect(thresholdFor('VULNERABLE', 2567)).toBe(100_000)
    expect(thresholdFor('EEF', 2567)).toBe(3_000)
  })

  it('never give two lines for one year', () => {
    for (let year = 2540; year <= 2575; year++)
      for (const key of ['BMN_INCOME', 'VULNERABLE', 'EEF'])
        expect(
          thresholds.filter(row => row.key === key && (row.fromYearBe ?? 0) <= year && year <= (row.toYearBe ?? 9999))
            .length,
        ).toBeLessThanOrEqual(1)
  })
})

describe('Re-X-Ray verdicts', () => {
  it('lead to the states the manual names and ask for what they need', () => {
    expect(reXrayVerdicts.map(({ code, nextState, needs }) => `${code} ${nextState} ${needs.join()}`)).toEqual([
      'R1 RESOLVED evidence',
      'R2 IN_PROGRESS cause,planDate',
      'R3 OPEN cause',
      'R4 OPEN cause',
      'R5 CANCELLED reason',
      'R6 CANCELLED reason',
    ])
  })
})

describe('areas of Mukdahan', () => {
  it('are one province, seven districts and fifty-three tambons', () => {
    const count = (level: string) => areas.filter(area => area.level === level).length
    expect([count('PROVINCE'), count('DISTRICT'), count('TAMBON')]).toEqual([1, 7, 53])
  })

  it('carry their parent in their code', () => {
    for (const { code, parentCode } of areas.slice(1)) {
      expect(code.slice(0, -2)).toBe(parentCode)
      expect(areaByCode.has(parentCode ?? '')).toBe(true)
    }
  })

  it('lie in the province, each with its postcode', () => {
    for (const { code, zip, lat, lng, level } of areas) {
      if (level === 'TAMBON') {
        expect(lat, code).toBeGreaterThan(16)
        expect(lat, code).toBeLessThan(17)
        expect(lng, code).toBeGreaterThan(104)
        expect(lng, code).toBeLessThan(105)
      }
      if (level !== 'PROVINCE') expect(zip, code).toMatch(/^49\d{3}$/)
    }
  })

  it('are written cleanly', () => {
    expect(areaByCode.get('490505')).toMatchObject({ th: 'หนองเอี่ยน', en: 'Nong Ian' })
    for (const { en } of areas) expect(en).toMatch(/^[A-Z][A-Za-z -]+$/)
  })
})
