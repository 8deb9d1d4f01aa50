import { addPersonCommand } from './add-person.ts'
import { backUpCommand, verifyBackupCommand } from './back-up.ts'
import { checkLedgerCommand } from './check-ledger.ts'
import { type CliSettings, complain, exitCodes } from './cli-settings.ts'
import { type Command, isOn, textOf } from './command.ts'
import { findCommand, helpOf, overview, readCommandLine, usageOf } from './command-line.ts'
import { importBaselineCommand } from './import-baseline.ts'
import { moveVillageCommand } from './move-village.ts'
import { restoreCommand } from './restore.ts'
import { practiceCommand, serveCommand } from './serve-server.ts'
import { showFiguresCommand } from './show-figures.ts'

export const commands: readonly Command[] = [
  serveCommand,
  practiceCommand,
  importBaselineCommand,
  showFiguresCommand,
  addPersonCommand,
  moveVillageCommand,
  checkLedgerCommand,
  backUpCommand,
  verifyBackupCommand,
  restoreCommand,
]

const isHelp = (word: string | undefined): boolean => word === 'help' || word === '--help' || word === '-h'

/** Runs what the arguments ask for; answers the exit code. What cannot be understood gets one sentence and the usage. */
export const runCli = async (args: readonly string[], settings: CliSettings): Promise<number> => {
  if (isHelp(args[0])) {
    settings.out(overview(commands))
    return exitCodes.done
  }
  const command = findCommand(commands, args)
  if (command === undefined) {
    const asked = args.filter(word => !word.startsWith('-')).join(' ')
    complain(
      settings,
      asked === '' ? 'โปรดระบุคำสั่ง' : `ไม่รู้จักคำสั่ง "${asked}"`,
      asked === '' ? 'A command is needed.' : `Unknown command "${asked}".`,
      exitCodes.notBegun,
    )
    settings.err(overview(commands))
    return exitCodes.notBegun
  }
  const line = readCommandLine(command, args)
  if (!line.ok) {
    const { reason = '', missing = '', option = '' } = line.details
    const sentences = {
      'option-unknown': [`เข้าใจคำสั่งไม่ได้: ${reason}`, `${reason}.`],
      'word-missing': [`ยังไม่ได้ระบุ ${missing}`, `${missing} is missing.`],
      'option-missing': [`ยังไม่ได้ระบุ ${option}`, `${option} is missing.`],
    } as const
    const [th, en] = sentences[line.code]
    complain(settings, th, en, exitCodes.notBegun)
    settings.err(usageOf(command))
    return exitCodes.notBegun
  }
  if (isOn(line.value, 'help')) {
    settings.out(helpOf(command))
    return exitCodes.done
  }
  return command.run(line.value, { ...settings, dataDir: textOf(line.value, 'data-dir') ?? settings.dataDir })
}
