import { createHash } from 'node:crypto'
import type { CommandEnvelope } from '@thaiqm/core/sync/command-envelope.ts'

const texts = new WeakMap<CommandEnvelope, string>()
const hashes = new WeakMap<CommandEnvelope, Uint8Array>()

/** A command's input as JSON, written once for its hash and for being stored; `null` where nothing came. */
export const inputTextOf = (command: CommandEnvelope): string => {
  const known = texts.get(command)
  if (known !== undefined) return known
  const text = JSON.stringify(command.input) ?? 'null'
  texts.set(command, text)
  return text
}

/** What tells two commands of one id apart: SHA-256 of the JSON of ledger, type and input. */
export const hashOf = (command: CommandEnvelope): Uint8Array => {
  const known = hashes.get(command)
  if (known !== undefined) return known
  const about = JSON.stringify([command.ledgerKind, command.ledgerId, command.type])
  const hash = createHash('sha256')
    .update(`${about.slice(0, -1)},${inputTextOf(command)}]`)
    .digest()
  hashes.set(command, hash)
  return hash
}
