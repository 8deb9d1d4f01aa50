import type { Send } from '@thaiqm/contract/client/call-route.ts'
import { send } from '../platform/api.ts'

export interface DeviceSendParts {
  readonly device: () => Promise<{ readonly deviceId: string; readonly key: string }>
  /** Whether the browser's session is this person's: on a shared phone it may be another's. */
  readonly hasSession: () => boolean
}

/** Sends as this device: by the session while it is this person's, and always with the device's own key beside it. */
export const createDeviceSend =
  ({ device, hasSession }: DeviceSendParts): Send =>
  async (url, init) => {
    const { deviceId, key } = await device()
    return send(url, {
      ...init,
      headers: { ...init.headers, authorization: `Device ${deviceId}.${key}` },
      credentials: hasSession() ? 'same-origin' : 'omit',
    } as typeof init)
  }
