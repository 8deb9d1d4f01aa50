import type { HouseholdEvent } from '../household/household-event.ts'
import type { PersonId } from '../ledger/identifiers.ts'
import type { PhotoConsent } from './photo-consent.ts'

type PhotoConsentEvent = Extract<HouseholdEvent, { type: 'PhotoConsentRecorded' | 'PhotoConsentWithdrawn' }>

/** The consents after one more fact: the newest of a photo stands for it. */
export const evolvePhotoConsents = (
  consents: readonly PhotoConsent[] | undefined,
  event: PhotoConsentEvent,
  by: PersonId,
): readonly PhotoConsent[] => {
  const known = consents ?? []
  if (event.type === 'PhotoConsentWithdrawn')
    return known.map(c => (c.photo === event.photo && c.withdrawnOn === null ? { ...c, withdrawnOn: event.on } : c))
  const { photo, consentedBy, consentedOn } = event
  return [
    ...known.filter(c => c.photo !== photo),
    { photo, consentedBy, consentedOn, recordedBy: by, withdrawnOn: null },
  ]
}
