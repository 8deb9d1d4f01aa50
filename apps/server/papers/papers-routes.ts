import { randomUUID } from 'node:crypto'
import { agencies, compiledQuestionnaire, problemKindByCode } from '@thaiqm/catalogue/catalogue.ts'
import { catalogueNames } from '@thaiqm/catalogue/catalogue-names.ts'
import {
  caseSheetPath,
  householdPaperParams,
  listReferralLetters,
  minutesParams,
  minutesPath,
  readVillageNeeds,
  recordPrint,
  referralLetterBody,
  referralLetterParams,
  referralLetterPath,
  timelinePaperPath,
  villageSheetParams,
  villageSheetPath,
  villageSheetQuery,
} from '@thaiqm/contract/papers/papers-routes.ts'
import { type Actor, readsReferredOnly } from '@thaiqm/core/access/actor.ts'
import { type Ability, hasAbility } from '@thaiqm/core/access/permission.ts'
import { caseSheet } from '@thaiqm/core/household/case-sheet.ts'
import { lifeLine } from '@thaiqm/core/household/life-line.ts'
import { dayOf } from '@thaiqm/core/ledger/day.ts'
import { type Outcome, refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import { readsMeeting, viewMeeting } from '@thaiqm/core/meeting/view-meeting.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { readTimelineOf } from '../household/read-timeline.ts'
import { findMeeting } from '../meeting/find-village-needs.ts'
import { inTransaction, readingScope, type Scoped } from '../platform/database/transaction.ts'
import { answerRoute, readToken, sendRefusal } from '../platform/http/answer-route.ts'
import type { HttpParts } from '../platform/http/http-parts.ts'
import { narrowRange } from '../platform/narrow-range.ts'
import { type AuditLine, writeAudit } from '../sync/ledger-store.ts'
import { numbered } from '../sync/office-command.ts'
import { runCommands } from '../sync/run-commands.ts'
import { areaNamesFor, findViewedHouseholds } from './find-viewed-households.ts'
import { caseSheetPaper, timelinePaper } from './household-papers.ts'
import { minutesPaper } from './minutes-document.ts'
import { minutesOfMeeting } from './minutes-of-meeting.ts'
import { type PaperSection, writeOfficialDocument } from './official-document.ts'
import { findReferredCases } from './papers-store.ts'
import { referralLetter } from './referral-letter.ts'
import { type GatheredLetters, gatherLetters, MOST_CASES } from './write-letters.ts'
import { gatherVillageNeeds, gatherVillageSheet, MOST_NEEDS } from './write-village-sheet.ts'
import { registerWrittenLetters, usedNumber } from './written-letters.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A paper ready to be written. Its file's name says the kind of paper and the area, never a person. */
interface Made {
  readonly title: string
  readonly fileName: string
  readonly sections: readonly PaperSection[]
  /** What is to be remembered of it, each list in one transaction: given before the paper leaves, by the caller's own hand. */
  readonly commands?: GatheredLetters['commands']
}

type PaperRefusal =
  | 'not-permitted'
  | 'not-found'
  | 'nothing-to-write'
  | 'paper-too-long'
  | 'letter-number-used'
  | 'meeting-not-closed'

const tooLong = (most: number) => refuse('paper-too-long', { most })

/** One line of the audit for every paper that leaves: who took what, of where, how much. */
const paperLine = (
  { clock }: HttpParts['parts'],
  paper: string,
  of: Partial<AuditLine>,
  details: NonNullable<AuditLine['details']>,
): AuditLine => ({
  at: clock.now(),
  act: 'WritePaper',
  objectKind: 'paper',
  objectId: paper,
  areaCode: null,
  ...of,
  details: { paper, ...details },
})

const frameFor = (actor: Actor, { clock }: HttpParts['parts']) => ({
  on: dayOf(clock.now()),
  by: `${actor.name} ${actor.position}`.trim(),
})

const registerLists = ({ app, findActor, parts }: HttpParts): void => {
  const { db, clock } = parts

  answerRoute(app, findActor, listReferralLetters, async ({ actor, query }) => {
    if (!hasAbility(actor, 'write-letters')) return refuse('not-permitted')
    const range = narrowRange(actor, query.area)
    const codes = agencies.map(agency => agency.code)
    const cases = await inTransaction(db, readingScope(actor), trx =>
      findReferredCases(trx, codes, range, MOST_NEEDS + 1),
    )
    if (cases.length > MOST_NEEDS) return tooLong(MOST_NEEDS)
    const letters = [...Map.groupBy(cases, one => one.agencyCode)].map(([agencyCode, own]) => ({
      agencyCode,
      cases: own.filter(one => !one.restricted).length,
      secretCases: own.filter(one => one.restricted).length,
      firstDueOn: own.map(one => one.dueOn).sort()[0] ?? null,
    }))
    return succeed({ letters: letters.sort((a, b) => a.agencyCode.localeCompare(b.agencyCode)), asOf: clock.now() })
  })

  answerRoute(app, findActor, readVillageNeeds, async ({ actor, params, query }) => {
    if (!hasAbility(actor, 'read-figures')) return refuse('not-permitted')
    const dimensions = query.dimensions.split(',')
    const gathered = await inTransaction(db, readingScope(actor), trx =>
      gatherVillageNeeds(trx, { actor, area: params.area, dimensions }),
    )
    if (gathered === 'too-long') return tooLong(MOST_NEEDS)
    const villages = gathered.villages.map(village => ({ ...village, kinds: [...village.kinds] }))
    return succeed({ villages, asOf: clock.now() })
  })
}

interface PaperRoute<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType> {
  readonly path: string
  readonly summary: string
  readonly ability: Ability
  readonly params: Params
  readonly query?: Query
  /** With one the paper is asked for by POST. */
  readonly body?: Body
  readonly make: (
    trx: Scoped,
    call: {
      readonly actor: Actor
      readonly params: z.output<Params>
      readonly query: z.output<Query>
      readonly body: z.output<Body>
    },
  ) => Promise<Outcome<Made, PaperRefusal>>
}

/** Puts a paper up at its address: rights, one transaction under the reader's own scope, then the bytes. */
const answerPaper = <Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType>(
  { app, findActor, parts }: HttpParts,
  { path, summary, ability, params, query, body, make }: PaperRoute<Params, Query, Body>,
): void => {
  app.route({
    method: body === undefined ? 'GET' : 'POST',
    url: path,
    schema: {
      tags: ['papers'],
      summary,
      params,
      ...(query === undefined ? {} : { querystring: query }),
      ...(body === undefined ? {} : { body }),
    },
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      const actor = await findActor(readToken(request))
      if (actor === null) return sendRefusal(reply, refuse('sign-in-needed'))
      if (!hasAbility(actor, ability)) return sendRefusal(reply, refuse('not-permitted'))
      const call = {
        actor,
        params: request.params as z.output<Params>,
        query: request.query as z.output<Query>,
        body: request.body as z.output<Body>,
      }
      const made = await inTransaction(parts.db, readingScope(actor), trx => make(trx, call))
      if (!made.ok) return sendRefusal(reply, made)
      const { title, fileName, sections, commands: lists = [] } = made.value
      for (const list of lists) {
        const commands = numbered(list, parts.clock.now())
        await runCommands(parts, { actor, deviceId: randomUUID(), commands })
      }
      const bytes = await writeOfficialDocument(title, sections)
      return reply
        .type(DOCX)
        .header('content-disposition', `attachment; filename="${fileName}.docx"`)
        .header('cache-control', 'no-store')
        .serializer((payload: unknown) => payload as string)
        .send(bytes)
    },
  })
}

