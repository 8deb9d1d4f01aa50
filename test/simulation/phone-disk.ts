import type {
  AreaPage,
  CacheStore,
  DraftOutbox,
  OutboxStore,
  PhotoOutbox,
} from '@thaiqm/contract/client/device-store.ts'
import { areaRange, isInRange } from '@thaiqm/core/area/area-code.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import type { DeviceId } from '@thaiqm/core/ledger/identifiers.ts'
import type { CommandEnvelope, Receipt } from '@thaiqm/core/sync/command-envelope.ts'
import { type DeviceState, forgettableUpTo, newDevice } from '@thaiqm/core/sync/device-state.ts'
import type { Planted } from './planted.ts'

export interface DiskCommand {
  readonly envelope: CommandEnvelope
  /** The input under the phone's own key: for laying over households, never sent. */
  readonly readable: unknown
}

export interface DiskArea {
  readonly areaCode: string
  readonly cursor: string | null
  readonly isWhole: boolean
  readonly asOf: Instant | null
  /** Counts beginnings: what an older one brought and a newer did not is forgotten. */
  readonly beginning: number
}

export interface DiskDraft {
  readonly householdId: string
  readonly areaCode: string
  readonly revision: number
  readonly sentRevision: number
  readonly text: string
  readonly isGone: boolean
  readonly isRefused: boolean
}

/** All of a phone that outlives its app. Each change below is one transaction of the store. */
export interface Disk {
  device: DeviceState
  commands: Map<number, DiskCommand>
  receipts: Map<string, Receipt>
  areas: Map<string, DiskArea>
  households: Map<string, { readonly household: Household; readonly beginning: number; readonly epoch: string }>
  drafts: Map<string, DiskDraft>
  photos: Map<string, { readonly bytes: Uint8Array<ArrayBuffer>; readonly state: 'waiting' | 'sent' | 'refused' }>
  deviceKey: string
}

export const newDisk = (deviceId: string, deviceKey: string): Disk => ({
  device: newDevice(deviceId as DeviceId),
  commands: new Map(),
  receipts: new Map(),
  areas: new Map(),
  households: new Map(),
  drafts: new Map(),
  photos: new Map(),
  deviceKey,
})

export const copyDisk = (disk: Disk): Disk => ({
  ...disk,
  commands: new Map(disk.commands),
  receipts: new Map(disk.receipts),
  areas: new Map(disk.areas),
  households: new Map(disk.households),
  drafts: new Map(disk.drafts),
  photos: new Map(disk.photos),
})

export interface DiskParts {
  readonly disk: () => Disk
  readonly planted: Planted
  /** Before a reading step: a moment for others. */
  readonly read: (label: string) => Promise<void>
  /** Around a writing step: the app may die before or after it, the store may be full. */
  readonly write: <Value>(label: string, step: () => Value) => Promise<Value>
  readonly onKept: (command: CommandEnvelope, input: unknown) => void
  /** Numbers a tab believes in by itself, for the planted ones that do not ask the disk. */
  readonly tabNumbers: { next: number | null }
}

const inOrder = (disk: Disk): DiskCommand[] =>
  [...disk.commands.entries()].sort(([a], [b]) => a - b).map(([, command]) => command)

