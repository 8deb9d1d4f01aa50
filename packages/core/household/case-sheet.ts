import type { FindAreaName } from '../area/place-in-words.ts'
import { areaInWords, houseInWords } from '../area/place-in-words.ts'
import type { CompiledForm } from '../form/compile-form.ts'
import type { Day } from '../ledger/day.ts'
import { isLivingHere, memberAge, memberName } from '../member/member.ts'
import type { Problem } from '../problem/problem.ts'
import { isLive, isSolved, type ProblemState } from '../problem/problem-state.ts'
import { fourTParagraph, NO_RECORD, standingOccupations, standingPotential } from './four-t-paragraph.ts'
import type { Household } from './household.ts'
import type { RecordNames } from './tell-fact.ts'

type Language = 'th' | 'en'

export interface CaseMember {
  readonly name: string
  readonly relation: string
  /** Full years on the day of the sheet; null where the birth date is not known. */
  readonly age: number | null
  readonly occupation: string
  readonly isLivingHere: boolean
}

export interface CaseProblem {
  readonly kindCode: string
  readonly kind: string
  /** The member it concerns; null for the whole household. */
  readonly whose: string | null
  readonly severity: 1 | 2 | 3
  readonly foundOn: Day
  readonly dueOn: Day | null
  readonly causes: readonly string[]
  readonly description: string
  readonly restricted: boolean
}

export interface CaseHelp {
  readonly on: Day
  readonly isDone: boolean
  readonly by: string
  readonly what: string
  /** Whole baht: what help was worth, or what a planned action may cost. */
  readonly valueBaht: number
  readonly kindCodes: readonly string[]
}

export interface CaseResult {
  readonly kindCode: string
  readonly kind: string
  readonly state: ProblemState
  readonly closedOn: Day | null
  readonly note: string
}

/**
 * The case sheet of the Department of Provincial Administration: ๑ สภาพทั่วไปของครัวเรือน · ๒ สภาพปัญหาที่ประสบ ·
 * ๓ การให้ความช่วยเหลือ · ๔ ผลการดำเนินงาน (domain brief 3).
 */
export interface CaseSheet {
  /** It tells of a restricted hardship: whoever prints it keeps it as a secret paper (ลับ). */
  readonly isSecret: boolean
  readonly place: string
  readonly headName: string
  readonly members: readonly CaseMember[]
  readonly paragraph: string
  readonly potential: string
  /** The three worst hardships in the household's own words, where it was asked. */
  readonly ownWords: string
  readonly problems: readonly CaseProblem[]
  readonly help: readonly CaseHelp[]
  readonly planned: readonly CaseHelp[]
  readonly results: readonly CaseResult[]
  /** n of N: cancelled hardships are in neither. */
  readonly counts: {
    readonly of: number
    readonly solved: number
    readonly live: number
    readonly unresolvable: number
  }
}

export interface CaseSheetParts {
  readonly household: Household
  readonly findForm: (version: string) => CompiledForm | undefined
  readonly findAreaName: FindAreaName
  readonly names: RecordNames
  readonly language: Language
  /** The day of the sheet. */
  readonly on: Day
}

const OWN_WORDS = 'QA06'

const ownWordsOf = ({ surveys }: Household): string => {
  const said = surveys.at(-1)?.answers.household[OWN_WORDS]
  return typeof said === 'string' ? said.trim() : ''
}

/** Words that only say the name again say nothing: imported rows often do. */
const saidBeside = (name: string, words: string): string => (words.trim() === name ? '' : words.trim())

const joined = (parts: readonly string[]): string => parts.filter(part => part !== '').join(' ')

/**
 * Made of a household as its reader may see it (`viewHousehold`): a hardship hidden from the reader is not in it, nor in
 * its counts.
 */
export const caseSheet = ({ household, findForm, findAreaName, names, language, on }: CaseSheetParts): CaseSheet => {
  const { members, address, areaCode } = household
  const problems = household.problems.filter(problem => problem.state !== 'CANCELLED')
  const nameOf = new Map(members.map(member => [member.id, memberName(member)]))
  const kindOf = new Map(household.problems.map(problem => [problem.id, problem.kindCode]))
  const codesOf = (ids: readonly Problem['id'][]) => [...new Set(ids.flatMap(id => kindOf.get(id) ?? []))]
  const occupations = standingOccupations({ household, findForm })
  const head = members.find(member => member.isHead) ?? members[0]
  const plan = household.plans.findLast(one => one.state === 'APPROVED') ?? household.plans.at(-1)
  const count = (isOf: (state: ProblemState) => boolean) => problems.filter(problem => isOf(problem.state)).length
  return {
    isSecret: problems.some(problem => problem.restricted),
    place: joined([houseInWords(areaCode, address), areaInWords(areaCode, findAreaName)]),
    headName: head === undefined ? NO_RECORD : memberName(head),
    members: members.map(member => ({
      name: memberName(member),
      relation: names.relation(member.relation, language),
      age: memberAge(member, on),
      occupation: occupations.get(member.id) ?? '',
      isLivingHere: isLivingHere(member),
    })),
    paragraph: fourTParagraph({ household, findForm, on }),
    potential: standingPotential({ household, findForm }),
    ownWords: ownWordsOf(household),
    problems: problems.map(problem => ({
      kindCode: problem.kindCode,
      kind: names.kind(problem.kindCode, language),
      whose: problem.memberId === null ? null : (nameOf.get(problem.memberId) ?? null),
      severity: problem.severity,
      foundOn: problem.foundOn,
      dueOn: problem.dueOn,
      causes: [
        ...new Set([...problem.causeCodes.map(code => names.cause(code, language)), problem.rootCause.trim()]),
      ].filter(cause => cause !== ''),
      description: saidBeside(names.kind(problem.kindCode, language), problem.description),
      restricted: problem.restricted,
    })),
    help: [...household.assistances]
      .sort((a, b) => a.givenOn.localeCompare(b.givenOn))
      .map(given => ({
        on: given.givenOn,
        isDone: true,
        by: joined([given.giverName.trim(), `(${names.sector(given.sector, language)})`]),
        what: joined([given.what, given.quantity === null ? '' : `${given.quantity} ${given.unit}`.trim()]),
        valueBaht: given.valueBaht,
        kindCodes: codesOf(given.problemIds),
      })),
    planned: (plan?.actions ?? []).map(action => ({
      on: action.doneOn ?? action.dueOn,
      isDone: action.state === 'DONE',
      by: joined([action.ownerName.trim(), `(${names.sector(action.sector, language)})`]),
      what: action.result.trim() === '' ? action.what : `${action.what} (${action.result.trim()})`,
      valueBaht: action.budgetBaht,
      kindCodes: codesOf(action.problemIds),
    })),
    results: problems.map(problem => ({
      kindCode: problem.kindCode,
      kind: names.kind(problem.kindCode, language),
      state: problem.state,
      closedOn: problem.closedOn,
      note: problem.closeNote.trim(),
    })),
    counts: {
      of: problems.length,
      solved: count(isSolved),
      live: count(isLive),
      unresolvable: count(state => state === 'UNRESOLVABLE'),
    },
  }
}
