import type { Household } from '@thaiqm/core/household/household.ts'
import type { PhotoHash } from '@thaiqm/core/ledger/identifiers.ts'
import { standingConsent } from '@thaiqm/core/photo/consented-photos.ts'
import { helpPhotosOf } from '@thaiqm/core/photo/help-photo.ts'
import { decideHere, type Judge } from '../platform/decide.ts'

/** What this person may write down of a photo's consent here and now. */
export type ConsentAct = 'record' | 'withdraw'

export const consentActOf = (household: Household, photo: PhotoHash, judge: Judge): ConsentAct | undefined => {
  const isStanding = standingConsent(household, photo) !== undefined
  const command = isStanding
    ? ({ type: 'WithdrawPhotoConsent', input: { photo, reason: '' } } as const)
    : ({
        type: 'RecordPhotoConsent',
        input: { photo, consentedBy: '–', consentedOn: judge.clock.today() },
      } as const)
  if (!decideHere(household.id, household, command, judge).ok) return undefined
  return isStanding ? 'withdraw' : 'record'
}

/** Photos of help or its result whose people may be asked here, or have let helpers see them; of one hardship if named. */
export const photosToAskAbout = (household: Household, judge: Judge, problemId?: string): readonly PhotoHash[] =>
  helpPhotosOf(household)
    .filter(({ problemIds }) => problemId === undefined || problemIds.some(id => id === problemId))
    .map(({ photo }) => photo)
    .filter(photo => consentActOf(household, photo, judge) !== undefined)
