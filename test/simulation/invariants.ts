import { decisionCatalogue } from '@thaiqm/catalogue/decision-catalogue.ts'
import { actorRange } from '@thaiqm/core/access/actor.ts'
import { viewHousehold } from '@thaiqm/core/access/view-household.ts'
import { areaRange, isInRange } from '@thaiqm/core/area/area-code.ts'
import { replayHousehold } from '@thaiqm/core/household/evolve-household.ts'
import type { HouseholdId } from '@thaiqm/core/ledger/identifiers.ts'
import { sha256 } from './answer-request.ts'
import { checkOverwriting } from './check-overwriting.ts'
import type { State } from './memory-state.ts'
import type { Oracle } from './oracle.ts'
import type { Phone, Phones } from './phone.ts'
import { holdingsOf } from './phone-disk.ts'
import type { WorldServer } from './world-server.ts'

const hashes = new WeakMap<Uint8Array, string>()
const hashOf = (bytes: Uint8Array): string => {
  const known = hashes.get(bytes) ?? sha256(bytes)
  hashes.set(bytes, known)
  return known
}

/** What must hold at every step, cheap enough to be asked often. */
export const checkAlways = (server: WorldServer, backup: State, phones: readonly Phone[], oracle: Oracle): void => {
  const state = server.state()
  for (const phone of phones) {
    const { device, commands, households, areas } = phone.disk
    // I1, I13: what a phone shows as sent, the server of that epoch holds.
    if (device.epoch === server.epoch())
      for (const { envelope } of commands.values())
        if (envelope.sequence <= device.sentUpTo && !state.commands.has(envelope.commandId))
          oracle.report('I1', `${phone.name} shows a command as sent that the server does not hold`)
    // I1: what a phone has let go is in a backup.
    const held = new Set([...commands.values()].map(({ envelope }) => envelope.commandId as string))
    for (const id of phone.lineage)
      if (!held.has(id) && !backup.commands.has(id))
        oracle.report('I1', `${phone.name} let a command go that no backup has`)
    // I13: numbers are gap-free from the first that is held to the next to be given.
    const { waiting, unsafe } = holdingsOf(phone.disk)
    if (waiting + unsafe !== commands.size) oracle.report('I13', `${phone.name} counts its outbox wrongly`)
    // I8: every household on a phone lies in an area the phone holds.
    for (const [id, { household }] of households)
      if (![...areas.keys()].some(area => isInRange(household.areaCode, areaRange(area))))
        oracle.report('I8', `${phone.name} holds household ${id} outside its areas`)
  }
  for (const [draftId, { to, content }] of oracle.handedOver) {
    const row = state.drafts.get(draftId)
    if (row !== undefined && row.holderId === to && row.content !== content && !row.content.startsWith(to))
      oracle.report('draft', 'a draft handed over was overwritten by its former holder')
  }
  // I11: a photo's row stands for bytes that are there and are its own.
  for (const hash of state.photos.keys()) {
    const bytes = server.photoBytes(hash)
    if (bytes === undefined || hashOf(bytes) !== hash) oracle.report('I11', 'a photo row without its very bytes')
  }
}

/** I3, I7, I9, I10, I12: the ledger's own books. */
export const checkBooks = (state: State, epoch: string, oracle: Oracle): void => {
  const audited = new Map<string, number>()
  for (const id of state.audit) audited.set(id, (audited.get(id) ?? 0) + 1)
  for (const [id, command] of state.commands) {
    if (audited.get(id) !== 1)
      oracle.report('I9', `command ${command.envelope.type} was audited ${audited.get(id) ?? 0} times`)
    if (command.outcome !== 'applied' && command.outcome !== 'parked')
      oracle.report('I12', `command ${command.envelope.type} is neither applied nor parked`)
    const made = oracle.made.get(id)
    if (made !== undefined && command.outcome === 'applied' && JSON.stringify(command.envelope.input) !== made.text)
      oracle.report('I7', `${made.type} was applied with other content than was made`)
  }
  const takenOver = new Map<string, number>()
  for (const { deviceId, outcome } of state.commands.values())
    if (outcome === 'applied' && state.commands.has(deviceId))
      takenOver.set(deviceId, (takenOver.get(deviceId) ?? 0) + 1)
  for (const times of takenOver.values()) if (times > 1) oracle.report('I3', 'a parked command was taken over twice')
  if (audited.size !== state.commands.size) oracle.report('I9', 'audit lines and commands differ in number')

  const once = new Set([
    'HouseholdVisited',
    'HouseholdCorrected',
    'HouseholdRegistered',
    'SurveySubmitted',
    'MembersRecorded',
    'AssistanceRecorded',
  ])
  for (const [id, facts] of state.facts) {
    const effects = new Set<string>()
    for (const { commandId, event } of facts) {
      const command = state.commands.get(commandId)
      if (command?.outcome !== 'applied') oracle.report('I3', `facts of a command that is not applied: ${event.type}`)
      const effect = `${commandId} ${event.type} ${'problemId' in event ? event.problemId : ''}`
      if (once.has(event.type) || 'problemId' in event) {
        if (effects.has(effect)) oracle.report('I3', `a command had its effect twice: ${event.type}`)
        effects.add(effect)
      }
    }
    const replayed = replayHousehold(id as HouseholdId, facts)
    const stored = state.households.get(id)?.household
    if (JSON.stringify(replayed) !== JSON.stringify(stored))
      oracle.report('I10', `household ${id} is not what its facts make it`)
    const found = new Set(
      facts.flatMap(({ event }) =>
        event.type === 'ProblemFound' || event.type === 'ProblemImported' ? [event.problemId as string] : [],
      ),
    )
    const isUndone = facts.some(({ event }) => event.type === 'BaselineImportUndone')
    const isOfTwo = facts.some(({ event }) => event.type === 'HouseholdTakenOver' || event.type === 'HouseholdUnmerged')
    if (stored !== undefined && !isUndone && !isOfTwo && found.size !== stored.problems.length)
      oracle.report('I10', `household ${id} has ${stored.problems.length} hardships, its facts ${found.size}`)
  }
  checkOverwriting(state, epoch, oracle)
}

