import { findRefusalSentence, type RefusalCode } from '@thaiqm/contract/refusal/refusals.ts'
import { writeSentence } from '@thaiqm/contract/refusal/sentence.ts'
import type { RefusalReply } from '@thaiqm/contract/wire/refusal-reply.ts'
import type { Refusal, RefusalDetails } from '@thaiqm/core/ledger/outcome.ts'

const statusByCode: Partial<Record<RefusalCode, number>> = {
  'sign-in-needed': 401,
  'sign-in-wrong': 401,
  'sign-in-too-often': 429,
  'not-permitted': 403,
  'token-wrong': 403,
  'practice-only': 403,
  'not-found': 404,
  'task-link-not-open': 404,
  'upload-gone': 404,
  'not-well-formed': 400,
  'try-again-soon': 503,
  'cannot-keep-now': 503,
  'no-room-on-server': 503,
}

/** What a route answers when it refuses. What lies outside the caller's area looks exactly like what is not there. */
export const refusalAnswer = (refusal: Refusal): { status: number; body: RefusalReply } => {
  const sentence = findRefusalSentence(refusal.code) ?? { th: refusal.code, en: refusal.code }
  return {
    status: statusByCode[refusal.code as RefusalCode] ?? 409,
    body: {
      refusal: {
        code: refusal.code,
        details: copyDetails(refusal.details),
        messageTh: writeSentence(sentence.th, refusal.details),
        messageEn: writeSentence(sentence.en, refusal.details),
      },
    },
  }
}

/** Details as they cross the wire: plain and changeable, as the schema of a reply wants them. */
export const copyDetails = (details: RefusalDetails): RefusalReply['refusal']['details'] =>
  Object.fromEntries(
    Object.entries(details).map(([name, value]) => [
      name,
      Array.isArray(value) ? [...value] : (value as string | number | boolean),
    ]),
  )
