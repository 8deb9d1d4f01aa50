import type { Actor } from '@thaiqm/core/access/actor.ts'
import { actorRange } from '@thaiqm/core/access/actor.ts'
import { isInRange } from '@thaiqm/core/area/area-code.ts'
import { householdCommandInputs } from '@thaiqm/core/household/household-command.ts'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import type { CommandEnvelope } from '@thaiqm/core/sync/command-envelope.ts'
import type { Backups } from './backups.ts'
import { officer, personInput, postOf, provinceHand, villages } from './birth.ts'
import type { FaultKind, Faults } from './faults.ts'
import { corrected, nextWork } from './field-work.ts'
import { createLifeDesk } from './life-desk.ts'
import type { Network } from './network.ts'
import type { Oracle } from './oracle.ts'
import type { Phone, Phones, Tab } from './phone.ts'
import { copyDisk, newDisk } from './phone-disk.ts'
import type { Planted } from './planted.ts'
import type { Random } from './random.ts'
import type { Scheduler } from './scheduler.ts'
import type { WorldServer } from './world-server.ts'

export interface ActionParts {
  readonly random: Random
  readonly scheduler: Scheduler
  readonly faults: Faults
  readonly planted: Planted
  readonly server: WorldServer
  readonly network: Network
  readonly phones: Phones
  readonly backups: Backups
  readonly oracle: Oracle
  readonly clock: { readonly nowMs: () => number; readonly now: () => Instant }
  readonly all: Phone[]
  /** Hardships are solved here too, at desks and on phones. */
  readonly isLife: boolean
}

const YEAR = 31_557_600_000
const OFFICE = '00000000-0000-4000-8000-0000000f0001'

