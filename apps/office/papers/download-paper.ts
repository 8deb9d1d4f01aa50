import { refusalReply } from '@thaiqm/contract/wire/refusal-reply.ts'
import { type Outcome, refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'

const FILE_NAME = /filename="([\w-]+\.docx)"/

/**
 * Asks for a paper by POST and hands it to the browser as a file. Refuses what the server refuses, and `paper-not-received`
 * (no connection or a fault; try again).
 */
export const downloadPaper = async (address: string, body: object): Promise<Outcome<null>> => {
  try {
    const answer = await window.fetch(address, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!answer.ok) {
      const refused = refusalReply.safeParse(await answer.json())
      return refused.success
        ? refuse(refused.data.refusal.code, refused.data.refusal.details)
        : refuse('paper-not-received')
    }
    const name = FILE_NAME.exec(answer.headers.get('content-disposition') ?? '')?.[1]
    if (name === undefined) return refuse('paper-not-received')
    const file = URL.createObjectURL(await answer.blob())
    const link = document.createElement('a')
    link.href = file
    link.download = name
    link.click()
    URL.revokeObjectURL(file)
    return succeed(null)
  } catch {
    return refuse('paper-not-received')
  }
}
