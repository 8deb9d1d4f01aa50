import type { Outcome } from '@thaiqm/core/ledger/outcome.ts'
import type { Call, FindSender } from '../platform/http/answer-route.ts'
import type { Sender } from './receive-push.ts'

type Caller = Sender & Pick<Call<never>, 'deviceKey'>

/**
 * On a shared phone the session may be a colleague's: where that person does not own the device, one that shows its own key
 * speaks for its own person.
 */
export const speakForOwner = async <Reply>(
  findSender: FindSender,
  caller: Caller,
  deviceId: string,
  work: (sender: Sender) => Promise<Outcome<Reply, string>>,
): Promise<Outcome<Reply, string>> => {
  const done = await work(caller)
  if (done.ok || done.code !== 'device-cloned' || caller.deviceKey === null) return done
  const own = await findSender(null, { deviceId, key: caller.deviceKey })
  return own === null || own.actor.personId === caller.actor.personId ? done : work(own)
}
