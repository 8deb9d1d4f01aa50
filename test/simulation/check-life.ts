import { evolveHousehold } from '@thaiqm/core/household/evolve-household.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import type { HouseholdEvent } from '@thaiqm/core/household/household-event.ts'
import type { HouseholdId } from '@thaiqm/core/ledger/identifiers.ts'
import type { MeetingEvent } from '@thaiqm/core/meeting/meeting-command.ts'
import type { OfferEvent } from '@thaiqm/core/offer/offer-event.ts'
import { consentedPhotos } from '@thaiqm/core/photo/consented-photos.ts'
import type { PlanActionInput } from '@thaiqm/core/plan/plan.ts'
import { type OfficeEvent, officeLedgers } from '../../apps/server/sync/office-ledger.ts'
import type { KeptFact, State } from './memory-state.ts'
import type { Oracle } from './oracle.ts'

type Report = Oracle['report']

/** L1: at no moment is more of an offer taken than there is, and no part of one is taken twice. */
const checkOffer = (facts: readonly OfferEvent[], report: Report): void => {
  let [quantity, budget]: [number, number | null] = [0, null]
  const held = new Map<string, { quantity: number; budgetBaht: number; state: string }>()
  for (const event of facts) {
    if (event.type === 'OfferAdded' || event.type === 'OfferChanged') {
      quantity = event.quantity
      budget = event.budgetBaht
    } else if (event.type === 'OfferTaken') {
      if (held.has(event.allocationId)) report('L1', 'a part of an offer was taken twice')
      held.set(event.allocationId, { ...event, state: 'PLEDGED' })
    } else if (event.type !== 'OfferEnded') {
      const part = held.get(event.allocationId)
      if (part === undefined || part.state === 'DELIVERED' || part.state === 'RELEASED')
        report('L1', `${event.type} of a part that is over`)
      if (event.type === 'AllocationReleased') held.delete(event.allocationId)
      else if (part !== undefined) part.state = event.type === 'AllocationConfirmed' ? 'CONFIRMED' : 'DELIVERED'
    }
    const taken = [...held.values()]
    const sum = (of: 'quantity' | 'budgetBaht') => taken.reduce((all, part) => all + part[of], 0)
    if (sum('quantity') > quantity) report('L1', `${event.type}: ${sum('quantity')} are taken of ${quantity}`)
    if (budget !== null && sum('budgetBaht') > budget) report('L1', `${event.type}: more money is taken than there is`)
  }
}

/** L2: a meeting that is closed never changes; one that was called off is closed only when it was opened after all. */
const checkMeeting = (facts: readonly MeetingEvent[], report: Report): void => {
  let state = 'PLANNED'
  for (const { type } of facts) {
    if (state === 'CLOSED') report('L2', `${type} of a meeting that was closed`)
    if (state === 'CALLED_OFF' && ['ItemDecided', 'MeetingClosed', 'MeetingChanged'].includes(type))
      report('L2', `${type} of a meeting that was called off`)
    if (type === 'MeetingOpened') state = 'OPEN'
    else if (type === 'MeetingCalledOff') state = 'CALLED_OFF'
    else if (type === 'MeetingClosed') state = 'CLOSED'
  }
}

interface Told {
  readonly fact: KeptFact
  readonly householdId: string
  readonly receiptNumber: number
}

/** All facts of all households, in the order in which the server took them in: a hardship may have stood in several. */
const inOrder = (state: State): Told[] =>
  [...state.facts]
    .flatMap(([householdId, facts]) =>
      facts.map(fact => ({
        fact,
        householdId,
        receiptNumber: state.commands.get(fact.commandId)?.receiptNumber ?? 0,
      })),
    )
    .sort((a, b) => a.receiptNumber - b.receiptNumber || a.fact.version - b.fact.version)

/** From which states an answer may come: a referral that lapsed or was sent back is never accepted after it. */
const before: Readonly<Record<string, readonly string[]>> = {
  ReferralAccepted: ['SENT'],
  ReferralReturned: ['SENT', 'ACCEPTED'],
  ReferralCompleted: ['ACCEPTED'],
  ReferralLapsed: ['SENT'],
}
const after: Readonly<Record<string, string>> = {
  ReferralAccepted: 'ACCEPTED',
  ReferralReturned: 'RETURNED',
  ReferralCompleted: 'DONE',
  ReferralLapsed: 'LAPSED',
}

