import { villageCode } from '@thaiqm/core/area/area-code.ts'
import { householdId } from '@thaiqm/core/ledger/identifiers.ts'
import { z } from 'zod'
import { householdRow } from '../household/household-routes.ts'
import { defineRoute } from '../wire/route.ts'

/** Why a household may be the one asked about: the house code, the house number in the village, a person's number. */
export const likeness = z.enum(['same-house-code', 'same-house-number', 'same-person'])
export type Likeness = z.infer<typeof likeness>

export const possibleDuplicate = z.object({
  household: householdRow,
  why: z.array(likeness),
  /** Said to be another family in the same house, and no person stands in both: not a duplicate. */
  isOtherFamily: z.boolean(),
})
export type PossibleDuplicate = z.infer<typeof possibleDuplicate>

export const findPossibleDuplicates = defineRoute({
  method: 'POST',
  path: '/api/possible-duplicates',
  room: 'merger',
  access: 'signed-in',
  summary: 'Households within the caller’s area that may be the one about to be recorded, or recorded twice',
  body: z.object({
    areaCode: villageCode,
    houseCode: z.string().max(20).nullable(),
    houseNumber: z.string().max(40),
    sequenceInHouse: z.number().int().min(1).max(20),
    nationalNumbers: z.array(z.string().max(20)).max(60),
    /** The household itself, when it is recorded already. */
    except: householdId.nullable(),
  }),
  reply: z.object({ found: z.array(possibleDuplicate) }),
})