/** Everything people and misfortune do in these villages. */
export const createActions = (of: ActionParts) => {
  const { random, scheduler, faults, planted, server, network, phones, backups, oracle, clock, all, isLife } = of
  const desk = createLifeDesk(of)
  const state = () => server.state()

  const signIn = (phone: Phone): void => {
    const person = server.findPerson(phone.personId)
    const actor = person?.status === 'ACTIVE' ? server.personActor(phone.personId, phone.actor.postId) : null
    if (actor === null || !server.isUp()) return
    const token = random.uuid()
    server.openSession(token, actor.personId, actor.postId)
    phone.session = token
    phone.actor = actor
    const wanted = actor.areaCode.length === 4 ? ['490105', '490106'] : [actor.areaCode]
    for (const areaCode of wanted)
      if (!phone.disk.areas.has(areaCode))
        phone.disk.areas.set(areaCode, { areaCode, cursor: null, isWhole: false, asOf: null, beginning: 0 })
  }

  const addPhone = (actor: Actor): void => {
    const phone = phones.open(`phone${all.length}`, actor, null)
    signIn(phone)
    if (faults.happens('clock-ten-years-off', 0.3)) phone.clockError = random.pick([-10, 10]) * YEAR
    if (faults.happens('clock-buddhist-year', 0.3)) phone.clockError = 543 * YEAR
    if (faults.happens('old-app', 0.4)) phone.age = random.pick([-2, -1])
    if (faults.happens('future-app', 0.2)) phone.age = 1
    all.push(phone)
    scheduler.spawn(phones.openTab(phone).life, 'first sync', () => sync(phone))
  }

  const tabOf = (phone: Phone): Tab => {
    const tab = phone.tabs[random.below(Math.max(1, phone.tabs.length))]
    return tab ?? phones.openTab(phone)
  }

  const sync = async (phone: Phone): Promise<void> => {
    await phones.sync(tabOf(phone))
  }

  const work = (): void => {
    const phone = random.pick(all)
    const tab = tabOf(phone)
    const known = [...phone.disk.households.keys()]
    const [hot] = known
    const id = hot === undefined ? null : random.chance(0.4) ? hot : random.pick(known)
    const household = id === null ? null : phones.shown(phone, id)
    const visitedAt = new Date(clock.nowMs() + phone.clockError).toISOString() as Instant
    const next = nextWork(phone, household, random, clock.now(), visitedAt, isLife)
    if (next === undefined) return
    const isAllowed = phones.mayHere(phone, next.householdId, next.household, next.command)
    if (!isAllowed && !random.chance(0.15)) return
    const sent = aged(phone, next.command)
    const isSentAtOnce = random.chance(0.4)
    scheduler.spawn(tab.life, `work ${sent.type}`, async () => {
      await phones.put(phone, tab, next.householdId, next.household, sent)
      if (isSentAtOnce) await phones.push(tab)
    })
  }

  /** What an app of another version says: without a newer field, with one of the future, or a command nobody knows. */
  const aged = (phone: Phone, command: { readonly type: string; readonly input: unknown }) => {
    if (phone.age === 0 || !random.chance(0.4)) return command
    const input = { ...(command.input as Record<string, unknown>) }
    if (phone.age < 0) {
      if ('photos' in input) delete input.photos
      if ('formVersion' in input) input.formVersion = 're-x-ray-2566'
      return { type: command.type, input }
    }
    if ('formVersion' in input) input.formVersion = 're-x-ray-2570'
    return random.chance(0.3)
      ? { type: 'PaintTheHouse', input }
      : { type: command.type, input: { ...input, newField: 1 } }
  }

  const draft = (): void => {
    const phone = random.pick(all)
    const known = [...phone.disk.households.values()]
    if (known.length === 0) return
    const open = [...phone.disk.drafts.entries()].filter(([, d]) => !d.isGone)
    const [found] = open
    if (found === undefined || random.chance(0.3)) {
      const { household } = random.pick(known)
      const text = `${phone.personId} r1`
      const { id: householdId, areaCode } = household
      phone.disk.drafts.set(random.uuid(), {
        householdId,
        areaCode,
        revision: 1,
        sentRevision: 0,
        text,
        isGone: false,
        isRefused: false,
      })
      return
    }
    const [draftId, before] = random.pick(open)
    const revision = before.revision + 1
    const isGone = random.chance(0.08)
    if (isGone) oracle.ended.add(draftId)
    phone.disk.drafts.set(draftId, { ...before, revision, text: `${phone.personId} r${revision}`, isGone })
  }

  /** A draft goes to a colleague at the server; the first phone may know of it only later. */
  const handOver = (): void => {
    const drafts = [...state().drafts.entries()]
    if (drafts.length === 0 || !server.isUp()) return
    const [draftId, row] = random.pick(drafts)
    const to = random.pick(all).personId
    if (to === row.holderId) return
    oracle.handedOver.set(draftId, { to, content: row.content })
    server.handOver(draftId, to)
  }

  const office = (): void => {
    const households = [...state().households.values()]
    if (households.length === 0 || !server.isUp()) return
    const { household } = random.chance(0.4) && households[0] !== undefined ? households[0] : random.pick(households)
    if (household.status === 'WITHDRAWN') return
    faults.counts['same-household'] += 1
    const isMove = faults.happens('household-moved', 0.3)
    const isUndo =
      !isMove && household.importedIn !== null && !household.workedOn && faults.happens('baseline-undone', 0.5)
    const [type, input] = isMove
      ? ['MoveHousehold', { areaCode: random.pick(villages), villageName: 'บ้านใหม่', reason: 'ย้ายบ้าน' }]
      : isUndo
        ? ['UndoBaselineHousehold', { batchId: household.importedIn?.batchId }]
        : ['CorrectHousehold', corrected(household, random)]
    give(officer, 'household', household.id, String(type), input, household.version)
  }

  /** A command from an office screen: read now, written when its turn comes. */
  const give = (
    actor: Actor,
    ledgerKind: CommandEnvelope['ledgerKind'],
    ledgerId: string,
    type: string,
    input: unknown,
    basedOnVersion: number | null,
  ): void => {
    const commandId = random.uuid() as CommandEnvelope['commandId']
    scheduler.spawn(server.life(), `office ${type}`, async () => {
      const madeAt = clock.now()
      const envelope = { commandId, sequence: 1, ledgerKind, ledgerId, type, input, madeAt, basedOnVersion }
      await server.give(actor, OFFICE, [envelope]).catch(noteOutage)
    })
  }

  const noteOutage = (error: unknown): void => {
    if ((error as { code?: string }).code === undefined) throw error
  }

  const settle = (): void => {
    const open = [...state().commands.values()].filter(
      c =>
        c.outcome === 'parked' &&
        c.settledHow === null &&
        isInRange(String(c.areaCode ?? 0).padStart(8, '0'), actorRange(officer)) &&
        c.envelope.type in householdCommandInputs,
    )
    if (open.length === 0 || !server.isUp()) return
    const { commandId } = random.pick(open).envelope
    const how = random.chance(0.75) ? ('accepted' as const) : ('dismissed' as const)
    for (let times = random.chance(0.8) ? 2 : 1; times > 0; times -= 1) {
      const question = { commandId, how, reason: 'ตรวจแล้ว' }
      scheduler.spawn(server.life(), `settle ${how}`, () =>
        planted.settle(() => server.settle(officer, question), server, commandId, how).catch(noteOutage),
      )
    }
  }

  const evict = (phone: Phone): void => {
    oracle.evicted(phone, state(), backups.newest())
    for (const tab of [...phone.tabs]) phones.kill(phone, tab)
    phone.disk = newDisk(
      planted.is('device-id-reused') ? phone.disk.device.deviceId : random.uuid(),
      random.uuid().replaceAll('-', ''),
    )
    phone.lineage = []
    phone.session = null
    signIn(phone)
  }

  const clone = (phone: Phone): void => {
    const copy = { ...phones.open(`phone${all.length}`, phone.actor, phone.session), isSealing: phone.isSealing }
    copy.disk = copyDisk(phone.disk)
    // A copy may have lost the key that its store could not give away.
    if (random.chance(0.5)) copy.disk.deviceKey = random.uuid().replaceAll('-', '')
    copy.lineage = [...phone.lineage]
    all.push(copy)
  }

  const changePerson = (phone: Phone): void => {
    const person = server.findPerson(phone.personId)
    if (person === undefined || !server.isUp()) return
    const roll = random.next()
    if (roll < 0.5 && faults.happens('rights-moved', 0.9)) {
      const actor = server.personActor(phone.personId, phone.actor.postId)
      if (actor === null || actor.areaCode.length === 4) return
      const areaCode = actor.areaCode.length === 8 ? random.pick(villages) : random.pick(['490105', '490106'])
      const moved = { ...actor, areaCode }
      give(
        provinceHand,
        'person',
        phone.personId,
        'ChangePerson',
        { ...personInput(moved), posts: [postOf(moved)] },
        null,
      )
    } else if (person.status === 'ACTIVE' && faults.happens('account-disabled', 0.9))
      give(provinceHand, 'person', phone.personId, 'DisablePerson', { reason: 'พ้นตำแหน่ง' }, null)
    else if (person.status === 'DISABLED')
      give(provinceHand, 'person', phone.personId, 'EnablePerson', { reason: 'กลับเข้าตำแหน่ง' }, null)
  }

  /** A command's id comes once more with other content, as a broken app would do it. */
  const sameIdAgain = (): void => {
    const phone = random.pick(all)
    const [held] = [...phone.disk.commands.values()]
    if (held === undefined || phone.session === null) return
    const { sealed: _s, ...envelope } = held.envelope
    const other = { ...envelope, input: { broken: true }, inputHash: undefined }
    const body = { deviceId: phone.disk.device.deviceId, epoch: phone.disk.device.epoch, commands: [other] }
    const url = '/api/commands'
    const { session } = phone
    scheduler.spawn(server.life(), 'same id again', () =>
      server.handle({
        method: 'POST',
        url,
        authorization: null,
        session,
        body: JSON.stringify(body),
        bytes: undefined,
      }),
    )
  }

  const misfortune: readonly (readonly [FaultKind, number, (phone: Phone) => void | Promise<void>])[] = [
    ['restore', 0.05, () => backups.restore(false)],
    [
      'restore-twice',
      0.03,
      async () => {
        await backups.restore(false)
        await scheduler.step()
        await backups.restore(false)
      },
    ],
    ['restore-by-replay', 0.06, () => backups.restore(true)],
    [
      'server-killed',
      0.06,
      () => {
        server.kill()
        network.reset()
      },
    ],
    [
      'phone-killed',
      0.06,
      phone => {
        const [tab] = phone.tabs
        if (tab !== undefined) phones.kill(phone, tab)
      },
    ],
    ['eviction', 0.03, evict],
    ['clone', 0.03, clone],
    [
      'two-tabs',
      0.08,
      phone => {
        phones.openTab(phone)
      },
    ],
    [
      'session-expired',
      0.05,
      phone => {
        if (phone.session !== null) server.closeSession(phone.session)
      },
    ],
    [
      'app-update',
      0.05,
      phone => {
        for (const tab of [...phone.tabs]) phones.kill(phone, tab)
        phone.age = random.pick([-1, 0, 1])
      },
    ],
    ['same-id-other-content', 0.04, sameIdAgain],
  ]

  const ordinary: readonly (readonly [number, () => void])[] = [
    [36, work],
    [
      44,
      () => {
        const phone = random.pick(all)
        const tab = tabOf(phone)
        scheduler.spawn(tab.life, 'sync', () => phones.sync(tab))
      },
    ],
    [14, draft],
    [3, handOver],
    [12, office],
    [10, settle],
    [5, () => server.isUp() && backups.begin()],
    [1, () => backups.copy()],
    [5, () => changePerson(random.pick(all))],
    [6, () => signIn(random.pick(all))],
    [isLife ? 130 : 0, desk],
  ]
  const whole = ordinary.reduce((sum, [weight]) => sum + weight, 0)

  return {
    addPhone,
    /** One thing that happens. */
    next: async (): Promise<void> => {
      if (!server.isUp() && random.chance(0.5)) server.start()
      for (const [kind, rate, act] of misfortune)
        if (all.length < 9 && faults.happens(kind, rate)) {
          scheduler.note(kind)
          await act(random.pick(all))
          return
        }
      let roll = random.next() * whole
      for (const [weight, act] of ordinary) {
        roll -= weight
        if (roll <= 0) return act()
      }
    },
    /** Everything is well again: one open app a phone, everybody whose account stands is signed in. */
    makeWhole: async (): Promise<void> => {
      for (const phone of all) {
        for (const tab of [...phone.tabs]) phones.kill(phone, tab)
        // A phone that no backup knows and whose account is closed has nobody to vouch for it: the account is opened.
        const person = server.findPerson(phone.personId)
        if (person?.status === 'DISABLED' && !server.isKnownKey(phone.disk.deviceKey)) server.openAccount(person.id)
      }
      await scheduler.settle()
      await server.refresh()
      for (const phone of all) signIn(phone)
      await scheduler.settle()
    },
    syncNow: (phone: Phone): void => {
      const tab = tabOf(phone)
      scheduler.spawn(tab.life, 'last sync', () => phones.sync(tab))
    },
  }
}
