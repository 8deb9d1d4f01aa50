import { systemPersonId } from '@thaiqm/core/access/actor.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import type { Problem } from '@thaiqm/core/problem/problem.ts'
import type { JudgedBatch, Ledger, LedgerTransaction } from '../../apps/server/sync/ledger.ts'
import type { OfficeDocument } from '../../apps/server/sync/office-ledger.ts'
import type { Planted } from './planted.ts'

/** A bug in how hardships are solved: what it does, the invariant that has to notice, and where it sits. */
export interface LifeBug {
  readonly what: string
  readonly noticedBy: string
  readonly over: Partial<Planted>
}

type Over = (trx: LedgerTransaction) => Partial<LedgerTransaction>

const sitting = (over: Over): Partial<Planted> => ({
  isLife: true,
  ledger: (real: Ledger): Ledger => ({
    inTransaction: (actor, work) => real.inTransaction(actor, trx => work({ ...trx, ...over(trx) })),
  }),
})

/** The rules are asked about something else than what stands. */
const judgingHouseholds = (change: (household: Household) => Household): Partial<Planted> =>
  sitting(trx => ({
    lockHouseholds: async (actor, ids) =>
      new Map(
        [...(await trx.lockHouseholds(actor, ids))].map(([id, row]) => [
          id,
          { ...row, household: change(row.household) },
        ]),
      ),
  }))

const judgingDocuments = (change: (document: OfficeDocument) => OfficeDocument): Partial<Planted> =>
  sitting(trx => ({
    lockDocuments: async ids =>
      new Map([...(await trx.lockDocuments(ids))].map(([id, document]) => [id, change(document)])),
  }))

/** What is written is not what was decided. */
const saving = (change: (batch: JudgedBatch) => JudgedBatch): Partial<Planted> =>
  sitting(trx => ({ save: batch => trx.save(change(batch)) }))

const changedProblems = (change: (problem: Problem) => Problem) =>
  judgingHouseholds(household => ({ ...household, problems: household.problems.map(change) }))

const savingHouseholds = (change: (now: Household, before: Household | null) => Household) =>
  saving(batch => ({
    ...batch,
    households: new Map(
      [...batch.households].map(([id, row]) => [id, { ...row, now: row.now && change(row.now, row.before) }]),
    ),
  }))

export const lifeBugs: Readonly<Record<string, LifeBug>> = {
  'offer-read-before-its-lock': {
    what: 'two who take from one offer each see what was left before the other',
    noticedBy: 'L1',
    over: judgingDocuments(document =>
      'allocations' in document ? { ...document, takenQuantity: 0, takenBudgetBaht: 0 } : document,
    ),
  },
  'closed-meeting-open': {
    what: 'a meeting that was closed still takes decisions',
    noticedBy: 'L2',
    over: judgingDocuments(document =>
      'agendaRevision' in document && document.state === 'CLOSED' ? { ...document, state: 'OPEN' } : document,
    ),
  },
  'lapsed-referral-open': {
    what: 'an agency accepts what had lapsed and gone back up',
    noticedBy: 'L3',
    over: changedProblems(problem =>
      problem.referral?.state === 'LAPSED'
        ? { ...problem, state: 'REFERRED', referral: { ...problem.referral, state: 'SENT' } }
        : problem,
    ),
  },
  'verifier-unasked': {
    what: 'nobody asks whether the verifier gave or recorded the help',
    noticedBy: 'L4',
    over: judgingHouseholds(household => ({
      ...household,
      problems: household.problems.map(problem => ({ ...problem, helpedBy: [] })),
      assistances: household.assistances.map(given => ({ ...given, giverName: '' })),
    })),
  },
  'call-back-drawn-anew': {
    what: 'the daily round does not see that a call-back was drawn already',
    noticedBy: 'L5',
    over: changedProblems(({ callBack: _callBack, ...problem }) => problem),
  },
  'half-a-merging': {
    what: 'the household that stays takes over, and the duplicate stays beside it',
    noticedBy: 'L6',
    over: savingHouseholds((now, before) => (now.status === 'MERGED' && before !== null ? before : now)),
  },
  'own-people-given-away': {
    what: 'undoing a merging takes people along who were never the duplicate’s',
    noticedBy: 'L6',
    over: saving(batch => ({
      ...batch,
      facts: batch.facts.map(fact => {
        const own = batch.households.get(fact.ledgerId)?.before?.members ?? []
        const { event } = fact
        return event.type === 'HouseholdTakenOver'
          ? { ...fact, event: { ...event, carried: { ...event.carried, members: [...event.carried.members, ...own] } } }
          : fact
      }),
    })),
  },
  'withdrawal-forgotten': {
    what: 'a photo goes on being shown after its people took their consent back',
    noticedBy: 'L7',
    over: savingHouseholds(now =>
      now.photoConsents === undefined
        ? now
        : { ...now, photoConsents: now.photoConsents.map(consent => ({ ...consent, withdrawnOn: null })) },
    ),
  },
  'asker-approves': {
    what: 'who asked for a pause approves it',
    noticedBy: 'L8',
    over: changedProblems(problem =>
      problem.pause === undefined ? problem : { ...problem, pause: { ...problem.pause, askedBy: systemPersonId } },
    ),
  },
  'offer-document-behind': {
    what: 'what was taken from an offer is a fact, and its document does not know it',
    noticedBy: 'L9',
    over: saving(batch => ({
      ...batch,
      documents: new Map(
        [...batch.documents].map(([id, row]) => [
          id,
          row.before !== null && 'allocations' in row.before ? { ...row, now: row.before } : row,
        ]),
      ),
    })),
  },
}
