import type { Actor } from '@thaiqm/core/access/actor.ts'
import type { Person } from '@thaiqm/core/person/person.ts'
import type { CommandEnvelope } from '@thaiqm/core/sync/command-envelope.ts'
import type { SettleQuestion } from '../../apps/server/sync/settle-parked.ts'
import type { State } from './memory-state.ts'
import type { Life } from './scheduler.ts'
import type { WireReply, WireRequest } from './wire.ts'

/** The server of a world, in memory or on PostgreSQL, as the people, the network and the invariants of that world see it. */
export interface WorldServer {
  /** One request from its first byte to its last; null when nobody listens. */
  handle(request: WireRequest): Promise<WireReply | null>
  kill(): void
  start(): void
  isUp(): boolean
  life(): Life
  epoch(): string
  /** All that is committed, as of the last `refresh`. */
  state(): State
  refresh(): Promise<void>
  photoBytes(hash: string): Uint8Array | undefined
  /** Nothing is left open: no transaction, no lock. */
  isFree(): boolean
  findPerson(id: string): Person | undefined
  personActor(personId: string, postId: string): Actor | null
  isKnownKey(key: string): boolean
  /** Commands from an office screen or of the system itself. */
  give(actor: Actor, deviceId: string, commands: readonly CommandEnvelope[]): Promise<readonly { outcome: string }[]>
  settle(actor: Actor, question: SettleQuestion): Promise<unknown>
  openSession(token: string, personId: string, postId: string): void
  closeSession(token: string): void
  handOver(draftId: string, to: string): void
  openAccount(personId: string): void
}
