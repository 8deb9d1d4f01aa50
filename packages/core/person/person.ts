import { z } from 'zod'
import type { Actor } from '../access/actor.ts'
import { role } from '../access/role.ts'
import { organisationId, type PersonId, postId } from '../ledger/identifiers.ts'

/** One post of a person: a role over an area or for an organisation. A person with several posts acts under one at a time. */
export const post = z.object({
  id: postId,
  role,
  /** Empty for roles that have no area. */
  areaCode: z.string().regex(/^(\d{2}|\d{4}|\d{6}|\d{8})?$/),
  organisationId: organisationId.nullable(),
  agencyCode: z.string().max(20).nullable(),
  designated: z.boolean(),
  mayRecordLate: z.boolean(),
})
export type Post = z.infer<typeof post>

/** Who works with the system: personal accounts only, never a shared one (domain brief 4). */
export interface Person {
  readonly id: PersonId
  readonly version: number
  readonly username: string
  readonly name: string
  readonly position: string
  readonly phone: string | null
  readonly posts: readonly Post[]
  readonly status: 'ACTIVE' | 'DISABLED'
}

export const actorOf = (person: Person, at: Post): Actor => ({
  personId: person.id,
  name: person.name,
  position: person.position,
  postId: at.id,
  role: at.role,
  areaCode: at.areaCode,
  organisationId: at.organisationId,
  agencyCode: at.agencyCode,
  designated: at.designated,
  mayRecordLate: at.mayRecordLate,
})
