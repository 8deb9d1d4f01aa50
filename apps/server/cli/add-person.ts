import { randomUUID } from 'node:crypto'
import { agencyByCode } from '@thaiqm/catalogue/catalogue.ts'
import { findRefusalSentence } from '@thaiqm/contract/refusal/refusals.ts'
import { systemActor } from '@thaiqm/core/access/actor.ts'
import { areaRoles, role } from '@thaiqm/core/access/role.ts'
import type { PersonId } from '@thaiqm/core/ledger/identifiers.ts'
import { addPersonInput } from '@thaiqm/core/person/person-command.ts'
import { makeOneTimePassword } from '../person/person-routes.ts'
import { findPeople } from '../person/person-store.ts'
import { inTransaction, systemScope } from '../platform/database/transaction.ts'
import { hashPassword } from '../platform/password.ts'
import { savePassword } from '../session/session-store.ts'
import { writeAudit } from '../sync/ledger-store.ts'
import { numbered, officeCommand } from '../sync/office-command.ts'
import { runCommands } from '../sync/run-commands.ts'
import { complain, exitCodes } from './cli-settings.ts'
import { type Command, type CommandLine, isOn, textOf } from './command.ts'
import { withServer } from './open-for-command.ts'
import { ensureReal } from './start-for-real.ts'

const inputOf = (line: CommandLine) =>
  addPersonInput.safeParse({
    username: textOf(line, 'username')?.trim().toLowerCase(),
    name: textOf(line, 'name'),
    position: textOf(line, 'position'),
    phone: null,
    posts: [
      {
        id: randomUUID(),
        role: textOf(line, 'role')?.toUpperCase(),
        areaCode: textOf(line, 'area') ?? '',
        organisationId: textOf(line, 'organisation') ?? null,
        agencyCode: textOf(line, 'agency') ?? null,
        designated: isOn(line, 'designated'),
        mayRecordLate: isOn(line, 'may-record-late'),
      },
    ],
  })

/** What is wrong with the options, for the sentence; undefined when nothing is. */
const faultOf = (line: CommandLine): string | undefined => {
  const input = inputOf(line)
  if (!input.success) {
    const names = input.error.issues.map(({ path }) => String(path.at(-1)))
    return [...new Set(names)].map(name => `--${name === 'areaCode' ? 'area' : name}`).join(', ')
  }
  const [post] = input.data.posts
  if (post !== undefined && areaRoles.includes(post.role) && post.areaCode === '') return '--area'
  if (post?.role === 'AGENCY' && post.agencyCode === null) return '--agency'
  return post?.agencyCode != null && !agencyByCode.has(post.agencyCode) ? '--agency' : undefined
}

export const addPersonCommand: Command = {
  name: 'person add',
  words: [],
  th: 'เพิ่มบัญชีผู้ใช้ และแสดงรหัสผ่านใช้ครั้งเดียว',
  en: 'Add a person with an account, and show a one-time password once',
  options: {
    username: { value: 'NAME', required: true, th: 'ชื่อผู้ใช้ a–z 0–9', en: 'username, a–z 0–9' },
    name: { value: 'NAME', required: true, th: 'ชื่อ-สกุล', en: 'full name' },
    position: { value: 'TEXT', required: true, th: 'ตำแหน่ง', en: 'position' },
    role: { value: 'ROLE', required: true, th: `บทบาท ${role.options.join(' ')}`, en: 'role' },
    area: { value: 'CODE', th: 'รหัสพื้นที่ที่ดูแล', en: 'code of the area kept' },
    agency: { value: 'CODE', th: 'รหัสหน่วยงาน', en: 'agency code' },
    organisation: { value: 'ID', th: 'รหัสภาคี', en: 'id of the partner' },
    designated: { th: 'ผู้ได้รับมอบหมายเรื่องลับ', en: 'designated for restricted hardships' },
    'may-record-late': { th: 'บันทึกหลังกำหนดได้', en: 'may record after the deadline' },
  },
  run: async (line, settings) => {
    const fault = faultOf(line)
    const input = inputOf(line)
    if (fault !== undefined || !input.success)
      return complain(settings, `ข้อมูลไม่ถูกต้อง: ${fault}`, `Not as it should be: ${fault}.`, exitCodes.notBegun)
    return withServer(settings, async server => {
      const stop = await ensureReal(settings, server)
      if (stop !== undefined) return stop
      const { parts } = server
      const people = await inTransaction(parts.db, systemScope, trx => findPeople(trx, parts.keys))
      if (people.some(({ username }) => username === input.data.username))
        return complain(
          settings,
          'มีชื่อผู้ใช้นี้อยู่แล้ว โปรดเลือกชื่ออื่น',
          'This username is taken: choose another.',
          exitCodes.notBegun,
        )
      const personId = randomUUID() as PersonId
      const now = parts.clock.now()
      const [receipt] = await runCommands(parts, {
        actor: systemActor,
        deviceId: randomUUID(),
        commands: numbered([officeCommand('person', personId, 'AddPerson', input.data)], now),
      })
      if (receipt?.outcome !== 'applied') {
        const code = receipt?.refusal?.code ?? 'server-could-not-judge'
        const { th, en } = findRefusalSentence(code) ?? { th: code, en: code }
        return complain(settings, th, en, exitCodes.notBegun)
      }
      const oneTimePassword = makeOneTimePassword()
      const passwordHash = await hashPassword(oneTimePassword)
      await inTransaction(parts.db, systemScope, async trx => {
        await savePassword(trx, personId, passwordHash, true)
        await writeAudit(trx, systemActor, [
          { at: now, act: 'ResetPassword', objectKind: 'person', objectId: personId, areaCode: null },
        ])
      })
      const { username } = input.data
      settings.out(
        isOn(line, 'json')
          ? JSON.stringify({ personId, username, oneTimePassword })
          : `ชื่อผู้ใช้ · username: ${username}\nรหัสผ่านใช้ครั้งเดียว · one-time password: ${oneTimePassword}`,
      )
      return exitCodes.done
    })
  },
}
