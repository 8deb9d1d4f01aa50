import { loadUnsentPhoto, loadUnsentWork, type UnsentFile } from '../sync/unsent-file-routes.ts'
import { type CallFailure, type CallOutcome, callRoute, type Send } from './call-route.ts'

export interface HandedIn {
  readonly applied: number
  readonly alreadyApplied: number
  readonly parked: number
  readonly drafts: number
  readonly photos: number
  /** Photos the server did not take; they stay on the phone they came from. */
  readonly photosRefused: number
}

const AT_ONCE = 50

/** Pieces of a list, in order; one empty piece of an empty list. */
const pieces = <Item>(items: readonly Item[]): readonly (readonly Item[])[] => {
  const count = Math.max(1, Math.ceil(items.length / AT_ONCE))
  return Array.from({ length: count }, (_, at) => items.slice(at * AT_ONCE, (at + 1) * AT_ONCE))
}

/**
 * Hands a file of unsent work in, piece by piece: commands in their order, then drafts, then photos. Broken off anywhere it
 * is simply begun again: nothing counts twice.
 */
export const handInUnsentFile = async (send: Send, file: UnsentFile): Promise<CallOutcome<HandedIn>> => {
  const { deviceId, sealedDeviceKey, firstHeld } = file
  const from = { deviceId, sealedDeviceKey }
  const sum = { applied: 0, alreadyApplied: 0, parked: 0, drafts: 0, photos: 0, photosRefused: 0 }
  const work = [
    ...pieces(file.commands).map(commands => ({ commands: [...commands], drafts: [] as UnsentFile['drafts'] })),
    ...pieces(file.drafts).map(drafts => ({ commands: [] as UnsentFile['commands'], drafts: [...drafts] })),
  ]
  for (const piece of work) {
    if (piece.commands.length + piece.drafts.length === 0) continue
    const answer = await callRoute(send, loadUnsentWork, { body: { ...from, firstHeld, ...piece } })
    if (!answer.ok) return answer
    sum.applied += answer.value.applied
    sum.alreadyApplied += answer.value.alreadyApplied
    sum.parked += answer.value.parked
    sum.drafts += answer.value.drafts
  }
  const isUnreadable = (failure: CallFailure): boolean =>
    failure.kind === 'refused' && failure.refusal.code.startsWith('photo-')
  for (const photo of file.photos) {
    const answer = await callRoute(send, loadUnsentPhoto, { body: { ...from, ...photo } })
    if (answer.ok) sum.photos += 1
    else if (isUnreadable(answer)) sum.photosRefused += 1
    else return answer
  }
  return { ok: true, value: sum }
}
