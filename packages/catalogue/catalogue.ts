import { type CompiledForm, compileForm } from '@thaiqm/core/form/compile-form.ts'
import { type FormDefinition, formDefinition } from '@thaiqm/core/form/form-definition.ts'
import { z } from 'zod'
import agenciesJson from './agencies.json' with { type: 'json' }
import mukdahanJson from './areas/49.json' with { type: 'json' }
import cancelReasonsJson from './cancel-reasons.json' with { type: 'json' }
import {
  type Agency,
  type AreaName,
  agency,
  type CancelReason,
  type CodedName,
  cancelReason,
  codedName,
  type Dimension,
  dimension,
  type LifeStage,
  lifeStage,
  type PersonTitle,
  type ProblemKind,
  personTitle,
  problemKind,
  province,
  type Remedy,
  type ReXrayVerdict,
  remedy,
  reXrayVerdict,
  type Sector,
  sector,
  type Threshold,
  type ThresholdKey,
  threshold,
  type VisitOutcome,
  visitOutcome,
} from './catalogue-schemas.ts'
import delayReasonsJson from './delay-reasons.json' with { type: 'json' }
import dimensionsJson from './dimensions.json' with { type: 'json' }
import lifeStagesJson from './life-stages.json' with { type: 'json' }
import missedReasonsJson from './missed-reasons.json' with { type: 'json' }
import problemKindsJson from './problem-kinds.json' with { type: 'json' }
import reXray2567Json from './questionnaires/re-x-ray-2567.json' with { type: 'json' }
import reXrayVerdictsJson from './re-x-ray-verdicts.json' with { type: 'json' }
import relationsJson from './relations.json' with { type: 'json' }
import remediesJson from './remedies.json' with { type: 'json' }
import sectorsJson from './sectors.json' with { type: 'json' }
import thresholdsJson from './thresholds.json' with { type: 'json' }
import titlesJson from './titles.json' with { type: 'json' }
import unresolvableReasonsJson from './unresolvable-reasons.json' with { type: 'json' }
import visitOutcomesJson from './visit-outcomes.json' with { type: 'json' }
import waysOfSelfSolvingJson from './ways-of-self-solving.json' with { type: 'json' }

/**
 * The catalogue: everything the work is described with that is not code. It is parsed when first imported; a file that
 * does not fit its shape is thrown, because nothing sensible can run without it. Runs in a browser too.
 */
const listOf = <Row extends z.ZodType>(row: Row, json: unknown): readonly z.infer<Row>[] => z.array(row).parse(json)

/** D1–D6, in the order they are shown. */
export const dimensions: readonly Dimension[] = listOf(dimension, dimensionsJson)
export const lifeStages: readonly LifeStage[] = listOf(lifeStage, lifeStagesJson)
/** The seven partners, in the letter's order. */
export const sectors: readonly Sector[] = listOf(sector, sectorsJson)

export const agencies: readonly Agency[] = listOf(agency, agenciesJson)
export const agencyByCode: ReadonlyMap<string, Agency> = new Map(agencies.map(row => [row.code, row]))

/** The 94 kinds of hardship, P101–P699. */
export const problemKinds: readonly ProblemKind[] = listOf(problemKind, problemKindsJson)
export const problemKindByCode: ReadonlyMap<string, ProblemKind> = new Map(problemKinds.map(row => [row.code, row]))

/** เมนูช่วยเหลือ: one entry may serve several kinds. */
export const remedies: readonly Remedy[] = listOf(remedy, remediesJson)
export const remedyById: ReadonlyMap<string, Remedy> = new Map(remedies.map(row => [row.id, row]))
export const remediesFor = (kindCode: string): readonly Remedy[] =>
  remedies.filter(({ kindCodes }) => kindCodes.includes(kindCode))

