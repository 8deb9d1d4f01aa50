import { readFile } from 'node:fs/promises'
import { listPracticePeople } from '@thaiqm/contract/practice/practice-routes.ts'
import { expect, test } from 'vitest'
import { householdAt, recordOf } from './support/households.ts'
import { beginJourney } from './support/journey.ts'
import { headOfNongHoi, nongHoi, tambonOfficer } from './support/people.ts'
import { appIsStored, findSignal, loseSignal, noSignalNoise } from './support/signal.ts'
import { openHousehold } from './support/survey-on-phone.ts'
import { goToSyncPage, waitingOnPhone } from './support/sync-page.ts'
import { nobodyAtHome } from './support/visit-on-phone.ts'

const journey = beginJourney()
const NOTE = 'กลับจากไร่ค่ำ ให้มาใหม่วันอาทิตย์'

test('a phone that cannot send saves its work to a sealed file; the office loads it as the head’s own, and when the phone sends too nothing counts twice', async () => {
  journey.expectNoise(noSignalNoise)
  const witness = await journey.witness(tambonOfficer)
  const house = await householdAt(witness, nongHoi, '4')
  const head = (await witness.ask(listPracticePeople, {})).people.find(({ position }) => position === headOfNongHoi)

  const phone = await journey.signIn(headOfNongHoi, 'phone')
  await openHousehold(phone, 'บ้านหนองหอย หมู่ที่ 3', '4')
  await appIsStored(phone)
  await loseSignal(phone)
  await nobodyAtHome(phone, NOTE)
  await goToSyncPage(phone)
  await waitingOnPhone(phone, 1)
  const [download] = await Promise.all([
    phone.waitForEvent('download'),
    phone.getByRole('button', { name: 'บันทึกไฟล์' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^[\dT-]+-[0-9a-f]{8}\.thaiqm$/)
  const file = await readFile(await download.path(), 'utf8')
  for (const secret of [NOTE, house.headName.split(' ').at(-1) ?? '', head?.name ?? ''])
    expect(file).not.toContain(secret)

  const desk = await journey.signIn(tambonOfficer, 'desk')
  await desk.goto(`${journey.url}/devices`)
  await desk
    .getByRole('row')
    .filter({ hasText: head?.name ?? '' })
    .waitFor()
  const load = async (): Promise<void> => {
    await desk
      .locator('input[type=file]')
      .setInputFiles({ name: 'unsent.thaiqm', mimeType: 'application/octet-stream', buffer: Buffer.from(file) })
  }
  await load()
  await desk.getByText('รับแล้ว: บันทึกใหม่ 1 รายการ เคยส่งแล้ว 0 รายการ').waitFor()
  expect((await recordOf(witness, house)).visits).toMatchObject([{ outcome: 'ABSENT', note: NOTE, by: head?.personId }])
  await load()
  await desk.getByText('รับแล้ว: บันทึกใหม่ 0 รายการ เคยส่งแล้ว 1 รายการ').waitFor()

  await findSignal(phone)
  await waitingOnPhone(phone, 0)
  await phone.getByText(/เลขรับที่ \d+ · /).waitFor()
  expect((await recordOf(witness, house)).visits).toHaveLength(1)
})
