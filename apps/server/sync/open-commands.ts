import type { CommandEnvelope } from '@thaiqm/core/sync/command-envelope.ts'
import type { UnsentWorkKeys } from '../platform/unsent-work-keys.ts'

/** Commands with their inputs in clear; what cannot be opened is kept as it came, and named. */
export const openCommands = async (unsentWork: UnsentWorkKeys, commands: readonly CommandEnvelope[]) => {
  const unread = new Set<string>()
  const opened = await Promise.all(
    commands.map(async ({ sealed, ...command }): Promise<CommandEnvelope> => {
      if (sealed === undefined) return command
      const text = await unsentWork.open(sealed, command.commandId)
      if (text !== undefined) return { ...command, input: JSON.parse(text) as unknown }
      unread.add(command.commandId)
      return { ...command, input: { sealed } }
    }),
  )
  return { commands: opened, unread }
}