export const createPhoneOutbox = ({ disk, planted, read, write, onKept, tabNumbers }: DiskParts) => {
  const forget = (): void => {
    const { device, commands } = disk()
    const upTo = planted.is('forgets-at-sent') ? device.sentUpTo : forgettableUpTo(device)
    for (const sequence of [...commands.keys()]) if (sequence <= upTo) commands.delete(sequence)
  }
  const store: OutboxStore = {
    state: async () => {
      await read('outbox state')
      return disk().device
    },
    add: async command => {
      const { readable, ...travels } = command as typeof command & { readable?: unknown }
      const number = (): number => {
        const { device } = disk()
        if (!planted.is('number-from-memory')) return device.nextSequence
        const next = tabNumbers.next ?? device.nextSequence
        tabNumbers.next = next + 1
        return next
      }
      const put = (): CommandEnvelope => {
        const on = disk()
        const sequence = number()
        const envelope = { ...travels, sequence } as CommandEnvelope
        on.commands.set(sequence, { envelope, readable })
        if (!planted.is('number-after-crash')) on.device = { ...on.device, nextSequence: sequence + 1 }
        onKept(envelope, readable)
        return envelope
      }
      if (planted.is('outbox-not-durable')) {
        await read('add command')
        const sequence = disk().device.nextSequence
        const envelope = { ...travels, sequence } as CommandEnvelope
        onKept(envelope, readable)
        void write('add command late', () => {
          const on = disk()
          on.commands.set(sequence, { envelope, readable })
          on.device = { ...on.device, nextSequence: sequence + 1 }
        }).catch(() => undefined)
        return envelope
      }
      const envelope = await write('add command', put).catch(error => {
        if (!planted.is('quota-swallowed')) throw error
        const lost = { ...travels, sequence: disk().device.nextSequence } as CommandEnvelope
        onKept(lost, readable)
        return lost
      })
      if (planted.is('number-after-crash'))
        await write('number', () => {
          disk().device = { ...disk().device, nextSequence: envelope.sequence + 1 }
        })
      return envelope
    },
    after: async (sequence, most) => {
      await read('outbox after')
      return inOrder(disk())
        .map(({ envelope }) => envelope)
        .filter(envelope => envelope.sequence > sequence)
        .slice(0, most)
    },
    change: decide =>
      write('outbox change', () => {
        const on = disk()
        const change = decide(on.device, () => inOrder(on).map(({ envelope }) => envelope))
        on.device = change.state
        if (change.held !== undefined) {
          const byId = new Map(inOrder(on).map(row => [row.envelope.commandId as string, row]))
          const held = planted.is('renumber-loses-order') ? [...change.held].reverse() : change.held
          on.commands = new Map(
            held.flatMap((envelope, index) => {
              const row = byId.get(envelope.commandId)
              const numbered = { ...envelope, sequence: index + 1 }
              return row === undefined ? [] : [[index + 1, { ...row, envelope: numbered }] as const]
            }),
          )
        }
        for (const receipt of change.receipts ?? []) on.receipts.set(receipt.commandId, receipt)
        forget()
      }),
    firstHeld: async () => {
      await read('first held')
      return inOrder(disk())[0]?.envelope.sequence ?? disk().device.nextSequence
    },
    holdings: async () => {
      await read('holdings')
      return holdingsOf(disk())
    },
  }
  return store
}

export const holdingsOf = ({ device, commands, drafts, photos }: Disk) => {
  const waiting = [...commands.values()].filter(({ envelope }) => envelope.sequence > device.sentUpTo)
  const [oldest] = waiting.sort((a, b) => a.envelope.sequence - b.envelope.sequence)
  return {
    waiting: waiting.length,
    unsafe: commands.size - waiting.length,
    drafts: [...drafts.values()].filter(draft => !draft.isGone).length,
    photos: [...photos.values()].filter(photo => photo.state === 'waiting').length,
    oldestWaitingAt: oldest?.envelope.madeAt ?? null,
  }
}

/** Own commands a household's version does not show yet, as the field app lays them over it. */
export const laidOver = (disk: Disk, ledgerId: string, baseVersion: number | null, planted: Planted) =>
  inOrder(disk).flatMap(({ envelope, readable }) => {
    if (envelope.ledgerId !== ledgerId || readable === undefined) return []
    const answer = disk.receipts.get(envelope.commandId)
    if (answer?.outcome === 'parked' && !planted.is('rejected-stays-laid-over')) return []
    if (answer?.version != null && baseVersion !== null && baseVersion >= answer.version) return []
    return [{ type: envelope.type, input: readable }]
  })

