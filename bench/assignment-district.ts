import { problemKinds, remedies, remediesFor } from '@thaiqm/catalogue/catalogue.ts'
import type { AssignmentNeed, AssignmentOffer } from '@thaiqm/core/assignment/assignment.ts'
import { addDays, type Day } from '@thaiqm/core/ledger/day.ts'
import { testId } from '@thaiqm/testing/people.ts'

export const DISTRICT_TODAY = '2024-03-01' as Day
const DEADLINE = '2024-09-30' as Day

/** Numbers from 0 to below 1 that are the same in every run (mulberry32). */
const numbersFrom = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Kinds that are answered by material in pieces: sheets, bags, sets. */
const IN_PIECES = new Set(['P201', 'P204', 'P207', 'P216', 'P106', 'P116', 'P217', 'P306'])

interface DistrictSize {
  readonly needs: number
  readonly offers: number
  readonly seed: number
  /** Everybody asks for one, and nothing costs money. */
  readonly alike?: boolean
}

/**
 * The open needs and offers of a district with 13 tambons of 12 villages: few kinds are most of the needs, most needs ask
 * for one and some for 5 to 30 pieces, what a remedy typically costs varies by half, half of the offers have a budget, and
 * there is enough for about half of the needs. Crises are due within days or overdue, urgent ones within a month.
 */
export const makeDistrict = ({ needs, offers, seed, alike = false }: DistrictSize) => {
  const random = numbersFrom(seed)
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1))
  const oneOf = <T>(list: readonly T[]): T => {
    const item = list[Math.floor(random() * list.length)]
    if (item === undefined) throw new Error('nothing to choose from')
    return item
  }
  const two = (n: number) => String(n).padStart(2, '0')
  const tambon = () => `4901${two(whole(1, 13))}`
  const village = () => `${tambon()}${two(whole(1, 12))}`
  // A few kinds many times, many kinds a few times.
  const kinds = problemKinds
    .filter(kind => !kind.restricted)
    .flatMap(kind => Array.from({ length: Math.ceil(60 / whole(1, 30)) }, () => kind))

  const someNeeds = Array.from({ length: needs }, (_, index): AssignmentNeed => {
    const kind = oneOf(kinds)
    const menu = remediesFor(kind.code)
    const severity = random() < 0.15 && kind.severity > 1 ? ((kind.severity - 1) as 1 | 2) : kind.severity
    const days = severity === 1 ? whole(-6, 3) : whole(-20, 30)
    const isLast = severity === 3 && random() < 0.9
    const typical = menu.find(remedy => remedy.typicalBudgetBaht !== null)?.typicalBudgetBaht ?? null
    const cost = typical === null ? null : Math.max(500, Math.round((typical * (0.5 + random())) / 500) * 500)
    const pieces = IN_PIECES.has(kind.code) ? whole(1, 6) * 5 : random() < 0.2 ? whole(2, 4) : 1
    return {
      problemId: testId(0x100000 + index),
      householdId: testId(0x200000 + index),
      areaCode: village(),
      kindCode: kind.code,
      remedyIds: menu.map(remedy => remedy.id),
      severity,
      dueOn: isLast ? DEADLINE : addDays(DISTRICT_TODAY, severity === 3 ? whole(0, 120) : days),
      quantity: alike ? 1 : pieces,
      unit: 'หน่วย',
      budgetBaht: alike ? null : cost,
    }
  })
  const asked = someNeeds.flatMap(need => need.remedyIds)
  const someOffers = Array.from({ length: offers }, (_, index): AssignmentOffer => {
    const place = random()
    const isWide = place < 0.35
    return {
      offerId: testId(0x300000 + index),
      organisationId: testId(0x400000 + (index % 60)),
      sector: remedies[index % remedies.length]?.sector ?? 'GOV',
      remedyIds: [...new Set(Array.from({ length: whole(1, 3) }, () => oneOf(asked)))],
      kindCodes: [],
      areaCode: place < 0.1 ? '49' : isWide ? '4901' : place < 0.8 ? tambon() : village(),
      unit: 'หน่วย',
      quantityLeft: whole(2, isWide ? 120 : 50),
      budgetLeftBaht: alike || random() < 0.5 ? null : whole(4, 100) * 5000,
      fromOn: '2024-01-01' as Day,
      untilOn: '2024-09-30' as Day,
    }
  })
  return { needs: someNeeds, offers: someOffers }
}
