import type { OutboxStore } from '@thaiqm/contract/client/outbox-sender.ts'
import { emptyOutbox, type Outbox } from '@thaiqm/core/sync/outbox.ts'
import type { FieldDatabase } from '../platform/field-database.ts'

/**
 * The outbox in the local store, a row a command: saving writes only what is new and takes away only what has gone, so
 * fifty waiting forms do not cost fifty writes each time.
 */
export const createOutboxStore = (database: FieldDatabase): OutboxStore => {
  const { commands, parked, facts } = database
  // Only what this tab has seen may it take away: another tab may have put something in since.
  let seen: ReadonlySet<number> = new Set()
  const load = (): Promise<Outbox> =>
    database.transaction('r', commands, parked, facts, async () => {
      const [waiting, aside, sequence, epoch] = await Promise.all([
        commands.orderBy('sequence').toArray(),
        parked.toArray(),
        facts.get('nextSequence'),
        facts.get('epoch'),
      ])
      seen = new Set(waiting.map(command => command.sequence))
      return {
        nextSequence: typeof sequence?.value === 'number' ? sequence.value : emptyOutbox.nextSequence,
        epoch: typeof epoch?.value === 'string' ? epoch.value : null,
        waiting,
        parked: aside.map(({ command, receipt }) => ({ command, receipt })),
      }
    })

  const save = (outbox: Outbox): Promise<void> =>
    database.transaction('rw', commands, parked, facts, async () => {
      const known = new Set(await commands.orderBy('sequence').primaryKeys())
      const kept = new Set(outbox.waiting.map(command => command.sequence))
      await commands.bulkDelete([...seen].filter(sequence => !kept.has(sequence)))
      await commands.bulkPut(outbox.waiting.filter(command => !known.has(command.sequence)))
      const aside = new Set<string>(await parked.toCollection().primaryKeys())
      await parked.bulkPut(
        outbox.parked
          .filter(({ command }) => !aside.has(command.commandId))
          .map(({ command, receipt }) => ({ commandId: command.commandId, command, receipt })),
      )
      const numbered = (await facts.get('nextSequence'))?.value
      const nextSequence = Math.max(outbox.nextSequence, typeof numbered === 'number' ? numbered : 1)
      await facts.bulkPut([
        { key: 'nextSequence', value: nextSequence },
        { key: 'epoch', value: outbox.epoch },
      ])
    })

  return { load, save }
}
