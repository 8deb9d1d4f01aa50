import { agencyByCode, areaByCode } from '@thaiqm/catalogue/catalogue.ts'
import { catalogueNames } from '@thaiqm/catalogue/catalogue-names.ts'
import type { Actor } from '@thaiqm/core/access/actor.ts'
import { UNDISCLOSED_NAME, UNDISCLOSED_WORDS } from '@thaiqm/core/access/view-household.ts'
import { type FindAreaName, houseInWords } from '@thaiqm/core/area/place-in-words.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import { type Letterhead, officeAreaOf } from '@thaiqm/core/letterhead/letterhead.ts'
import { officeWords } from '@thaiqm/core/letterhead/office-words.ts'
import { memberName } from '@thaiqm/core/member/member.ts'
import { findNamingWords } from '@thaiqm/core/need/screen-words.ts'
import type { Organisation } from '@thaiqm/core/organisation/organisation-command.ts'
import { type LetterNumbering, letterNumbers } from '@thaiqm/core/papers/letter-number.ts'
import {
  fillLetterPost,
  type LetterReceiver,
  letterReceiver,
  receiverByPost,
} from '@thaiqm/core/papers/letter-receiver.ts'
import type { LetterName, ReferralLetter } from '@thaiqm/core/problem/problem.ts'
import { isOpenReferral, referralsOf } from '@thaiqm/core/referral/referral-of.ts'
import { currentRounds } from '@thaiqm/core/round/round.ts'
import type { RoundLedger } from '@thaiqm/core/round/round-command.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { toArabicDigits } from '@thaiqm/core/thai/thai-digits.ts'
import { type Emblem, readEmblem } from '../letterhead/emblem-file.ts'
import { findLetterhead } from '../letterhead/letterhead-store.ts'
import type { Scoped } from '../platform/database/transaction.ts'
import { narrowRange } from '../platform/narrow-range.ts'
import { findOfficeDocuments, findOfficeDocumentsById } from '../sync/ledger-store.ts'
import { officeCommand } from '../sync/office-command.ts'
import type { ServerParts } from '../sync/server-parts.ts'
import { areaNamesFor, findViewedHouseholds } from './find-viewed-households.ts'
import { findReferredCases, type ReferredCase } from './papers-store.ts'
import type { LetterCase, LetterInput, LetterSender } from './referral-letter.ts'

/** A letter nobody reads to its end helps nobody; more cases are written area by area. */
export const MOST_CASES = 2_000

const DOTS = '............................'

/** The office that writes, by its area: the district's, else the province's. What nobody has kept of it yet is left open. */
const openSender = (actor: Actor, findName: FindAreaName): LetterSender => {
  const area = officeAreaOf(actor.areaCode)
  const words = officeWords(area, findName, code => areaByCode.get(code)?.zip)
  return {
    speaker: words.speaker,
    office: words.officeName,
    addressLines: [`ถนน${DOTS}`, ...words.areaLines],
    signerPosition: words.signerPosition,
    signerName: actor.role === 'DCHIEF' ? actor.name : null,
    ownerOffice: words.ownerOffice,
    phone: null,
    email: null,
    numberPrefix: null,
    emblem: null,
  }
}

const orOpen = (text: string): string | null => (text === '' ? null : text)

/** The office as its own letterhead has it. */
const senderWith = (open: LetterSender, kept: Letterhead | undefined, emblem: Emblem | null): LetterSender =>
  kept === undefined
    ? open
    : {
        speaker: open.speaker,
        office: kept.officeName,
        addressLines: kept.addressLines,
        signerPosition: kept.signerPosition,
        signerName: orOpen(kept.signerName),
        ownerOffice: kept.ownerOffice,
        phone: orOpen(kept.phone),
        email: orOpen(kept.email),
        numberPrefix: orOpen(kept.numberPrefix),
        emblem,
      }

interface FoundCase {
  readonly problemId: string
  readonly letterCase: LetterCase
  readonly letter: ReferralLetter | undefined
  readonly earlierLetter: LetterName | undefined
  readonly areaCode: string
  readonly organisationId: string | null
}

