import { day, instant } from '@thaiqm/core/ledger/day.ts'
import { householdId, meetingId } from '@thaiqm/core/ledger/identifiers.ts'
import { PLAN_DIMENSIONS } from '@thaiqm/core/papers/village-needs.ts'
import { z } from 'zod'
import { defineRoute } from '../wire/route.ts'

/** Papers are answered as DOCX, not as JSON: these are their addresses, each a plain GET but the letter's. */
export const referralLetterPath = '/api/papers/referral-letters/:agencyCode'
export const villageSheetPath = '/api/papers/village-needs/:area/sheet'
export const caseSheetPath = '/api/papers/households/:householdId/case-sheet'
export const minutesPath = '/api/papers/meetings/:meetingId/minutes'
export const timelinePaperPath = '/api/papers/households/:householdId/timeline'

const anyArea = z.string().regex(/^(\d{2}|\d{4}|\d{6}|\d{8})$/)

export const referralLetterParams = z.object({ agencyCode: z.string().regex(/^[A-Z]{2,20}$/) })

/** A `POST`: what is referred to in a letter is free text, which belongs in no address. */
export const referralLetterBody = z.object({
  area: anyArea.optional(),
  /** Restricted hardships only, in a letter marked ลับ; an ordinary letter never holds one. */
  secret: z.boolean().default(false),
  /** The number of this letter after the office's prefix, from its register: `123`, `ว 12`; empty leaves the place open. */
  number: z.string().max(20).default(''),
  /** Where one file holds letters to several receivers. */
  numbering: z.enum(['same', 'running']).default('same'),
  /** อ้างถึง: letters this one answers or follows. */
  references: z.array(z.string().min(1).max(300)).max(5).default([]),
  /** `all`: every case in a new letter · `new`: only those without a letter · `copy`: the letters that were made, as they were. */
  of: z.enum(['all', 'new', 'copy']).default('all'),
  /** Each receiver's letter refers, besides, to the last letter it had about the same hardships. */
  refersToEarlier: z.boolean().default(false),
  /** Not to be told that the number stands on another letter already: a circular, or meant so. */
  usedNumberIsMeant: z.boolean().default(true),
})

const letterName = z.object({ number: z.string(), writtenOn: day })

/** What was written to an agency so far about the cases that lie with it, before another letter is made. */
export const readLettersToAgency = defineRoute({
  method: 'GET',
  path: '/api/papers/referral-letters/:agencyCode/written',
  room: 'papers',
  access: 'signed-in',
  summary: 'Which of the cases with an agency went with which letter, and what a new letter would refer to',
  params: referralLetterParams,
  query: z.object({ area: anyArea.optional(), secret: z.enum(['0', '1']).default('0') }),
  reply: z.object({
    /** Cases that have not gone with a numbered letter yet. */
    unwritten: z.number().int(),
    /** The last ones first; `here` of the cases on it still lie with the agency in this area. */
    letters: z.array(letterName.extend({ cases: z.number().int(), here: z.number().int() })),
    /** What was written before about cases without a letter now: returned or lapsed, and sent again. */
    earlier: z.array(letterName),
  }),
})

/** A tambon or a village: what one local plan is made for. */
export const villageSheetParams = z.object({ area: z.string().regex(/^(\d{6}|\d{8})$/) })

export const villageNeedsQuery = z.object({
  /** `D2,D4` */
  dimensions: z
    .string()
    .regex(/^D[1-6](,D[1-6])*$/)
    .default(PLAN_DIMENSIONS.join(',')),
})

export const villageSheetQuery = villageNeedsQuery.extend({
  /** `open`: counts without names · `named`: the list for the closed committee, marked ลับ. */
  part: z.enum(['open', 'named']).default('open'),
})

export const householdPaperParams = z.object({ householdId })

export const minutesParams = z.object({ meetingId })

/** Papers of one household that are also printed from the screen. */
export const printedPaper = z.enum(['case-sheet', 'timeline'])
export type PrintedPaper = z.infer<typeof printedPaper>

export const recordPrint = defineRoute({
  method: 'POST',
  path: '/api/papers/households/:householdId/prints',
  room: 'papers',
  access: 'signed-in',
  summary:
    'Before a page of a household is printed from the screen: one line of the audit, answered with the moment it says',
  params: householdPaperParams,
  body: z.object({ paper: printedPaper }),
  reply: z.object({ printedAt: instant }),
})

export const listReferralLetters = defineRoute({
  method: 'GET',
  path: '/api/papers/referral-letters',
  room: 'papers',
  access: 'signed-in',
  summary: 'The letters an area has to write: for each agency how many cases are with it, ordinary and restricted',
  query: z.object({ area: anyArea.optional() }),
  reply: z.object({
    letters: z.array(
      z.object({
        agencyCode: z.string(),
        cases: z.number().int(),
        /** Only those the caller may see. */
        secretCases: z.number().int(),
        firstDueOn: day.nullable(),
      }),
    ),
    asOf: instant,
  }),
})

export const readVillageNeeds = defineRoute({
  method: 'GET',
  path: '/api/papers/village-needs/:area',
  room: 'papers',
  access: 'signed-in',
  summary:
    'What each village of a tambon, or one village, needs by kind: the open part of the sheet for the local plan',
  params: villageSheetParams,
  query: villageNeedsQuery,
  reply: z.object({
    villages: z.array(
      z.object({
        villageCode: z.string(),
        villageName: z.string(),
        problems: z.number().int(),
        households: z.number().int(),
        kinds: z.array(
          z.object({
            kindCode: z.string(),
            dimension: z.string(),
            problems: z.number().int(),
            households: z.number().int(),
            urgent: z.number().int(),
          }),
        ),
      }),
    ),
    asOf: instant,
  }),
})
