import type { SupportLevel } from './problem.ts'

/** What the rules need to know of a problem kind; the catalogue holds the rest. */
export interface ProblemKindRule {
  readonly code: string
  readonly dimension: string
  readonly lifeStage: string
  readonly severity: 1 | 2 | 3
  readonly restricted: boolean
  readonly startLevel: SupportLevel
  readonly leadAgency: string
  /** What "แก้ไขแล้วเสร็จ" must be shown by. */
  readonly evidence: 'photo' | 'document' | 'word'
}
