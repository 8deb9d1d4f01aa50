import { type CallFailure, type CallOutcome, callRoute, type Send } from '@thaiqm/contract/client/call-route.ts'
import { answerTask, keepTaskPhoto, readTask, taskAuthorization } from '@thaiqm/contract/plan/task-link-routes.ts'
import type { Route, RouteCall, RouteReply } from '@thaiqm/contract/wire/route.ts'
import type { PhotoHash } from '@thaiqm/core/ledger/identifiers.ts'
import type { Language } from '@thaiqm/ui/words.ts'
import { sha256 } from '../problem/sha-256.ts'

const LONGEST_SIDE = 1600

/** The picture made small for a weak signal, and without what the camera wrote into it; as it is where that fails. */
const smaller = async (file: File): Promise<Blob> => {
  try {
    const image = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = Math.min(1, LONGEST_SIDE / Math.max(image.width, image.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(image.width * scale)
    canvas.height = Math.round(image.height * scale)
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise<Blob>(resolve => canvas.toBlob(blob => resolve(blob ?? file), 'image/jpeg', 0.8))
  } catch {
    return file
  }
}

/** Calls of the page behind a one-time link: the token goes in a header, never into an address. */
export const taskCalls = (token: string) => {
  const sendWith =
    (headers: Record<string, string>, bytes?: Uint8Array<ArrayBuffer>): Send =>
    (url, init) =>
      window.fetch(url, {
        method: init.method,
        credentials: 'omit',
        headers: { ...init.headers, ...headers, authorization: taskAuthorization(token) },
        ...(bytes === undefined ? (init.body === undefined ? {} : { body: init.body }) : { body: bytes }),
      })
  const call = <R extends Route>(route: R, parts: RouteCall<R>): Promise<CallOutcome<RouteReply<R>>> =>
    callRoute(sendWith({}), route, parts)
  return {
    read: () => call(readTask, { body: {} }),
    answer: (body: RouteCall<typeof answerTask>['body']) => call(answerTask, { body }),
    /** Sends a photo and answers with its name. */
    keepPhoto: async (file: File): Promise<CallOutcome<{ readonly photoHash: PhotoHash }>> => {
      const picture = await smaller(file)
      const bytes = new Uint8Array(await picture.arrayBuffer())
      const photoHash = (await sha256(bytes)) as PhotoHash
      return callRoute(sendWith({ 'content-type': picture.type }, bytes), keepTaskPhoto, { params: { photoHash } })
    },
  }
}

/** Why a call did not go through, as a sentence; refusals bring their own. */
export const whyNot = (failure: CallFailure, language: Language): string => {
  if (failure.kind === 'refused') return language === 'th' ? failure.refusal.messageTh : failure.refusal.messageEn
  if (failure.kind === 'offline')
    return language === 'th'
      ? 'ไม่มีสัญญาณอินเทอร์เน็ต โปรดลองใหม่เมื่อมีสัญญาณ ข้อความที่กรอกไว้ยังอยู่'
      : 'No signal. Please try again when there is one; what you wrote is still here.'
  return language === 'th' ? 'ระบบขัดข้องชั่วคราว โปรดลองใหม่อีกครั้ง' : 'Something went wrong. Please try again.'
}
