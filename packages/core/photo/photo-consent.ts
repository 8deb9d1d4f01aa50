import type { Day } from '../ledger/day.ts'
import type { PersonId, PhotoHash } from '../ledger/identifiers.ts'

/**
 * ความยินยอมให้เผยแพร่ภาพ: who is in a photo lets whoever helped see it. Without one no photo leaves the office
 * (domain brief 8: no sharing by default, a consent for each photo).
 */
export interface PhotoConsent {
  readonly photo: PhotoHash
  /** Who consented, by name: the person in the photo, or a guardian. */
  readonly consentedBy: string
  readonly consentedOn: Day
  readonly recordedBy: PersonId
  /** From this day nobody is shown it; null while the consent stands. */
  readonly withdrawnOn: Day | null
}
