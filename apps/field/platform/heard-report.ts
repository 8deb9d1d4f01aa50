import type { DeviceReport } from '@thaiqm/contract/client/sync-client.ts'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import type { FieldDatabase } from './field-database.ts'

/** What the server said last of this device and when; of it stays what lies open on the phone, no share and no key. */
export type HeardReport = Omit<DeviceReport, 'share' | 'sealingKey'> & { readonly heardAt: Instant }

const KEY = 'report'

export const keepReport = async (
  { facts }: Pick<FieldDatabase, 'facts'>,
  { share: _share, sealingKey: _sealingKey, ...report }: DeviceReport,
  heardAt: Instant,
): Promise<void> => {
  await facts.put({ key: KEY, value: { ...report, heardAt } satisfies HeardReport })
}

/** Nothing before the first report; of one kept by an older app what that app knew of. */
export const readReport = async ({ facts }: Pick<FieldDatabase, 'facts'>): Promise<Partial<HeardReport>> =>
  ((await facts.get(KEY))?.value ?? {}) as Partial<HeardReport>