const caseOf = (
  household: Household | undefined,
  { problemId, householdId, agencyCode }: ReferredCase,
  findName: FindAreaName,
  isStateAgency: boolean,
): FoundCase | null => {
  const problem = household?.problems.find(one => one.id === problemId)
  const referral = problem && referralsOf(problem).find(one => one.agencyCode === agencyCode && isOpenReferral(one))
  if (household === undefined || problem === undefined || referral === undefined) return null
  const head = household.members.find(member => member.isHead) ?? household.members[0]
  const headName = head === undefined ? '' : memberName(head)
  const concerned = household.members.find(member => member.id === problem.memberId)
  const named = concerned === undefined ? `ทั้งครัวเรือน (${headName})` : memberName(concerned)
  const unnamed = concerned === undefined ? 'ทั้งครัวเรือน' : `สมาชิกในครัวเรือน (${UNDISCLOSED_NAME})`
  const note = referral.note.trim()
  // On paper as on the screen: a temple or a firm reads what is needed and where, not whose hardship it is.
  const isTold = isStateAgency || findNamingWords(note, household) === undefined
  return {
    problemId,
    letter: referral.letter,
    earlierLetter: referral.earlierLetter,
    areaCode: household.areaCode,
    organisationId: referral.organisationId,
    letterCase: {
      householdId,
      place: [
        houseInWords(household.areaCode, household.address),
        `ตำบล${findName(household.areaCode.slice(0, 6)) ?? ''}`,
      ].join(' '),
      whose: isStateAgency ? named : unnamed,
      kindCode: problem.kindCode,
      kind: catalogueNames.kind(problem.kindCode, 'th'),
      asked: isTold ? note : UNDISCLOSED_WORDS,
      dueOn: referral.dueOn,
    },
  }
}

// Nobody gets the cases of another receiver: a local administration reads those of its own tambon only.
const receiverOf = (agencyCode: string, { organisationId, areaCode }: FoundCase): string =>
  organisationId ?? (agencyCode === 'LAO' ? areaCode.slice(0, 6) : '')

interface LettersQuery {
  readonly actor: Actor
  /** Where the office's emblem lies. */
  readonly filesDir: string
  readonly agencyCode: string
  readonly area: string | undefined
  readonly isSecret: boolean
  readonly writtenOn: Day
  /** Of the first letter; empty leaves the numbers open. */
  readonly number: string
  readonly numbering: LetterNumbering
  readonly references: readonly string[]
  readonly of: 'all' | 'new' | 'copy'
  readonly refersToEarlier: boolean
}

/** Letters, and what remembers them: for each letter with a number the commands to the households on its list. */
export interface GatheredLetters {
  readonly letters: readonly LetterInput[]
  readonly commands: readonly (readonly ReturnType<typeof officeCommand>[])[]
}

const MOST_REFERENCES = 5

const nameKey = ({ number, writtenOn }: LetterName): string => `${number}\n${writtenOn}`

/** The letters of a list, each once, the oldest first. */
const eachOnce = (letters: readonly LetterName[]): readonly LetterName[] =>
  [...new Map(letters.map(letter => [nameKey(letter), letter])).values()].sort((a, b) =>
    a.writtenOn.localeCompare(b.writtenOn),
  )

/**
 * The letters to one agency for an area: one for each office of it that cases were referred to, each with its own cases and
 * no other's. Ordinary letters hold no restricted hardship; those go in letters marked ลับ, written by who may see them.
 */