/** L3, L5, L8: referrals, call-backs and pauses of each hardship, through whichever household it went. */
const checkClocks = (told: readonly Told[], report: Report): void => {
  const referrals = new Map<string, string>()
  const drawn = new Set<string>()
  const asked = new Map<string, string>()
  const actions = new Map<string, PlanActionInput>()
  for (const { fact } of told) {
    const { event, by } = fact
    if (event.type === 'PlanProposed') for (const action of event.actions) actions.set(action.id, action)
    // The owner of an action answers with it for having been asked as a contributor as well.
    if (event.type === 'PlanActionAnswered') {
      const action = actions.get(event.planActionId)
      for (const id of action?.problemIds ?? []) {
        const key = `${id} ${action?.agencyCode}`
        if (['SENT', 'ACCEPTED'].includes(referrals.get(key) ?? ''))
          referrals.set(key, event.answer === 'CANNOT' ? 'RETURNED' : 'ACCEPTED')
      }
    }
    if (event.type === 'ProblemReferred') {
      referrals.set(`${event.problemId} ${event.part === 'CONTRIBUTING' ? event.agencyCode : ''}`, 'SENT')
    } else if (event.type in before && 'problemId' in event) {
      const key = `${event.problemId} ${'contributor' in event ? (event.contributor ?? '') : ''}`
      const stood = referrals.get(key) ?? 'none'
      if (!before[event.type]?.includes(stood)) report('L3', `${event.type} of a referral that was ${stood}`)
      referrals.set(key, after[event.type] ?? '')
    } else if (event.type === 'ProblemClosed' || event.type === 'ProblemSelfResolved') drawn.delete(event.problemId)
    else if (event.type === 'CallBackDrawn') {
      if (drawn.has(event.problemId)) report('L5', 'a call-back was drawn twice for one closing')
      drawn.add(event.problemId)
    } else if (event.type === 'PauseRequested') asked.set(event.problemId, by)
    else if (event.type === 'PauseApproved' && asked.get(event.problemId) === by)
      report('L8', 'a pause was approved by who asked for it')
  }
}

type Solving = Extract<HouseholdEvent, { type: 'ProblemClosed' }>

const isClosing = (event: HouseholdEvent): event is Solving => event.type === 'ProblemClosed'

/** L4: whoever verifies neither recorded nor gave the help, wherever it was recorded. */
const checkVerifiers = (told: readonly Told[], nameOf: (id: string) => string, report: Report): void => {
  const hands = new Map<string, Set<string>>()
  const givers = new Map<string, Set<string>>()
  const add = (to: Map<string, Set<string>>, id: string, who: string) => to.set(id, (to.get(id) ?? new Set()).add(who))
  for (const { fact } of told) {
    if (fact.event.type === 'AssistanceRecorded')
      for (const id of fact.event.assistance.problemIds) {
        add(hands, id, fact.by)
        add(givers, id, fact.event.assistance.giverName.trim())
      }
    if (!isClosing(fact.event)) continue
    const { problemId } = fact.event
    if (hands.get(problemId)?.has(fact.by)) report('L4', 'a hardship was verified by who recorded the help')
    if (givers.get(problemId)?.has(nameOf(fact.by))) report('L4', 'a hardship was verified by who gave the help')
  }
}

interface Holdings {
  readonly members: ReadonlySet<string>
  readonly problems: ReadonlySet<string>
  readonly help: ReadonlySet<string>
}

const holdingsOf = ({ members, problems, assistances }: Household): Holdings => ({
  members: new Set(members.map(m => m.id)),
  problems: new Set(problems.map(p => p.id)),
  help: new Set(assistances.map(a => a.id)),
})

/** Without what it has from other duplicates: that may go back before. */
const ownHoldingsOf = (household: Household): Holdings => {
  const taken = new Set<string>((household.takenOver ?? []).flatMap(t => [...t.memberIds, ...t.problemIds]))
  return holdingsOf({
    ...household,
    members: household.members.filter(m => !taken.has(m.id)),
    problems: household.problems.filter(p => !taken.has(p.id) && !taken.has(p.memberId ?? '')),
    assistances: household.assistances.filter(a => !a.problemIds.some(id => taken.has(id))),
  })
}

const lacks = (now: Holdings, had: Holdings): string | undefined =>
  (['members', 'problems', 'help'] as const).find(of => [...had[of]].some(id => !now[of].has(id)))

