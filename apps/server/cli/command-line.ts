import { parseArgs } from 'node:util'
import { type Outcome, refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import { type Command, type CommandLine, commonOptions } from './command.ts'

export type CommandLineRefusal = 'command-unknown' | 'option-unknown' | 'option-missing' | 'word-missing'

/** The command whose name the arguments begin with; the longest name wins. */
export const findCommand = (commands: readonly Command[], args: readonly string[]): Command | undefined =>
  [...commands]
    .sort((a, b) => b.name.length - a.name.length)
    .find(({ name }) => name.split(' ').every((word, at) => args[at] === word))

/** Reads the arguments after the command's name. Nothing is guessed: an unknown option or a word too many is refused. */
export const readCommandLine = (
  command: Command,
  args: readonly string[],
): Outcome<CommandLine, Exclude<CommandLineRefusal, 'command-unknown'>> => {
  const options = { ...commonOptions, ...command.options }
  let parsed: ReturnType<typeof parseArgs>
  try {
    parsed = parseArgs({
      args: args.slice(command.name.split(' ').length),
      options: Object.fromEntries(
        Object.entries(options).map(([name, { value }]) => [
          name,
          { type: value === undefined ? 'boolean' : 'string' },
        ]),
      ),
      allowPositionals: true,
      strict: true,
    })
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException
    if (!code.startsWith('ERR_PARSE_ARGS')) throw error
    // The first sentence names the option; the rest advises on writing it.
    return refuse('option-unknown', { reason: message.split('. ')[0] ?? '' })
  }
  const { values, positionals: words } = parsed
  const line: CommandLine = { words, values: values as CommandLine['values'] }
  if (values.help === true) return succeed(line)
  if (words.length !== command.words.length) {
    const extra = words[command.words.length]
    return extra === undefined
      ? refuse('word-missing', { missing: command.words[words.length] ?? '' })
      : refuse('option-unknown', { reason: `Unexpected argument '${extra}'` })
  }
  const missing = Object.entries(options).find(([name, { required }]) => required && values[name] === undefined)
  return missing === undefined ? succeed(line) : refuse('option-missing', { option: `--${missing[0]}` })
}

const optionText = (name: string, value: string | undefined): string =>
  value === undefined ? `--${name}` : `--${name} ${value}`

/** One line: `thaiqm import baseline FILE --report FILE [--dry-run]`. */
export const usageOf = ({ name, words, options }: Command): string => {
  const parts = Object.entries(options).map(([option, { value, required }]) =>
    required ? optionText(option, value) : `[${optionText(option, value)}]`,
  )
  return ['thaiqm', name, ...words, ...parts].join(' ')
}

/** All of a command's options, in Thai and English. */
export const helpOf = (command: Command): string => {
  const options = Object.entries({ ...command.options, ...commonOptions })
  const width = Math.max(...options.map(([name, { value }]) => optionText(name, value).length))
  return [
    command.th,
    command.en,
    '',
    `  ${usageOf(command)}`,
    '',
    ...options.map(([name, { value, th, en }]) => `  ${optionText(name, value).padEnd(width)}  ${th} · ${en}`),
  ].join('\n')
}

/** What there is, a command a line. */
export const overview = (commands: readonly Command[]): string =>
  [
    'ThaiQM: คำสั่งที่ใช้ได้ · commands',
    '',
    ...commands.flatMap(command => [`  ${usageOf(command)}`, `      ${command.th} · ${command.en}`]),
    '',
    '  thaiqm COMMAND --help',
  ].join('\n')
