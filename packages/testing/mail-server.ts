import { type AddressInfo, createServer } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface ReceivedMail {
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  readonly messageId: string
  readonly raw: string
}

/** What the server does with the next messages, until told otherwise. */
export type MailServerMood = 'takes' | 'is-busy' | 'knows-no-such-person' | 'takes-and-hangs-up' | 'refuses-sign-in'

export interface MailServer {
  readonly url: string
  readonly received: ReceivedMail[]
  mood: MailServerMood
  close(): Promise<void>
}

const decodeWords = (text: string): string =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, how: string, body: string) =>
      how.toUpperCase() === 'B'
        ? Buffer.from(body, 'base64').toString('latin1')
        : body
            .replaceAll('_', ' ')
            .replace(/=([0-9A-F]{2})/gi, (__, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    )

const fromLatin = (text: string): string => Buffer.from(text, 'latin1').toString('utf8')

const headerOf = (head: string, name: string): string => {
  const line = new RegExp(`^${name}:\\s*((?:.|\\r\\n[ \\t])*)`, 'im').exec(head)?.[1] ?? ''
  return fromLatin(decodeWords(line.replace(/\r\n[ \t]/g, ' '))).trim()
}

const quotedPrintable = (text: string): string =>
  fromLatin(
    text
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  )

const readMail = (raw: string, to: readonly string[]): ReceivedMail => {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n')
  const how = headerOf(head, 'Content-Transfer-Encoding').toLowerCase()
  const text =
    how === 'base64'
      ? Buffer.from(body, 'base64').toString('utf8')
      : how === 'quoted-printable'
        ? quotedPrintable(body)
        : body
  return {
    to,
    subject: headerOf(head, 'Subject'),
    messageId: headerOf(head, 'Message-ID'),
    text: text.replaceAll('\r\n', '\n'),
    raw,
  }
}

const refusal = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode })

/** A real SMTP server on this machine that keeps what it is sent, and fails as it is told to. */
export const startMailServer = async (): Promise<MailServer> => {
  const received: ReceivedMail[] = []
  const state: { mood: MailServerMood } = { mood: 'takes' }
  const smtp = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    allowInsecureAuth: true,
    onAuth: (auth, _session, callback) =>
      state.mood === 'refuses-sign-in'
        ? callback(new Error('who are you'))
        : callback(null, { user: auth.username ?? '' }),
    onRcptTo: (_address, _session, callback) =>
      state.mood === 'knows-no-such-person' ? callback(refusal(550, 'no such person')) : callback(),
    onData: (stream, session, callback) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        if (state.mood === 'is-busy') return callback(refusal(451, 'come again'))
        received.push(
          readMail(
            Buffer.concat(parts).toString('latin1'),
            session.envelope.rcptTo.map(({ address }) => address),
          ),
        )
        if (state.mood === 'takes-and-hangs-up') for (const socket of sockets) socket.destroy()
        else callback()
      })
    },
  })
  const sockets = new Set<{ destroy(): void }>()
  smtp.server.on('connection', socket => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  smtp.on('error', () => undefined)
  const listening = smtp.listen(0, '127.0.0.1')
  await new Promise(resolve => listening.once('listening', resolve))
  const { port } = listening.address() as AddressInfo
  return {
    url: `smtp://thaiqm:secret@127.0.0.1:${port}`,
    received,
    get mood() {
      return state.mood
    },
    set mood(mood) {
      state.mood = mood
    },
    close: () => new Promise(resolve => smtp.close(() => resolve())),
  }
}

/** A port of this machine on which nobody listens. */
export const findClosedPort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}
