import { instant } from '@thaiqm/core/ledger/day.ts'
import { commandEnvelope, pushBatch, pushReply, receipt } from '@thaiqm/core/sync/command-envelope.ts'
import { z } from 'zod'
import { defineRoute } from '../wire/route.ts'

export const pushCommands = defineRoute({
  method: 'POST',
  path: '/api/commands',
  room: 'sync',
  access: 'signed-in',
  summary: 'The one way to write: a batch of commands, stored first, judged after, each with a receipt',
  body: pushBatch,
  reply: pushReply,
})

export const change = z.object({
  position: z.number().int(),
  ledgerKind: z.string(),
  ledgerId: z.string(),
  version: z.number().int(),
  areaCode: z.string().nullable(),
})

export const pullChanges = defineRoute({
  method: 'GET',
  path: '/api/changes',
  room: 'sync',
  access: 'signed-in',
  summary:
    'Which ledgers in the caller’s scope have changed since a cursor, in an order that never skips a late commit',
  query: z.object({
    cursor: z.string().max(80).optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(500),
  }),
  reply: z.object({ changes: z.array(change), cursor: z.string(), more: z.boolean(), epoch: z.string() }),
})

export const listParked = defineRoute({
  method: 'GET',
  path: '/api/parked-commands',
  room: 'sync',
  access: 'signed-in',
  summary: 'Commands that are kept and wait for a person: what, whose, and why',
  reply: z.object({
    parked: z.array(
      z.object({
        command: commandEnvelope.omit({ input: true }),
        receipt,
        byName: z.string(),
        receivedAt: instant,
        headName: z.string().nullable(),
        areaCode: z.string().nullable(),
      }),
    ),
  }),
})
