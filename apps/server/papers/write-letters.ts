import { agencyByCode, areaByCode } from '@thaiqm/catalogue/catalogue.ts'
import { catalogueNames } from '@thaiqm/catalogue/catalogue-names.ts'
import type { Actor } from '@thaiqm/core/access/actor.ts'
import { type FindAreaName, houseInWords } from '@thaiqm/core/area/place-in-words.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import { type Letterhead, officeAreaOf } from '@thaiqm/core/letterhead/letterhead.ts'
import { officeWords } from '@thaiqm/core/letterhead/office-words.ts'
import { memberName } from '@thaiqm/core/member/member.ts'
import type { Organisation } from '@thaiqm/core/organisation/organisation-command.ts'
import { type LetterNumbering, letterNumbers } from '@thaiqm/core/papers/letter-number.ts'
import {
  fillLetterPost,
  type LetterReceiver,
  letterReceiver,
  receiverByPost,
} from '@thaiqm/core/papers/letter-receiver.ts'
import { isOpenReferral, referralsOf } from '@thaiqm/core/referral/referral-of.ts'
import { currentRounds } from '@thaiqm/core/round/round.ts'
import type { RoundLedger } from '@thaiqm/core/round/round-command.ts'
import { type Emblem, readEmblem } from '../letterhead/emblem-file.ts'
import { findLetterhead } from '../letterhead/letterhead-store.ts'
import type { Scoped } from '../platform/database/transaction.ts'
import { narrowRange } from '../platform/narrow-range.ts'
import { findOfficeDocuments, findOfficeDocumentsById } from '../sync/ledger-store.ts'
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
  readonly letterCase: LetterCase
  readonly areaCode: string
  readonly organisationId: string | null
}

const caseOf = (
  household: Household | undefined,
  { problemId, householdId, agencyCode }: ReferredCase,
  findName: FindAreaName,
): FoundCase | null => {
  const problem = household?.problems.find(one => one.id === problemId)
  const referral = problem && referralsOf(problem).find(one => one.agencyCode === agencyCode && isOpenReferral(one))
  if (household === undefined || problem === undefined || referral === undefined) return null
  const head = household.members.find(member => member.isHead) ?? household.members[0]
  const headName = head === undefined ? '' : memberName(head)
  const concerned = household.members.find(member => member.id === problem.memberId)
  return {
    areaCode: household.areaCode,
    organisationId: referral.organisationId,
    letterCase: {
      householdId,
      place: [
        houseInWords(household.areaCode, household.address),
        `ตำบล${findName(household.areaCode.slice(0, 6)) ?? ''}`,
      ].join(' '),
      whose: concerned === undefined ? `ทั้งครัวเรือน (${headName})` : memberName(concerned),
      kindCode: problem.kindCode,
      kind: catalogueNames.kind(problem.kindCode, 'th'),
      asked: referral.note.trim(),
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
}

/**
 * The letters to one agency for an area: one for each office of it that cases were referred to, each with its own cases and
 * no other's. Ordinary letters hold no restricted hardship; those go in letters marked ลับ, written by who may see them.
 */
export const gatherLetters = async (
  trx: Scoped,
  parts: ServerParts,
  { actor, filesDir, agencyCode, area, isSecret, writtenOn, number, numbering, references }: LettersQuery,
): Promise<readonly LetterInput[] | 'too-long'> => {
  const range = narrowRange(actor, area)
  const referred = await findReferredCases(trx, [agencyCode], range, MOST_CASES + 1)
  if (referred.length > MOST_CASES) return 'too-long'
  const wanted = referred.filter(one => one.restricted === isSecret)
  const ids = wanted.map(one => one.householdId)
  const households = await findViewedHouseholds(trx, parts, actor, ids)
  const codes = [...households.values()].map(household => household.areaCode)
  const findName = await areaNamesFor(trx, [actor.areaCode, ...codes])
  const found = wanted.flatMap(one => caseOf(households.get(one.householdId), one, findName) ?? [])
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
  const byReceiver = [...Map.groupBy(found, one => receiverOf(agencyCode, one))]
  const numbers = letterNumbers(number, numbering, byReceiver.length)
  return byReceiver.map(([receiver, own], n) => ({
    sender,
    number: numbers[n] ?? null,
    references,
    receiver: addressOf(receiver),
    agencyName: nameOf(receiver),
    writtenOn,
    resolveBy: round?.resolveBy ?? null,
    cases: own.map(one => one.letterCase),
    isSecret,
  }))
}
