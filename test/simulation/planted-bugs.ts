import type { Send } from '@thaiqm/contract/client/call-route.ts'
import { succeed } from '@thaiqm/core/ledger/outcome.ts'
import type { CommandEnvelope, PushBatch, PushReply } from '@thaiqm/core/sync/command-envelope.ts'
import type { Ledger, LedgerTransaction } from '../../apps/server/sync/ledger.ts'
import type { MemoryDatabase } from './memory-database.ts'
import type { Phone } from './phone.ts'
import { nothingPlanted, type Planted } from './planted.ts'
import { lifeBugs } from './planted-life.ts'

/** The bugs, each with what it would do in the real thing. Where there is no wrapper here, the world's own parts ask for it by name. */
const bugs: Readonly<Record<string, { readonly what: string; readonly over?: Partial<Planted> }>> = {
  'no-dedupe': { what: 'a command sent again is applied again', over: { ledger: withoutDedupe } },
  'twice-at-once': { what: 'two phones bring one command at once, and both transactions write its facts' },
  'reply-before-commit': { what: 'the receipt leaves before the commit' },
  'commit-not-synced': { what: 'a commit is not on disk when it is acknowledged (fsync off)' },
  'half-batch-acknowledged': {
    what: 'half a batch is judged, all of it acknowledged',
    over: {
      receivePush: async (on, sender, batch, real) => {
        if (batch.commands.length < 2) return real()
        const half = { ...batch, commands: batch.commands.slice(0, Math.ceil(batch.commands.length / 2)) }
        const done = await on.receive(sender, half)
        if (!done.ok) return done
        const reply = done.value as PushReply
        return succeed({ ...reply, upTo: Math.max(reply.upTo, batch.commands.at(-1)?.sequence ?? 0) })
      },
    },
  },
  'epoch-kept-by-restore': { what: 'a restored server goes on under the old epoch' },
  'order-unchecked': {
    what: 'neither epoch nor gap of a push is checked',
    over: {
      batch: (batch, epoch) => ({ ...batch, epoch, firstHeld: batch.commands[0]?.sequence ?? 1 }),
    },
  },
  'forgets-at-sent': { what: 'the phone lets a command go when it is sent, not when it is safe' },
  'safe-before-backup': { what: 'commands count as safe that no backup has yet' },
  'report-counts-as-sent': {
    what: 'the server’s mark of a device makes commands count as sent that only its copy sent',
  },
  'device-id-reused': { what: 'a copied or wiped phone goes on under the same device id' },
  'renumber-loses-order': { what: 'a copy numbers its commands anew in another order' },
  'number-after-crash': { what: 'the next number is written after the command, in a step of its own' },
  'number-from-memory': { what: 'two tabs number from their own memory' },
  'outbox-not-durable': { what: 'a command counts as kept before it is on the disk' },
  'quota-swallowed': { what: 'a full store is not noticed' },
  'outbox-purged-with-rights': { what: 'unsent work goes with the households of a lost area' },
  'refused-batch-dropped': { what: 'a batch answered with 4xx is thrown away', over: { send: droppingRefused } },
  'portal-counts-as-sent': { what: 'a captive portal’s 200 counts as sent', over: { send: trustingPortals } },
  'disabled-refused': { what: 'a disabled account’s work is refused instead of kept' },
  'parked-dropped': {
    what: 'what the rules refuse is not kept',
    over: {
      ledger: real =>
        wrapped(real, trx => ({
          save: batch => trx.save({ ...batch, commands: batch.commands.filter(c => c.outcome === 'applied') }),
        })),
    },
  },
  'unread-dropped': { what: 'a sealed command that cannot be opened is left out' },
  'damage-not-noticed': {
    what: 'the hash of an input is not held against it',
    over: { batch: batch => ({ ...batch, commands: batch.commands.map(({ inputHash: _h, ...command }) => command) }) },
  },
  'settled-twice': {
    what: 'a parked command taken over by two people is applied twice',
    over: {
      favours: ['wrong-hash', 'account-disabled'],
      ledger: (real, database) => wrapped(real, trx => ({ lockParked: id => parkedAnyway(trx, database, id) })),
    },
  },
  'dismissed-erased': {
    what: 'a parked command that was set aside is erased',
    over: {
      settle: async (real, server, commandId, how) => {
        await real()
        if (how === 'dismissed') server.state().commands.delete(commandId)
      },
    },
  },
  'last-write-wins': {
    what: 'what a sender had not seen is written over',
    over: { ledger: real => wrapped(real, () => ({ factsOf: async () => [] })) },
  },
  'rejected-stays-laid-over': { what: 'a parked command is still shown as done on the phone' },
  'cursor-ahead-of-rows': {
    what: 'the cursor is written before its rows',
    over: { favours: ['phone-killed', 'store-aborted'] },
  },
  'cursor-skips-late-commits': { what: 'the feed is read by number, past transactions still open' },
  'tombstones-ignored': { what: 'households that left an area stay on the phone' },
  'foreign-rows-sent': { what: 'an area is read in a wider scope than the person has' },
  'photo-row-before-bytes': { what: 'a photo counts as there before its bytes are' },
  'photo-hash-not-checked': { what: 'a photo damaged on the way is kept under its hash' },
  'last-part-refused': {
    what: 'a photo whose last part lies unchecked is refused for ever',
    over: { favours: ['killed-between-photo-bytes-and-row'] },
  },
  'nothing-sent-again': { what: 'photos and drafts are not offered again to a restored server' },
  'draft-older-wins': {
    what: 'an older revision of a draft replaces a newer',
    over: { favours: ['duplicate', 'delay-of-days'] },
  },
  'handed-over-draft-overwritten': { what: 'a former holder’s phone writes over a draft that was handed over' },
}

