import 'fake-indexeddb/auto'
import type { Household } from '@thaiqm/core/household/household.ts'
import type { HouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import { headMember, importedHousehold, oldProblem, reXrayRound, roundMorning } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { hashOf } from '../photo/encode-photo.ts'
import { clockOf } from '../platform/clock.ts'
import type { Judge } from '../platform/decide.ts'
import { createServerDouble, type ServerDouble } from '../platform/server-double.ts'
import { performCommand } from '../platform/use-perform.ts'
import { openWorkplace, type Workplace } from '../platform/workplace.ts'
import { beginDraft } from '../survey/draft.ts'

const PIN = '493817'
const judge: Judge = {
  actor: people.villageHead,
  clock: clockOf({ now: roundMorning, readAtMs: Date.now() }),
  rounds: [reXrayRound],
}

/** Words that must never be found on the disk: a house, people, a number, answers, a photograph. */
const canaries = ['97/๑๒๓', 'ขวัญเมือง', 'ทองพูน', '3490100123454', 'นกขมิ้นเหลือง', 'หลังคารั่วทั้งหลัง', 'ภาพบ้านของนกยูง']

const household: Household = {
  ...importedHousehold([{ ...oldProblem(0x100, 'P204'), wording: 'หลังคารั่วทั้งหลัง' }]),
  members: [headMember({ firstName: 'ขวัญเมือง', lastName: 'ทองพูน', nationalNumber: '3490100123454' as never })],
}
const named: Household = { ...household, address: { ...household.address, houseNumber: '97/๑๒๓' } }

let server: ServerDouble

beforeEach(async () => {
  server = await createServerDouble(roundMorning)
  server.households = [named]
  vi.stubGlobal('window', { fetch: (url: string, init: RequestInit) => server.fetch(url, init) })
})
afterEach(() => vi.unstubAllGlobals())

const asText = async (value: unknown, seen = new Set<unknown>()): Promise<string> => {
  if (value === null || typeof value !== 'object') return String(value)
  if (seen.has(value)) return ''
  seen.add(value)
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) {
    const bytes = Buffer.from(value instanceof ArrayBuffer ? value : value.buffer)
    return `${bytes.toString('utf8')} ${bytes.toString('utf16le')} ${bytes.toString('base64')}`
  }
  if (value instanceof Blob) return asText(await value.arrayBuffer())
  if (value instanceof CryptoKey) {
    expect(value.extractable).toBe(false)
    return ''
  }
  const parts = Array.isArray(value) ? value : Object.entries(value).flat()
  return (await Promise.all(parts.map(part => asText(part, seen)))).join(' ')
}

/** Everything on the disk of this origin, as a thief with the phone's storage reads it. */
const dump = async (): Promise<string> => {
  const texts: string[] = []
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name)
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(opening.error)
    })
    for (const store of database.objectStoreNames) {
      const rows = await new Promise<unknown[]>((resolve, reject) => {
        const reading = database.transaction(store).objectStore(store).getAll()
        reading.onsuccess = () => resolve(reading.result)
        reading.onerror = () => reject(reading.error)
      })
      texts.push(await asText(rows))
    }
    database.close()
  }
  return texts.join('\n')
}

const found = async (): Promise<readonly string[]> => {
  const text = await dump()
  const inBase64 = (word: string) => Buffer.from(word).toString('base64').slice(2, -4)
  const escaped = (word: string) => JSON.stringify(word).slice(1, -1)
  return canaries.filter(word => text.includes(word) || text.includes(escaped(word)) || text.includes(inBase64(word)))
}

const begin = async (personId: string): Promise<Workplace> => {
  const workplace = await openWorkplace(personId, judge)
  workplace.hasSession = true
  return workplace
}

const perform = (workplace: Workplace, about: Household | null, command: HouseholdCommand, id: string = named.id) =>
  performCommand({ ...workplace, actor: judge.actor, clock: judge.clock } as never, id, about, command)

const visit = (note: string): HouseholdCommand => ({
  type: 'RecordVisit',
  input: { roundId: reXrayRound.id, outcome: 'ABSENT', visitedAt: roundMorning, note, photos: [] },
})

const draftOf = (note: string) => ({
  draft: {
    ...beginDraft(named, { ...reXrayRound, formVersion: 're-x-ray-2567' }, roundMorning, () => testId(0x77)),
    note,
  },
  areaCode: named.areaCode,
  household: named,
})

