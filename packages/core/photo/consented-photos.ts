import type { Household } from '../household/household.ts'
import type { Day } from '../ledger/day.ts'
import type { OrganisationId, PhotoHash, ProblemId } from '../ledger/identifiers.ts'
import { helpPhotosOf } from './help-photo.ts'
import type { PhotoConsent } from './photo-consent.ts'

/** The consent that stands for a photo now. */
export const standingConsent = (household: Pick<Household, 'photoConsents'>, photo: string): PhotoConsent | undefined =>
  household.photoConsents?.find(c => c.photo === photo && c.withdrawnOn === null)

/** A photo that helpers of one hardship may see. */
export interface ConsentedPhoto {
  readonly problemId: ProblemId
  readonly photo: PhotoHash
  /** Only these; of whoever helped with the hardship when nobody is named. */
  readonly organisationIds: readonly OrganisationId[]
  readonly consentedOn: Day
}

/** What helpers may see of a household: photos with a standing consent, and none that shows a restricted hardship too. */
export const consentedPhotos = (household: Household): readonly ConsentedPhoto[] => {
  const restricted = new Set(household.problems.filter(p => p.restricted).map(p => p.id))
  return helpPhotosOf(household).flatMap(({ photo, problemIds, organisationIds }) => {
    const consent = standingConsent(household, photo)
    if (consent === undefined || problemIds.some(id => restricted.has(id))) return []
    return problemIds.map(problemId => ({ problemId, photo, organisationIds, consentedOn: consent.consentedOn }))
  })
}
