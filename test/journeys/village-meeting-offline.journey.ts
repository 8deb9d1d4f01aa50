import { listMeetings, readMeeting } from '@thaiqm/contract/meeting/meeting-routes.ts'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { beginJourney } from './support/journey.ts'
import { headOfKhamHi, khamHi, officerOfDonTan, officerOfMueang } from './support/people.ts'
import { unlock } from './support/pin.ts'
import { appIsStored, closeApp, findSignal, loseSignal, noSignalNoise, openApp } from './support/signal.ts'
import { goToSyncPage } from './support/sync-page.ts'

const journey = beginJourney()

const decide = async (phone: Page, title: string, words: string): Promise<void> => {
  await phone.getByRole('button', { name: `บันทึกมติ: ${title}` }).click()
  const dialog = phone.getByRole('dialog')
  await dialog.getByText('เห็นชอบ', { exact: true }).click()
  await dialog.getByRole('textbox', { name: 'ถ้อยคำของที่ประชุม' }).fill(words)
  await dialog.getByRole('button', { name: 'บันทึกมติ' }).click()
  await dialog.waitFor({ state: 'detached' })
}

const titlesOn = (phone: Page): Promise<string[]> =>
  phone
    .getByRole('button', { name: /^(บันทึกมติ|แก้ไขมติ): / })
    .evaluateAll(buttons => buttons.map(one => (one.getAttribute('aria-label') ?? '').replace(/^[^:]+: /, '')))