/** Why a problem is not finished yet. */
export const delayReasons: readonly CodedName[] = listOf(codedName, delayReasonsJson)
/** Why a problem cannot be solved here; it stays under continuing care and never counts as solved. */
export const unresolvableReasons: readonly CodedName[] = listOf(codedName, unresolvableReasonsJson)
export const cancelReasons: readonly CancelReason[] = listOf(cancelReason, cancelReasonsJson)
/** M1–M8: why a household was missed by earlier surveys. */
export const missedReasons: readonly CodedName[] = listOf(codedName, missedReasonsJson)
export const waysOfSelfSolving: readonly CodedName[] = listOf(codedName, waysOfSelfSolvingJson)
export const visitOutcomes: readonly VisitOutcome[] = listOf(visitOutcome, visitOutcomesJson)
/** R1–R6, with the state each leads to and what it needs. */
export const reXrayVerdicts: readonly ReXrayVerdict[] = listOf(reXrayVerdict, reXrayVerdictsJson)
/** Relation to the head of the household. */
export const relations: readonly CodedName[] = listOf(codedName, relationsJson)
export const titles: readonly PersonTitle[] = listOf(personTitle, titlesJson)

export const thresholds: readonly Threshold[] = listOf(threshold, thresholdsJson)

/** The line that held in a B.E. year, in its own unit; undefined when none is known for that year. */
export const thresholdFor = (key: ThresholdKey, yearBe: number): number | undefined =>
  thresholds.find(
    row => row.key === key && (row.fromYearBe ?? -Infinity) <= yearBe && yearBe <= (row.toYearBe ?? Infinity),
  )?.value

/** The same line in baht a person and year, whatever unit it is published in; null when none is known for that year. */
export const incomeLineBaht = (key: ThresholdKey, yearBe: number): number | null => {
  const value = thresholdFor(key, yearBe)
  if (value === undefined) return null
  return thresholds.some(row => row.key === key && row.unit === 'BAHT_PER_PERSON_MONTH') ? value * 12 : value
}

const areasIn = (json: unknown): AreaName[] => {
  const { code, th, en, districts } = province.parse(json)
  const whole: AreaName = { code, level: 'PROVINCE', th, en, parentCode: null, zip: null, lat: null, lng: null }
  return [
    whole,
    ...districts.flatMap(({ tambons, ...district }): AreaName[] => [
      { ...district, level: 'DISTRICT', parentCode: code, lat: null, lng: null },
      ...tambons.map((tambon): AreaName => ({ ...tambon, level: 'TAMBON', parentCode: district.code })),
    ]),
  ]
}

/** Province, districts and tambons, each district before its tambons. */
export const areas: readonly AreaName[] = areasIn(mukdahanJson)
export const areaByCode: ReadonlyMap<string, AreaName> = new Map(areas.map(row => [row.code, row]))

/** Every questionnaire ever released: a form two years old must still open. */
const QUESTIONNAIRES: ReadonlyMap<string, unknown> = new Map([['re-x-ray-2567', reXray2567Json]])

/** The version a new form is begun with. */
export const CURRENT_QUESTIONNAIRE = 're-x-ray-2567'
export const questionnaireVersions: readonly string[] = [...QUESTIONNAIRES.keys()]

const compiledByVersion = new Map<string, CompiledForm>()

/** The compiled form, compiled once; undefined for a version nobody released. */
export const compiledQuestionnaire = (version: string): CompiledForm | undefined => {
  const json = QUESTIONNAIRES.get(version)
  const known = compiledByVersion.get(version)
  if (json === undefined || known !== undefined) return known
  const compiled = compileForm(formDefinition.parse(json), { kinds: problemKinds })
  if (!compiled.ok)
    throw new Error(`questionnaire ${version}: ${compiled.errors.map(row => `${row.questionId} ${row.messageEn}`)}`)
  compiledByVersion.set(version, compiled.value)
  return compiled.value
}

/** The form as data; undefined for a version nobody released. */
export const questionnaireByVersion = (version: string): FormDefinition | undefined =>
  compiledQuestionnaire(version)?.definition
