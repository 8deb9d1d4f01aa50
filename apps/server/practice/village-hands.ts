import type { Hand } from './household-story.ts'
import { findPerson, getPerson, type PracticePerson } from './practice-people.ts'
import type { PracticeVillage } from './practice-villages.ts'

/** Who acts for the households of a village, from its head up to the district chief, and the agencies that help there. */
export interface VillageHands {
  /** The village head, where the village has one with an account. */
  readonly head: Hand | undefined
  readonly tambon: Hand
  readonly mentor: Hand
  readonly officer: Hand
  /** The officer the chief has named for restricted hardships. */
  readonly designated: Hand
  readonly chief: Hand
  /** The agency's own person for this district, when it has one that signs in. */
  readonly agency: (agencyCode: string) => PracticePerson | undefined
  /** A partner's own person in this district. */
  readonly partner: (organisationKey: string) => PracticePerson | undefined
}

export const handsOf = ({ code, tambonCode }: PracticeVillage): VillageHands => {
  const district = tambonCode.slice(0, 4)
  return {
    head: findPerson(`vil-${code}`),
    tambon: getPerson(`tam-${tambonCode}`),
    mentor: getPerson(`mentor-${district}`),
    officer: getPerson(`doff-${district}`),
    designated: getPerson(`doff-${district}-designated`),
    chief: getPerson(`chief-${district}`),
    agency: agencyCode =>
      findPerson(`${agencyCode.toLowerCase()}-${district}`) ?? findPerson(`${agencyCode.toLowerCase()}-49`),
    partner: organisationKey => findPerson(`${organisationKey}-${district}`),
  }
}
