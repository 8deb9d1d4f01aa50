import { instant } from '@thaiqm/core/ledger/day.ts'
import { householdId, personId, surveyId } from '@thaiqm/core/ledger/identifiers.ts'
import { z } from 'zod'
import { defineRoute } from '../wire/route.ts'

/** A form being filled in, as the server keeps it for its holder. The id is the survey's own. */
export const keptDraft = z.object({
  draftId: surveyId,
  householdId,
  areaCode: z.string().regex(/^\d{8}$/),
  /** Rises with every change; an older one never replaces a newer. */
  revision: z.number().int().min(1),
  changedAt: instant,
  holderId: personId,
  holderName: z.string(),
  /** Who handed it over to the holder; null when the holder began it. */
  fromName: z.string().nullable(),
  content: z.unknown(),
})
export type KeptDraft = z.infer<typeof keptDraft>

export const saveDraft = defineRoute({
  method: 'PUT',
  path: '/api/drafts/:draftId',
  room: 'survey',
  access: 'device',
  summary: 'Keeps a form being filled in, so that a drowned phone loses nothing that had a link',
  params: z.object({ draftId: surveyId }),
  body: z.object({
    householdId,
    areaCode: z.string().regex(/^\d{8}$/),
    revision: z.number().int().min(1),
    changedAt: instant,
    /** The draft as JSON, in clear or sealed to the server's public key with the draft id beside it. */
    content: z.unknown().optional(),
    sealed: z.string().max(4_000_000).optional(),
  }),
  reply: z.object({ revision: z.number().int() }),
})

export const listDrafts = defineRoute({
  method: 'GET',
  path: '/api/drafts',
  room: 'survey',
  access: 'signed-in',
  summary: 'Forms being filled in that the caller holds, on whatever phone they were begun',
  reply: z.object({ drafts: z.array(keptDraft) }),
})

export const removeDraft = defineRoute({
  method: 'DELETE',
  path: '/api/drafts/:draftId',
  room: 'survey',
  access: 'device',
  summary: 'The form was sent or given up: the server keeps its draft no longer',
  params: z.object({ draftId: surveyId }),
  reply: z.object({}),
})

export const handOverDraft = defineRoute({
  method: 'POST',
  path: '/api/drafts/:draftId/hand-over',
  room: 'survey',
  access: 'signed-in',
  summary: 'Hands a form being filled in to a colleague of the area, who goes on with it',
  params: z.object({ draftId: surveyId }),
  body: z.object({ toPersonId: personId }),
  reply: z.object({}),
})

export const listDraftColleagues = defineRoute({
  method: 'GET',
  path: '/api/drafts/:draftId/colleagues',
  room: 'survey',
  access: 'signed-in',
  summary: 'Who could go on with a form being filled in: people who may survey its village',
  params: z.object({ draftId: surveyId }),
  reply: z.object({ people: z.array(z.object({ personId, name: z.string(), position: z.string() })) }),
})
