import type { CompiledForm } from '../form/compile-form.ts'
import type { AnswerValue, FormAnswers } from '../form/form-answers.ts'
import type { QuestionScope } from '../form/form-definition.ts'
import type { Address, Position } from '../household/household.ts'
import type { MemberId, RoundId } from '../ledger/identifiers.ts'
import type { Member } from '../member/member.ts'
import { type AddressPart, addressPart, type MemberPart, memberPart, placeName, type RecordPlace } from './conflict.ts'

/** What a form or a correction says of a household, apart from its hardships. */
export interface HouseholdSayings {
  readonly address: Address
  readonly phone: string | null
  readonly position: Position | null
  readonly members: readonly Member[]
  readonly answers: FormAnswers
}

export interface Saying {
  readonly place: RecordPlace
  readonly value: unknown
}

/** One entry for each place, by its name. */
export type Sayings = ReadonlyMap<string, Saying>

export const identityOf = ({ idKind, nationalNumber, numberStatus }: Member) => ({
  idKind,
  nationalNumber,
  numberStatus,
})

const partOf = (member: Member, part: MemberPart): unknown => (part === 'identity' ? identityOf(member) : member[part])

const scopes: readonly QuestionScope[] = ['household', 'member', 'problem']

const answersBy = (answers: FormAnswers, scope: QuestionScope): FormAnswers['members'] =>
  scope === 'household' ? { '': answers.household } : scope === 'member' ? answers.members : answers.problems

/** One answer of a form, null when it is not given. */
export const answerAt = (
  answers: FormAnswers,
  { scope, instanceId, questionId }: Extract<RecordPlace, { kind: 'answer' }>,
): unknown => {
  const room = scope === 'member' ? answers.members : answers.problems
  const own = scope === 'household' ? answers.household : room[instanceId ?? '']
  return own?.[questionId] ?? null
}

/** Takes what is said apart into places. Calculated answers are left out: nobody said them. */
export const takeApart = (said: HouseholdSayings, roundId: RoundId | null, form: CompiledForm | null): Sayings => {
  const sayings = new Map<string, Saying>()
  const put = (place: RecordPlace, value: unknown) => sayings.set(placeName(place), { place, value })
  for (const part of addressPart.options) put({ kind: 'address', part }, said.address[part])
  put({ kind: 'phone' }, said.phone)
  put({ kind: 'position' }, said.position)
  put({ kind: 'head' }, said.members.find(m => m.isHead)?.id ?? null)
  for (const member of said.members) {
    put({ kind: 'member', memberId: member.id }, true)
    for (const part of memberPart.options) put({ kind: 'member-part', memberId: member.id, part }, partOf(member, part))
  }
  if (roundId === null) return sayings
  for (const scope of scopes)
    for (const [instance, own] of Object.entries(answersBy(said.answers, scope)))
      for (const [questionId, value] of Object.entries(own)) {
        if (form?.questionById.get(questionId)?.question.type === 'calculate') continue
        const instanceId = instance === '' ? null : instance
        put({ kind: 'answer', roundId, scope, instanceId, questionId }, value)
      }
  return sayings
}

const blank: Omit<Member, 'id' | 'isHead'> = {
  title: '',
  firstName: '',
  lastName: '',
  sex: null,
  birth: null,
  relation: '',
  idKind: 'UNKNOWN',
  nationalNumber: null,
  numberStatus: 'none',
  isThai: true,
  residence: 'resident',
}

/** What stands for a person of whom nothing was said yet. */
export const blankPart = (part: MemberPart): unknown => partOf({ ...blank, id: '' as MemberId, isHead: false }, part)

/** Puts places together again; people in the order given, those who are not there left out. */
export const putTogether = (sayings: Iterable<Saying>, order: readonly MemberId[]): HouseholdSayings => {
  const address: Partial<Record<AddressPart, unknown>> = {}
  const parts = new Map<string, Record<string, unknown>>()
  const present = new Set<string>()
  const answers = { household: {}, members: {}, problems: {} } as {
    household: Record<string, AnswerValue>
    members: Record<string, Record<string, AnswerValue>>
    problems: Record<string, Record<string, AnswerValue>>
  }
  let phone: unknown = null
  let position: unknown = null
  let head: unknown = null
  for (const { place, value } of sayings) {
    if (place.kind === 'address') address[place.part] = value
    else if (place.kind === 'phone') phone = value
    else if (place.kind === 'position') position = value
    else if (place.kind === 'head') head = value
    else if (place.kind === 'member' && value === true) present.add(place.memberId)
    else if (place.kind === 'member-part') {
      const own = parts.get(place.memberId) ?? {}
      parts.set(place.memberId, Object.assign(own, place.part === 'identity' ? value : { [place.part]: value }))
    } else if (place.kind === 'answer' && value !== null && value !== undefined) {
      const room = place.scope === 'member' ? answers.members : answers.problems
      const id = place.instanceId ?? ''
      if (place.scope !== 'household') room[id] ??= {}
      const own = place.scope === 'household' ? answers.household : (room[id] ?? {})
      own[place.questionId] = value as AnswerValue
    }
  }
  return {
    // Every place was taken from a well-formed record: only its parts were chosen anew.
    address: address as Address,
    phone: phone as string | null,
    position: position as Position | null,
    members: order
      .filter(id => present.has(id))
      .map(id => ({ ...blank, ...parts.get(id), id, isHead: id === head }) as Member),
    answers,
  }
}
