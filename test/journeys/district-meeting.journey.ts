import { routeAddress } from '@thaiqm/contract/client/call-route.ts'
import { listMeetings, readMeeting } from '@thaiqm/contract/meeting/meeting-routes.ts'
import { listNeeds } from '@thaiqm/contract/need/need-routes.ts'
import { minutesPath } from '@thaiqm/contract/papers/papers-routes.ts'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { beginJourney } from './support/journey.ts'
import { downloadPaper } from './support/paper-text.ts'
import { chiefOfMueang, designatedOfficerOfMueang, mueang, officerOfDonTan, officerOfMueang } from './support/people.ts'
import { choose } from './support/problem-in-office.ts'

const journey = beginJourney()

const addAttendee = async (desk: Page, name: string, sector: string): Promise<void> => {
  await desk.getByRole('button', { name: 'เพิ่มผู้มาประชุม' }).click()
  const dialog = desk.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'ชื่อ-สกุล' }).fill(name)
  await choose(desk, dialog, 'ภาคส่วน', sector)
  await dialog.getByRole('button', { name: 'เพิ่มผู้มาประชุม' }).click()
  await dialog.waitFor({ state: 'detached' })
}

const decide = async (desk: Page, title: RegExp | string, decision: string, words: string): Promise<void> => {
  await desk.getByRole('button', { name: title }).first().click()
  const dialog = desk.getByRole('dialog')
  await dialog.getByText(decision, { exact: true }).click()
  await dialog.getByRole('textbox', { name: 'ถ้อยคำของที่ประชุม' }).fill(words)
  await dialog.getByRole('button', { name: 'บันทึกมติ' }).click()
}

