import { problemKindByCode } from '@thaiqm/catalogue/catalogue.ts'
import type { Address, HouseholdOrigin, MissedReason, Position } from '@thaiqm/core/household/household.ts'
import type { ImportBaselineHouseholdInput } from '@thaiqm/core/household/import-baseline-household.ts'
import { addDays, type Day, daysBetween } from '@thaiqm/core/ledger/day.ts'
import type { HouseholdId, ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import type { Member } from '@thaiqm/core/member/member.ts'
import { type FamilyKind, inventedFamily, usualFamilies } from './invented-family.ts'
import { type Hardship, plausibleHardships } from './plausible-hardships.ts'
import { type PracticeVillage, practiceTambons, villagesIn } from './practice-villages.ts'
import { type SeededRandom, seededRandom } from './seeded-random.ts'
import { positionNear } from './survey-story.ts'

export type ImportedProblem = ImportBaselineHouseholdInput['problems'][number]

/** A household as it was before the round: what the baseline or the registry knew, and who really lives there. */
export interface PracticeHousehold {
  readonly id: HouseholdId
  readonly village: PracticeVillage
  readonly family: { readonly kind: FamilyKind; readonly members: readonly Member[] }
  readonly origin: HouseholdOrigin
  readonly missedReason: MissedReason | null
  readonly address: Address
  readonly position: Position | null
  readonly phone: string | null
  readonly imported: readonly ImportedProblem[]
  /** Whom each imported hardship concerns. */
  readonly concerns: readonly Hardship[]
  readonly random: SeededRandom
}

/** House numbers that belong to the households lessons name; no other house gets one. */
export type ReservedNumbers = ReadonlySet<string>

export const reservedKey = (villageCode: string, houseNumber: string): string => `${villageCode}|${houseNumber}`

interface Place {
  readonly village: PracticeVillage
  readonly tambonIndex: number
  /** Counted from 0 within the village. */
  readonly ordinal: number
}

const SERIALS_IN_A_TAMBON = 8_192

/** Unique in the province for up to 8,192 households a tambon. */
const serialOf = ({ tambonIndex, village, ordinal }: Place): number =>
  tambonIndex * SERIALS_IN_A_TAMBON + ordinal * villagesIn(village.tambonCode).length + village.moo - 1

/** Eleven digits: the district's office, then a running number of no meaning. */
const houseCodeOf = (village: PracticeVillage, serial: number): string =>
  `${village.code.slice(0, 4)}${String((serial * 7_919 + 1_234_567) % 10_000_000).padStart(7, '0')}`

const addressAt = (seed: string, place: Place, reserved: ReservedNumbers): Address => {
  const { village, ordinal } = place
  const random = seededRandom(`${seed}|address|${village.code}|${ordinal}`)
  const number = `${ordinal * 2 + random.whole(1, 2)}`
  const houseNumber = random.happens(0.15) ? `${number}/${random.whole(1, 6)}` : number
  return {
    houseCode: houseCodeOf(village, serialOf(place)),
    houseNumber: reserved.has(reservedKey(village.code, houseNumber)) ? `${houseNumber}/9` : houseNumber,
    villageName: village.nameTh,
    lane: '',
    road: '',
    sequenceInHouse: 1,
  }
}

/** Telephone numbers that nobody has: 080-000-0xxx. */
export const inventedPhone = (random: SeededRandom): string =>
  `080-000-0${String(random.whole(0, 999)).padStart(3, '0')}`

const between = (random: SeededRandom, from: string, to: string): Day =>
  addDays(from as Day, random.whole(0, daysBetween(from as Day, to as Day)))

const importedStates: readonly (readonly [ImportedProblem['state'], number])[] = [
  ['OPEN', 34],
  ['IN_PROGRESS', 24],
  ['RESOLVED', 20],
  ['ASSISTED', 12],
  ['SELF_RESOLVED', 6],
  ['UNRESOLVABLE', 4],
]

/** A hardship as the workbook of 2565 had it. */
export const importedProblem = (
  random: SeededRandom,
  kindCode: string,
  state: ImportedProblem['state'],
): ImportedProblem => {
  const foundOn = between(random, '2022-03-10', '2022-09-20')
  const isSolved = state === 'RESOLVED' || state === 'SELF_RESOLVED'
  return {
    problemId: random.uuid() as ProblemId,
    kindCode,
    state,
    wording: problemKindByCode.get(kindCode)?.th ?? kindCode,
    agencyCode: null,
    foundOn,
    solvedOn: isSolved ? between(random, '2022-10-01', '2023-10-31') : null,
  }
}

type Beginning = Pick<PracticeHousehold, 'origin' | 'missedReason'> & { readonly kind: FamilyKind }

const beginningOf = (random: SeededRandom, isMunicipal: boolean): Beginning => {
  const kind = random.weighted(usualFamilies)
  const origin = random.weighted<HouseholdOrigin>([
    ['BASELINE', isMunicipal ? 40 : 64],
    ['REGISTRY', isMunicipal ? 54 : 31],
    ['MISSED', 4],
    ['NEW', 1],
  ])
  if (origin !== 'MISSED') return { origin, kind, missedReason: null }
  const missedReason = random.weighted<MissedReason>([
    ['M3', 4],
    ['M4', 4],
    ['M5', 2],
    ['M6', 3],
    ['M7', 2],
  ])
  if (missedReason === 'M5') return { origin, missedReason, kind: 'stateless-elder' }
  if (missedReason === 'M7') return { origin, missedReason, kind: random.pick(['monk', 'shelter'] as const) }
  return { origin, missedReason, kind }
}

const placeOf = (seed: string, place: Place, { missedReason, kind }: Beginning, reserved: ReservedNumbers): Address => {
  const own = addressAt(seed, place, reserved)
  // The second family under the roof of the house before.
  if (missedReason === 'M6' && place.ordinal > 0)
    return { ...addressAt(seed, { ...place, ordinal: place.ordinal - 1 }, reserved), sequenceInHouse: 2 }
  if (kind === 'monk') return { ...own, houseCode: null, houseNumber: 'วัดประจำหมู่บ้าน' }
  if (missedReason === 'M3' || kind === 'shelter') return { ...own, houseCode: null, houseNumber: '' }
  return own
}

const householdAt = (seed: string, place: Place, reserved: ReservedNumbers): PracticeHousehold => {
  const { village } = place
  const random = seededRandom(`${seed}|household|${village.code}|${place.ordinal}`)
  const id = random.uuid() as HouseholdId
  const beginning = beginningOf(random, village.tambonCode === '490101')
  const { origin, missedReason, kind } = beginning
  const family = { kind, members: inventedFamily(kind, random, serialOf(place)) }
  const address = placeOf(seed, place, beginning, reserved)
  const concerns =
    origin === 'BASELINE'
      ? plausibleHardships(
          random,
          family,
          random.weighted([
            [1, 34],
            [2, 34],
            [3, 20],
            [4, 12],
          ]),
        )
      : []
  return {
    id,
    village,
    family,
    origin,
    missedReason,
    address,
    position: address.houseNumber === '' ? positionNear(random, village) : null,
    phone: random.happens(0.55) ? inventedPhone(random) : null,
    imported: concerns.map(({ kindCode }) => importedProblem(random, kindCode, random.weighted(importedStates))),
    concerns,
    random,
  }
}

/** How many households each tambon gets: more where lessons are held and where the town is, and never none. */
const shares = (count: number): readonly number[] => {
  const weights = practiceTambons.map(({ code }) => {
    if (code === '490105') return 3
    if (code === '490101') return 2
    return code === '490401' ? 1.6 : 0.7 + seededRandom(`size of ${code}`).fraction() * 0.6
  })
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  let along = 0
  let given = 0
  return weights.map(weight => {
    along += weight
    const here = Math.round((along / whole) * count) - given
    given += here
    return here
  })
}

/** The households of the province one by one, tambon after tambon: the same for the same seed, however many are asked for. */
export function* generateHouseholds(
  seed: string,
  count: number,
  reserved: ReservedNumbers = new Set(),
): Generator<PracticeHousehold> {
  const counts = shares(count)
  for (const [tambonIndex, { code }] of practiceTambons.entries()) {
    const villages = villagesIn(code)
    for (let index = 0; index < (counts[tambonIndex] ?? 0); index += 1) {
      const village = villages[index % villages.length]
      if (village === undefined) throw new Error(`tambon ${code} has no village`)
      yield householdAt(seed, { village, tambonIndex, ordinal: Math.floor(index / villages.length) }, reserved)
    }
  }
}
