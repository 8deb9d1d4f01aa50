import { instant } from '@thaiqm/core/ledger/day.ts'
import { householdId, problemId } from '@thaiqm/core/ledger/identifiers.ts'
import { profileFeatures } from '@thaiqm/core/plan/household-profile.ts'
import { trialOutcome } from '@thaiqm/core/plan/remedy-trial.ts'
import { z } from 'zod'
import { defineRoute } from '../wire/route.ts'

/** One rule of who may have a remedy, in words; `confirmed` false: the office should confirm it. */
const ruleInWords = z.object({
  th: z.string(),
  en: z.string(),
  sourceTh: z.string(),
  sourceEn: z.string(),
  confirmed: z.boolean(),
})

/** A remedy for one household, ranked: what it answers, who may have it, what is left of it, and what it has done here. */
export const remedyProposal = z.object({
  remedyId: z.string(),
  problemIds: z.array(problemId),
  verdict: z.enum(['eligible', 'no-rule', 'cannot-tell', 'not-eligible']),
  met: z.array(ruleInWords),
  failed: z.array(ruleInWords),
  toAsk: z.array(ruleInWords),
  /** Null where no partner of the area has said what it can give; `unit` empty where offers are in different units. */
  capacity: z.object({ quantityLeft: z.number(), unit: z.string(), offers: z.number().int() }).nullable(),
  /** Solved and stood in n of N households, told only from three on. */
  evidence: z
    .object({
      solved: z.number().int(),
      tried: z.number().int(),
      among: z.enum(['alike', 'area']),
      least: z.object({ same: z.number().int(), of: z.number().int() }).nullable(),
    })
    .nullable(),
  triedHere: trialOutcome.nullable(),
  /** Points in each respect; those for what worked are null where that may not be told. */
  score: z.object({
    problems: z.number(),
    eligibility: z.number(),
    capacity: z.number(),
    cost: z.number(),
    evidence: z.number().nullable(),
  }),
  /** Why it stands where it does, in one sentence. */
  reasonTh: z.string(),
  reasonEn: z.string(),
})
export type RemedyProposalView = z.infer<typeof remedyProposal>

export const readRemedies = defineRoute({
  method: 'GET',
  path: '/api/households/:householdId/remedies',
  room: 'plan',
  access: 'signed-in',
  summary: 'Remedies for all hardships of a household that the caller may see, best first, each with its reason',
  params: z.object({ householdId }),
  reply: z.object({
    asOf: instant,
    /** What the household is like, as far as it is known: what similar means. */
    profile: z.array(
      z.object({
        feature: z.enum(profileFeatures),
        th: z.string(),
        en: z.string(),
        known: z.enum(['yes', 'no', 'unknown']),
      }),
    ),
    proposals: z.array(remedyProposal),
    /** Causes behind more than one of the hardships. */
    sharedCauses: z.array(z.object({ cause: z.string(), problemIds: z.array(problemId) })),
  }),
})

const areaCode = z.string().regex(/^(\d{2}|\d{4}|\d{6})$/)

/** n came back of N that were solved; null where that would tell of fewer than three households. */
const told = z.object({ n: z.number().int(), of: z.number().int() }).nullable()

export const readRelapse = defineRoute({
  method: 'GET',
  path: '/api/relapse',
  room: 'plan',
  access: 'signed-in',
  summary: 'How often solved hardships came back: per kind, per remedy and per area below',
  query: z.object({ area: areaCode.optional() }),
  reply: z.object({
    asOf: instant,
    area: z.object({ areaCode: z.string(), nameTh: z.string(), nameEn: z.string() }),
    total: told,
    byKind: z.array(z.object({ kindCode: z.string(), told })),
    byRemedy: z.array(z.object({ kindCode: z.string(), remedyId: z.string(), told })),
    byArea: z.array(z.object({ areaCode: z.string(), nameTh: z.string(), nameEn: z.string(), told })),
  }),
})
