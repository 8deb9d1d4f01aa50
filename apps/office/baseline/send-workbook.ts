import { type UploadReply, uploadReply, uploadWorkbookPath } from '@thaiqm/contract/baseline/baseline-routes.ts'
import { type CallOutcome, routeAddress } from '@thaiqm/contract/client/call-route.ts'
import { refusalReply } from '@thaiqm/contract/wire/refusal-reply.ts'

/** Puts a workbook on the server, where it is read but nothing is imported yet. The bytes go raw: no form, no base64. */
export const sendWorkbook = async (file: File): Promise<CallOutcome<UploadReply>> => {
  try {
    const answer = await window.fetch(routeAddress(uploadWorkbookPath, {}, { fileName: file.name }), {
      method: 'POST',
      credentials: 'same-origin',
      headers: { accept: 'application/json', 'content-type': 'application/octet-stream' },
      body: file,
    })
    if (!(answer.headers.get('content-type') ?? '').includes('application/json')) return { ok: false, kind: 'offline' }
    const json: unknown = await answer.json()
    if (answer.ok) return { ok: true, value: uploadReply.parse(json) }
    const refused = refusalReply.safeParse(json)
    return refused.success
      ? { ok: false, kind: 'refused', status: answer.status, refusal: refused.data.refusal }
      : { ok: false, kind: 'server-fault', status: answer.status }
  } catch {
    return { ok: false, kind: 'offline' }
  }
}
