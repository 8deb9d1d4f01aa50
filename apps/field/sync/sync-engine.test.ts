import 'fake-indexeddb/auto'
import { importedHousehold, reXrayRound, roundMorning } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { clockOf } from '../platform/clock.ts'
import type { Judge } from '../platform/decide.ts'
import { createServerDouble, type ServerDouble } from '../platform/server-double.ts'
import { openWorkplace } from '../platform/workplace.ts'
import { beginDraft } from '../survey/draft.ts'

const judge: Judge = {
  actor: people.tambonOfficer,
  clock: clockOf({ now: roundMorning, readAtMs: Date.now() }),
  rounds: [reXrayRound],
}
const [ours, beside] = ['49010507', '49010508']

let server: ServerDouble
beforeEach(async () => {
  server = await createServerDouble(roundMorning)
  vi.stubGlobal('window', { fetch: (url: string, init: RequestInit) => server.fetch(url, init) })
})
afterEach(() => vi.unstubAllGlobals())

test('a household in words of a later app waits for that app: what people made is sent, other villages are fetched, and the phone says what to do', async () => {
  const household = importedHousehold([])
  const other = { ...household, id: testId<typeof household.id>(0x77), areaCode: beside as typeof household.areaCode }
  const phone = await openWorkplace('older-app', judge)
  phone.hasSession = true
  await phone.vault.create('493817')
  await phone.sync.flush()
  server.households = [{ ...household, status: 'ADOPTED' as never }, other]
  expect(await phone.households.refreshVillage(ours)).toMatchObject({ ok: false })
  const draft = beginDraft(household, { ...reXrayRound, formVersion: 're-x-ray-2567' }, roundMorning, () => testId(5))
  await phone.drafts.save({ draft: { ...draft, note: 'บันทึกระหว่างเยี่ยม' }, areaCode: ours, household })
  expect(await phone.households.refreshVillage(beside)).toEqual({ ok: true })

  server.households = [...server.households, { ...other, id: testId<typeof household.id>(0x78) }]
  await phone.sync.flush()
  expect(phone.sync.read()).toEqual({ isSending: false, trouble: 'older-app' })
  expect([...server.drafts.values()]).toMatchObject([{ content: { note: 'บันทึกระหว่างเยี่ยม' } }])
  expect((await phone.database.households.toArray()).every(row => row.areaCode === beside)).toBe(true)
  expect(await phone.database.households.count()).toBeGreaterThan(0)

  // The app was brought up to date, or the server says it as before: everything is there.
  server.households = [household, other]
  await phone.sync.flush()
  expect(phone.sync.read()).toEqual({ isSending: false, trouble: null })
  expect((await phone.database.households.toArray()).map(row => row.areaCode).sort()).toEqual([ours, beside])
})
