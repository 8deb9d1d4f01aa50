import { sql } from 'kysely'
import type { Scoped } from '../platform/database/transaction.ts'

/** Whether households recorded before there were such trials and duties still lack their rows; held until the end. */
export const needsFilling = async (trx: Scoped): Promise<boolean> => {
  const { rows } = await sql<{ is_done: boolean }>`select is_done from remedy_filling for update`.execute(trx)
  return rows[0]?.is_done === false
}

export const endFilling = async (trx: Scoped): Promise<void> => {
  await sql`update remedy_filling set is_done = true`.execute(trx)
}