test('nothing of a household, an answer or a photograph lies in clear on the phone, after any step of a day', async () => {
  const day = await begin('forensic')
  await day.sync.flush()
  expect(await day.vault.create(PIN)).toEqual({ ok: true })
  await day.households.holdArea('49010507')
  await day.sync.flush()
  expect((await day.households.find(named.id))?.members[0]?.firstName).toBe('ขวัญเมือง')
  expect(await found()).toEqual([])

  await day.drafts.save(draftOf('นกขมิ้นเหลือง'))
  expect(await found()).toEqual([])

  const photo = new Blob(['ภาพบ้านของนกยูง'], { type: 'image/jpeg' })
  const hash = await hashOf(photo)
  await day.photos.keepForDraft(hash, photo)
  expect(await found()).toEqual([])

  server.isReachable = false
  const done = await perform(day, named, {
    ...visit('นกขมิ้นเหลือง'),
    input: { ...visit('นกขมิ้นเหลือง').input, photos: [hash] },
  } as HouseholdCommand)
  expect(done.ok).toBe(true)
  await day.sync.flush()
  expect(await found()).toEqual([])
  await day.lock()
  expect(await found()).toEqual([])

  // The dump does find what is there: a control in clear bites.
  await day.database.facts.put({ key: 'control', value: 'ขวัญเมือง' })
  expect(await found()).toEqual(['ขวัญเมือง'])
  await day.database.facts.delete('control')
})

test('a locked phone sends its commands and drafts, sealed; the server reads them; photographs wait for the PIN', async () => {
  const day = await begin('locked-sends')
  await day.sync.flush()
  await day.vault.create(PIN)
  server.isReachable = false
  const photo = new Blob(['ภาพบ้านของนกยูง'], { type: 'image/jpeg' })
  const hash = await hashOf(photo)
  await day.photos.keepForDraft(hash, photo)
  await day.drafts.save(draftOf('นกขมิ้นเหลือง'))
  const input = { ...visit('หลังคารั่วทั้งหลัง').input, photos: [hash] }
  await perform(day, named, { type: 'RecordVisit', input } as HouseholdCommand)
  await day.lock()
  server.isReachable = true
  server.hasSession = false
  day.hasSession = false
  await day.sync.flush()
  expect(server.commands.map(({ opened }) => opened)).toMatchObject([{ note: 'หลังคารั่วทั้งหลัง' }])
  expect(server.commands.every(({ input: clear }) => clear === undefined)).toBe(true)
  expect([...server.drafts.values()]).toMatchObject([{ content: { note: 'นกขมิ้นเหลือง' } }])
  expect(server.headers.every(header => /^Device [0-9a-f-]{36}\.[A-Za-z0-9_-]{20,}$/.test(header))).toBe(true)
  expect(server.photos.size).toBe(0)
  await day.vault.unlock(PIN)
  await day.sync.flush()
  expect([...server.photos]).toEqual([hash])
})

test('ten wrong PINs leave no household on the phone, and every unsent command and draft still arrives', async () => {
  const day = await begin('ten-wrong')
  await day.sync.flush()
  await day.vault.create(PIN)
  await day.households.holdArea('49010507')
  await day.sync.flush()
  server.isReachable = false
  await perform(day, named, visit('นกขมิ้นเหลือง'))
  await day.drafts.save(draftOf('ทองพูน'))
  await day.lock()
  for (let n = 0; n < 10; n += 1) await day.vault.unlock('000001')
  expect(await day.database.households.count()).toBe(0)
  expect(await day.database.packs.count()).toBe(0)
  expect(await day.database.commands.count()).toBe(1)
  server.isReachable = true
  await day.sync.flush()
  expect(server.commands.map(({ opened }) => opened)).toMatchObject([{ note: 'นกขมิ้นเหลือง' }])
  expect([...server.drafts.values()]).toMatchObject([{ content: { note: 'ทองพูน' } }])
  // Signed in again with a signal, all comes back.
  await day.vault.allowReset()
  await day.vault.unlock(PIN)
  await day.sync.flush()
  expect((await day.households.find(named.id))?.address.houseNumber).toBe('97/๑๒๓')
})

test('an office’s lock takes the households at the next contact and none of the work', async () => {
  const day = await begin('office-locks')
  await day.sync.flush()
  await day.vault.create(PIN)
  await day.households.holdArea('49010507')
  await day.sync.flush()
  server.isReachable = false
  await perform(day, named, visit('นกขมิ้นเหลือง'))
  server.isReachable = true
  server.isLocked = true
  await day.sync.flush()
  expect(await day.households.find(named.id)).toBeUndefined()
  expect(await day.database.packs.count()).toBe(0)
  expect(server.commands).toHaveLength(1)
  expect(await found()).toEqual([])
})

