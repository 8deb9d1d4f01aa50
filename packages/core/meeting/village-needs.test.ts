import { contextFor, importedHousehold, oldProblem } from '@thaiqm/testing/households.ts'
import { people } from '@thaiqm/testing/people.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { needsOfHouseholds } from './village-needs.ts'

const { kinds } = contextFor(people.villageHead)

test('needs are counted by household, severe kinds first, and only of housing and income', () => {
  const households = [
    importedHousehold([oldProblem(1, 'P204'), oldProblem(2, 'P204'), oldProblem(3, 'P101')]),
    importedHousehold([oldProblem(4, 'P204'), oldProblem(5, 'P401')]),
    importedHousehold([oldProblem(6, 'P401', 'RESOLVED')]),
  ]
  const needs = needsOfHouseholds(households, kinds)
  expect(needs).toContainEqual({ kindCode: 'P204', householdCount: 2 })
  expect(needs).toContainEqual({ kindCode: 'P401', householdCount: 1 })
  expect(needs).toHaveLength(2)
  const severities = needs.map(need => kinds.get(need.kindCode)?.severity)
  expect(severities).toEqual([...severities].sort())
})

test('whatever the households have, nothing restricted is ever among the needs, and no count is above the households', () => {
  const codes = [...kinds.keys()]
  fc.assert(
    fc.property(fc.array(fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 6 }), { maxLength: 8 }), all => {
      const households = all.map((own, n) => importedHousehold(own.map((code, m) => oldProblem(n * 10 + m + 1, code))))
      for (const { kindCode, householdCount } of needsOfHouseholds(households, kinds)) {
        expect(kinds.get(kindCode)?.restricted).toBe(false)
        expect(kindCode).toMatch(/^P[24]/)
        expect(householdCount).toBe(all.filter(own => own.includes(kindCode)).length)
      }
    }),
  )
})
