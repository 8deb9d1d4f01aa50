import type { ReminderChannelName } from '@thaiqm/contract/reminder/reminder-routes.ts'
import type { Language } from '@thaiqm/ui/words.ts'

const names: Readonly<Record<ReminderChannelName, { readonly th: string; readonly en: string }>> = {
  email: { th: 'อีเมล', en: 'E-mail' },
  line: { th: 'LINE', en: 'LINE' },
}

export const channelName = (channel: ReminderChannelName, language: Language): string => names[channel][language]
