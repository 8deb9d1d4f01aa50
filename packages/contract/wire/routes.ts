import { listAreas } from '../area/area-routes.ts'
import { proposeAssignment } from '../assignment/assignment-routes.ts'
import { listAudit } from '../audit/audit-routes.ts'
import { listBatches, previewImport, readBatch, startImport, undoBatch } from '../baseline/baseline-routes.ts'
import { listDataRequests, readHeldRecord } from '../data-request/data-request-routes.ts'
import { listDuties } from '../duty/duty-routes.ts'
import { readDutySummary } from '../duty/duty-summary.ts'
import { listHandovers, listHouseholds, readHousehold, readTimeline } from '../household/household-routes.ts'
import { readInstallation, startForReal, startPractice } from '../installation/installation-routes.ts'
import { keepEmblem, readLetterhead } from '../letterhead/letterhead-routes.ts'
import { readCountedList, readFigures } from '../measure/measure-routes.ts'
import { drawAgenda, listMeetings, readMeeting } from '../meeting/meeting-routes.ts'
import { findPossibleDuplicates } from '../merger/merger-routes.ts'
import { listNeeds } from '../need/need-routes.ts'
import { listAllocations, listOffers } from '../offer/offer-routes.ts'
import { listOrganisations } from '../organisation/organisation-routes.ts'
import { listReferralLetters, readLettersToAgency, readVillageNeeds, recordPrint } from '../papers/papers-routes.ts'
import { listPeople, resetPassword } from '../person/person-routes.ts'
import { keepPhotoPart, readPhotoProgress } from '../photo/photo-routes.ts'
import { readRelapse, readRemedies } from '../plan/remedy-routes.ts'
import {
  answerTask,
  issueTaskLink,
  keepTaskPhoto,
  listTaskLinks,
  readTask,
  revokeTaskLink,
} from '../plan/task-link-routes.ts'
import { listPracticePeople, movePracticeClock, practiceSignIn } from '../practice/practice-routes.ts'
import { readCallBack } from '../problem/call-back-routes.ts'
import {
  changeReminderChoice,
  confirmReminderAddress,
  readReminderChoices,
  readReminderStatus,
  sendReminderCode,
  sendTestReminder,
} from '../reminder/reminder-routes.ts'
import {
  changePassword,
  changePost,
  readPinKey,
  readSession,
  signIn,
  signInByPin,
  signOut,
} from '../session/session-routes.ts'
import { handOverDraft, listDraftColleagues, listDrafts, removeDraft, saveDraft } from '../survey/draft-routes.ts'
import {
  listDevices,
  listParked,
  lockDevice,
  pullArea,
  pushCommands,
  readParked,
  reportDevice,
  settleParked,
} from '../sync/sync-routes.ts'
import { loadUnsentPhoto, loadUnsentWork } from '../sync/unsent-file-routes.ts'

/** Everything that crosses the wire as JSON; a test holds the server to having exactly these. */
export const routes = {
  listDataRequests,
  readHeldRecord,
  listNeeds,
  listOffers,
  listAllocations,
  issueTaskLink,
  listTaskLinks,
  revokeTaskLink,
  readTask,
  answerTask,
  keepTaskPhoto,
  readInstallation,
  startPractice,
  startForReal,
  readSession,
  signIn,
  readPinKey,
  signInByPin,
  signOut,
  changePost,
  changePassword,
  listPracticePeople,
  practiceSignIn,
  movePracticeClock,
  listAreas,
  listHouseholds,
  listHandovers,
  readHousehold,
  readTimeline,
  readRemedies,
  readRelapse,
  findPossibleDuplicates,
  reportDevice,
  pushCommands,
  loadUnsentWork,
  loadUnsentPhoto,
  pullArea,
  listParked,
  readParked,
  settleParked,
  listDevices,
  lockDevice,
  saveDraft,
  listDrafts,
  removeDraft,
  handOverDraft,
  listDraftColleagues,
  readPhotoProgress,
  keepPhotoPart,
  listDuties,
  readDutySummary,
  readCallBack,
  readFigures,
  readCountedList,
  previewImport,
  startImport,
  listBatches,
  readBatch,
  undoBatch,
  listPeople,
  resetPassword,
  listOrganisations,
  readLetterhead,
  keepEmblem,
  listMeetings,
  drawAgenda,
  readMeeting,
  proposeAssignment,
  listAudit,
  readReminderChoices,
  changeReminderChoice,
  sendReminderCode,
  confirmReminderAddress,
  sendTestReminder,
  readReminderStatus,
  listReferralLetters,
  readLettersToAgency,
  readVillageNeeds,
  recordPrint,
} as const
