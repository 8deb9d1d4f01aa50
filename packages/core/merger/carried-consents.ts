import type { Household } from '../household/household.ts'
import type { PhotoHash } from '../ledger/identifiers.ts'
import { helpPhotosOf } from '../photo/help-photo.ts'
import type { PhotoConsent } from '../photo/photo-consent.ts'
import type { Carried } from './merger.ts'

type WithPhotos = Pick<Household, 'problems' | 'assistances' | 'plans'>

/**
 * Consents that go along with the photos of what is carried: the people in them are placed in the other record, so they
 * are not asked again. One of a photo that shows a restricted hardship too stays: what is carried may no longer say so.
 */
export const carriedConsents = (
  from: WithPhotos & Pick<Household, 'photoConsents'>,
  carried: WithPhotos,
): Pick<Carried, 'photoConsents'> => {
  const restricted = new Set(from.problems.filter(p => p.restricted).map(p => p.id))
  const hidden = new Set(
    helpPhotosOf(from)
      .filter(p => p.problemIds.some(id => restricted.has(id)))
      .map(p => p.photo),
  )
  const carriedPhotos = new Set(helpPhotosOf(carried).map(p => p.photo))
  const photoConsents = from.photoConsents?.filter(c => carriedPhotos.has(c.photo) && !hidden.has(c.photo)) ?? []
  return photoConsents.length === 0 ? {} : { photoConsents }
}

type Consents = readonly PhotoConsent[] | undefined

/** The consents of a record with those brought to it: taken back in either is taken back. */
export const consentsWith = (own: Consents, brought: Consents): Pick<Household, 'photoConsents'> => {
  if (brought === undefined) return {}
  const both = (known: PhotoConsent): PhotoConsent => {
    const other = brought.find(c => c.photo === known.photo)
    return known.withdrawnOn === null && other !== undefined && other.withdrawnOn !== null ? other : known
  }
  const known = new Set(own?.map(c => c.photo))
  return { photoConsents: [...(own ?? []).map(both), ...brought.filter(c => !known.has(c.photo))] }
}

/** The consents of a record that gets its own back: what was said of a photo since stands. */
export const consentsBack = (own: Consents, returned: Consents): Pick<Household, 'photoConsents'> => {
  if (returned === undefined) return {}
  const back = new Set(returned.map(c => c.photo))
  return { photoConsents: [...(own ?? []).filter(c => !back.has(c.photo)), ...returned] }
}

/** The photos of what was returned that the record no longer shows: consents of them are not its own any more. */
export const returnedPhotos = (left: WithPhotos, returned: Carried): readonly PhotoHash[] => {
  const shown = new Set(helpPhotosOf(left).map(p => p.photo))
  return (returned.photoConsents ?? []).map(c => c.photo).filter(photo => !shown.has(photo))
}
