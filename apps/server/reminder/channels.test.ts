import { type LineServer, startLineServer } from '@thaiqm/testing/line-server.ts'
import { findClosedPort, type MailServer, startMailServer } from '@thaiqm/testing/mail-server.ts'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { lineChannel } from './line-channel.ts'
import { readReminderSettings } from './read-settings.ts'
import { smtpChannel } from './smtp-channel.ts'

const message = {
  messageId: '00000000-0000-4000-8000-000000000001',
  subject: 'แจ้งเตือนงาน ThaiQM 12 ม.ค. 2567: เกินกำหนด 3 เรื่อง · ครบกำหนดภายใน 7 วัน 5 เรื่อง',
  body: `เรียน ผู้ใช้งานระบบ ThaiQM\n\n${'เกินกำหนด 3 เรื่อง\n'.repeat(40)}\nhttps://thaiqm.example.go.th/today`,
  lineText: 'แจ้งเตือนงาน ThaiQM\n• เกินกำหนด 3 เรื่อง',
}
const from = 'ThaiQM <noreply@example.go.th>'

describe('e-mail', () => {
  let mail: MailServer
  beforeAll(async () => {
    mail = await startMailServer()
  })
  afterEach(() => {
    mail.mood = 'takes'
    mail.received.length = 0
  })
  afterAll(() => mail.close())
  const send = (address = 'somchai@example.go.th') => smtpChannel({ url: mail.url, from }).send(address, message)

  test('arrives whole, in Thai, at the one address, marked as automatic', async () => {
    expect(await send()).toEqual({ end: 'sent' })
    const [arrived] = mail.received
    expect(mail.received).toHaveLength(1)
    expect(arrived).toMatchObject({
      to: ['somchai@example.go.th'],
      subject: message.subject,
      messageId: `<${message.messageId}@thaiqm>`,
    })
    expect(arrived?.text.trimEnd()).toBe(message.body)
    expect(arrived?.raw).toMatch(/^Auto-Submitted: auto-generated/im)
  })

  test('a busy server is asked again; an unknown person is not', async () => {
    mail.mood = 'is-busy'
    expect(await send()).toEqual({ end: 'try-again', fault: 'channel-busy' })
    mail.mood = 'knows-no-such-person'
    expect(await send()).toEqual({ end: 'turned-down', fault: 'address-refused' })
    expect(mail.received).toEqual([])
  })

  test('a wrong password and a server that is away leave the message well', async () => {
    mail.mood = 'refuses-sign-in'
    expect(await send()).toEqual({ end: 'try-again', fault: 'channel-sign-in-refused' })
    const away = smtpChannel({ url: `smtp://127.0.0.1:${await findClosedPort()}`, from })
    expect(await away.send('somchai@example.go.th', message)).toEqual({
      end: 'try-again',
      fault: 'channel-unreachable',
    })
  })

  test('a connection lost after the text was handed over is in doubt', async () => {
    mail.mood = 'takes-and-hangs-up'
    expect(await send()).toEqual({ end: 'unsure', fault: 'connection-lost' })
    expect(mail.received).toHaveLength(1)
  })
})

describe('LINE', () => {
  let line: LineServer
  beforeAll(async () => {
    line = await startLineServer('a-token')
  })
  afterEach(() => {
    line.mood = 'takes'
    line.shown.length = 0
    line.calls.length = 0
  })
  afterAll(() => line.close())
  const to = `C${'0a'.repeat(16)}`
  const send = (token = 'a-token') => lineChannel({ token, baseUrl: line.baseUrl }).send(to, message)

  test('is pushed with the token to the one group, and shown once however often it is sent', async () => {
    expect(await send()).toEqual({ end: 'sent' })
    expect(await send()).toEqual({ end: 'sent' })
    expect(line.shown).toEqual([{ to, text: message.lineText, retryKey: message.messageId }])
  })

  test.each([
    [429, { end: 'try-again', fault: 'channel-busy' }],
    [500, { end: 'try-again', fault: 'channel-busy' }],
    [503, { end: 'try-again', fault: 'channel-busy' }],
    [400, { end: 'turned-down', fault: 'address-refused' }],
    [403, { end: 'turned-down', fault: 'channel-sign-in-refused' }],
    [404, { end: 'turned-down', fault: 'message-refused' }],
  ])('%d', async (status, delivery) => {
    line.mood = status
    expect(await send()).toEqual(delivery)
  })

  test('a wrong token is turned down, a broken connection is in doubt', async () => {
    expect(await send('another-token')).toEqual({ end: 'turned-down', fault: 'channel-sign-in-refused' })
    line.mood = 'hang-up'
    expect(await send()).toEqual({ end: 'unsure', fault: 'channel-unreachable' })
  })
})

describe('settings', () => {
  const read = (environment: Parameters<typeof readReminderSettings>[0]) => {
    const complaints: string[] = []
    const settings = readReminderSettings(environment, ({ en }) => complaints.push(en))
    for (const channel of settings.channels.values()) channel.close()
    return { channels: [...settings.channels.keys()], publicUrl: settings.publicUrl, complaints }
  }

  test('nothing set, nothing on, nothing said', () => {
    expect(read({})).toEqual({ channels: [], publicUrl: null, complaints: [] })
  })

  test('what is set is on', () => {
    const smtpUrl = 'smtps://thaiqm:secret@mail.example.go.th'
    expect(read({ smtpUrl, smtpFrom: from, lineToken: 't', publicUrl: 'https://thaiqm.example.go.th/' })).toEqual({
      channels: ['email', 'line'],
      publicUrl: 'https://thaiqm.example.go.th',
      complaints: [],
    })
  })

  test('half of a setting, or one that cannot be meant, is said and stays off', () => {
    expect(read({ smtpUrl: 'smtp://mail.example.go.th' }).complaints).toHaveLength(1)
    expect(read({ smtpUrl: 'https://mail.example.go.th', smtpFrom: from })).toMatchObject({ channels: [] })
    expect(read({ publicUrl: 'thaiqm.example.go.th' })).toEqual({
      channels: [],
      publicUrl: null,
      complaints: [expect.stringContaining('PUBLIC_URL')],
    })
  })
})
