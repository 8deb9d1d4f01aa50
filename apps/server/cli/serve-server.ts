import { loadPractice, PRACTICE_HOUSEHOLDS, PRACTICE_SEED } from '../practice/load-practice.ts'
import { type CliSettings, complain, exitCodes } from './cli-settings.ts'
import { type Command, type CommandLine, isOn, textOf } from './command.ts'
import { withServer } from './open-for-command.ts'

const households = {
  value: 'N',
  th: `จำนวนครัวเรือนของพื้นที่ฝึก (ปกติ ${PRACTICE_HOUSEHOLDS})`,
  en: `households of the practice province (ordinarily ${PRACTICE_HOUSEHOLDS})`,
} as const

/** A whole number of an option within bounds; undefined when it is none. */
const numberOf = (line: CommandLine, option: string, otherwise: number, least: number, most: number) => {
  const text = textOf(line, option)
  if (text === undefined) return otherwise
  const number = Number(text)
  return /^\d+$/.test(text) && number >= least && number <= most ? number : undefined
}

const badNumber = (settings: CliSettings, option: string, least: number, most: number): number =>
  complain(
    settings,
    `--${option} ต้องเป็นจำนวนเต็มตั้งแต่ ${least} ถึง ${most}`,
    `--${option} must be a whole number from ${least} to ${most}.`,
    exitCodes.notBegun,
  )

export const serveCommand: Command = {
  name: 'serve',
  words: [],
  th: 'เปิดเซิร์ฟเวอร์',
  en: 'Run the server',
  options: {
    practice: { th: 'เปิดพื้นที่ฝึก เมื่อโฟลเดอร์ข้อมูลยังว่าง', en: 'load the practice province into an empty data folder' },
    households,
    port: { value: 'PORT', th: 'พอร์ต', en: 'port' },
    host: { value: 'HOST', th: 'ที่อยู่ที่รับการเชื่อมต่อ', en: 'address to listen on' },
  },
  run: async (line, settings) => {
    const port = numberOf(line, 'port', settings.port, 0, 65_535)
    if (port === undefined) return badNumber(settings, 'port', 0, 65_535)
    const count = numberOf(line, 'households', PRACTICE_HOUSEHOLDS, 1, 1_000_000)
    if (count === undefined) return badNumber(settings, 'households', 1, 1_000_000)
    const { dataDir, databaseUrl, keysFile, backupDir } = settings
    const host = textOf(line, 'host') ?? settings.host
    return settings.serve({
      dataDir,
      databaseUrl,
      keysFile,
      backupDir,
      host,
      port,
      practice: isOn(line, 'practice'),
      households: count,
    })
  },
}

export const practiceCommand: Command = {
  name: 'practice',
  words: [],
  th: 'เตรียมพื้นที่ฝึกในโฟลเดอร์ข้อมูลที่ยังว่าง แล้วจบการทำงาน',
  en: 'Load the practice province into an empty data folder, and end',
  options: { households },
  run: async (line, settings) => {
    const count = numberOf(line, 'households', PRACTICE_HOUSEHOLDS, 1, 1_000_000)
    if (count === undefined) return badNumber(settings, 'households', 1, 1_000_000)
    return withServer(settings, async ({ parts, installation, isBesideServer }) => {
      if (isBesideServer || installation.current().mode !== 'empty')
        return complain(
          settings,
          'โฟลเดอร์ข้อมูลนี้ใช้งานอยู่แล้ว โปรดกำหนด --data-dir เป็นโฟลเดอร์ว่าง',
          'This data folder is in use already: choose an empty one with --data-dir.',
          exitCodes.notBegun,
        )
      const summary = await loadPractice(parts, {
        households: count,
        seed: PRACTICE_SEED,
        onProgress: (done, of) => settings.err(`${done}/${of}`),
      })
      const { practiceDay, provinceCode } = summary
      await installation.change({ mode: 'practice', practiceDay, provinceCode })
      settings.out(
        isOn(line, 'json')
          ? JSON.stringify(summary)
          : `เตรียมพื้นที่ฝึกแล้ว ${summary.households} ครัวเรือน · ${summary.households} practice households are ready`,
      )
      return exitCodes.done
    })
  },
}
