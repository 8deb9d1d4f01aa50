import { randomUUID } from 'node:crypto'
import { areas, CURRENT_QUESTIONNAIRE } from '@thaiqm/catalogue/catalogue.ts'
import { systemActor } from '@thaiqm/core/access/actor.ts'
import { numbered, officeCommand } from '../sync/office-command.ts'
import { runCommands } from '../sync/run-commands.ts'
import { type CliSettings, complain, exitCodes } from './cli-settings.ts'
import type { Opened } from './open-for-command.ts'

/** The rounds of the ministry's letter of 28 November 2566; the province changes their days when others are set. */
const roundsOfTheLetter = [
  {
    kind: 'BASELINE',
    nameTh: 'ข้อมูลฐาน ThaiQM ปี 2565',
    nameEn: 'Baseline 2565',
    yearBe: 2565,
    opensOn: '2022-01-01',
    recordBy: '2022-12-31',
    resolveBy: '2022-12-31',
    graceDays: 0,
    formVersion: null,
  },
  {
    kind: 'RE_XRAY',
    nameTh: 'Re-X-Ray ปี 2567',
    nameEn: 'Re-X-Ray 2567',
    yearBe: 2567,
    opensOn: '2023-12-01',
    recordBy: '2024-01-31',
    resolveBy: '2024-09-30',
    graceDays: 7,
    formVersion: CURRENT_QUESTIONNAIRE,
  },
] as const

/**
 * Real work from the command line in a data folder nobody has set up makes it a real installation of the catalogue's
 * province, and says so. Answers an exit code when it may not go on: practice takes no real data.
 */
export const ensureReal = async (settings: CliSettings, server: Opened): Promise<number | undefined> => {
  const { parts, installation, isBesideServer } = server
  const { mode } = installation.current()
  if (mode === 'real') return undefined
  if (mode === 'practice')
    return complain(
      settings,
      'พื้นที่ฝึกไม่รับข้อมูลจริง โปรดกำหนด --data-dir เป็นโฟลเดอร์ของระบบจริง',
      'The practice province takes no real data: choose the data folder of a real installation with --data-dir.',
      exitCodes.notBegun,
    )
  if (isBesideServer)
    return complain(
      settings,
      'เซิร์ฟเวอร์นี้ยังไม่ได้ตั้งค่า โปรดตั้งค่าครั้งแรกในหน้าเว็บก่อน',
      'This server is not set up yet: finish the first run in the browser.',
      exitCodes.notBegun,
    )
  const provinceCode = areas.find(({ level }) => level === 'PROVINCE')?.code ?? null
  const commands = roundsOfTheLetter.map(round => officeCommand('round', randomUUID(), 'PlanRound', round))
  const receipts = await runCommands(parts, {
    actor: systemActor,
    deviceId: randomUUID(),
    commands: numbered(commands, parts.clock.now()),
  })
  const parked = receipts.find(({ outcome }) => outcome === 'parked')
  if (parked !== undefined) throw new Error(`the rounds could not be planned: ${parked.refusal?.code}`)
  await installation.change({ mode: 'real', provinceCode })
  settings.err('ตั้งค่าเป็นระบบจริงแล้ว ตามรอบสำรวจ 2565 และ 2567 · Set up as a real installation, rounds 2565 and 2567')
  return undefined
}
