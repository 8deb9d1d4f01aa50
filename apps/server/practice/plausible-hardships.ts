import type { MemberId } from '@thaiqm/core/ledger/identifiers.ts'
import type { Member } from '@thaiqm/core/member/member.ts'
import { isLivingHere, memberAge } from '@thaiqm/core/member/member.ts'
import type { FamilyKind } from './invented-family.ts'
import { PRACTICE_DAY } from './practice-rounds.ts'
import type { SeededRandom } from './seeded-random.ts'

/** A hardship as the questionnaire raises it: of the house (null), or of one of its people. */
export interface Hardship {
  readonly kindCode: string
  readonly memberId: MemberId | null
}

interface Likelihood {
  readonly kindCode: string
  readonly weight: number
  /** For a member's hardship: the ages (full years) it is found in; absent for the household's. */
  readonly ages?: readonly [from: number, to: number]
  readonly families?: readonly FamilyKind[]
  readonly thaiOnly?: true
}

const ofHouse = (kindCode: string, weight: number, families?: readonly FamilyKind[]): Likelihood =>
  families === undefined ? { kindCode, weight } : { kindCode, weight, families }

const ofMember = (
  kindCode: string,
  weight: number,
  from: number,
  to: number,
  more: Partial<Likelihood> = {},
): Likelihood => ({
  kindCode,
  weight,
  ages: [from, to],
  ...more,
})

const withElders: readonly FamilyKind[] = [
  'elders-alone',
  'skipped-generation',
  'three-generations',
  'disabled-member',
  'stateless-elder',
]

/** How often each kind is met, in rough proportion to what districts report; not a statistic of anything. */
const likelihoods: readonly Likelihood[] = [
  ofHouse('P201', 16),
  ofHouse('P204', 6),
  ofHouse('P205', 6),
  ofHouse('P206', 7),
  ofHouse('P207', 1),
  ofHouse('P208', 4),
  ofHouse('P209', 4),
  ofHouse('P210', 2),
  ofHouse('P212', 2),
  ofHouse('P213', 5),
  ofHouse('P214', 3),
  ofHouse('P215', 4),
  ofHouse('P216', 6, withElders),
  ofHouse('P217', 3),
  ofHouse('P203', 3),
  ofHouse('P202', 2),
  ofHouse('P113', 4, withElders),
  ofHouse('P116', 3),
  ofHouse('P306', 7, ['young-family', 'single-parent', 'skipped-generation']),
  ofHouse('P309', 2),
  ofHouse('P401', 14),
  ofHouse('P405', 4),
  ofHouse('P406', 4),
  ofHouse('P407', 6),
  ofHouse('P408', 9),
  ofHouse('P409', 3),
  ofHouse('P411', 6),
  ofHouse('P412', 6),
  ofHouse('P413', 8),
  ofHouse('P414', 4),
  ofHouse('P416', 3),
  ofHouse('P509', 4),
  ofHouse('P513', 3),
  ofHouse('P516', 2),
  ofHouse('P607', 9, ['skipped-generation', 'single-parent']),
  ofHouse('P613', 1, ['elders-alone']),
  ofHouse('P604', 0.3),
  ofHouse('P605', 0.5),
  ofMember('P103', 2, 0, 4),
  ofMember('P104', 2, 0, 11),
  ofMember('P105', 2, 0, 4),
  ofMember('P301', 2, 3, 5),
  ofMember('P302', 2, 7, 14),
  ofMember('P303', 3, 7, 14),
  ofMember('P305', 3, 17, 23),
  ofMember('P508', 2, 0, 5, { thaiOnly: true }),
  ofMember('P308', 2, 30, 57),
  ofMember('P402', 4, 22, 56),
  ofMember('P404', 5, 22, 57),
  ofMember('P415', 5, 22, 57),
  ofMember('P108', 5, 40, 95),
  ofMember('P109', 1, 40, 95),
  ofMember('P114', 4, 36, 90),
  ofMember('P106', 1, 72, 95),
  ofMember('P107', 3, 66, 95),
  ofMember('P115', 6, 61, 95),
  ofMember('P403', 3, 61, 75),
  ofMember('P506', 2, 61, 95, { thaiOnly: true }),
  ofMember('P511', 6, 62, 95, { families: ['elders-alone'] }),
  ofMember('P501', 2, 20, 95, { thaiOnly: true }),
  ofMember('P510', 1, 1, 95),
  ofMember('P112', 18, 22, 50, { families: ['disabled-member'] }),
  ofMember('P507', 9, 22, 50, { families: ['disabled-member'] }),
  ofMember('P110', 0.5, 16, 80),
  ofMember('P601', 0.6, 16, 40),
  ofMember('P609', 0.6, 25, 60),
]

/** Kinds that the form cannot raise at the same time in one house, or on one person. */
const atOdds: readonly (readonly string[])[] = [
  ['P207', 'P208'],
  ['P211', 'P212'],
  ['P405', 'P406'],
  ['P402', 'P403', 'P404', 'P415', 'P305'],
  ['P112', 'P507'],
  ['P106', 'P107'],
  ['P302', 'P303'],
  ['P604', 'P605'],
  ['P110', 'P111'],
]

const isAtOdds = (chosen: readonly Hardship[], candidate: string): boolean =>
  atOdds.some(group => group.includes(candidate) && chosen.some(h => group.includes(h.kindCode)))

/**
 * Picks hardships a household of this kind may well have, none that it has already; fewer than asked for when its
 * people leave no more to choose from.
 */
export const plausibleHardships = (
  random: SeededRandom,
  family: { readonly kind: FamilyKind; readonly members: readonly Member[] },
  count: number,
  already: readonly Hardship[] = [],
): Hardship[] => {
  const people = family.members.filter(isLivingHere)
  const chosen: Hardship[] = []
  const whom = ({ ages, thaiOnly }: Likelihood): Member[] =>
    ages === undefined ? [] : people.filter(m => isOfAge(m, ...ages) && (m.isThai || thaiOnly !== true))
  const open = likelihoods.filter(
    row => (row.families?.includes(family.kind) ?? true) && (row.ages === undefined || whom(row).length > 0),
  )
  for (let tries = 0; chosen.length < count && tries < count * 8 && open.length > 0; tries += 1) {
    const row = random.weighted(open.map(one => [one, one.weight] as const))
    const taken = [...already, ...chosen]
    if (taken.some(h => h.kindCode === row.kindCode) || isAtOdds(taken, row.kindCode)) continue
    if (row.kindCode === 'P306' && !people.some(m => isOfAge(m, 7, 14))) continue
    if (row.kindCode === 'P216' && !people.some(m => isOfAge(m, 61, 120))) continue
    chosen.push({ kindCode: row.kindCode, memberId: row.ages === undefined ? null : random.pick(whom(row)).id })
  }
  return chosen
}

const isOfAge = (of: Member, from: number, to: number): boolean => {
  const age = memberAge(of, PRACTICE_DAY)
  return age !== null && age >= from && age <= to
}