const all: typeof bugs = { ...bugs, ...lifeBugs }

export const plantedNames: readonly string[] = Object.keys(all)

export const describePlanted = (name: string): string => all[name]?.what ?? ''

export const plant = (name: string): Planted => {
  const bug = all[name]
  if (bug === undefined) throw new Error(`no planted bug is called ${name}`)
  const noticedBy = lifeBugs[name]?.noticedBy ?? null
  return { ...nothingPlanted, ...bug.over, name, noticedBy, is: asked => asked === name }
}

/** The real ledger with some of its calls replaced. */
function wrapped(real: Ledger, over: (trx: LedgerTransaction) => Partial<LedgerTransaction>): Ledger {
  return { inTransaction: (actor, work) => real.inTransaction(actor, trx => work({ ...trx, ...over(trx) })) }
}

function withoutDedupe(real: Ledger, database: MemoryDatabase): Ledger {
  let copies = 0
  const anew = (command: CommandEnvelope): CommandEnvelope => {
    copies += 1
    const commandId = `${command.commandId.slice(0, 24)}${String(copies).padStart(12, '0')}`
    return { ...command, commandId: commandId as CommandEnvelope['commandId'] }
  }
  return wrapped(real, trx => ({
    findCommands: async () => new Map(),
    save: batch =>
      trx.save({
        ...batch,
        commands: batch.commands.map(judged =>
          database.state().commands.has(judged.envelope.commandId)
            ? { ...judged, envelope: anew(judged.envelope) }
            : judged,
        ),
      }),
  }))
}

async function parkedAnyway(trx: LedgerTransaction, database: MemoryDatabase, id: string) {
  await trx.lockParked(id)
  const row = database.state().commands.get(id)
  return row === undefined || row.outcome === 'applied' ? undefined : row.envelope
}

const batchIn = (body: string | undefined): PushBatch | undefined =>
  body === undefined ? undefined : (JSON.parse(body) as PushBatch)

function droppingRefused(real: Send, phone: Phone): Send {
  return async (url, init) => {
    const answer = await real(url, init)
    if (url === '/api/commands' && answer.status >= 400 && answer.status < 500)
      for (const { sequence } of batchIn(init.body)?.commands ?? []) phone.disk.commands.delete(sequence)
    return answer
  }
}

function trustingPortals(real: Send, phone: Phone): Send {
  return async (url, init) => {
    const answer = await real(url, init)
    const last = batchIn(init.body)?.commands?.at(-1)?.sequence ?? 0
    if (url === '/api/commands' && answer.status === 200 && answer.headers.get('content-type') === 'text/html')
      phone.disk.device = { ...phone.disk.device, sentUpTo: Math.max(phone.disk.device.sentUpTo, last) }
    return answer
  }
}