export const gatherLetters = async (
  trx: Scoped,
  parts: ServerParts,
  query: LettersQuery,
): Promise<GatheredLetters | 'too-long'> => {
  const { actor, filesDir, agencyCode, area, isSecret, writtenOn, number, numbering, references } = query
  const range = narrowRange(actor, area)
  const referred = await findReferredCases(trx, [agencyCode], range, MOST_CASES + 1)
  if (referred.length > MOST_CASES) return 'too-long'
  const isWanted = {
    all: () => true,
    new: (one: ReferredCase) => one.letter === null,
    copy: (one: ReferredCase) => one.letter !== null,
  }
  const wanted = referred.filter(one => one.restricted === isSecret && isWanted[query.of](one))
  const ids = wanted.map(one => one.householdId)
  const households = await findViewedHouseholds(trx, parts, actor, ids)
  const codes = [...households.values()].map(household => household.areaCode)
  const findName = await areaNamesFor(trx, [actor.areaCode, ...codes])
  const isStateAgency = parts.catalogue.isStateAgency(agencyCode)
  const found = wanted.flatMap(one => caseOf(households.get(one.householdId), one, findName, isStateAgency) ?? [])
  const offices = (await findOfficeDocumentsById(trx, 'organisation', parts.keys, [
    ...new Set(found.flatMap(one => one.organisationId ?? [])),
  ])) as Organisation[]
  const round = currentRounds((await findOfficeDocuments(trx, 'round', parts.keys)) as RoundLedger[])[0]
  const agency = agencyByCode.get(agencyCode)?.th ?? agencyCode
  const nameOf = (receiver: string): string =>
    offices.find(office => office.id === receiver)?.nameTh ??
    (/^\d{6}$/.test(receiver) ? `${agency} ในพื้นที่ตำบล${findName(receiver) ?? ''}` : agency)
  /** The post on the office's own record, else the catalogue's for its agency; only what has neither is guessed from its name. */
  const addressOf = (receiver: string): LetterReceiver => {
    const office = offices.find(one => one.id === receiver)
    const areaCode = officeAreaOf(actor.areaCode)
    const named = (code: string) => findName(code) ?? areaByCode.get(code)?.th
    const areas = {
      province: named(areaCode.slice(0, 2)),
      district: named(areaCode.slice(0, 4)),
      tambon: /^\d{6}$/.test(receiver) ? named(receiver) : undefined,
    }
    const post = office === undefined ? agencyByCode.get(agencyCode)?.letterTo : undefined
    const to = office?.letterTo ?? (post && fillLetterPost(post, areas, areaCode.length === 4))
    return to === undefined ? letterReceiver(nameOf(receiver)) : receiverByPost(to)
  }
  const kept = await findLetterhead(trx, parts.keys, officeAreaOf(actor.areaCode))
  const sender = senderWith(openSender(actor, findName), kept, await readEmblem(filesDir, kept?.emblem ?? null))
  const letterTo = (receiver: string, own: readonly FoundCase[]) => ({
    sender,
    receiver: addressOf(receiver),
    agencyName: nameOf(receiver),
    resolveBy: round?.resolveBy ?? null,
    cases: own.map(one => one.letterCase),
    isSecret,
    printedOn: writtenOn,
  })
  if (query.of === 'copy') {
    const made = Map.groupBy(found, one => `${receiverOf(agencyCode, one)}\n${one.letter && nameKey(one.letter)}`)
    const letters = [...made.values()].flatMap((own): LetterInput[] => {
      const [first] = own
      if (first?.letter === undefined) return []
      const { number: kept, writtenOn: day, references: given, cases } = first.letter
      const said = { number: kept, writtenOn: day, references: given, copyOf: cases }
      return [{ ...letterTo(receiverOf(agencyCode, first), own), ...said }]
    })
    return { letters, commands: [] }
  }
  const byReceiver = [...Map.groupBy(found, one => receiverOf(agencyCode, one))]
  const numbers = letterNumbers(toArabicDigits(number), numbering, byReceiver.length)
  const written = byReceiver.map(([receiver, own], n) => {
    const running = numbers[n] ?? null
    const whole = running === null ? null : `${sender.numberPrefix ?? ''}${running}`
    const before = query.refersToEarlier ? eachOnce(own.flatMap(one => one.letter ?? one.earlierLetter ?? [])) : []
    const all = [...before.map(letter => letterInWords(sender.office, letter)), ...references].slice(0, MOST_REFERENCES)
    const said = { number: whole, writtenOn, references: all, copyOf: null }
    const commands = own.map(({ problemId, letterCase: { householdId } }) =>
      officeCommand('household', householdId, 'RecordReferralLetter', {
        problemId,
        agencyCode,
        number: whole ?? '',
        writtenOn,
        references: all,
        cases: own.length,
      }),
    )
    return { letter: { ...letterTo(receiver, own), ...said }, commands: whole === null ? [] : commands }
  })
  return {
    letters: written.map(one => one.letter),
    commands: written.map(one => one.commands).filter(some => some.length > 0),
  }
}

/** `หนังสือที่ว่าการอำเภอเมืองมุกดาหาร ที่ มห 0118.1/99 ลงวันที่ 12 มกราคม 2567`, as a letter is referred to. */
const letterInWords = (office: string, { number, writtenOn }: LetterName): string =>
  `หนังสือ${office} ที่ ${number} ลงวันที่ ${formatDay(writtenOn, { style: 'long' })}`
