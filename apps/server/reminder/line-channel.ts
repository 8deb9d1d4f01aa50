import type { Delivery, ReminderChannel } from './reminder-channel.ts'

export interface LineSettings {
  /** Channel access token of a LINE Official Account. */
  readonly token: string
  /** Of the Messaging API; another one in tests. */
  readonly baseUrl?: string | undefined
}

const BASE_URL = 'https://api.line.me'
const PATIENCE_IN_MS = 20_000

/** LINE answers 409 where it has taken the same message (its retry key) before. */
const ALREADY_TAKEN = 409

const deliveryOf = (status: number): Delivery => {
  if (status < 300 || status === ALREADY_TAKEN) return { end: 'sent' }
  if (status === 429 || status >= 500) return { end: 'try-again', fault: 'channel-busy' }
  if (status === 401 || status === 403) return { end: 'turned-down', fault: 'channel-sign-in-refused' }
  return { end: 'turned-down', fault: status === 400 ? 'address-refused' : 'message-refused' }
}

/** The LINE Messaging API: one push to a user, group or room. The message's id is its retry key, good for 24 hours. */
export const lineChannel = ({ token, baseUrl = BASE_URL }: LineSettings): ReminderChannel => ({
  name: 'line',
  takesOnce: true,
  send: async (address, { messageId, lineText }) => {
    try {
      const answer = await fetch(`${baseUrl}/v2/bot/message/push`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'x-line-retry-key': messageId,
        },
        body: JSON.stringify({ to: address, messages: [{ type: 'text', text: lineText }] }),
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_IN_MS),
      })
      await answer.body?.cancel()
      return deliveryOf(answer.status)
    } catch {
      return { end: 'unsure', fault: 'channel-unreachable' }
    }
  },
  close: () => undefined,
})
