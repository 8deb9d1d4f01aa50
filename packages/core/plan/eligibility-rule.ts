import { z } from 'zod'
import { idKind } from '../member/member.ts'

const th = z.string().regex(/[ก-๙]/)
const en = z.string().regex(/^[^ก-๙]+$/)
const fullYears = z.int().min(0).max(120)
const code = z.string().min(1).max(40)

/**
 * One condition that can be held against what is known of a household. `scope: member` and the first four are asked of
 * one and the same person: the member a hardship concerns, or any member living here where it is the whole household's.
 */
export const eligibilityTest = z.discriminatedUnion('needs', [
  /** Full years, both ends included. */
  z.strictObject({ needs: z.literal('age'), minAge: fullYears.optional(), maxAge: fullYears.optional() }),
  z.strictObject({ needs: z.literal('thai'), isThai: z.boolean() }),
  z.strictObject({ needs: z.literal('sex'), sex: z.enum(['male', 'female']) }),
  z.strictObject({ needs: z.literal('id-kind'), anyOf: z.array(idKind).min(1) }),
  /** Income per head and year against the line that holds in the year the household was surveyed. */
  z.strictObject({
    needs: z.literal('income'),
    line: z.enum(['BMN_INCOME', 'VULNERABLE', 'EEF']),
    /** true: the line itself is within; false: below it only. */
    mayEqual: z.boolean(),
  }),
  /** A card held, an occupation, a state of health: what was answered in the newest form. */
  z.strictObject({
    needs: z.literal('answer'),
    scope: z.enum(['household', 'member']),
    questionId: z.string().regex(/^Q[0-9A-Z]{3,5}$/),
    anyOf: z.array(code).min(1),
  }),
  /** Province, district, tambon or village codes in which the remedy is offered. */
  z.strictObject({ needs: z.literal('area'), codes: z.array(z.string().regex(/^\d{2}(\d{2}){0,3}$/)).min(1) }),
])
export type EligibilityTest = z.infer<typeof eligibilityTest>

/** One rule of a remedy: met when one of its tests is. All rules of a remedy have to be met. */
export const eligibilityRule = z.strictObject({
  anyOf: z.array(eligibilityTest).min(1),
  /** The rule as a phrase that can follow "ต้อง" and "must be". */
  th,
  en,
  sourceTh: th,
  sourceEn: en,
  /** false: taken from common knowledge; the office should confirm it against the announcement. */
  confirmed: z.boolean(),
})
export type EligibilityRule = z.infer<typeof eligibilityRule>

/** The income lines of a B.E. year in baht a person and year; null when none is known for it. */
export type IncomeLines = (line: 'BMN_INCOME' | 'VULNERABLE' | 'EEF', yearBe: number) => number | null
