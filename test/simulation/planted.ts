import type { Send } from '@thaiqm/contract/client/call-route.ts'
import type { Outcome } from '@thaiqm/core/ledger/outcome.ts'
import type { Ledger } from '../../apps/server/sync/ledger.ts'
import type { PullSource } from '../../apps/server/sync/pull-area.ts'
import type { IncomingBatch, Sender } from '../../apps/server/sync/receive-push.ts'
import type { FaultKind } from './faults.ts'
import type { MemoryDatabase } from './memory-database.ts'
import type { Phone } from './phone.ts'
import type { WorldServer } from './world-server.ts'

/** A bug put into a world on purpose, to see that the world finds it; none in product code. */
export interface Planted {
  readonly name: string | null
  readonly favours: readonly FaultKind[]
  /** It shows only where hardships are solved. */
  readonly isLife: boolean
  /** The invariant that has to notice it; any will do when null. */
  readonly noticedBy: string | null
  is(name: string): boolean
  ledger(real: Ledger, database: MemoryDatabase): Ledger
  batch(incoming: IncomingBatch, epoch: string): IncomingBatch
  receivePush(
    on: { readonly receive: (sender: Sender, batch: IncomingBatch) => Promise<Outcome<unknown, string>> },
    sender: Sender,
    batch: IncomingBatch,
    real: () => Promise<Outcome<unknown, string>>,
  ): Promise<Outcome<unknown, string>>
  pullSource(real: PullSource, database: MemoryDatabase): PullSource
  send(real: Send, phone: Phone): Send
  settle(
    real: () => Promise<unknown>,
    server: WorldServer,
    commandId: string,
    how: 'accepted' | 'dismissed',
  ): Promise<unknown>
}

export const nothingPlanted: Planted = {
  name: null,
  favours: [],
  isLife: false,
  noticedBy: null,
  is: () => false,
  ledger: real => real,
  batch: incoming => incoming,
  receivePush: (_on, _sender, _batch, real) => real(),
  pullSource: real => real,
  send: real => real,
  settle: real => real(),
}
