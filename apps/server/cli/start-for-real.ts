import { randomUUID } from 'node:crypto'
import { areas, CURRENT_QUESTIONNAIRE } from '@thaiqm/catalogue/catalogue.ts'
import { systemActor } from '@thaiqm/core/access/actor.ts'
import { type Day, dayOf } from '@thaiqm/core/ledger/day.ts'
import { defaultRounds } from '@thaiqm/core/round/default-rounds.ts'
import { numbered, officeCommand } from '../sync/office-command.ts'
import { runCommands } from '../sync/run-commands.ts'
import { type CliSettings, complain, exitCodes } from './cli-settings.ts'
import type { Opened } from './open-for-command.ts'

/** A baseline of the last round and a Re-X-Ray from today, by the fiscal year; the province changes them on the rounds' page. */
const firstRounds = (today: Day) => {
  const { baselineYearBe, ...dates } = defaultRounds(today)
  const baseline = {
    opensOn: `${baselineYearBe - 543}-01-01`,
    recordBy: `${baselineYearBe - 543}-12-31`,
    resolveBy: `${baselineYearBe - 543}-12-31`,
  }
  return [
    {
      ...baseline,
      kind: 'BASELINE',
      nameTh: `ข้อมูลฐาน ThaiQM ปี ${baselineYearBe}`,
      nameEn: `Baseline ${baselineYearBe}`,
      yearBe: baselineYearBe,
      graceDays: 0,
      formVersion: null,
    },
    {
      ...dates,
      kind: 'RE_XRAY',
      nameTh: `Re-X-Ray ปี ${dates.yearBe}`,
      nameEn: `Re-X-Ray ${dates.yearBe}`,
      graceDays: 7,
      formVersion: CURRENT_QUESTIONNAIRE,
    },
  ]
}

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
  const commands = firstRounds(dayOf(parts.clock.now())).map(round =>
    officeCommand('round', randomUUID(), 'PlanRound', round),
  )
  const receipts = await runCommands(parts, {
    actor: systemActor,
    deviceId: randomUUID(),
    commands: numbered(commands, parts.clock.now()),
  })
  const parked = receipts.find(({ outcome }) => outcome === 'parked')
  if (parked !== undefined) throw new Error(`the rounds could not be planned: ${parked.refusal?.code}`)
  await installation.change({ mode: 'real', provinceCode })
  settings.err(
    'ตั้งค่าเป็นระบบจริงแล้ว โปรดตรวจวันของรอบสำรวจในหน้า “รอบสำรวจและกำหนดเวลา” · Set up as a real installation; check the days of its rounds',
  )
  return undefined
}
