import { z } from 'zod'
import type { Actor } from '../access/actor.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import type { OrganisationId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { sector } from '../plan/plan.ts'

/** ผู้ประสานงาน: whom the office calls there. Not an account; the telephone is sealed at rest. */
export const organisationContact = z.object({
  name: z.string().min(1).max(200),
  position: z.string().max(200),
  phone: z.string().max(40).nullable(),
})
export type OrganisationContact = z.infer<typeof organisationContact>

export const organisationDetails = z.object({
  nameTh: z.string().min(1).max(200),
  sector,
  agencyCode: z.string().max(20).nullable(),
  areaCode: z.string().regex(/^(\d{2}|\d{4}|\d{6}|\d{8})$/),
  contact: z.string().max(200),
  offers: z.string().max(1000),
  contacts: z.array(organisationContact).max(20).optional(),
  /** Areas it helps in besides `areaCode`. */
  otherAreaCodes: z
    .array(z.string().regex(/^(\d{2}|\d{4}|\d{6}|\d{8})$/))
    .max(50)
    .optional(),
  /** The post its letters are written to (เรียน …): `ผู้อำนวยการโรงพยาบาล…`; not said: guessed from the name. */
  letterTo: z.string().trim().min(1).max(200).optional(),
})

export const organisationCommandInputs = {
  AddOrganisation: organisationDetails,
  ChangeOrganisation: organisationDetails,
}

export type OrganisationCommandType = keyof typeof organisationCommandInputs

type Details = z.infer<typeof organisationDetails>

export interface OrganisationCommand {
  readonly type: OrganisationCommandType
  readonly input: Details
}

export type OrganisationEvent = { readonly type: 'OrganisationAdded' | 'OrganisationChanged' } & Details

/** One of the seven partners: an agency's local office, a temple, a firm, a foundation, a village group. */
export interface Organisation extends Details {
  readonly id: OrganisationId
  readonly version: number
}

export type OrganisationRefusal = 'not-permitted' | 'organisation-already-known' | 'organisation-unknown'

/** Officers of the district and the province keep the list of partners. */
export const keepsOrganisations = ({ role }: Actor): boolean => role === 'PROV' || role === 'DCHIEF' || role === 'DOFF'

export const decideOrganisationCommand = (
  known: Organisation | null,
  command: OrganisationCommand,
  { actor }: DecisionContext,
): Outcome<OrganisationEvent[], OrganisationRefusal> => {
  if (!keepsOrganisations(actor)) return refuse('not-permitted', { command: command.type })
  if (command.type === 'AddOrganisation') {
    return known === null
      ? succeed([{ type: 'OrganisationAdded', ...command.input }])
      : refuse('organisation-already-known')
  }
  return known === null ? refuse('organisation-unknown') : succeed([{ type: 'OrganisationChanged', ...command.input }])
}

export const evolveOrganisation = (
  id: OrganisationId,
  known: Organisation | null,
  { type: _type, ...details }: OrganisationEvent,
): Organisation => ({ ...details, id, version: (known?.version ?? 0) + 1 })
