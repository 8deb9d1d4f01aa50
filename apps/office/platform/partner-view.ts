import type { Actor } from '@thaiqm/core/access/actor.ts'

/** Agencies and partners see of a household only what was referred to them: no form, no timeline, no photographs. */
export const seesOnlyReferred = (actor: Pick<Actor, 'role'>): boolean =>
  actor.role === 'AGENCY' || actor.role === 'PARTNER'
