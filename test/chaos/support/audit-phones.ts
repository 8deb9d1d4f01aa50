import { connectOnce } from '../../../apps/server/platform/database/connect.ts'
import type { Phone } from './phone.ts'

/** What the database says of what phones were told. */
export interface PhoneAudit {
  readonly acknowledged: number
  readonly lost: number
  readonly broken: readonly string[]
}

interface CommandRow {
  readonly command_id: string
  readonly outcome: string
  readonly sequence: number
  readonly facts: number
}

/** What a phone had been told before the database was asked: it goes on working meanwhile. */
const toldOf = (phone: Phone) => ({ receipts: [...phone.receipts], sentUpTo: phone.state().sentUpTo })

const auditPhone = (
  phone: Phone,
  told: ReturnType<typeof toldOf>,
  rows: readonly CommandRow[],
  upTo: number,
): PhoneAudit => {
  const byId = new Map(rows.map(row => [row.command_id, row]))
  const broken: string[] = []
  let lost = 0
  for (const [id, receipt] of told.receipts) {
    const row = byId.get(id)
    if (receipt.outcome === 'parked') broken.push(`good work was parked: ${receipt.refusal?.code}`)
    else if (row === undefined || row.facts === 0) lost += 1
    if (row !== undefined && row.sequence !== phone.made.get(id)?.sequence) broken.push('a command has another number')
  }
  // Whatever the server holds, acknowledged or not, has had its effect once.
  for (const row of rows) {
    if (row.outcome === 'applied' && row.facts !== 1) broken.push(`a command has ${row.facts} facts instead of one`)
    if (row.outcome !== 'applied') broken.push(`a command is ${row.outcome}`)
    if (!phone.made.has(row.command_id)) broken.push('a command nobody made')
  }
  const sequences = rows.map(row => row.sequence).sort((a, b) => a - b)
  if (sequences.some((sequence, index) => sequence !== index + 1)) broken.push('the numbers of a device have a gap')
  if (upTo !== sequences.length) broken.push(`a device's mark is ${upTo}, its commands are ${sequences.length}`)
  if (told.sentUpTo > upTo) broken.push(`a phone was told ${told.sentUpTo}, the server stands at ${upTo}`)
  return { acknowledged: told.receipts.length, lost, broken }
}

/** Holds every receipt of these phones against the database, read past every wall. */
export const auditPhones = async (databaseUrl: string, phones: readonly Phone[]): Promise<PhoneAudit> => {
  const client = await connectOnce(databaseUrl)
  try {
    const audits: PhoneAudit[] = []
    for (const phone of phones) {
      const told = toldOf(phone)
      await client.query('begin isolation level repeatable read')
      const { rows } = await client.query<CommandRow>(
        `select command_id::text, outcome, sequence,
           (select count(*)::int from ledger_events e where e.ledger_id = c.ledger_id and e.command_id = c.command_id) as facts
         from commands c where device_id = $1`,
        [phone.deviceId()],
      )
      const marks = await client.query<{ up_to: number }>('select up_to from devices where device_id = $1', [
        phone.deviceId(),
      ])
      await client.query('commit')
      audits.push(auditPhone(phone, told, rows, marks.rows[0]?.up_to ?? 0))
    }
    return {
      acknowledged: audits.reduce((sum, audit) => sum + audit.acknowledged, 0),
      lost: audits.reduce((sum, audit) => sum + audit.lost, 0),
      broken: [...new Set(audits.flatMap(audit => audit.broken))],
    }
  } finally {
    await client.end()
  }
}

/** What the phones' requests met that they must never meet. */
export const roughnessOf = (
  phones: readonly Phone[],
): { readonly broken: readonly string[]; readonly remark: string } => {
  const sum = (name: keyof Phone['rough']) => phones.reduce((all, { rough }) => all + rough[name], 0)
  const broken = [
    ...(sum('hung') > 0 ? [`${sum('hung')} requests hung`] : []),
    ...(sum('faults') > 0 ? [`${sum('faults')} answers of 500`] : []),
    ...(sum('withoutRetryAfter') > 0 ? [`${sum('withoutRetryAfter')} answers of 503 without Retry-After`] : []),
  ]
  return { broken, remark: `${sum('unavailable')} × 503 + Retry-After, ${sum('cutOff')} × cut off` }
}
