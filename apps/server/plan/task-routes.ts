import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { answerTask, keepTaskPhoto, readTask, type TaskView } from '@thaiqm/contract/plan/task-link-routes.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import { type Outcome, refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import type { Plan, PlanAction } from '@thaiqm/core/plan/plan.ts'
import { readMoo } from '@thaiqm/core/thai/moo.ts'
import { findAreas } from '../area/area-store.ts'
import { findHousehold } from '../household/household-store.ts'
import { keepWholePhoto } from '../photo/keep-whole-photo.ts'
import { findPhotoRow } from '../photo/photo-store.ts'
import { inTransaction, systemScope } from '../platform/database/transaction.ts'
import { answerRoute, type Handler } from '../platform/http/answer-route.ts'
import type { HttpParts } from '../platform/http/http-parts.ts'
import { makeRateLimit } from '../platform/http/rate-limit.ts'
import { openDocument } from '../platform/sealing.ts'
import { writeAudit } from '../sync/ledger-store.ts'
import { numbered } from '../sync/office-command.ts'
import { runCommands } from '../sync/run-commands.ts'
import { actorOfLink, openAction, taskLinkState } from './task-link.ts'
import { endTaskLink, findReceiptByLink, findTaskLinkByToken, isUsedUp, type TaskLinkRow } from './task-link-store.ts'

/** A person taps a few times a minute; a photo may be tried again on a weak signal. */
const LIMIT = { perCaller: 40, altogether: 1_200, perMs: 60_000 }
/** No answer comes sooner than this, so that its time tells nothing of whether a token was ever known. */
const LEAST_MS = 150

interface OpenTask {
  readonly link: TaskLinkRow
  readonly household: Household
  readonly plan: Plan
  readonly action: PlanAction
}

/** Routes open to whoever holds a one-time link, and to nobody else; everything that is no open link answers alike. */
export const registerTaskRoutes = ({ app, findActor, parts, filesDir }: HttpParts, nowMs: () => number): void => {
  const limit = makeRateLimit(LIMIT, nowMs)

  const findTask = (token: string | null): Promise<OpenTask | undefined> =>
    inTransaction(parts.db, systemScope, async trx => {
      const link = await findTaskLinkByToken(trx, token ?? '')
      const stored = link && (await findHousehold(trx, parts.keys, link.household_id))
      if (link === undefined || stored === undefined) return undefined
      const open = openAction(stored.household, link.plan_action_id)
      const isOpen = open !== undefined && taskLinkState(link, parts.clock.now()) === 'OPEN'
      // The answer may be in the ledger and the link's row not yet marked: after a fall, or restored from a backup.
      return isOpen && !(await isUsedUp(trx, parts.keys, link))
        ? { link, household: stored.household, ...open }
        : undefined
    })

  /** Does the work for an open link; refuses the others, as late as if there had been work to do. */
  const forHolder = async <Value>(
    { taskToken, address }: { readonly taskToken: string | null; readonly address: string },
    work: (task: OpenTask) => Promise<Outcome<Value>>,
  ): Promise<Outcome<Value>> => {
    const began = nowMs()
    if (!limit.mayCall(address)) return refuse('try-again-soon')
    const task = await findTask(taskToken)
    const done = task === undefined ? refuse('task-link-not-open') : await work(task)
    await wait(Math.max(0, LEAST_MS - (nowMs() - began)))
    return done
  }

  const viewOf = async ({ link, household, action }: OpenTask): Promise<TaskView> => {
    const [tambon] = await inTransaction(parts.db, systemScope, trx => findAreas(trx, [household.areaCode.slice(0, 6)]))
    const officer = openDocument(parts.keys, link.officer, link.link_id) as TaskView['officer']
    const moo = readMoo(household.areaCode.slice(6))
    const { houseNumber, villageName, lane, road } = household.address
    return {
      what: link.what ?? action.what,
      holderName: link.holder_name,
      state: action.state === 'DONE' ? 'ACCEPTED' : action.state,
      dueOn: action.dueOn,
      tambonNameTh: tambon?.nameTh ?? '',
      place:
        action.state === 'ACCEPTED'
          ? {
              houseNumber,
              villageNameTh: villageName,
              moo: moo.ok ? moo.value : null,
              lane,
              road,
              latitude: household.position?.latitude ?? null,
              longitude: household.position?.longitude ?? null,
            }
          : null,
      officer,
      expiresAt: link.expires_at,
    }
  }

  answerRoute(app, findActor, readTask, call =>
    forHolder(call, async task => {
      await inTransaction(parts.db, systemScope, trx =>
        writeAudit(trx, actorOfLink(task.link), [
          {
            at: parts.clock.now(),
            act: 'OpenTask',
            objectKind: 'household',
            objectId: task.household.id,
            areaCode: Number(task.household.areaCode),
            details: { linkId: task.link.link_id },
          },
        ]),
      )
      return succeed(await viewOf(task))
    }),
  )

  answerRoute(app, findActor, keepTaskPhoto, call =>
    forHolder(call, async ({ link }) => {
      if (call.bytes === null) return refuse('photo-not-accepted')
      const kept = await keepWholePhoto(parts, filesDir, call.params.photoHash, call.bytes, actorOfLink(link))
      return kept.ok ? succeed({ photoHash: call.params.photoHash }) : kept
    }),
  )

  /** The receipt of an answer whose reply was lost on the way: sent again, it finds its link used up by itself. */
  const findEarlier = (token: string | null, commandId: string): Promise<number | undefined> =>
    inTransaction(parts.db, systemScope, trx => findReceiptByLink(trx, token ?? '', commandId))

  const answer: Handler<typeof answerTask> = call =>
    forHolder(call, async ({ link, household, plan }) => {
      const { commandId, answer: said, words, photos, answeredBy } = call.body
      const kept = await inTransaction(parts.db, systemScope, async trx => {
        const found = []
        for (const hash of photos) found.push(await findPhotoRow(trx, hash))
        return found.every(row => row !== undefined)
      })
      if (!kept) return refuse('photo-not-sent')
      const input = {
        planId: plan.id,
        planActionId: link.plan_action_id,
        answer: said,
        words: words.trim(),
        evidence: photos.map(photo => ({ kind: 'photo' as const, photo, caption: '' })),
        answeredBy: answeredBy.trim(),
      }
      const now = parts.clock.now()
      const [receipt] = await runCommands(parts, {
        actor: actorOfLink(link),
        deviceId: randomUUID(),
        commands: numbered(
          [
            {
              commandId,
              ledgerKind: 'household',
              ledgerId: household.id,
              type: 'AnswerPlanAction',
              input,
              basedOnVersion: null,
            },
          ],
          now,
        ),
      })
      if (receipt === undefined || receipt.outcome === 'parked')
        return refuse(receipt?.refusal?.code ?? 'server-could-not-judge', receipt?.refusal?.details ?? {})
      if (said !== 'ACCEPTED')
        await inTransaction(parts.db, systemScope, trx => endTaskLink(trx, link.link_id, 'answered_at', now))
      return succeed({ receiptNumber: receipt.receiptNumber })
    })

  answerRoute(app, findActor, answerTask, async call => {
    const done = await answer(call)
    if (done.ok || done.code !== 'task-link-not-open') return done
    const earlier = await findEarlier(call.taskToken, call.body.commandId)
    return earlier === undefined ? done : succeed({ receiptNumber: earlier })
  })
}
