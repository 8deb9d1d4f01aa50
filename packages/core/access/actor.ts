import { type AreaRange, areaRange, emptyRange, wholeRange } from '../area/area-code.ts'
import type { HouseholdId, OrganisationId, PersonId, PlanActionId, PostId } from '../ledger/identifiers.ts'
import { areaRoles, type Role } from './role.ts'

/** A signed-in person under one post: who acts, in which role, over which area. */
export interface Actor {
  readonly personId: PersonId
  readonly name: string
  readonly position: string
  readonly postId: PostId
  readonly role: Role
  /** `''` means the whole country: only the system itself has that. */
  readonly areaCode: string
  readonly organisationId: OrganisationId | null
  readonly agencyCode: string | null
  /** Named by the district chief to handle restricted hardships (drugs, violence, mental health). */
  readonly designated: boolean
  /** May record after the recording deadline; such forms are flagged บันทึกหลังกำหนด. */
  readonly mayRecordLate: boolean
  /** Only of whoever answers through a one-time link: the one household and the one action it was made for. */
  readonly task?: { readonly householdId: HouseholdId; readonly planActionId: PlanActionId } | undefined
}

export const systemPersonId = '00000000-0000-7000-8000-000000000001' as PersonId

/** The system's own hand: imports started by the command line, the practice province, jobs. */
export const systemActor: Actor = {
  personId: systemPersonId,
  name: 'ระบบ ThaiQM',
  position: 'ระบบ',
  postId: '00000000-0000-7000-8000-000000000002' as PostId,
  role: 'PROV',
  areaCode: '',
  organisationId: null,
  agencyCode: null,
  designated: true,
  mayRecordLate: true,
}

export const isSystem = (actor: Actor): boolean => actor.personId === systemPersonId

/** The villages an actor may see: of SYS, DPO, agencies and partners none by area. */
export const actorRange = (actor: Actor): AreaRange => {
  if (isSystem(actor)) return wholeRange
  return areaRoles.includes(actor.role) && actor.areaCode !== '' ? areaRange(actor.areaCode) : emptyRange
}

/** Agencies and partners read what was referred to them, whatever its village; no area of their own opens a household. */
export const readsReferredOnly = (actor: Actor): boolean => actor.role === 'AGENCY' || actor.role === 'PARTNER'

/** The district chief and the officers of the district. */
export const isDistrictOfficer = (actor: Actor): boolean => actor.role === 'DCHIEF' || actor.role === 'DOFF'

/** A partner who is no state agency helps without knowing whom, until there is consent (domain brief 13.2). */
export const hidesIdentity = (actor: Actor): boolean => actor.role === 'PARTNER'

/**
 * Restricted hardships are for the district chief, officers the chief has designated, and the system (domain brief
 * 13.2). Whoever recorded one keeps seeing that one: `access/visible-problem`.
 */
export const seesRestricted = (actor: Actor): boolean =>
  isSystem(actor) || actor.role === 'DCHIEF' || (actor.role === 'DOFF' && actor.designated)