test('a village head holds the ประชาคม in a valley: needs from the phone, ranked and decided, the app closed in the middle, closed and locked; it arrives once', async () => {
  journey.expectNoise(noSignalNoise)
  const witness = await journey.witness(officerOfMueang)
  const heldBefore = await witness.ask(listMeetings, { query: { area: khamHi } })

  const phone = await journey.signIn(headOfKhamHi, 'phone')
  await phone.getByRole('link', { name: /^เลือกครัวเรือนใน/ }).waitFor()
  await appIsStored(phone)
  await loseSignal(phone)

  await phone.getByRole('link', { name: 'ประชาคมหมู่บ้าน' }).click()
  await phone.getByRole('link', { name: 'เปิดประชาคมใหม่' }).click()
  await phone.getByText(/^จะนำความต้องการ \d+ เรื่องจากครัวเรือนที่อยู่ในเครื่องเข้าวาระ/).waitFor()
  await phone.getByRole('button', { name: 'เปิดประชุม' }).click()
  await phone.getByRole('heading', { name: /^ความต้องการของหมู่บ้าน/ }).waitFor()
  const drawn = await titlesOn(phone)
  expect(drawn.length).toBeGreaterThan(0)
  for (const title of drawn) expect(title).toMatch(/^P[24]\d\d /)

  await phone.getByRole('button', { name: 'เพิ่มความต้องการ' }).click()
  await phone.getByRole('textbox', { name: 'ความต้องการ' }).fill('ประปาหมู่บ้าน')
  await phone.getByRole('dialog').getByRole('button', { name: 'เพิ่ม', exact: true }).click()
  await phone.getByRole('dialog').waitFor({ state: 'detached' })
  await phone.getByRole('button', { name: 'จัดลำดับ', exact: true }).click()
  for (let at = drawn.length; at > 0; at -= 1) await phone.getByRole('button', { name: 'เลื่อนขึ้น: ประปาหมู่บ้าน' }).click()
  await phone.getByRole('button', { name: 'บันทึกลำดับ' }).click()
  await phone.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await titlesOn(phone)).toEqual(['ประปาหมู่บ้าน', ...drawn])

  await phone.getByRole('button', { name: 'เพิ่มผู้มาประชุม' }).click()
  await phone.getByRole('textbox', { name: 'ชื่อ-สกุล' }).fill('นางสมมติ มาประชุม')
  await phone.getByRole('dialog').getByRole('button', { name: 'เพิ่ม', exact: true }).click()
  await phone.getByText('มาประชุม 1 คน').waitFor()

  // Entered twice and in the wrong sector: set right on the spot.
  await phone.getByRole('button', { name: 'เพิ่มผู้มาประชุม' }).click()
  await phone.getByRole('textbox', { name: 'ชื่อ-สกุล' }).fill('สมมติ มาประชุม')
  await phone.getByText('มีชื่อนี้ในรายชื่อแล้ว', { exact: false }).waitFor()
  await phone.getByRole('dialog').getByRole('button', { name: 'เพิ่ม', exact: true }).click()
  await phone.getByText('มาประชุม 2 คน').waitFor()
  await phone.getByRole('button', { name: 'แก้ไข: สมมติ มาประชุม' }).click()
  await phone.getByRole('button', { name: 'นำชื่อนี้ออก' }).click()
  await phone.getByRole('button', { name: 'ยืนยันนำชื่อนี้ออก' }).click()
  await phone.getByText('มาประชุม 1 คน').waitFor()
  await phone.getByRole('button', { name: 'แก้ไข: นางสมมติ มาประชุม' }).click()
  await phone.getByRole('combobox', { name: 'ภาคส่วน' }).selectOption('REL')
  await phone.getByRole('dialog').getByRole('button', { name: 'บันทึก', exact: true }).click()
  await phone.getByText('ภาคศาสนา 1').waitFor()
  await decide(phone, 'ประปาหมู่บ้าน', 'เสนอเข้าแผน อบต. ลำดับแรก')

  // In the middle of it the phone is put away.
  const url = new URL(phone.url())
  const later = await openApp(await closeApp(phone), journey.url, url.pathname)
  await unlock(later)
  await later.getByText('เสนอเข้าแผน อบต. ลำดับแรก').waitFor()
  await later.getByText('มาประชุม 1 คน').waitFor()

  const close = later.getByRole('button', { name: 'ปิดประชุม' })
  await close.click()
  await later.getByRole('dialog').getByRole('button', { name: 'ปิดประชุม' }).click()
  await later.getByText(`ยังมีวาระที่ไม่มีมติ ${drawn.length} เรื่อง`, { exact: false }).waitFor()
  await later.keyboard.press('Escape')
  for (const title of drawn) await decide(later, title, '')
  await close.click()
  await later.getByRole('dialog').getByRole('button', { name: 'ปิดประชุม' }).click()
  await later.getByText('ปิดประชุมแล้ว ข้อมูลแก้ไขไม่ได้', { exact: false }).waitFor()
  expect(await later.getByRole('button', { name: /^(บันทึกมติ|แก้ไขมติ|เพิ่ม|จัดลำดับ)/ }).count()).toBe(0)
  const still = await witness.ask(listMeetings, { query: { area: khamHi } })
  expect(still.meetings).toEqual(heldBefore.meetings)

  await findSignal(later)
  await later.goto(`${journey.url}/field/`)
  await unlock(later)
  await goToSyncPage(later)
  await later.getByRole('button', { name: 'ส่งตอนนี้' }).click()
  const arrived = async () => (await witness.ask(listMeetings, { query: { area: khamHi } })).meetings
  await expect.poll(async () => (await arrived()).map(one => one.state), { timeout: 20_000 }).toContain('CLOSED')
  const held = await arrived()
  expect(held).toHaveLength(heldBefore.meetings.length + 1)
  const row = held.find(one => !heldBefore.meetings.some(before => before.meetingId === one.meetingId))
  if (row === undefined) throw new Error('the meeting has not arrived')
  expect(row).toMatchObject({ level: 'VILLAGE', areaCode: khamHi, cameCount: 1, itemCount: drawn.length + 1 })
  const { meeting } = await witness.ask(readMeeting, { params: { meetingId: row.meetingId } })
  expect(meeting.agenda.map(item => item.title)).toEqual(['ประปาหมู่บ้าน', ...drawn])
  expect(meeting.attendees.map(one => [one.name, one.sector])).toEqual([['นางสมมติ มาประชุม', 'REL']])
  expect(meeting.agenda.every(item => item.householdId === null && item.houseNumber === '')).toBe(true)
  expect(meeting.decisions.find(one => one.itemId === meeting.agenda[0]?.itemId)?.words).toBe('เสนอเข้าแผน อบต. ลำดับแรก')

  await later.getByRole('button', { name: 'ส่งตอนนี้' }).click()
  expect(await arrived()).toHaveLength(heldBefore.meetings.length + 1)
  const foreign = await journey.witness(officerOfDonTan)
  expect((await foreign.ask(listMeetings, { query: {} })).meetings.some(one => one.areaCode === khamHi)).toBe(false)
})