test('capturing goes on while the households are closed: a new household, its form, and both are there with the PIN', async () => {
  const day = await begin('captures')
  await day.sync.flush()
  await day.vault.create(PIN)
  server.isLocked = true
  await day.sync.flush()
  server.isReachable = false
  expect(day.vault.keys()?.cache).toBeNull()
  const id = testId(0x999)
  const address = { ...named.address, houseNumber: '97/๑๒๓' }
  const registered = await perform(
    day,
    null,
    {
      type: 'RegisterHousehold',
      input: {
        areaCode: '49010507',
        address,
        phone: '',
        origin: 'NEW',
        missedReason: null,
        members: [],
        position: null,
      },
    } as unknown as HouseholdCommand,
    id,
  )
  expect(registered).toMatchObject({ ok: true })
  expect((await day.households.find(id))?.address.houseNumber).toBe('97/๑๒๓')
  await vi.waitFor(() => expect(day.households.index.read('49010507')).toHaveLength(1))
  expect(await found()).toEqual([])
  server.isReachable = true
  server.isLocked = false
  await day.sync.flush()
  await vi.waitFor(async () => {
    const row = await day.database.households.get(id)
    expect(row?.sealed.keyId).toBe(day.vault.keys()?.cache?.id)
  })
  expect((await day.households.find(id))?.address.houseNumber).toBe('97/๑๒๓')
})

test('two people on one phone: neither’s keys open the other’s store', async () => {
  const [somchai, malee] = [await begin('somchai'), await begin('malee')]
  for (const day of [somchai, malee]) {
    await day.sync.flush()
    await day.vault.create(PIN)
    await day.households.holdArea('49010507')
    await day.sync.flush()
  }
  const row = await somchai.database.households.get(named.id)
  expect(row).toBeDefined()
  if (row !== undefined) await malee.database.households.put(row)
  expect(await malee.households.find(named.id)).toBeUndefined()
  expect((await somchai.outbox.state()).deviceId).not.toBe((await malee.outbox.state()).deviceId)
})

test('a forgotten PIN: a new one is set after a sign-in, and the drafts come back from the server', async () => {
  const day = await begin('forgotten')
  await day.sync.flush()
  await day.vault.create(PIN)
  server.isReachable = false
  await day.drafts.save(draftOf('นกขมิ้นเหลือง'))
  await day.lock()
  server.isReachable = true
  await day.vault.allowReset()
  expect(day.vault.read()).toMatchObject({ kind: 'locked', mayReset: true })
  await day.sync.flush()
  await day.vault.create('904716')
  expect((await day.drafts.list()).map(({ open }) => open)).toEqual([null])
  await day.sync.flush()
  expect((await day.drafts.list()).map(({ open }) => open?.draft.note)).toEqual(['นกขมิ้นเหลือง'])
  expect(await found()).toEqual([])
})

test('a draft captured without a PIN is out of sight when the app is closed, and comes back with the PIN and the server', async () => {
  const day = await begin('captured-draft')
  await day.sync.flush()
  await day.vault.create(PIN)
  await day.lock()
  server.isReachable = false
  await day.vault.openForCapture()
  await day.drafts.save(draftOf('ทองพูน'))
  expect((await day.drafts.list()).map(({ open }) => open?.draft.note)).toEqual(['ทองพูน'])
  await day.lock()
  await day.vault.unlock(PIN)
  expect((await day.drafts.list()).map(({ open }) => open)).toEqual([null])
  server.isReachable = true
  await day.sync.flush()
  expect((await day.drafts.list()).map(({ open }) => open?.draft.note)).toEqual(['ทองพูน'])
  expect(await found()).toEqual([])
})

test('a full phone says so, keeps what it had, and takes the same work once there is room', async () => {
  const day = await begin('full')
  await day.sync.flush()
  await day.vault.create(PIN)
  server.isReachable = false
  expect((await perform(day, named, visit('ก่อนเต็ม'))).ok).toBe(true)
  const full = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError')
  })
  expect(await perform(day, named, visit('ตอนเต็ม'))).toMatchObject({ ok: false, refusal: { code: 'phone-full' } })
  full.mockRestore()
  expect((await day.outbox.state()).nextSequence).toBe(2)
  expect((await perform(day, named, visit('มีที่ว่างแล้ว'))).ok).toBe(true)
  server.isReachable = true
  await day.sync.flush()
  expect(server.commands.map(({ sequence, opened }) => [sequence, (opened as { note: string }).note])).toEqual([
    [1, 'ก่อนเต็ม'],
    [2, 'มีที่ว่างแล้ว'],
  ])
})