test('the district plans ศจพ.อ., draws what waits, the chief approves a plan in place, attendance is by sector; closed it is locked', async () => {
  const witness = await journey.witness(chiefOfMueang)
  const waiting = await witness.countOf('plan-awaiting-approval', mueang)
  expect(waiting).toBeGreaterThan(0)

  const desk = await journey.signIn(officerOfMueang, 'desk')
  await desk.getByRole('link', { name: 'การประชุม' }).click()
  await desk.getByRole('button', { name: 'กำหนดการประชุม' }).click()
  const plan = desk.getByRole('dialog')
  await plan.getByRole('textbox', { name: 'ครั้งที่' }).fill('9/2567')
  await plan.getByRole('textbox', { name: 'สถานที่' }).fill('ห้องประชุมที่ว่าการอำเภอ')
  await plan.getByRole('button', { name: 'กำหนดการประชุม' }).click()
  await desk.waitForURL(/\/meetings\/[0-9a-f-]{36}$/)
  await desk.getByText('ครั้งที่ 9/2567', { exact: false }).waitFor()
  const address = desk.url()

  await desk.getByRole('button', { name: 'ดึงเรื่องที่รอพิจารณา' }).click()
  const drawn = desk
    .getByRole('group', { name: /^พิจารณาอนุมัติแผนครัวเรือน/ })
    .locator('label')
    .first()
  const title = (await drawn.textContent()) ?? ''
  await drawn.click()
  const unmet = desk
    .getByRole('group', { name: /^ความต้องการที่ยังไม่มีภาคีรับ/ })
    .locator('label')
    .first()
  const needed = /^(.+) · ตำบล/.exec((await unmet.textContent()) ?? '')?.[1] ?? ''
  expect(needed).not.toBe('')
  await unmet.click()
  await desk.getByRole('button', { name: 'เพิ่ม 2 เรื่องเข้าวาระ' }).click()
  await desk.getByRole('dialog').waitFor({ state: 'detached' })
  expect(title).toMatch(/^บ้านเลขที่ .* หมู่ที่ \d+ ตำบล/)

  await desk.getByRole('button', { name: 'เพิ่มเรื่อง' }).click()
  await desk.getByRole('dialog').getByRole('textbox', { name: 'เรื่อง' }).fill('นัดประชุมครั้งต่อไป')
  await desk.getByRole('dialog').getByRole('button', { name: 'เพิ่มเรื่อง' }).click()
  await desk.getByRole('dialog').waitFor({ state: 'detached' })
  await desk.getByRole('button', { name: 'เปิดการประชุม' }).click()
  await desk.getByRole('dialog').getByRole('button', { name: 'เปิดการประชุม' }).click()
  await desk.getByText('กำลังประชุม').waitFor()
  await addAttendee(desk, 'นายสมมติ ผู้แทนอำเภอ', 'ภาครัฐ')
  await addAttendee(desk, 'พระสมมติ ผู้แทนวัด', 'ภาคศาสนา')
  await desk.getByText('มา 2 คน ลา 0 คน').waitFor()
  expect(await desk.getByRole('link', { name: 'รายงานการประชุม (DOCX)' }).count()).toBe(0)
  const meetingId = address.split('/').at(-1) ?? ''
  const tooEarly = await witness.fetch(routeAddress(minutesPath, { meetingId }))
  expect(await tooEarly.json()).toMatchObject({ refusal: { code: 'meeting-not-closed' } })

  // A plan is the chief's to approve: the officer is told so, and the item stays undecided.
  await decide(desk, /^บันทึกมติ: พิจารณาอนุมัติแผน/, 'เห็นชอบ', 'ที่ประชุมเห็นชอบ')
  await desk.getByText('ยังบันทึกมติไม่ได้').waitFor()
  await desk.getByRole('dialog').getByRole('button', { name: 'ยกเลิก' }).click()
  await desk.getByText('มีมติแล้ว 0 จาก 3 เรื่อง').waitFor()

  const chief = await journey.signIn(chiefOfMueang, 'desk')
  await chief.goto(address)
  await chief.getByRole('link', { name: 'ฉายขึ้นจอ' }).click()
  const wall = chief.getByRole('dialog', { name: 'ฉายระเบียบวาระ' })
  await wall.getByText('วาระที่ 1 จาก 3').waitFor()
  await wall.getByText('รอมติที่ประชุม').waitFor()
  await chief.keyboard.press('ArrowRight')
  await wall.getByText('วาระที่ 2 จาก 3').waitFor()
  await chief.keyboard.press('Escape')
  await decide(chief, /^บันทึกมติ: พิจารณาอนุมัติแผน/, 'เห็นชอบ', 'เห็นชอบตามที่ทีมตำบลเสนอ')
  await chief.getByText('มีมติแล้ว 1 จาก 3 เรื่อง').waitFor()
  expect(await witness.countOf('plan-awaiting-approval', mueang)).toBe(waiting - 1)

  // What the chief recorded comes to the officer's desk by itself.
  await desk.getByText('เห็นชอบตามที่ทีมตำบลเสนอ').waitFor()
  await desk.getByRole('button', { name: 'ปิดการประชุม' }).click()
  await desk.getByRole('dialog').getByRole('button', { name: 'ปิดการประชุม' }).click()
  await desk.getByText('โปรดระบุประธานการประชุมก่อนปิดการประชุม').waitFor()
  await desk.getByRole('dialog').getByRole('button', { name: 'ยกเลิก' }).click()
  await desk.getByRole('button', { name: 'แก้ไข', exact: true }).click()
  await desk.getByRole('dialog').getByRole('textbox', { name: 'ประธานการประชุม' }).fill('นายอำเภอสมมติ')
  await desk.getByRole('dialog').getByRole('button', { name: 'บันทึก' }).click()
  await desk.getByRole('dialog').waitFor({ state: 'detached' })
  await decide(desk, 'บันทึกมติ: นัดประชุมครั้งต่อไป', 'รับทราบ', '')
  // A need that no partner has taken up goes back to be thought over: it is published no longer.
  const published = async () => (await witness.ask(listNeeds, { query: { area: mueang, pageSize: 100 } })).needs
  const before = (await published()).length
  await decide(desk, `บันทึกมติ: ${needed}`, 'ส่งกลับทบทวน', 'ขอให้ทบทวนจำนวนแล้วเผยแพร่ใหม่')
  await desk.getByText('มีมติแล้ว 3 จาก 3 เรื่อง').waitFor()
  expect(await published()).toHaveLength(before - 1)
  await desk.getByRole('button', { name: 'ปิดการประชุม' }).click()
  await desk.getByRole('dialog').getByRole('button', { name: 'ปิดการประชุม' }).click()
  await desk.getByText('ปิดการประชุมแล้ว ข้อมูลการประชุมแก้ไขไม่ได้', { exact: false }).waitFor()
  const left = desk.getByRole('main').getByRole('button')
  expect(await left.allInnerTexts()).toEqual([])
  const minutes = await downloadPaper(desk, 'รายงานการประชุม (DOCX)')
  expect(minutes.text).toContain('ครั้งที่ ๙/๒๕๖๗')
  expect(minutes.text).toMatch(/มติที่ประชุม\s+เห็นชอบ เห็นชอบตามที่ทีมตำบลเสนอ/)
  expect(minutes.text).toMatch(/ภาครัฐ \(๑ คน\)\s[\s\S]*นายสมมติ ผู้แทนอำเภอ[\s\S]*ภาคศาสนา \(๑ คน\)[\s\S]*พระสมมติ ผู้แทนวัด/)

  const [row] = (await witness.ask(listMeetings, { query: { level: 'DISTRICT', state: 'CLOSED' } })).meetings
  if (row === undefined) throw new Error('the meeting is not listed as closed')
  expect(row).toMatchObject({ number: '9/2567', areaCode: mueang, itemCount: 3, decidedCount: 3, cameCount: 2 })
  const { meeting } = await witness.ask(readMeeting, { params: { meetingId: row.meetingId } })
  expect(meeting.attendees.map(one => one.sector).toSorted()).toEqual(['GOV', 'REL'])
  const foreign = await journey.witness(officerOfDonTan)
  const refused = await foreign.try(readMeeting, { params: { meetingId: row.meetingId } })
  expect(refused).toMatchObject({ ok: false, status: 404 })
})

