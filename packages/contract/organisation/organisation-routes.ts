import { organisationId } from '@thaiqm/core/ledger/identifiers.ts'
import { organisationDetails } from '@thaiqm/core/organisation/organisation-command.ts'
import { z } from 'zod'
import { defineRoute } from '../wire/route.ts'

export const organisationRow = organisationDetails.extend({ organisationId, version: z.number().int() })
export type OrganisationRow = z.infer<typeof organisationRow>

export const listOrganisations = defineRoute({
  method: 'GET',
  path: '/api/organisations',
  room: 'organisation',
  access: 'signed-in',
  summary: 'The seven partners at hand in an area',
  query: z.object({ area: z.string().optional() }),
  reply: z.object({ organisations: z.array(organisationRow) }),
})
