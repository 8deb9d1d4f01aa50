import { randomBytes } from 'node:crypto'
import { dirname } from 'node:path'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import type { FastifyInstance } from 'fastify'
import { registerAreaRoutes } from '../../area/area-routes.ts'
import { registerAssignmentRoutes } from '../../assignment/assignment-routes.ts'
import { registerAuditRoutes } from '../../audit/audit-routes.ts'
import type { BackupState } from '../../backup/backup-job.ts'
import { registerBaselineRoutes } from '../../baseline/baseline-routes.ts'
import { registerDataRequestRoutes } from '../../data-request/data-request-routes.ts'
import { registerDutyRoutes } from '../../duty/duty-routes.ts'
import { registerHouseholdRoutes } from '../../household/household-routes.ts'
import { type FirstRun, registerInstallationRoutes } from '../../installation/installation-routes.ts'
import { registerLetterheadRoutes } from '../../letterhead/letterhead-routes.ts'
import { registerMeasureRoutes } from '../../measure/measure-routes.ts'
import { registerMeetingRoutes } from '../../meeting/meeting-routes.ts'
import { registerMergerRoutes } from '../../merger/merger-routes.ts'
import { registerNeedRoutes } from '../../need/need-routes.ts'
import { registerOfferRoutes } from '../../offer/offer-routes.ts'
import { registerOrganisationRoutes } from '../../organisation/organisation-routes.ts'
import { registerPapersRoutes } from '../../papers/papers-routes.ts'
import { registerPersonRoutes } from '../../person/person-routes.ts'
import { registerPhotoRoutes } from '../../photo/photo-routes.ts'
import { registerThanksPhotoRoutes } from '../../photo/thanks-photo-routes.ts'
import { registerRemedyRoutes } from '../../plan/remedy-routes.ts'
import { registerTaskLinkRoutes } from '../../plan/task-link-routes.ts'
import { registerPracticeRoutes } from '../../practice/practice-routes.ts'
import { registerCallBackRoutes } from '../../problem/call-back-routes.ts'
import { noReminders, type ReminderSettings } from '../../reminder/reminder-channel.ts'
import { registerReminderRoutes } from '../../reminder/reminder-routes.ts'
import { findActorByToken } from '../../session/session.ts'
import { registerSessionRoutes } from '../../session/session-routes.ts'
import { registerDraftRoutes } from '../../survey/draft-routes.ts'
import { findSender } from '../../sync/find-sender.ts'
import { registerSyncRoutes } from '../../sync/sync-routes.ts'
import { watchDiskRoom } from '../disk-room.ts'
import type { OpenServer } from '../open-server.ts'
import { listenRefusalSentence } from '../startup/listen-refusal.ts'
import { createHttpServer } from './create-http-server.ts'
import type { HttpParts } from './http-parts.ts'
import { refuseWithoutRoom } from './refuse-without-room.ts'
import { serveApps } from './static-apps.ts'

/** Every room's routes on one server; a test listens to it, `serve` puts it on a port. */
export const createApp = async (
  server: OpenServer,
  firstRun: FirstRun,
  backups?: () => BackupState,
  reminders: ReminderSettings = noReminders,
): Promise<FastifyInstance> => {
  const { parts, unsentWork, installation, filesDir } = server
  const app = await createHttpServer(parts.log, backups)
  refuseWithoutRoom(app, watchDiskRoom(dirname(filesDir), parts.log))
  const http: HttpParts = {
    app,
    findActor: token => findActorByToken(parts, token),
    findSender: (actor, device) => findSender(parts, actor, device),
    parts,
    unsentWork,
    installation,
    filesDir,
    backedUpAt: () => (backups?.().lastAt ?? null) as Instant | null,
    reminders,
  }
  registerInstallationRoutes(http, firstRun)
  registerSessionRoutes(http)
  registerPracticeRoutes(http)
  registerAreaRoutes(http)
  registerHouseholdRoutes(http)
  registerMergerRoutes(http)
  registerSyncRoutes(http)
  registerDraftRoutes(http)
  registerMeasureRoutes(http)
  registerRemedyRoutes(http)
  registerBaselineRoutes(http)
  registerNeedRoutes(http)
  registerDataRequestRoutes(http)
  registerOfferRoutes(http)
  registerDutyRoutes(http)
  registerCallBackRoutes(http)
  registerTaskLinkRoutes(http)
  registerPersonRoutes(http)
  registerOrganisationRoutes(http)
  registerMeetingRoutes(http)
  registerAssignmentRoutes(http)
  registerPhotoRoutes(http)
  registerThanksPhotoRoutes(http)
  registerAuditRoutes(http)
  registerReminderRoutes(http)
  registerLetterheadRoutes(http)
  registerPapersRoutes(http)
  await serveApps(app)
  return app
}

/** Sixteen hexadecimal digits in four groups, to read from the terminal: too many to guess from afar. */
export const makeStartCode = (): string => (randomBytes(8).toString('hex').match(/.{4}/g) ?? []).join('-')

/** Opens the port, or says in a sentence what is wrong with it. */
export const listen = async (app: FastifyInstance, host: string, port: number) => {
  try {
    return { ok: true as const, value: await app.listen({ host, port }) }
  } catch (error) {
    const sentence = listenRefusalSentence(error, host, port)
    if (sentence === undefined) throw error
    return { ok: false as const, sentence }
  }
}
