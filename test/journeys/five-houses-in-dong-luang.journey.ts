import { missedReasons, problemKindByCode, visitOutcomes } from '@thaiqm/catalogue/catalogue.ts'
import { type HouseholdRow, listHouseholds } from '@thaiqm/contract/household/household-routes.ts'
import { readSession } from '@thaiqm/contract/session/session-routes.ts'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { householdAt, recordOf } from './support/households.ts'
import { beginJourney } from './support/journey.ts'
import { headOfSongKhon, songKhon, tambonOfficerOfDongLuang } from './support/people.ts'
import { aPhotograph } from './support/photograph.ts'
import { unlock } from './support/pin.ts'
import { pushCommand } from './support/push-command.ts'
import { appIsStored, closeApp, findSignal, loseSignal, noSignalNoise, openApp } from './support/signal.ts'
import {
  addMember,
  answersOf,
  answerToTheEnd,
  beginSurvey,
  findInVillage,
  finishForm,
  giveVerdict,
  nextSection,
  oldHardship,
  sameAsLastRound,
  tellOfVisit,
} from './support/survey-on-phone.ts'
import { goToSyncPage, waitingOnPhone } from './support/sync-page.ts'
import type { Witness } from './support/witness.ts'
import { wordsInClear } from './support/words-in-clear.ts'

const journey = beginJourney()
const nameOf = (code: string): string => problemKindByCode.get(code)?.th ?? code
const absent = visitOutcomes.find(({ code }) => code === 'ABSENT')?.th ?? ''
const reasonM3 = missedReasons.find(({ code }) => code === 'M3')?.th ?? ''
const village = `/field/villages/${songKhon}`

/** From the section of old hardships to the summary: the one old hardship is not there, nothing new. */
const nothingLeft = async (page: Page, kindCode: string): Promise<void> => {
  const card = oldHardship(page, nameOf(kindCode))
  await giveVerdict(card, 'R5')
  await card.getByRole('textbox', { name: 'เหตุผล' }).fill(NOT_THERE)
  await nextSection(page)
  await sameAsLastRound(page)
  await page.getByText('ยืนยันว่า “ไม่มีปัญหาใหม่” ในครัวเรือนนี้').click()
  await page.getByText('ข้อมูลครบ พร้อมส่ง').waitFor()
}

const NOT_THERE = 'ไปดูที่บ้านแล้ว ไม่พบปัญหานี้'

const newcomer = {
  firstName: 'บุญส่ง',
  lastName: 'ริมภู',
  sex: 'ชาย',
  bornBe: '2508',
  relation: 'หัวหน้าครัวเรือน',
} as const

/** Names, numbers and house codes of the village: words that must lie readable nowhere on a phone. */
const secretsOf = async (office: Witness, rows: readonly HouseholdRow[]): Promise<readonly string[]> => {
  const records = await Promise.all(rows.map(row => recordOf(office, row)))
  const words = records.flatMap(({ address, members }) => [
    address.houseCode,
    ...members.flatMap(one => [one.firstName, one.lastName, one.nationalNumber]),
  ])
  return [...new Set(words)].filter((word): word is string => (word?.length ?? 0) > 3)
}

const onwards = (page: Page): Promise<void> => page.getByRole('link', { name: 'สำรวจครัวเรือนต่อไป' }).click()

