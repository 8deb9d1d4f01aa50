import type { Actor } from '@thaiqm/core/access/actor.ts'
import { mayCommand } from '@thaiqm/core/access/permission.ts'

export const reviewQueues = [
  'survey-awaiting-verification',
  'survey-awaiting-certification',
  'survey-returned',
  'household-with-conflict',
] as const
export type ReviewQueue = (typeof reviewQueues)[number]

/** The queue in the address, else the one that waits for this officer: the district certifies, the tambon verifies. */
export const queueFor = (text: string | undefined, actor: Actor): ReviewQueue =>
  reviewQueues.find(queue => queue === text) ??
  (mayCommand(actor, 'CertifySurvey') ? 'survey-awaiting-certification' : 'survey-awaiting-verification')
