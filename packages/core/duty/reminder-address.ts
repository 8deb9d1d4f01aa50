/** E-mail as it is written between people: one @, a domain with a dot, no space, and nothing that could begin a second address. */
const EMAIL = /^[^\s@<>,;:"()[\]\\]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/

/** Ids of the LINE Messaging API: U… a user, C… a group, R… a room. */
const LINE_ID = /^[UCR][0-9a-f]{32}$/

/** Whether a reminder could be sent to this address at all; whether it is somebody's own is shown by a code. */
export const isReminderAddress = (channel: 'email' | 'line', address: string): boolean =>
  channel === 'email' ? address.length <= 254 && EMAIL.test(address) : LINE_ID.test(address)