/** I2, I4, I5, I11, I14: when all is healed and everybody has had three rounds. */
export const checkAtRest = (
  server: WorldServer,
  phones: readonly Phone[],
  shown: Phones['shown'],
  oracle: Oracle,
): void => {
  const state = server.state()
  for (const command of oracle.made.values())
    if (!state.commands.has(command.commandId) && command.mayBeLost !== 'yes')
      oracle.report('I2', `${command.type} made on ${command.phone} never arrived`)
  for (const phone of phones) {
    const { waiting } = holdingsOf(phone.disk)
    if (waiting > 0) oracle.report('I14', `${phone.name} still waits with ${waiting} commands after three rounds`)
    let last = 0
    for (const id of phone.lineage) {
      const number = state.commands.get(id)?.receiptNumber
      if (number === undefined) continue
      if (number < last) oracle.report('I4', `${phone.name}: a later command came before an earlier one`)
      last = Math.max(last, number)
    }
    checkDraftsAtRest(phone, state, oracle)
    for (const [hash, photo] of phone.disk.photos)
      if (photo.state !== 'sent' || !state.photos.has(hash))
        oracle.report('I11', `${phone.name}: a photo never arrived (${photo.state})`)
    if (phone.session === null) continue
    const range = actorRange(phone.actor)
    for (const area of phone.disk.areas.values()) {
      const within = areaRange(area.areaCode)
      if (within.low < range.low || within.high > range.high) {
        oracle.report('I8', `${phone.name} holds an area outside its rights`)
        continue
      }
      const there = [...state.households.values()]
        .map(({ household }) => household)
        .filter(h => h.status !== 'WITHDRAWN' && h.status !== 'MERGED' && isInRange(h.areaCode, within))
      for (const household of there) {
        const view = JSON.stringify(viewHousehold(household, phone.actor, decisionCatalogue.findForm))
        if (
          JSON.stringify(phone.disk.households.get(household.id)?.household) !== sortedLike(view, phone, household.id)
        )
          oracle.report('I5', `${phone.name} holds household ${household.id} other than the server`)
        const here = shown(phone, household.id)
        if (here !== (phone.disk.households.get(household.id)?.household ?? null))
          oracle.report('I5', `${phone.name} still lays something over household ${household.id}`)
      }
      const ids = new Set(there.map(h => h.id as string))
      for (const [id, { household }] of phone.disk.households)
        if (isInRange(household.areaCode, within) && !ids.has(id))
          oracle.report('I5', `${phone.name} holds household ${id} that is there no more`)
    }
  }
}

/** A view that crossed the wire has its keys in the schema's order; compared by value, not by order of keys. */
const sortedLike = (view: string, phone: Phone, id: string): string => {
  const held = phone.disk.households.get(id)?.household
  if (held === undefined) return view
  return canonical(JSON.parse(view)) === canonical(held) ? JSON.stringify(held) : view
}

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner)
            // The server names the hands of a conflict for its readers; the ledger knows them by id.
            .filter(([key]) => key !== 'name')
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : inner,
  )

const checkDraftsAtRest = (phone: Phone, state: State, oracle: Oracle): void => {
  for (const [draftId, draft] of phone.disk.drafts) {
    const row = state.drafts.get(draftId)
    if (draft.isGone || oracle.ended.has(draftId) || oracle.handedOver.has(draftId)) continue
    if (row === undefined) oracle.report('draft', `${phone.name}: a draft never arrived`)
    else if (draft.isRefused) oracle.report('draft', `${phone.name}: a draft of one's own is no longer sent`)
    else if (row.revision < draft.revision || (row.revision === draft.revision && row.content !== draft.text))
      oracle.report('draft', `${phone.name}: the server keeps an older draft`)
  }
}