const savePage = (disk: Disk, page: AreaPage, planted: Planted): void => {
  const area = disk.areas.get(page.areaCode)
  if (area === undefined || area.cursor !== page.after) return
  const beginning = page.isFresh ? area.beginning + 1 : area.beginning
  const epoch = page.cursor.split('~')[0] ?? ''
  for (const view of page.households)
    disk.households.set(view.id, { household: view as unknown as Household, beginning, epoch })
  if (!planted.is('tombstones-ignored')) {
    for (const id of page.gone) disk.households.delete(id)
    const range = areaRange(page.areaCode)
    if (page.isWhole)
      for (const [id, row] of [...disk.households])
        if (isInRange(row.household.areaCode, range) && row.beginning < beginning) disk.households.delete(id)
  }
  disk.areas.set(page.areaCode, { ...area, cursor: page.cursor, isWhole: page.isWhole, asOf: page.asOf, beginning })
}

const dropArea = (disk: Disk, areaCode: string, planted: Planted): void => {
  const range = areaRange(areaCode)
  disk.areas.delete(areaCode)
  if (planted.is('tombstones-ignored')) return
  for (const [id, { household }] of [...disk.households])
    if (isInRange(household.areaCode, range)) {
      disk.households.delete(id)
      if (planted.is('outbox-purged-with-rights'))
        for (const [sequence, { envelope }] of [...disk.commands])
          if (envelope.ledgerId === id) disk.commands.delete(sequence)
    }
}

export const createPhoneCache = ({ disk, planted, read, write }: DiskParts): CacheStore => ({
  areas: async () => {
    await read('areas')
    return [...disk().areas.values()]
  },
  savePage: async page => {
    if (planted.is('cursor-ahead-of-rows'))
      await write('save cursor', () => {
        const area = disk().areas.get(page.areaCode)
        if (area !== undefined) disk().areas.set(page.areaCode, { ...area, cursor: page.cursor, isWhole: page.isWhole })
      })
    await write('save page', () => savePage(disk(), page, planted))
  },
  dropArea: areaCode => write('drop area', () => dropArea(disk(), areaCode, planted)),
})

export const createPhoneDrafts = (
  { disk, planted, read, write }: DiskParts,
  seal: (text: string, owner: string) => string,
): DraftOutbox => ({
  toSend: async most => {
    await read('drafts to send')
    return [...disk().drafts.entries()]
      .filter(([, draft]) => !draft.isRefused && draft.sentRevision < draft.revision)
      .slice(0, most)
      .map(([draftId, draft]) => ({
        draftId,
        householdId: draft.householdId,
        areaCode: draft.areaCode,
        revision: draft.revision,
        changedAt: '2024-01-12T02:00:00.000Z' as Instant,
        sealed: draft.isGone ? null : seal(draft.text, draftId),
      }))
  },
  markSent: (draftId, revision, outcome) =>
    write('mark draft', () => {
      const draft = disk().drafts.get(draftId)
      if (draft !== undefined)
        disk().drafts.set(draftId, { ...draft, sentRevision: revision, isRefused: outcome === 'refused' })
    }),
  sendAgain: () =>
    write('drafts again', () => {
      if (planted.is('nothing-sent-again')) return
      for (const [id, draft] of disk().drafts) disk().drafts.set(id, { ...draft, sentRevision: 0 })
    }),
})

export const createPhonePhotos = ({ disk, planted, read, write }: DiskParts): PhotoOutbox => ({
  toSend: async most => {
    await read('photos to send')
    return [...disk().photos.entries()]
      .filter(([, photo]) => photo.state === 'waiting')
      .slice(0, most)
      .map(([hash]) => hash)
  },
  read: async hash => {
    await read('read photo')
    return disk().photos.get(hash)?.bytes ?? null
  },
  mark: (hash, state) =>
    write('mark photo', () => {
      const photo = disk().photos.get(hash)
      if (photo !== undefined) disk().photos.set(hash, { ...photo, state })
    }),
  sendAgain: () =>
    write('photos again', () => {
      if (planted.is('nothing-sent-again')) return
      for (const [hash, photo] of disk().photos)
        if (photo.state === 'sent') disk().photos.set(hash, { ...photo, state: 'waiting' })
    }),
})