/** L6: people, hardships and help stand in one household each, none is lost by merging, and undoing gives each its own. */
const checkMerging = (state: State, isOfAnotherEpoch: (commandId: string) => boolean, report: Report): void => {
  // A form filled in before a restore speaks of people whom a merging had brought that the restore has undone.
  const broughtBack = new Set(
    [...state.facts.values()].flat().flatMap(({ event, commandId }) => {
      if (event.type !== 'MembersRecorded' || !isOfAnotherEpoch(commandId)) return []
      return event.members.map(m => m.id as string)
    }),
  )
  const where = new Map<string, string>()
  const known = new Set<string>()
  for (const [id, { household }] of state.households) {
    const { members, problems, help } = holdingsOf(household)
    for (const one of [...members, ...problems, ...help]) known.add(one)
    if (household.status === 'MERGED') continue
    for (const one of [...members, ...problems]) {
      if (where.has(one) && !broughtBack.has(one)) report('L6', 'a person or hardship stands in two households')
      where.set(one, id)
    }
    // A gift for hardships of two records stands in both, for its own hardships in each.
    for (const { id: gift, problemIds } of household.assistances)
      for (const problem of problemIds) {
        if (where.has(`${gift} ${problem}`)) report('L6', 'help for a hardship stands twice')
        where.set(`${gift} ${problem}`, id)
      }
  }
  for (const [id, facts] of state.facts) {
    let household: Household | null = null
    const had = new Map<string, Holdings>()
    for (const fact of facts) {
      const { event } = fact
      if (household !== null && event.type === 'HouseholdMerged') had.set('merged', holdingsOf(household))
      if (household !== null && event.type === 'HouseholdTakenOver')
        had.set(event.duplicateId, ownHoldingsOf(household))
      household = evolveHousehold(id as HouseholdId, household, fact)
      const own: Holdings | undefined =
        event.type === 'HouseholdUnmerged'
          ? had.get('merged')
          : event.type === 'HouseholdGivenBack'
            ? had.get(event.duplicateId)
            : undefined
      const lost = own && lacks(holdingsOf(household), own)
      if (lost !== undefined) report('L6', `${event.type}: the household does not have all of its own ${lost}`)
      if (event.type === 'AssistanceRecorded' && !known.has(event.assistance.id))
        report('L6', 'help that was recorded stands in no household')
    }
  }
}

/** L7: a helper is shown only photos whose people consented and have not taken it back since, whichever record asked them. */
const checkConsents = (state: State, told: readonly Told[], report: Report): void => {
  const stands = new Map<string, boolean>()
  for (const { fact } of told) {
    if (fact.event.type === 'PhotoConsentRecorded') stands.set(fact.event.photo, true)
    if (fact.event.type === 'PhotoConsentWithdrawn') stands.set(fact.event.photo, false)
  }
  for (const { household } of state.households.values()) {
    if (household.status === 'MERGED') continue
    for (const { photo } of consentedPhotos(household))
      if (stands.get(photo) !== true) report('L7', 'a photo is shown that nobody consented to, or no longer')
  }
}

/** L9: an office's document is what its facts make it. */
const checkDocuments = (state: State, report: Report): void => {
  for (const [id, facts] of state.officeFacts) {
    const row = state.documents.get(id)
    if (row === undefined) continue
    const { evolve } = officeLedgers[row.kind]
    const replayed = facts.reduce<ReturnType<typeof evolve> | null>(
      (known, { event, at, by }) => evolve(id, known, event as OfficeEvent, { at, by }),
      null,
    )
    // Accounts are opened by the world's own hand at its end.
    if (row.kind !== 'person' && JSON.stringify(replayed) !== JSON.stringify(row.document))
      report('L9', `a document of an ${row.kind} is not what its facts make it`)
  }
}

/** What holds of a hardship's life and of the offices beside it, asked when all is at rest. */
export const checkLife = (state: State, epoch: string, oracle: Oracle): void => {
  const { report } = oracle
  for (const [id, facts] of state.officeFacts) {
    const kind = state.documents.get(id)?.kind
    const events = facts.map(({ event }) => event)
    if (kind === 'offer') checkOffer(events as OfferEvent[], report)
    if (kind === 'meeting') checkMeeting(events as MeetingEvent[], report)
  }
  const told = inOrder(state)
  const nameOf = (id: string) => {
    const document = state.documents.get(id)?.document
    return document !== undefined && 'name' in document ? String(document.name) : ''
  }
  checkClocks(told, report)
  checkVerifiers(told, nameOf, report)
  const epochOf = (commandId: string) =>
    oracle.sawEpoch.get(commandId) ?? oracle.sawEpoch.get(state.commands.get(commandId)?.deviceId ?? '') ?? epoch
  checkMerging(state, id => epochOf(id) !== epoch, report)
  checkConsents(state, told, report)
  checkDocuments(state, report)
}
