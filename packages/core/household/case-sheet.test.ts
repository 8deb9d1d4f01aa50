import { compiledQuestionnaire } from '@thaiqm/catalogue/catalogue.ts'
import { catalogueNames } from '@thaiqm/catalogue/catalogue-names.ts'
import { recordHelp } from '@thaiqm/testing/deeds.ts'
import { contextFor, householdAfter, importCommand, oldProblem } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import { expect, test } from 'vitest'
import { systemActor } from '../access/actor.ts'
import { viewHousehold } from '../access/view-household.ts'
import type { Day } from '../ledger/day.ts'
import type { PhotoHash, ProblemId } from '../ledger/identifiers.ts'
import { caseSheet } from './case-sheet.ts'

const areaNames: Readonly<Record<string, string>> = { '490105': 'โพนทราย', '4901': 'เมืองมุกดาหาร', '49': 'มุกดาหาร' }

const photos = (['before', 'after'] as const).map((moment, n) => ({
  kind: 'photo' as const,
  photo: String(n).repeat(64) as PhotoHash,
  caption: '',
  moment,
}))

const past = householdAfter([
  { by: systemActor, command: importCommand([oldProblem(10, 'P204'), oldProblem(11, 'P601'), oldProblem(12, 'P206')]) },
  {
    by: people.tambonOfficer,
    command: recordHelp([testId<ProblemId>(10)], { quantity: 40, unit: 'แผ่น', valueBaht: 12_000 }),
  },
  {
    by: people.districtChief,
    command: {
      type: 'CloseProblem',
      input: {
        problemId: testId<ProblemId>(10),
        evidence: photos,
        note: 'ใช้งานได้ดี',
      },
    },
  },
])

const sheetFor = (actor: (typeof people)[keyof typeof people]) =>
  caseSheet({
    household: viewHousehold(past, actor, contextFor(actor).findForm),
    findForm: compiledQuestionnaire,
    findAreaName: code => areaNames[code],
    names: catalogueNames,
    language: 'th',
    on: '2024-01-12' as Day,
  })

test('the sheet tells place, people, hardships, help and results from the record', () => {
  const sheet = sheetFor(people.districtChief)
  expect(sheet.place).toBe('บ้านเลขที่ 97 หมู่ที่ 7 บ้านคำฮี ตำบลโพนทราย อำเภอเมืองมุกดาหาร จังหวัดมุกดาหาร')
  expect(sheet.headName).toBe('นายสมมติ บ้านตัวอย่าง')
  expect(sheet.members).toMatchObject([{ age: 53, relation: 'หัวหน้าครัวเรือน' }])
  expect(sheet.problems.map(problem => problem.kindCode)).toEqual(['P204', 'P601', 'P206'])
  expect(sheet.help).toMatchObject([
    { by: 'วัดตัวอย่าง (ภาคศาสนา)', what: 'สังกะสี 40 แผ่น', valueBaht: 12_000, kindCodes: ['P204'] },
  ])
  expect(sheet.results[0]).toMatchObject({ state: 'RESOLVED', closedOn: '2024-01-12', note: 'ใช้งานได้ดี' })
  expect(sheet.counts).toEqual({ of: 3, solved: 1, live: 2, unresolvable: 0 })
  expect(sheet.isSecret).toBe(true)
})

test('who may not see a restricted hardship gets a sheet that does not betray it', () => {
  const sheet = sheetFor(people.tambonOfficer)
  expect(sheet.isSecret).toBe(false)
  expect(sheet.counts).toEqual({ of: 2, solved: 1, live: 1, unresolvable: 0 })
  expect(JSON.stringify(sheet)).not.toMatch(/P601|ยาเสพติด/)
})

test('what an import wrote twice is told once: a description that is the kind’s name, a cause said as its code and in words', () => {
  const twice = {
    ...past,
    problems: past.problems.map(problem => ({
      ...problem,
      description: ` ${catalogueNames.kind(problem.kindCode, 'th')} `,
      causeCodes: ['C01'],
      rootCause: catalogueNames.cause('C01', 'th'),
    })),
  }
  const { problems } = caseSheet({
    household: twice,
    findForm: compiledQuestionnaire,
    findAreaName: code => areaNames[code],
    names: catalogueNames,
    language: 'th',
    on: '2024-01-12' as Day,
  })
  expect(problems.map(({ description, causes }) => [description, causes.length])).toEqual([
    ['', 1],
    ['', 1],
    ['', 1],
  ])
})
