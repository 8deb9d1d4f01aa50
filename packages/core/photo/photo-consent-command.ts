import { z } from 'zod'
import { seesProblem } from '../access/visible-problem.ts'
import type { Household } from '../household/household.ts'
import type { HouseholdEvent } from '../household/household-event.ts'
import { day } from '../ledger/day.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { photoHash } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { standingConsent } from './consented-photos.ts'
import { helpPhotosOf } from './help-photo.ts'

export const recordPhotoConsentInput = z.object({
  photo: photoHash,
  /** Who consented, by name: the person in the photo, or a guardian. */
  consentedBy: z.string().max(200),
  consentedOn: day,
})
export type RecordPhotoConsentInput = z.infer<typeof recordPhotoConsentInput>

export type RecordPhotoConsentRefusal =
  | 'photo-unknown'
  | 'photo-restricted'
  | 'consent-giver-missing'
  | 'day-in-future'
  | 'not-permitted'

/**
 * Whoever recorded the help, or an officer of the tambon or the district, writes down that the people in a photo let the
 * helper see it. A photo that shows a restricted hardship is never shown, whoever consents.
 */
export const decideRecordPhotoConsent = (
  household: Household,
  input: RecordPhotoConsentInput,
  { actor, today }: DecisionContext,
): Outcome<HouseholdEvent[], RecordPhotoConsentRefusal> => {
  const photo = helpPhotosOf(household).find(p => p.photo === input.photo)
  const shows = household.problems.filter(p => photo?.problemIds.includes(p.id))
  if (photo === undefined || !shows.every(p => seesProblem(actor, p))) return refuse('photo-unknown')
  if (!['TAM', 'DOFF', 'DCHIEF'].includes(actor.role) && !photo.recordedBy.includes(actor.personId))
    return refuse('not-permitted', { command: 'RecordPhotoConsent' })
  if (shows.some(p => p.restricted)) return refuse('photo-restricted')
  if (input.consentedBy.trim() === '') return refuse('consent-giver-missing')
  if (input.consentedOn > today) return refuse('day-in-future', { day: input.consentedOn })
  if (standingConsent(household, input.photo) !== undefined) return succeed([])
  return succeed([{ type: 'PhotoConsentRecorded', ...input }])
}

export const withdrawPhotoConsentInput = z.object({ photo: photoHash, reason: z.string().max(500) })
export type WithdrawPhotoConsentInput = z.infer<typeof withdrawPhotoConsentInput>

/** Taken back at once and without a reason being asked: from now on no helper is shown it. The ledger keeps that it was. */
export const decideWithdrawPhotoConsent = (
  household: Household,
  input: WithdrawPhotoConsentInput,
  { today }: DecisionContext,
): Outcome<HouseholdEvent[], never> =>
  succeed(
    standingConsent(household, input.photo) === undefined
      ? []
      : [{ type: 'PhotoConsentWithdrawn', ...input, on: today }],
  )
