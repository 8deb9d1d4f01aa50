import type { CatalogueRules } from '@thaiqm/core/ledger/decision-context.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database/transaction.ts'
import type { SealingKeys } from '../platform/sealing.ts'

/** What every handler works with; made once at the start. */
export interface ServerParts {
  readonly db: Database
  readonly keys: SealingKeys
  readonly clock: Clock
  /** Backups lie on another disk or machine than the database: only then is a backed-up form truly safe. */
  readonly isBackupElsewhere?: boolean
  readonly catalogue: CatalogueRules
  readonly log: (event: string, details?: Readonly<Record<string, string | number | boolean | null>>) => void
}
