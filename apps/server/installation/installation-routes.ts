import { randomUUID } from 'node:crypto'
import { CURRENT_QUESTIONNAIRE, questionnaireVersions } from '@thaiqm/catalogue/catalogue.ts'
import { readInstallation, startForReal, startPractice } from '@thaiqm/contract/installation/installation-routes.ts'
import { systemActor } from '@thaiqm/core/access/actor.ts'
import type { PersonId } from '@thaiqm/core/ledger/identifiers.ts'
import { refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import { inTransaction, systemScope } from '../platform/database/transaction.ts'
import { answerRoute } from '../platform/http/answer-route.ts'
import type { HttpParts } from '../platform/http/http-parts.ts'
import { hashPassword, isPasswordStrong } from '../platform/password.ts'
import { isSameBytes } from '../platform/same-bytes.ts'
import { sessionView, signInPerson } from '../session/session.ts'
import { savePassword } from '../session/session-store.ts'
import { numbered, officeCommand } from '../sync/office-command.ts'
import { runCommands } from '../sync/run-commands.ts'

export interface FirstRun {
  /** Printed in the terminal once; whoever reads it there may set the server up. */
  readonly token: string
  readonly loadPractice: (onProgress: (done: number, of: number) => void) => Promise<void>
}

const isToken = (given: string, token: string): boolean => isSameBytes(Buffer.from(given.trim()), Buffer.from(token))

export const registerInstallationRoutes = (
  { app, findActor, parts, installation }: HttpParts,
  firstRun: FirstRun,
): void => {
  const isEmpty = () => installation.current().mode === 'empty' && installation.loading === null

  answerRoute(app, findActor, readInstallation, async () =>
    succeed({ mode: installation.current().mode, loading: installation.loading }),
  )

  answerRoute(app, findActor, startPractice, async ({ body }) => {
    if (!isEmpty()) return refuse('already-installed')
    if (!isToken(body.token, firstRun.token)) return refuse('token-wrong')
    installation.loading = { done: 0, of: 1 }
    void firstRun
      .loadPractice((done, of) => {
        installation.loading = { done, of }
      })
      .catch((error: unknown) =>
        parts.log('practice-not-loaded', { name: error instanceof Error ? error.name : 'unknown' }),
      )
      .finally(() => {
        installation.loading = null
      })
    return succeed({ started: true })
  })

  answerRoute(app, findActor, startForReal, async ({ body, keepToken }) => {
    if (!isEmpty()) return refuse('already-installed')
    if (!isToken(body.token, firstRun.token)) return refuse('token-wrong')
    const { administrator, rounds, provinceCode } = body
    if (!isPasswordStrong(administrator.password, administrator.username)) return refuse('password-too-weak')
    const personId = randomUUID() as PersonId
    const common = { organisationId: null, agencyCode: null, designated: false }
    const commands = [
      officeCommand('person', personId, 'AddPerson', {
        username: administrator.username,
        name: administrator.name,
        position: administrator.position,
        phone: null,
        posts: [
          { id: randomUUID(), role: 'PROV', areaCode: provinceCode, mayRecordLate: true, ...common },
          { id: randomUUID(), role: 'SYS', areaCode: '', mayRecordLate: false, ...common },
        ],
      }),
      officeCommand('round', randomUUID(), 'PlanRound', {
        kind: 'BASELINE',
        nameTh: rounds.baselineNameTh,
        nameEn: `Baseline ${rounds.baselineYearBe}`,
        yearBe: rounds.baselineYearBe,
        opensOn: `${rounds.baselineYearBe - 543}-01-01`,
        recordBy: `${rounds.baselineYearBe - 543}-12-31`,
        resolveBy: `${rounds.baselineYearBe - 543}-12-31`,
        graceDays: 0,
        formVersion: null,
      }),
      officeCommand('round', randomUUID(), 'PlanRound', {
        kind: 'RE_XRAY',
        nameTh: rounds.nameTh,
        nameEn: `Re-X-Ray ${rounds.yearBe}`,
        yearBe: rounds.yearBe,
        opensOn: rounds.opensOn,
        recordBy: rounds.recordBy,
        resolveBy: rounds.resolveBy,
        graceDays: rounds.graceDays,
        formVersion: questionnaireVersions.at(-1) ?? CURRENT_QUESTIONNAIRE,
      }),
    ]
    const receipts = await runCommands(parts, {
      actor: systemActor,
      deviceId: randomUUID(),
      commands: numbered(commands, parts.clock.now()),
    })
    const parked = receipts.find(r => r.outcome === 'parked')
    if (parked !== undefined) return refuse(parked.refusal?.code ?? 'server-could-not-judge', parked.refusal?.details)
    const passwordHash = await hashPassword(administrator.password)
    await inTransaction(parts.db, systemScope, trx => savePassword(trx, personId, passwordHash, false))
    await installation.change({ mode: 'real', provinceCode })
    const opened = await signInPerson(parts, personId)
    if (opened !== null) keepToken(opened.token)
    return succeed(await sessionView(parts, installation, opened?.actor ?? null))
  })
}