const registerAreaPapers = (http: HttpParts): void => {
  const { parts, filesDir } = http

  answerPaper(http, {
    path: referralLetterPath,
    summary: 'The letters to one agency with the cases referred to it, each receiver with its own list, as DOCX',
    ability: 'write-letters',
    params: referralLetterParams,
    body: referralLetterBody,
    make: async (trx, { actor, params: { agencyCode }, body: { secret, usedNumberIsMeant, ...asked } }) => {
      const { area } = asked
      const writtenOn = dayOf(parts.clock.now())
      const query = { ...asked, actor, filesDir, agencyCode, area, isSecret: secret, writtenOn }
      const gathered = await gatherLetters(trx, parts, query)
      if (gathered === 'too-long') return tooLong(MOST_CASES)
      const { letters, commands } = gathered
      if (letters.length === 0) return refuse('nothing-to-write')
      if (asked.of !== 'copy' && !usedNumberIsMeant) {
        const used = await usedNumber(trx, actor, agencyCode, writtenOn, letters)
        if (used !== undefined) return refuse('letter-number-used', { number: used })
      }
      const rows = letters.reduce((sum, letter) => sum + letter.cases.length, 0)
      const details = { agencyCode, area: area ?? actor.areaCode, secret, of: asked.of, rows }
      await writeAudit(trx, actor, [paperLine(parts, 'referral-letter', {}, details)])
      return succeed({
        title: 'หนังสือส่งต่อ',
        fileName: `thaiqm-referral-letter-${agencyCode}-${area ?? actor.areaCode}${secret ? '-secret' : ''}`,
        sections: letters.flatMap(referralLetter),
        commands,
      })
    },
  })

  answerPaper(http, {
    path: villageSheetPath,
    summary: 'What villages need, for the local plan: open without names, or named for the closed committee, as DOCX',
    ability: 'read-figures',
    params: villageSheetParams,
    query: villageSheetQuery,
    make: async (trx, { actor, params: { area }, query: { part, dimensions } }) => {
      if (part === 'named' && !hasAbility(actor, 'export-lists')) return refuse('not-permitted')
      const query = { actor, area, dimensions: dimensions.split(',') }
      const made = await gatherVillageSheet(trx, parts, query, part, dayOf(parts.clock.now()))
      if (made === 'too-long') return tooLong(MOST_NEEDS)
      if (made.rows === 0) return refuse('nothing-to-write')
      const details = { area, part, dimensions, rows: made.rows }
      await writeAudit(trx, actor, [paperLine(parts, 'village-needs', {}, details)])
      return succeed({
        title: 'ข้อมูลความต้องการของหมู่บ้าน',
        fileName: `thaiqm-village-needs-${area}-${part}`,
        sections: made.sections,
      })
    },
  })
}

