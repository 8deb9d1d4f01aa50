import { Readable } from 'node:stream'
import { createTransport } from 'nodemailer'
import type { Delivery, ReminderChannel } from './reminder-channel.ts'

export interface SmtpSettings {
  /** `smtps://user:password@mail.example.go.th:465` or `smtp://…:587`. */
  readonly url: string
  /** Whom messages come from: `ThaiQM <noreply@example.go.th>`. */
  readonly from: string
}

const SECOND = 1000

interface SmtpFailure {
  readonly code?: string
  readonly command?: string
  readonly responseCode?: number
}

/** What a failed try means; `wasHandedOver`: we were past signing in, and the text was on its way. */
const deliveryOf = ({ code, command, responseCode }: SmtpFailure, wasHandedOver: boolean): Delivery => {
  // Wrong account or password is for the administrator to mend: the message itself is well.
  if (code === 'EAUTH' || code === 'ENOAUTH') return { end: 'try-again', fault: 'channel-sign-in-refused' }
  if (code === 'EENVELOPE' && responseCode === undefined) return { end: 'turned-down', fault: 'address-refused' }
  if (responseCode === undefined)
    return wasHandedOver
      ? { end: 'unsure', fault: 'connection-lost' }
      : { end: 'try-again', fault: 'channel-unreachable' }
  if (responseCode < 500) return { end: 'try-again', fault: 'channel-busy' }
  return { end: 'turned-down', fault: command === 'RCPT TO' ? 'address-refused' : 'message-refused' }
}

/** E-mail. The text is given as a stream, which is read only once we have signed in: so we know how far a try has come. */
export const smtpChannel = ({ url, from }: SmtpSettings): ReminderChannel => {
  const transport = createTransport({
    url,
    connectionTimeout: 15 * SECOND,
    greetingTimeout: 15 * SECOND,
    socketTimeout: 60 * SECOND,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    name: 'email',
    takesOnce: false,
    send: async (address, { messageId, subject, body }) => {
      let wasHandedOver = false
      const text = Readable.from(
        (function* () {
          wasHandedOver = true
          yield body
        })(),
      )
      try {
        await transport.sendMail({
          from,
          to: { name: '', address },
          subject,
          text,
          messageId: `<${messageId}@thaiqm>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
        return { end: 'sent' }
      } catch (error) {
        return deliveryOf(error as SmtpFailure, wasHandedOver)
      }
    },
    close: () => transport.close(),
  }
}
