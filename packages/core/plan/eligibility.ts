import type { Household } from '../household/household.ts'
import type { Day } from '../ledger/day.ts'
import type { MemberId } from '../ledger/identifiers.ts'
import { isLivingHere, type Member, memberAge } from '../member/member.ts'
import type { EligibilityRule, EligibilityTest, IncomeLines } from './eligibility-rule.ts'
import { householdSaid, incomePerHead, type Known, memberSaid } from './household-profile.ts'

export interface EligibilityContext {
  readonly household: Household
  readonly today: Day
  readonly incomeLines: IncomeLines
}

/**
 * Whether a household may have a remedy: `no-rule` where the catalogue knows none. Not knowing is never a no: whatever
 * could not be told is named, so that somebody can ask.
 */
export interface Eligibility {
  readonly verdict: 'eligible' | 'no-rule' | 'cannot-tell' | 'not-eligible'
  readonly met: readonly EligibilityRule[]
  /** What keeps the household out. */
  readonly failed: readonly EligibilityRule[]
  /** What has to be asked first. */
  readonly toAsk: readonly EligibilityRule[]
}

const known = (is: boolean): Known => (is ? 'yes' : 'no')

const isMemberTest = (test: EligibilityTest): boolean =>
  ['age', 'thai', 'sex', 'id-kind'].includes(test.needs) || (test.needs === 'answer' && test.scope === 'member')

const holdsAnswer = (said: ReturnType<typeof householdSaid>, anyOf: readonly string[]): Known => {
  if (said === null) return 'unknown'
  return known(Array.isArray(said) ? anyOf.some(one => said.includes(one)) : anyOf.includes(String(said)))
}

const holds = (test: EligibilityTest, of: Member | null, context: EligibilityContext): Known => {
  const { household, today, incomeLines } = context
  if (of === null && isMemberTest(test)) return 'unknown'
  switch (test.needs) {
    case 'age': {
      const age = of === null ? null : memberAge(of, today)
      if (age === null) return 'unknown'
      return known(age >= (test.minAge ?? 0) && age <= (test.maxAge ?? Number.POSITIVE_INFINITY))
    }
    case 'thai':
      return of === null ? 'unknown' : known(of.isThai === test.isThai)
    case 'sex':
      return of === null || of.sex === null ? 'unknown' : known(of.sex === test.sex)
    case 'id-kind':
      return of === null || of.idKind === 'UNKNOWN' ? 'unknown' : known(test.anyOf.includes(of.idKind))
    case 'income': {
      const income = incomePerHead(household)
      const line = income === null ? null : incomeLines(test.line, income.yearBe)
      if (income === null || line === null) return 'unknown'
      return known(test.mayEqual ? income.baht <= line : income.baht < line)
    }
    case 'answer':
      return holdsAnswer(
        test.scope === 'household' || of === null
          ? householdSaid(household, test.questionId)
          : memberSaid(household, of.id, test.questionId),
        test.anyOf,
      )
    case 'area':
      return known(test.codes.some(code => household.areaCode.startsWith(code)))
  }
}

const holdsRule = (rule: EligibilityRule, of: Member | null, context: EligibilityContext): Known => {
  const each = rule.anyOf.map(test => holds(test, of, context))
  if (each.includes('yes')) return 'yes'
  return each.includes('unknown') ? 'unknown' : 'no'
}

const judge = (rules: readonly EligibilityRule[], of: Member | null, context: EligibilityContext): Eligibility => {
  const told = rules.map(rule => ({ rule, holds: holdsRule(rule, of, context) }))
  const those = (is: Known) => told.filter(one => one.holds === is).map(one => one.rule)
  const [met, failed, toAsk] = [those('yes'), those('no'), those('unknown')]
  return {
    verdict: failed.length > 0 ? 'not-eligible' : toAsk.length > 0 ? 'cannot-tell' : 'eligible',
    met,
    failed,
    toAsk,
  }
}

const rankOf = { eligible: 0, 'no-rule': 1, 'cannot-tell': 2, 'not-eligible': 3 } as const

/** The better of two verdicts; of two that keep out, the one that fails by less. */
const better = (a: Eligibility, b: Eligibility): Eligibility => {
  if (rankOf[a.verdict] !== rankOf[b.verdict]) return rankOf[a.verdict] < rankOf[b.verdict] ? a : b
  return b.failed.length < a.failed.length || (b.failed.length === a.failed.length && b.toAsk.length < a.toAsk.length)
    ? b
    : a
}

/**
 * A remedy's rules held against a household, for a hardship of one member or (`memberId` null) of the whole household:
 * then it is enough that one person living here meets all that is asked of a person.
 */
export const eligibilityFor = (
  rules: readonly EligibilityRule[] | undefined,
  memberId: MemberId | null,
  context: EligibilityContext,
): Eligibility => {
  if (rules === undefined || rules.length === 0) return { verdict: 'no-rule', met: [], failed: [], toAsk: [] }
  const living = context.household.members.filter(isLivingHere)
  const concerned = memberId === null ? living : context.household.members.filter(m => m.id === memberId)
  const candidates: readonly (Member | null)[] = concerned.length === 0 ? [null] : concerned
  return candidates.map(of => judge(rules, of, context)).reduce(better)
}
