import { z } from 'zod'
import { hasAbility } from '../access/permission.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { isSaidAlready } from '../ledger/said-already.ts'
import { deadlineOverride, type Round, round } from './round.ts'

export const planRoundInput = round.omit({ id: true, overrides: true })
export const overrideDeadlineInput = deadlineOverride
export const removeOverrideInput = z.object({ areaCode: deadlineOverride.shape.areaCode, reason: z.string().min(1) })

export const roundCommandInputs = {
  PlanRound: planRoundInput,
  ChangeRound: planRoundInput,
  OverrideDeadline: overrideDeadlineInput,
  RemoveOverride: removeOverrideInput,
}

export type RoundCommandType = keyof typeof roundCommandInputs

export type RoundCommand = {
  [Type in RoundCommandType]: { readonly type: Type; readonly input: z.infer<(typeof roundCommandInputs)[Type]> }
}[RoundCommandType]

type RoundDetails = z.infer<typeof planRoundInput>

export type RoundEvent =
  | ({ readonly type: 'RoundPlanned' } & RoundDetails)
  | ({ readonly type: 'RoundChanged' } & RoundDetails)
  | ({ readonly type: 'DeadlineOverridden' } & z.infer<typeof deadlineOverride>)
  | { readonly type: 'OverrideRemoved'; readonly areaCode: string; readonly reason: string }

export type RoundRefusal =
  | 'not-permitted'
  | 'round-already-known'
  | 'round-unknown'
  | 'deadlines-in-wrong-order'
  | 'kind-may-not-change'

export interface RoundLedger extends Round {
  readonly version: number
}

const inOrder = (of: { opensOn?: string; recordBy: string; resolveBy: string }): boolean =>
  (of.opensOn === undefined || of.opensOn <= of.recordBy) && of.recordBy <= of.resolveBy

/** Rounds and their deadlines are the province's to set; an area's own deadline needs a reason (domain brief 2, L3). */
export const decideRoundCommand = (
  known: RoundLedger | null,
  command: RoundCommand,
  { actor }: DecisionContext,
): Outcome<RoundEvent[], RoundRefusal> => {
  if (!hasAbility(actor, 'manage-rounds')) return refuse('not-permitted', { command: command.type })
  if (command.type === 'PlanRound') {
    if (known !== null) return refuse('round-already-known')
    return inOrder(command.input)
      ? succeed([{ type: 'RoundPlanned', ...command.input }])
      : refuse('deadlines-in-wrong-order')
  }
  if (known === null) return refuse('round-unknown')
  switch (command.type) {
    case 'ChangeRound':
      if (command.input.kind !== known.kind) return refuse('kind-may-not-change')
      if (!inOrder(command.input)) return refuse('deadlines-in-wrong-order')
      return succeed(
        isSaidAlready(planRoundInput, known, command.input) ? [] : [{ type: 'RoundChanged', ...command.input }],
      )
    case 'OverrideDeadline': {
      if (!inOrder(command.input)) return refuse('deadlines-in-wrong-order')
      const standing = known.overrides.find(o => o.areaCode === command.input.areaCode)
      const stands = standing !== undefined && isSaidAlready(overrideDeadlineInput, standing, command.input)
      return succeed(stands ? [] : [{ type: 'DeadlineOverridden', ...command.input }])
    }
    case 'RemoveOverride':
      return succeed(
        known.overrides.some(o => o.areaCode === command.input.areaCode)
          ? [{ type: 'OverrideRemoved', ...command.input }]
          : [],
      )
  }
}

export const evolveRound = (id: Round['id'], known: RoundLedger | null, event: RoundEvent): RoundLedger => {
  const version = (known?.version ?? 0) + 1
  if (event.type === 'RoundPlanned' || event.type === 'RoundChanged') {
    const { type: _type, ...rest } = event
    return { ...rest, id, version, overrides: known?.overrides ?? [] }
  }
  if (known === null) throw new Error('the ledger of a round begins with RoundPlanned')
  const others = known.overrides.filter(o => o.areaCode !== event.areaCode)
  if (event.type === 'OverrideRemoved') return { ...known, version, overrides: others }
  const { type: _type, ...override } = event
  return { ...known, version, overrides: [...others, override] }
}
