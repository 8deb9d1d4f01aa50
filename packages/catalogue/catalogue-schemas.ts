import { eligibilityRule } from '@thaiqm/core/plan/eligibility-rule.ts'
import { z } from 'zod'

/** The shapes of the catalogue's data files. Codes are the ones officers know; labels are Thai with English beside. */
const th = z.string().regex(/[ก-๙]/)
const en = z.string().regex(/^[^ก-๙]+$/)
const code = z.string().regex(/^[A-Z][A-Z0-9_]{1,29}$/)

export const codedName = z.strictObject({ code, th, en })
/** One entry of a pick-list. */
export type CodedName = z.infer<typeof codedName>

export const dimension = codedName.extend({
  /** One of TPMAP's five; D6 is ours. */
  isTpmap: z.boolean(),
})
export type Dimension = z.infer<typeof dimension>
export const dimensionCode = z.enum(['D1', 'D2', 'D3', 'D4', 'D5', 'D6'])
export type DimensionCode = z.infer<typeof dimensionCode>

export const lifeStageCode = z.enum(['PREG', 'EARLY', 'SCHOOL', 'YOUTH', 'WORK', 'ELDER', 'ANY', 'HH'])
export type LifeStageCode = z.infer<typeof lifeStageCode>
export const lifeStage = codedName.extend({
  code: lifeStageCode,
  /** Full years on the day of the visit, both ends included; null: not bounded by age. */
  fromAge: z.int().nullable(),
  toAge: z.int().nullable(),
})
export type LifeStage = z.infer<typeof lifeStage>

/** The seven partners in the order of the letter of the Ministry of Interior. */
export const sectorCode = z.enum(['GOV', 'ACAD', 'REL', 'PRIV', 'PEOP', 'CSO', 'MEDIA'])
export type SectorCode = z.infer<typeof sectorCode>
export const sector = codedName.extend({ code: sectorCode, whoTh: th, helpTh: th })
export type Sector = z.infer<typeof sector>

export const agency = codedName.extend({
  shortTh: th,
  /** What offices call it in their sheets. */
  alsoWritten: z.array(th),
  /** Where its help is counted. The Red Cross is counted under the state here. */
  sector: sectorCode,
  /**
   * The post a letter to it is written to, from a province's office and, where it has a head of its own there, from a district's.
   * `{province}`, `{district}`, `{tambon}` stand for names. Left out where it is many bodies without one head.
   */
  letterTo: z.strictObject({ province: th, district: th.optional() }).optional(),
})
export type Agency = z.infer<typeof agency>

/** อยู่รอด → พอเพียง → ยั่งยืน */
export const helpLevel = z.enum(['SURVIVE', 'SUFFICIENT', 'SUSTAIN'])
export type HelpLevel = z.infer<typeof helpLevel>

export const cause = z.strictObject({ code: z.string().regex(/^P\d{3}-\d$/), th, en })
export type Cause = z.infer<typeof cause>

export const problemKind = z.strictObject({
  code: z.string().regex(/^P\d{3}$/),
  dimension: dimensionCode,
  th,
  en,
  /** For chips and narrow columns, at most 24 characters. */
  shortTh: th.max(24),
  lifeStage: lifeStageCode,
  leadAgency: code,
  coAgencies: z.array(code),
  startLevel: helpLevel,
  /** The severity it starts with: 1 crisis (help within 3 days) · 2 urgent (30 days) · 3 normal (the round's deadline). */
  severity: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  /** The nearest indicator of จปฐ. 2565–2569; null when there is none. */
  bmnIndicator2565: z.int().min(1).max(38).nullable(),
  /** The one SDG target it counts towards. */
  sdgTarget: z.string().regex(/^\d{1,2}\.[0-9a-c]{1,2}$/),
  /** health: PDPA s.26 · restricted: only designated roles may see that the household has it. */
  sensitivity: z.enum(['none', 'health', 'restricted']),
  restricted: z.boolean(),
  /** What "แก้ไขแล้วเสร็จ" must be shown by: a photograph, a document, or the word of a witness. */
  evidence: z.enum(['photo', 'document', 'word']),
  causes: z.array(cause).min(3).max(5),
})
export type ProblemKind = z.infer<typeof problemKind>

export const remedy = z.strictObject({
  id: z.string().regex(/^H\d{3}$/),
  kindCodes: z.array(z.string().regex(/^P\d{3}$/)).min(1),
  th,
  en,
  level: helpLevel,
  agencyCode: code,
  sector: sectorCode,
  /** A rule of thumb for planning, in baht a household; null: no money needed or too various. */
  typicalBudgetBaht: z.int().positive().nullable(),
  typicalDays: z.int().positive(),
  /** Who may have it: all rules have to be met. Left out where no rule is known, which is not the same as everybody. */
  eligibility: z.array(eligibilityRule).min(1).optional(),
})
export type Remedy = z.infer<typeof remedy>

export const thresholdKey = z.enum(['BMN_INCOME', 'VULNERABLE', 'EEF'])
export type ThresholdKey = z.infer<typeof thresholdKey>
export const threshold = z.strictObject({
  key: thresholdKey,
  /** B.E. years, both included; null: open. */
  fromYearBe: z.int().nullable(),
  toYearBe: z.int().nullable(),
  value: z.number().positive(),
  unit: z.enum(['BAHT_PER_PERSON_YEAR', 'BAHT_PER_PERSON_MONTH']),
  sourceTh: th,
  sourceEn: en,
  /** false: taken from common knowledge; the office should confirm it against the announcement. */
  confirmed: z.boolean(),
})
export type Threshold = z.infer<typeof threshold>

export const visitOutcome = codedName.extend({
  /** Counts towards coverage. */
  isCovered: z.boolean(),
  /** Somebody should come again. */
  mayRevisit: z.boolean(),
})
export type VisitOutcome = z.infer<typeof visitOutcome>

export const reXrayVerdict = codedName.extend({
  code: z.enum(['R1', 'R2', 'R3', 'R4', 'R5', 'R6']),
  nextState: z.enum(['RESOLVED', 'IN_PROGRESS', 'OPEN', 'CANCELLED']),
  /** What must be given with the verdict. */
  needs: z.array(z.enum(['cause', 'planDate', 'evidence', 'reason'])),
})
export type ReXrayVerdict = z.infer<typeof reXrayVerdict>

export const cancelReason = codedName.extend({
  /** The problem that remains must be named. */
  needsSurvivor: z.boolean(),
})
export type CancelReason = z.infer<typeof cancelReason>

export const personTitle = codedName.extend({
  sex: z.enum(['male', 'female']).nullable(),
  /** Full years; null: no limit. */
  oldestAge: z.int().nullable(),
  /** Other spellings met in registers. */
  alsoWritten: z.array(th),
})
export type PersonTitle = z.infer<typeof personTitle>

const areaName = z.strictObject({ code: z.string().regex(/^\d{2,6}$/), th, en })
const zip = z.string().regex(/^\d{5}$/)
export const province = areaName.extend({
  districts: z.array(
    areaName.extend({
      zip,
      tambons: z.array(areaName.extend({ zip, lat: z.number(), lng: z.number() })),
    }),
  ),
})

/** A province, district or tambon. Villages are imported: their numbers differ between sources. */
export interface AreaName {
  /** 2, 4 or 6 digits. */
  readonly code: string
  readonly level: 'PROVINCE' | 'DISTRICT' | 'TAMBON'
  readonly th: string
  readonly en: string
  readonly parentCode: string | null
  readonly zip: string | null
  /** WGS 84 degrees, the tambon's middle; null above the tambon. */
  readonly lat: number | null
  readonly lng: number | null
}