test('a restricted hardship comes before ศจพ.อ. only for eyes that may see it, and never onto the wall', async () => {
  const designated = await journey.signIn(designatedOfficerOfMueang, 'desk')
  await designated.goto(`${journey.url}/meetings`)
  await designated.getByRole('button', { name: 'กำหนดการประชุม' }).click()
  const plan = designated.getByRole('dialog')
  await plan.getByRole('textbox', { name: 'ครั้งที่' }).fill('8/2567')
  await plan.getByRole('button', { name: 'กำหนดการประชุม' }).click()
  await designated.waitForURL(/\/meetings\/[0-9a-f-]{36}$/)
  await designated.getByText('ครั้งที่ 8/2567', { exact: false }).waitFor()
  const address = designated.url()
  await designated.getByRole('button', { name: 'ดึงเรื่องที่รอพิจารณา' }).click()
  const secret = designated.locator('label').filter({ hasText: 'จำกัดการเข้าถึง: เลือกทีละเรื่อง' }).first()
  await secret.waitFor()
  const kind = /P\d{3}/.exec((await secret.textContent()) ?? '')?.[0] ?? ''
  expect(kind).toMatch(/^P\d{3}$/)
  await secret.click()
  await designated.getByRole('button', { name: 'เพิ่ม 1 เรื่องเข้าวาระ' }).click()
  await designated.getByRole('dialog').waitFor({ state: 'detached' })
  await designated.getByText('จำกัดการเข้าถึง', { exact: true }).waitFor()
  await designated.getByRole('link', { name: 'ฉายขึ้นจอ' }).click()
  const wall = designated.getByRole('dialog', { name: 'ฉายระเบียบวาระ' })
  await wall.getByRole('heading', { name: 'วาระที่จำกัดการเข้าถึง' }).waitFor()
  expect(await wall.textContent()).not.toContain(kind)

  const officer = await journey.signIn(officerOfMueang, 'desk')
  await officer.goto(address)
  await officer.getByText('มีวาระที่จำกัดการเข้าถึงอีก 1 เรื่อง', { exact: false }).waitFor()
  expect(await officer.getByRole('main').textContent()).not.toContain(kind)

  // It cannot be held: called off it stays with its reason, and nothing is left to do but to say that it was held after all.
  await officer.getByRole('button', { name: 'ดำเนินการอื่น' }).click()
  await officer.getByRole('menuitem', { name: 'ยกเลิกการประชุม' }).click()
  await officer.getByRole('textbox', { name: 'เหตุผลที่ยกเลิก' }).fill('ประธานติดราชการด่วน')
  await officer.getByRole('dialog').getByRole('button', { name: 'ยกเลิกการประชุม' }).click()
  await officer.getByText('เหตุผลที่ยกเลิก: ประธานติดราชการด่วน', { exact: false }).waitFor()
  const left = officer.getByRole('main').getByRole('button')
  expect(await left.allTextContents()).toEqual(['ได้ประชุมจริง: เปิดการประชุม'])
})
