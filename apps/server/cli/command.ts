import type { CliSettings } from './cli-settings.ts'

/** One option of a command, as it is written after two dashes. */
export interface CommandOption {
  /** Name of the value in the help; a switch has none. */
  readonly value?: string
  readonly required?: true
  readonly th: string
  readonly en: string
}

/** A command line that has been understood: only options the command has, its words, and nothing missing. */
export interface CommandLine {
  readonly words: readonly string[]
  readonly values: Readonly<Record<string, string | boolean | undefined>>
}

/** One thing the command line can do. */
export interface Command {
  /** The words that call it: `import baseline`. */
  readonly name: string
  /** Words it needs after its name, as the help shows them. */
  readonly words: readonly string[]
  readonly th: string
  readonly en: string
  readonly options: Readonly<Record<string, CommandOption>>
  run(line: CommandLine, settings: CliSettings): Promise<number>
}

export const textOf = ({ values }: CommandLine, option: string): string | undefined => {
  const value = values[option]
  return typeof value === 'string' ? value : undefined
}

export const isOn = ({ values }: CommandLine, option: string): boolean => values[option] === true

/** Every command has these. */
export const commonOptions: Readonly<Record<string, CommandOption>> = {
  'data-dir': { value: 'FOLDER', th: 'โฟลเดอร์ข้อมูล', en: 'data folder' },
  json: { th: 'แสดงผลเป็น JSON', en: 'write the result as JSON' },
  help: { th: 'แสดงวิธีใช้คำสั่งนี้', en: 'show how to use this command' },
}
