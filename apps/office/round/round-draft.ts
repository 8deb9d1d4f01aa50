import { CURRENT_QUESTIONNAIRE } from '@thaiqm/catalogue/catalogue.ts'
import { addDays, type Day } from '@thaiqm/core/ledger/day.ts'
import { type Round, roundPhase } from '@thaiqm/core/round/round.ts'
import { planRoundInput, type RoundCommand, type RoundLedger } from '@thaiqm/core/round/round-command.ts'

/** A round while it is being written: what is not chosen yet is null or blank. */
export interface RoundDraft {
  readonly kind: Round['kind']
  readonly nameTh: string
  readonly nameEn: string
  readonly yearBe: number | null
  readonly opensOn: Day | null
  readonly recordBy: Day | null
  readonly resolveBy: Day | null
  readonly graceDays: number | null
  readonly formVersion: string | null
}

const DAYS_TO_RECORD = 60
const DAYS_TO_RESOLVE = 300
const USUAL_GRACE = 7

/** A new Re-X-Ray round, two months to record and ten to resolve, to be adjusted. */
export const newRound = (today: Day): RoundDraft => ({
  kind: 'RE_XRAY',
  nameTh: '',
  nameEn: '',
  yearBe: Number(today.slice(0, 4)) + 543,
  opensOn: today,
  recordBy: addDays(today, DAYS_TO_RECORD),
  resolveBy: addDays(today, DAYS_TO_RESOLVE),
  graceDays: USUAL_GRACE,
  formVersion: CURRENT_QUESTIONNAIRE,
})

export const draftOf = ({ id: _id, overrides: _overrides, ...details }: Round): RoundDraft => details

/** The command that plans or changes a round; null while something is missing. */
export const roundCommand = (draft: RoundDraft, isNew: boolean): RoundCommand | null => {
  const read = planRoundInput.safeParse({
    ...draft,
    nameTh: draft.nameTh.trim(),
    nameEn: draft.nameEn.trim() === '' ? draft.nameTh.trim() : draft.nameEn.trim(),
  })
  return read.success ? { type: isNew ? 'PlanRound' : 'ChangeRound', input: read.data } : null
}

/** The round as its ledger, for core's decision; its version is judged by the server. */
export const ledgerOf = (round: Round): RoundLedger => ({ ...round, version: 0 })

export interface RoundStanding {
  readonly round: Round
  readonly phase: ReturnType<typeof roundPhase>
}

/** Rounds with the phase each is in, the newest first. */
export const roundsByNewest = (rounds: readonly Round[], today: Day): readonly RoundStanding[] =>
  [...rounds]
    .sort((a, b) => (a.opensOn < b.opensOn ? 1 : -1))
    .map(round => ({ round, phase: roundPhase(round, '', today) }))