test('five houses in บ้านสองคอน without signal: app closed and opened again by PIN, everything arrives once, and one difference is decided by two taps', async () => {
  journey.expectNoise(noSignalNoise)
  const office = await journey.witness(tambonOfficerOfDongLuang)
  const houseAt = async (houseNumber: string) => recordOf(office, await householdAt(office, songKhon, houseNumber))
  const before = await office.ask(listHouseholds, { query: { area: songKhon, pageSize: 200 } })

  const first = await journey.signIn(headOfSongKhon, 'phone')
  await first.getByRole('link', { name: 'เลือกครัวเรือนในบ้านสองคอน หมู่ที่ 2' }).click()
  await first.getByRole('link', { name: 'บ้านเลขที่ 101', exact: true }).waitFor()
  await appIsStored(first)
  await loseSignal(first)

  // House 101, with a photograph.
  await findInVillage(first, '101')
  await beginSurvey(first)
  await tellOfVisit(first)
  const [chooser] = await Promise.all([
    first.waitForEvent('filechooser'),
    first.getByRole('button', { name: 'ถ่ายภาพบ้าน' }).click(),
  ])
  await chooser.setFiles(aPhotograph(0x51))
  await first.getByRole('img', { name: 'ภาพที่ 1' }).waitFor()
  await nextSection(first)
  await sameAsLastRound(first)
  await nothingLeft(first, 'P206')
  await finishForm(first)
  const secrets = [
    ...(await secretsOf(office, before.rows)),
    '0800000102',
    '0800000999',
    NOT_THERE,
    newcomer.firstName,
    newcomer.lastName,
  ]
  expect(await wordsInClear(first, secrets)).toEqual([])

  // House 102: half of it, and the phone goes into the pocket.
  await onwards(first)
  await findInVillage(first, '102')
  await beginSurvey(first)
  await tellOfVisit(first)
  await nextSection(first)
  await first.getByRole('textbox', { name: 'หมายเลขโทรศัพท์ผู้ให้ข้อมูล' }).fill('0800000102')
  await first.waitForTimeout(1_000)
  const context = await closeApp(first)

  const desk = await houseAt('102')
  const corrected = await pushCommand(office, desk, {
    type: 'CorrectHousehold',
    input: {
      address: desk.address,
      phone: '0800000999',
      position: null,
      members: [...desk.members],
      reason: 'ผู้อยู่อาศัยแจ้งที่ที่ว่าการอำเภอ',
    },
  })
  expect(corrected).toMatchObject({ outcome: 'applied' })

  const phone = await openApp(context, journey.url, village)
  expect(await wordsInClear(phone, secrets)).toEqual([])
  await unlock(phone)
  await findInVillage(phone, '102')
  await phone.getByRole('link', { name: 'ทำแบบสำรวจต่อ' }).click()
  await phone.getByRole('link', { name: 'ทำต่อ' }).click()
  expect(await phone.getByRole('textbox', { name: 'หมายเลขโทรศัพท์ผู้ให้ข้อมูล' }).inputValue()).toBe('0800000102')
  await sameAsLastRound(phone)
  await nothingLeft(phone, 'P213')
  await finishForm(phone)

  // House 103, and nobody at home in 104.
  await onwards(phone)
  await findInVillage(phone, '103')
  await beginSurvey(phone)
  await tellOfVisit(phone)
  await nextSection(phone)
  await sameAsLastRound(phone)
  await nothingLeft(phone, 'P407')
  await finishForm(phone)
  await onwards(phone)
  await findInVillage(phone, '104')
  await phone.getByRole('link', { name: 'บันทึกการเยี่ยมที่สำรวจไม่ได้' }).click()
  await phone.getByText(absent, { exact: true }).click()
  await phone.getByRole('button', { name: 'บันทึกการเยี่ยม' }).click()

  // A house that nobody has on a list.
  await phone.getByRole('link', { name: 'เพิ่มครัวเรือนตกหล่น' }).click()
  await phone.getByText(reasonM3, { exact: true }).click()
  await phone.getByRole('button', { name: 'บันทึกพิกัดบ้าน' }).click()
  await phone.getByRole('button', { name: 'บันทึกและเริ่มสำรวจ' }).click()
  await phone.getByRole('link', { name: /^(เริ่มถาม|ทำต่อ)$/ }).click()
  await tellOfVisit(phone)
  await nextSection(phone)
  await answerToTheEnd(phone, answersOf([{ age: 58, sex: 'male' }], { Q101A: 'none' }), async section => {
    if (section === 'members') await addMember(phone, newcomer)
  })
  await finishForm(phone)
  await phone.getByRole('link', { name: 'ดูครัวเรือนนี้' }).click()
  await goToSyncPage(phone)
  await waitingOnPhone(phone, 6)
  expect(await wordsInClear(phone, secrets)).toEqual([])
  expect(await houseAt('101')).toMatchObject({ surveys: [] })

  await findSignal(phone)
  await waitingOnPhone(phone, 0)
  await phone.getByText('ภาพถ่ายรอส่ง').waitFor({ state: 'detached' })

  // What the office wrote meanwhile stands; the phone's is beside it, and its person decides.
  await phone.getByRole('link', { name: 'งาน', exact: true }).click()
  await phone.getByRole('link', { name: 'เลือกครัวเรือนในบ้านสองคอน หมู่ที่ 2' }).click()
  await findInVillage(phone, '102')
  await phone.getByText('ข้อมูลไม่ตรงกัน 1 รายการ').waitFor()
  await phone.getByRole('link', { name: 'เลือกข้อมูลที่ถูกต้อง' }).click()
  const officer = (await office.ask(readSession, {})).actor?.name ?? ''
  const aDay = '12 ม.ค. 2567 \\d\\d\\.\\d\\d น.'
  await phone.getByRole('radio', { name: new RegExp(`0800000999.*ใช้อยู่ตอนนี้ · ${officer} · ${aDay}`) }).waitFor()
  await phone.getByRole('radio', { name: new RegExp(`0800000102.*บันทึกต่างไว้ · ท่าน · ${aDay}`) }).waitFor()
  await phone.getByText('0800000102', { exact: true }).click()
  await phone.getByRole('button', { name: 'ยืนยัน 1 รายการ' }).click()
  await phone.getByText('บันทึกการเลือกแล้ว').first().waitFor()
  await goToSyncPage(phone)
  await waitingOnPhone(phone, 0)
  expect(await wordsInClear(phone, secrets)).toEqual([])

  const after = await office.ask(listHouseholds, { query: { area: songKhon, pageSize: 200 } })
  expect(after.total).toBe(before.total + 1)
  for (const houseNumber of ['101', '102', '103'])
    expect((await houseAt(houseNumber)).surveys, houseNumber).toMatchObject([{ state: 'SUBMITTED' }])
  expect((await houseAt('101')).photos).toHaveLength(1)
  const settled = await houseAt('102')
  expect(settled.phone).toBe('0800000102')
  expect(settled.conflicts ?? []).toEqual([])
  expect((await houseAt('104')).visits).toMatchObject([{ outcome: 'ABSENT' }])
  const known = new Set(before.rows.map(row => row.householdId))
  const [missed, ...others] = after.rows.filter(row => !known.has(row.householdId))
  expect(others).toEqual([])
  expect(missed).toMatchObject({ houseNumber: '', headName: 'บุญส่ง ริมภู' })
  if (missed !== undefined) expect((await recordOf(office, missed)).surveys).toMatchObject([{ state: 'SUBMITTED' }])
}, 90_000)
