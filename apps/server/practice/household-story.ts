import { type Actor, systemActor } from '@thaiqm/core/access/actor.ts'
import { evolveHousehold } from '@thaiqm/core/household/evolve-household.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import {
  decideHouseholdCommand,
  type HouseholdCommand,
  type HouseholdCommandInput,
  type HouseholdCommandType,
} from '@thaiqm/core/household/household-command.ts'
import { dayOf, type Instant } from '@thaiqm/core/ledger/day.ts'
import type { CatalogueRules, DecisionContext } from '@thaiqm/core/ledger/decision-context.ts'
import type { CommandId, DeviceId, HouseholdId, ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import type { Problem } from '@thaiqm/core/problem/problem.ts'
import { type ProblemAct, problemAllows } from '@thaiqm/core/problem/problem-state.ts'
import type { CommandEnvelope } from '@thaiqm/core/sync/command-envelope.ts'
import { practiceRounds } from './practice-rounds.ts'
import type { PracticeVillage } from './practice-villages.ts'
import { type SeededRandom, uuidFrom } from './seeded-random.ts'

/** Whose hand a command comes from, on which device. */
export interface Hand {
  readonly actor: Actor
  readonly deviceId: DeviceId
}

export const systemHand: Hand = { actor: systemActor, deviceId: uuidFrom('device of the system') as DeviceId }

/** A command as it was given once; its number on the device comes when it is loaded. */
export interface TimedCommand {
  readonly hand: Hand
  readonly at: Instant
  readonly envelope: Omit<CommandEnvelope, 'sequence'>
}

/** What is the same for every household of the province: the rules' data, and how far the telling goes. */
export interface StoryWorld {
  readonly catalogue: CatalogueRules
  /** Nothing is told after this moment. */
  readonly endsAt: Instant
}

/**
 * One household's past, told by the commands people gave it. Each is decided and applied here at once, so that the next
 * one knows what stands; a command the rules refuse is a mistake of the teller, and is thrown.
 */
export interface HouseholdStory {
  readonly id: HouseholdId
  readonly village: PracticeVillage
  readonly random: SeededRandom
  readonly commands: readonly TimedCommand[]
  /** As it stands now; null before its first command. */
  readonly current: () => Household | null
  /** As it stands now; throws before its first command. */
  readonly household: () => Household
  /** Gives a command at once; false when its time lies after the end of the telling. */
  tell<Type extends HouseholdCommandType>(
    hand: Hand,
    at: Instant,
    type: Type,
    input: HouseholdCommandInput<Type>,
  ): boolean
  /** Something to be done at a time to come; done in order of time once `playOut` runs. */
  plan(at: Instant, act: (at: Instant) => void): void
  playOut(): void
  /** A hardship of the household, when its state allows the act. */
  findAllowing(problemId: ProblemId, act: ProblemAct): Problem | undefined
}

export const beginStory = (
  id: HouseholdId,
  village: PracticeVillage,
  random: SeededRandom,
  { catalogue, endsAt }: StoryWorld,
): HouseholdStory => {
  let household: Household | null = null
  const commands: TimedCommand[] = []
  const agenda: { readonly at: Instant; readonly act: (at: Instant) => void }[] = []
  return {
    id,
    village,
    random,
    commands,
    current: () => household,
    household: () => {
      if (household === null) throw new Error('the household is not there yet')
      return household
    },
    tell: (hand, at, type, input) => {
      if (at > endsAt) return false
      const context: DecisionContext = {
        now: at,
        today: dayOf(at),
        actor: hand.actor,
        rounds: practiceRounds,
        ...catalogue,
      }
      const events = decideHouseholdCommand(household, { type, input } as unknown as HouseholdCommand, context)
      if (!events.ok)
        throw new Error(`${type} by ${hand.actor.role} was refused: ${events.code} ${JSON.stringify(events.details)}`)
      const envelope: TimedCommand['envelope'] = {
        commandId: random.uuid() as CommandId,
        ledgerKind: 'household',
        ledgerId: id,
        type,
        input,
        madeAt: at,
        basedOnVersion: household?.version ?? null,
      }
      for (const event of events.value)
        household = evolveHousehold(id, household, { event, at, by: hand.actor.personId })
      commands.push({ hand, at, envelope })
      return true
    },
    plan: (at, act) => {
      if (at <= endsAt) agenda.push({ at, act })
    },
    playOut: () => {
      for (;;) {
        const first = agenda.reduce<number>(
          (best, one, index) => (one.at < (agenda[best]?.at ?? '~') ? index : best),
          0,
        )
        const [next] = agenda.splice(first, 1)
        if (next === undefined) return
        next.act(next.at)
      }
    },
    findAllowing: (problemId, act) => {
      const problem = household?.problems.find(p => p.id === problemId)
      return problem !== undefined && problemAllows[problem.state].includes(act) ? problem : undefined
    },
  }
}
