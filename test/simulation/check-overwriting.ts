import type { Conflict } from '@thaiqm/core/conflict/conflict.ts'
import { evolveHousehold } from '@thaiqm/core/household/evolve-household.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import type { HouseholdId } from '@thaiqm/core/ledger/identifiers.ts'
import type { KeptFact, State } from './memory-state.ts'
import type { Oracle } from './oracle.ts'

type Place = 'phone' | 'lane' | 'road' | 'firstName' | 'lastName'
const places: readonly Place[] = ['phone', 'lane', 'road', 'firstName', 'lastName']

interface Writer {
  readonly version: number
  readonly deviceId: string
}

const valueAt = (household: Household, place: Place): string => {
  if (place === 'phone') return household.phone ?? ''
  if (place === 'lane' || place === 'road') return household.address[place]
  return household.members[0]?.[place] ?? ''
}

const saidIn = (input: Pick<Household, 'phone' | 'address' | 'members'>, place: Place): string =>
  valueAt(input as Household, place)

const isAt = (conflict: Conflict, of: Place): boolean =>
  conflict.place.kind === of || ('part' in conflict.place && conflict.place.part === of)

const hasConflictAt = (household: Household, of: Place): boolean =>
  household.conflicts?.some(conflict => isAt(conflict, of)) === true

const findsConflictAt = (group: readonly KeptFact[], of: Place): boolean =>
  group.some(({ event }) => event.type === 'ConflictsFound' && event.conflicts.some(conflict => isAt(conflict, of)))

/**
 * I6: a command never writes over what its sender had not seen. What the device had seen is known to the world itself:
 * the version its copy had, and its own commands. Said otherwise than what stands, both are kept beside one another.
 */
export const checkOverwriting = (state: State, epoch: string, oracle: Oracle): void => {
  for (const [id, facts] of state.facts) {
    let household: Household | null = null
    const states: Household[] = []
    // What each device has said itself: it knows that, whoever said it again.
    const said = new Set<string>()
    // Who changed a place last, and at which version.
    const last = new Map<Place, Writer>()
    for (let at = 0; at < facts.length; ) {
      const commandId = facts[at]?.commandId ?? ''
      const group: KeptFact[] = []
      while (facts[at]?.commandId === commandId) {
        const fact = facts[at]
        if (fact !== undefined) group.push(fact)
        at += 1
      }
      const before: Household | null = household
      for (const fact of group) {
        household = evolveHousehold(id as HouseholdId, household, fact)
        states.push(household)
      }
      const after = household
      const command = state.commands.get(commandId)
      if (after === null || command === undefined) continue
      const type = command.envelope.type
      // A version of another epoch says nothing in this one.
      if ((oracle.sawEpoch.get(commandId) ?? epoch) !== epoch) {
        noteWriters(last, before, after, command.deviceId)
        continue
      }
      const saw = oracle.sawVersion.get(commandId) ?? command.envelope.basedOnVersion
      if (before !== null && saw !== null && (type === 'CorrectHousehold' || type === 'SubmitSurvey'))
        for (const place of places) {
          const writer = last.get(place)
          const isUnseen = writer !== undefined && writer.version > saw && writer.deviceId !== command.deviceId
          if (!isUnseen) {
            const screen = oracle.shown.get(commandId)
            const wasOnScreen = screen !== undefined && valueAt(before, place) === saidIn(screen, place)
            if (wasOnScreen && findsConflictAt(group, place))
              oracle.report('I6', `${type} found a conflict at a ${place} that nobody else had touched (${commandId})`)
            continue
          }
          const stood = valueAt(before, place)
          const shown = oracle.shown.get(commandId) ?? states[saw - 1]
          // Changed and changed back: what stands is what was seen.
          const base = states[saw - 1]
          if (shown === undefined || stood === saidIn(shown, place)) continue
          if (base !== undefined && stood === valueAt(base, place)) continue
          if (said.has(`${command.deviceId} ${place} ${stood}`)) continue
          if (valueAt(after, place) !== stood)
            oracle.report('I6', `${type} wrote over a ${place} that its sender had not seen (${commandId})`)
          const mine = saidIn(command.envelope.input as Household, place)
          const isSaidAnew =
            !said.has(`${command.deviceId} ${place} ${mine}`) && mine !== saidIn(shown, place) && mine !== stood
          if (isSaidAnew && !hasConflictAt(after, place))
            oracle.report('I6', `${type} said another ${place}, and no conflict was kept (${commandId})`)
        }
      noteWriters(last, before, after, command.deviceId)
      if (type === 'CorrectHousehold' || type === 'SubmitSurvey')
        for (const place of places)
          said.add(`${command.deviceId} ${place} ${saidIn(command.envelope.input as Household, place)}`)
    }
  }
}

const noteWriters = (last: Map<Place, Writer>, before: Household | null, after: Household, deviceId: string): void => {
  for (const place of places)
    if (before === null || valueAt(before, place) !== valueAt(after, place))
      last.set(place, { version: after.version, deviceId })
}
