import { lineChannel } from './line-channel.ts'
import type { ReminderChannel, ReminderSettings } from './reminder-channel.ts'
import { smtpChannel } from './smtp-channel.ts'

/** What `main.ts` read from the environment about reminders. */
export interface ReminderEnvironment {
  readonly smtpUrl?: string | undefined
  readonly smtpFrom?: string | undefined
  readonly lineToken?: string | undefined
  readonly publicUrl?: string | undefined
}

const isUrlOf = (text: string, protocols: readonly string[]): boolean =>
  URL.canParse(text) && protocols.includes(new URL(text).protocol)

interface Complaint {
  readonly th: string
  readonly en: string
}

/**
 * Makes the channels that the settings ask for. A setting that cannot be meant is said and its channel stays off: a server
 * that cannot remind still has to serve.
 */
export const readReminderSettings = (
  environment: ReminderEnvironment,
  complain: (complaint: Complaint) => void,
): ReminderSettings => {
  const { smtpUrl, smtpFrom, lineToken, publicUrl } = environment
  const channels: ReminderChannel[] = []
  if (smtpUrl !== undefined || smtpFrom !== undefined) {
    if (smtpUrl !== undefined && smtpFrom !== undefined && isUrlOf(smtpUrl, ['smtp:', 'smtps:']))
      channels.push(smtpChannel({ url: smtpUrl, from: smtpFrom }))
    else
      complain({
        th: 'ยังไม่เปิดการแจ้งเตือนทางอีเมล: โปรดกำหนด SMTP_URL (smtp:// หรือ smtps://) และ SMTP_FROM ให้ครบ',
        en: 'Reminders by e-mail stay off: set both SMTP_URL (smtp:// or smtps://) and SMTP_FROM.',
      })
  }
  if (lineToken !== undefined && lineToken !== '') channels.push(lineChannel({ token: lineToken }))
  const isPublicUrl = publicUrl !== undefined && isUrlOf(publicUrl, ['http:', 'https:'])
  if (publicUrl !== undefined && !isPublicUrl)
    complain({
      th: 'PUBLIC_URL ต้องเป็นที่อยู่แบบ https หรือ http ทั้งบรรทัด การแจ้งเตือนจะยังไม่มีลิงก์',
      en: 'PUBLIC_URL must be a whole https or http address; reminders will carry no link.',
    })
  return {
    channels: new Map(channels.map(channel => [channel.name, channel])),
    publicUrl: isPublicUrl ? publicUrl.replace(/\/+$/, '') : null,
  }
}
