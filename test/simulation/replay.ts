import { systemActor } from '@thaiqm/core/access/actor.ts'
import { runBatch } from '../../apps/server/sync/run-batch.ts'
import type { Faults } from './faults.ts'
import { memoryLedger } from './memory-ledger.ts'
import type { MemoryServer } from './memory-server.ts'
import type { KeptCommand, State } from './memory-state.ts'
import type { Oracle } from './oracle.ts'
import { nothingPlanted } from './planted.ts'
import { newLife, type Scheduler } from './scheduler.ts'

export interface ReplayParts {
  readonly server: MemoryServer
  readonly scheduler: Scheduler
  readonly faults: Faults
  readonly oracle: Oracle
  readonly finish: (isDone: () => boolean) => Promise<void>
}

/** Commands of one transaction and one sender go together, in the order of their receipts. */
const groupsOf = (commands: readonly KeptCommand[]): KeptCommand[][] => {
  const groups: KeptCommand[][] = []
  for (const command of [...commands].sort((a, b) => a.receiptNumber - b.receiptNumber)) {
    const last = groups.at(-1)
    const [first] = last ?? []
    const belongs =
      first !== undefined && first.transaction === command.transaction && first.deviceId === command.deviceId
    if (last !== undefined && belongs) last.push(command)
    else groups.push([command])
  }
  return groups
}

/**
 * A restore as the server does it: an older copy, and every archived command after it through the same door as when it
 * came, each as of its moment. The ledgers must come out as they were; what stands beside them is taken from the archive.
 */
export const replayInto = async (of: ReplayParts, copy: State, archived: State): Promise<void> => {
  const { server, scheduler, faults, oracle, finish } = of
  const { database } = server
  database.replace(copy)
  const life = newLife('restore')
  faults.suspend(true)
  let isDone = false
  scheduler.spawn(life, 'replay', async () => {
    const ledger = memoryLedger(database, () => life, nothingPlanted)
    const missing = [...archived.commands.values()].filter(c => !copy.commands.has(c.envelope.commandId))
    for (const group of groupsOf(missing)) {
      const applied = group.filter(command => command.outcome === 'applied')
      const [first] = applied
      if (first === undefined) continue
      const actor =
        first.personId === systemActor.personId ? systemActor : server.personActor(first.personId, first.postId)
      if (actor === null) throw new Error('a sender is not there')
      await runBatch(ledger, server.serving().parts, {
        actor,
        deviceId: first.deviceId,
        commands: applied.map(({ envelope }) => envelope),
        at: applied.map(({ receivedAt }) => receivedAt),
      })
    }
    isDone = true
  })
  await finish(() => isDone)
  faults.suspend(false)
  compare(archived, database.state(), oracle)
  database.replace(archived)
}

/**
 * The ledgers are the same. Only what was on its way while its sender's rights moved may come out parked: the server says
 * so, and a person looks.
 */
const compare = (archived: State, replayed: State, oracle: Oracle): void => {
  const moved = new Set(
    [...archived.commands.values()].flatMap(({ envelope }) =>
      envelope.ledgerKind === 'person' ? [envelope.ledgerId] : [],
    ),
  )
  const told = new Set<string>()
  for (const [id, { outcome, version, envelope, personId }] of archived.commands) {
    const again = replayed.commands.get(id)
    if (outcome !== 'applied' || (again?.outcome === 'applied' && again.version === version)) continue
    if (moved.has(personId) && again !== undefined) told.add(envelope.ledgerId)
    else if (!told.has(envelope.ledgerId))
      oracle.report('replay', `an applied ${envelope.type} came out of the replay ${again?.outcome ?? 'not at all'}`)
  }
  for (const [id, { household }] of archived.households)
    if (!told.has(id) && JSON.stringify(replayed.households.get(id)?.household) !== JSON.stringify(household))
      oracle.report('replay', `household ${id} came out of the replay other than it was`)
  for (const [id, { kind, document }] of archived.documents)
    if (
      kind !== 'person' &&
      !told.has(id) &&
      JSON.stringify(replayed.documents.get(id)?.document) !== JSON.stringify(document)
    )
      oracle.report('replay', `a document of kind ${kind} came out of the replay other than it was`)
}