const registerHouseholdPapers = (http: HttpParts): void => {
  const { parts } = http
  type Call = { readonly actor: Actor; readonly params: z.output<typeof householdPaperParams> }

  const readFor = async (trx: Scoped, { actor, params }: Call, paper: string) => {
    const read = readsReferredOnly(actor) ? undefined : await readTimelineOf(trx, parts, actor, params.householdId)
    if (read === undefined) return undefined
    const { household } = read
    const of = { objectKind: 'household', objectId: household.id, areaCode: Number(household.areaCode) }
    await writeAudit(trx, actor, [paperLine(parts, paper, of, { role: actor.role })])
    const frame = frameFor(actor, parts)
    const sheet = caseSheet({
      household,
      findForm: compiledQuestionnaire,
      findAreaName: await areaNamesFor(trx, [household.areaCode]),
      names: catalogueNames,
      language: 'th',
      on: frame.on,
    })
    return { ...read, frame, sheet }
  }

  answerPaper(http, {
    path: caseSheetPath,
    summary: 'The case sheet of one household, as the caller may see it, as DOCX',
    ability: 'read-households',
    params: householdPaperParams,
    make: async (trx, call) => {
      const read = await readFor(trx, call, 'case-sheet')
      if (read === undefined) return refuse('not-found')
      const sections = caseSheetPaper(read.sheet, read.frame)
      return succeed({ title: 'แบบรายงานรายกรณี', fileName: 'thaiqm-case-sheet', sections })
    },
  })

  answerPaper(http, {
    path: timelinePaperPath,
    summary: 'The whole life of one household in the system, day by day, as DOCX',
    ability: 'read-households',
    params: householdPaperParams,
    make: async (trx, call) => {
      const read = await readFor(trx, call, 'timeline')
      if (read === undefined) return refuse('not-found')
      const days = lifeLine(read.entries, catalogueNames, 'th')
      // Cancelled hardships and those of a merged household are told here too, so secrecy is asked of every line.
      const isSecret = read.entries.some(({ kindCode }) => problemKindByCode.get(kindCode ?? '')?.restricted === true)
      const sections = timelinePaper({ ...read.sheet, isSecret }, days, read.frame)
      return succeed({ title: 'ประวัติการดำเนินงานของครัวเรือน', fileName: 'thaiqm-timeline', sections })
    },
  })
}

/** Printing leaves the same trace as a paper written here; only what the caller may see is there to print. */
const registerPrints = ({ app, findActor, parts }: HttpParts): void => {
  answerRoute(app, findActor, recordPrint, async ({ actor, params, body }) => {
    if (!hasAbility(actor, 'read-households') || readsReferredOnly(actor)) return refuse('not-found')
    return inTransaction(parts.db, readingScope(actor), async trx => {
      const household = (await findViewedHouseholds(trx, parts, actor, [params.householdId])).get(params.householdId)
      if (household === undefined) return refuse('not-found')
      const of = {
        act: 'PrintPaper',
        objectKind: 'household',
        objectId: household.id,
        areaCode: Number(household.areaCode),
      }
      const printed = paperLine(parts, body.paper, of, { role: actor.role })
      await writeAudit(trx, actor, [printed])
      return succeed({ printedAt: printed.at })
    })
  })
}

const registerMinutes = (http: HttpParts): void => {
  const { parts } = http
  answerPaper(http, {
    path: minutesPath,
    summary: 'The minutes of a meeting as the caller may read it, as DOCX',
    ability: 'read-figures',
    params: minutesParams,
    make: async (trx, { actor, params }) => {
      const meeting = await findMeeting(trx, parts.keys, params.meetingId)
      if (meeting === undefined || !readsMeeting(actor, meeting)) return refuse('not-found')
      // Until it is closed its decisions may still change: no paper of it may be carried about as its minutes.
      if (meeting.state !== 'CLOSED') return refuse('meeting-not-closed')
      const view = viewMeeting(meeting, actor)
      const of = { objectKind: 'meeting', objectId: meeting.id }
      await writeAudit(trx, actor, [paperLine(parts, 'minutes', of, { items: view.agenda.length })])
      const villages = view.agenda.flatMap(item => item.areaCode ?? [])
      const findName = await areaNamesFor(trx, [meeting.areaCode, ...villages])
      const sections = minutesPaper(minutesOfMeeting(view, findName))
      return succeed({ title: 'รายงานการประชุม', fileName: `thaiqm-minutes-${meeting.heldOn}`, sections })
    },
  })
}

export const registerPapersRoutes = (http: HttpParts): void => {
  registerLists(http)
  registerWrittenLetters(http)
  registerAreaPapers(http)
  registerHouseholdPapers(http)
  registerPrints(http)
  registerMinutes(http)
}
