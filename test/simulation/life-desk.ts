import { decisionCatalogue } from '@thaiqm/catalogue/decision-catalogue.ts'
import { type Actor, systemActor } from '@thaiqm/core/access/actor.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import { decideHouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import { dayOf } from '@thaiqm/core/ledger/day.ts'
import type { DecisionContext } from '@thaiqm/core/ledger/decision-context.ts'
import type { PhotoHash, ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import type { Outcome } from '@thaiqm/core/ledger/outcome.ts'
import type { Meeting } from '@thaiqm/core/meeting/meeting.ts'
import { decideMeetingCommand } from '@thaiqm/core/meeting/meeting-command.ts'
import { needOfProblem } from '@thaiqm/core/need/need-of-problem.ts'
import type { Offer } from '@thaiqm/core/offer/offer.ts'
import { decideOfferCommand } from '@thaiqm/core/offer/offer-command.ts'
import { isLive } from '@thaiqm/core/problem/problem-state.ts'
import type { CommandEnvelope, LedgerKind } from '@thaiqm/core/sync/command-envelope.ts'
import { baselineRound, reXrayRound } from '@thaiqm/testing/households.ts'
import { people } from '@thaiqm/testing/people.ts'
import type { OfficeKind } from '../../apps/server/sync/office-ledger.ts'
import type { ActionParts } from './actions.ts'
import { officer } from './birth.ts'
import { deskPeople } from './desk-people.ts'
import { deeds, deedsAtDesks } from './life-deeds.ts'
import { meetingDeed, offerDeed } from './life-offices.ts'

const DESK = '00000000-0000-4000-8000-0000000f0002'
const TRIES = 10

const { districtChief, districtOfficer, templeContact } = people
const hands: readonly Actor[] = [...deskPeople, districtChief, officer, officer, systemActor]

interface Given {
  readonly actor: Actor
  readonly envelopes: readonly CommandEnvelope[]
}

/** Allowed, and not so already. */
const changes = (decided: Outcome<readonly unknown[], string>): boolean => decided.ok && decided.value.length > 0

/** The rest of a hardship's life, at desks: offers, meetings, plans, referrals, pauses, closings, merging. */
export const createLifeDesk = ({ random, scheduler, server, clock }: ActionParts) => {
  const given: Given[] = []
  const today = () => dayOf(clock.now())

  const envelopeOf = (
    ledgerKind: LedgerKind,
    ledgerId: string,
    type: string,
    input: unknown,
    basedOnVersion: number | null,
  ): Omit<CommandEnvelope, 'sequence'> => ({
    commandId: random.uuid() as CommandEnvelope['commandId'],
    ledgerKind,
    ledgerId,
    type,
    input,
    madeAt: clock.now(),
    basedOnVersion,
  })

  const bring = ({ actor, envelopes }: Given): void => {
    scheduler.spawn(server.life(), `desk ${envelopes[0]?.type}`, async () => {
      await server.give(actor, DESK, envelopes).catch((error: unknown) => {
        if ((error as { code?: string }).code === undefined) throw error
      })
    })
  }

  const give = (actor: Actor, ...commands: readonly Omit<CommandEnvelope, 'sequence'>[]): void => {
    const envelopes = commands.map((command, at) => ({ ...command, sequence: at + 1 }))
    given.push({ actor, envelopes })
    bring({ actor, envelopes })
  }

  const households = (): Household[] => [...server.state().households.values()].map(({ household }) => household)

  const contextFor = (actor: Actor): DecisionContext => ({
    now: clock.now(),
    today: today(),
    actor,
    rounds: [baselineRound, reXrayRound],
    householdBeside: id => server.state().households.get(id)?.household ?? null,
    ...decisionCatalogue,
  })

  // A screen that has been open for a while shows things as they were.
  const screens = new Map<string, Household | Offer | Meeting>()
  const onScreen = <Seen extends Household | Offer | Meeting>(now: Seen): Seen => {
    const shown = screens.get(now.id)
    if (shown !== undefined && random.chance(0.3)) return shown as Seen
    screens.set(now.id, now)
    return now
  }

  /** The first of these hands, from a random one on, whom the rules allow a thing; once in a while just any. */
  const handFor = (of: readonly Actor[], isAllowed: (actor: Actor) => boolean): Actor | undefined => {
    const from = random.below(of.length)
    const turned = [...of.slice(from), ...of.slice(0, from)]
    return random.chance(0.05) ? turned[0] : turned.find(isAllowed)
  }

  /** Something the rules allow, as the desk sees it now. Most of it is about the same few hardships, so that they go far. */
  const solve = (): void => {
    const all = households().filter(h => h.problems.length > 0 && h.status !== 'WITHDRAWN')
    const [hot] = all
    if (hot === undefined) return
    const household = onScreen(random.chance(0.6) ? hot : random.pick(all))
    const [first] = household.problems
    if (first === undefined) return
    const problem = random.chance(0.6) ? first : random.pick(household.problems)
    const photo = () => `${random.uuid()}${random.uuid()}`.replaceAll('-', '') as PhotoHash
    for (let tries = 0; tries < TRIES; tries += 1) {
      const command = deeds[random.pick(deedsAtDesks)]?.({ household, problem, today: today(), random, photo })
      if (command === undefined) continue
      const actor = handFor(hands, one => changes(decideHouseholdCommand(household, command, contextFor(one))))
      if (actor === undefined) continue
      give(actor, envelopeOf('household', household.id, command.type, command.input, household.version))
      return
    }
  }

  const documentsOf = <Document>(kind: OfficeKind): Document[] =>
    [...server.state().documents.values()].flatMap(row => (row.kind === kind ? [row.document as Document] : []))

  const offers = (): void => {
    const known = documentsOf<Offer>('offer')
    const offer = known.length === 0 || (known.length < 3 && random.chance(0.1)) ? null : onScreen(random.pick(known))
    const all = households().filter(h => h.status !== 'MERGED')
    const live = all.flatMap(h => h.problems.filter(p => isLive(p.state) && !p.restricted).map(p => p.id as string))
    const findNeed = (id: ProblemId) => all.map(h => needOfProblem(h, id)).find(need => need !== undefined)
    for (let tries = 0; tries < TRIES; tries += 1) {
      const command = offerDeed(offer, live, random, today())
      if (command === undefined) continue
      const of = [districtOfficer, districtChief, templeContact]
      const actor = handFor(of, one => changes(decideOfferCommand(offer, command, { ...contextFor(one), findNeed })))
      if (actor === undefined) continue
      give(actor, envelopeOf('offer', offer?.id ?? random.uuid(), command.type, command.input, offer?.version ?? null))
      return
    }
  }

  const meetings = (): void => {
    const known = documentsOf<Meeting>('meeting')
    const meeting =
      known.length === 0 || (known.length < 2 && random.chance(0.05)) ? null : onScreen(random.pick(known))
    for (let tries = 0; tries < TRIES; tries += 1) {
      const command = meetingDeed(meeting, random, today())
      const of = [districtOfficer, districtChief, officer]
      const actor = handFor(of, one => changes(decideMeetingCommand(meeting, command, contextFor(one))))
      if (actor === undefined) continue
      const id = meeting?.id ?? random.uuid()
      give(actor, envelopeOf('meeting', id, command.type, command.input, meeting?.version ?? null))
      return
    }
  }

  /** Two records become one, or two again: both halves in one batch. */
  const merging = (): void => {
    const all = households().filter(h => h.status !== 'WITHDRAWN')
    const merged = all.filter(h => h.merged !== undefined)
    const reason = 'บันทึกซ้ำ'
    const pairOf = (first: Household, one: string, second: Household, other: string, members?: unknown) => {
      const named = { survivorId: one === 'TakeOverFrom' ? first.id : second.id, reason }
      const naming = { duplicateId: one === 'TakeOverFrom' ? second.id : first.id, reason }
      const isMerging = one === 'TakeOverFrom'
      give(
        officer,
        envelopeOf('household', first.id, one, isMerging ? { ...naming, members } : named, first.version),
        envelopeOf('household', second.id, other, isMerging ? named : naming, second.version),
      )
    }
    if (merged.length > 0 && random.chance(0.5)) {
      const duplicate = random.pick(merged)
      const survivor = all.find(h => h.id === duplicate.merged?.into)
      if (survivor !== undefined) pairOf(duplicate, 'UnmergeHousehold', survivor, 'GiveBackTo')
      return
    }
    const [survivor, duplicate] = [random.pick(all), random.pick(all)]
    if (survivor === duplicate) return
    const members = duplicate.members.map((m, at) => ({
      memberId: m.id,
      sameAs: at === 0 && random.chance(0.7) ? (survivor.members[0]?.id ?? null) : null,
    }))
    pairOf(survivor, 'TakeOverFrom', duplicate, 'MergeHousehold', members)
  }

  /** The reply was lost, or somebody pressed twice: the same commands once more, soon or much later. */
  const again = (): void => {
    const recent = given.slice(-12)
    if (recent.length > 0) bring(random.pick(recent))
  }

  const ordinary: readonly (readonly [number, () => void])[] = [
    [56, solve],
    [16, offers],
    [18, meetings],
    [5, merging],
    [9, again],
  ]
  const whole = ordinary.reduce((sum, [weight]) => sum + weight, 0)

  return (): void => {
    if (!server.isUp()) return
    let roll = random.next() * whole
    for (const [weight, act] of ordinary) {
      roll -= weight
      if (roll > 0) continue
      act()
      return
    }
  }
}
