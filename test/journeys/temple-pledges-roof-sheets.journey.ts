import { randomUUID } from 'node:crypto'
import { routeAddress } from '@thaiqm/contract/client/call-route.ts'
import { listNeeds } from '@thaiqm/contract/need/need-routes.ts'
import { listAllocations, listOffers } from '@thaiqm/contract/offer/offer-routes.ts'
import { listOrganisations } from '@thaiqm/contract/organisation/organisation-routes.ts'
import { thanksPhotoPath } from '@thaiqm/contract/photo/photo-routes.ts'
import { readSession } from '@thaiqm/contract/session/session-routes.ts'
import { pushCommands } from '@thaiqm/contract/sync/sync-routes.ts'
import type { HouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import type { CommandId, DeviceId } from '@thaiqm/core/ledger/identifiers.ts'
import { expect, test } from 'vitest'
import { barriers, bringAxe } from './support/accessibility.ts'
import { recordOf } from './support/households.ts'
import { beginJourney } from './support/journey.ts'
import { abbotOfMueang, chiefOfMueang, managerOfFoundation, officerOfMueang } from './support/people.ts'
import { aPhotograph } from './support/photograph.ts'
import { choose, openAct } from './support/problem-in-office.ts'
import type { Witness } from './support/witness.ts'

const journey = beginJourney()

const village = '49010902'
const householdId = randomUUID()
const roof = randomUUID()
const planId = randomUUID()
const actionId = randomUUID()
const surname = 'ลำเนาไพรสมมติ'
const what = 'สังกะสีลอนเล็กยาวแปดฟุต'
const note = 'นำส่งโดยรถของวัดเที่ยวแรก'
const hiddenWords = [surname, 'คำแปลง', '188/9', 'บ้านตัวอย่างเหนือ']

/** What an officer writes down by the one way to write. */
const push = async (witness: Witness, ...given: readonly HouseholdCommand[]) => {
  const { receipts } = await witness.ask(pushCommands, {
    body: {
      deviceId: randomUUID() as DeviceId,
      epoch: null,
      commands: given.map(({ type, input }, n) => ({
        commandId: randomUUID() as CommandId,
        sequence: n + 1,
        ledgerKind: 'household' as const,
        ledgerId: householdId,
        type,
        input,
        madeAt: new Date().toISOString() as Instant,
        basedOnVersion: null,
      })),
    },
  })
  expect(receipts.map(r => r.refusal?.code ?? r.outcome)).toEqual(given.map(() => 'applied'))
}

/** A house with a bad roof and an approved plan in which the temple mends it. */
const layOut = async (officer: Witness, chief: Witness) => {
  const { organisations } = await officer.ask(listOrganisations, { query: {} })
  const temple = organisations.find(one => one.nameTh.startsWith('วัดโพธิ์ทองวราราม อำเภอเมือง'))
  const round = (await officer.ask(readSession, {})).rounds.find(one => one.kind === 'RE_XRAY')
  if (temple === undefined || round === undefined) throw new Error('the temple and the round are there')
  await push(
    officer,
    {
      type: 'RegisterHousehold',
      input: {
        origin: 'NEW',
        missedReason: null,
        areaCode: village,
        address: {
          houseCode: null,
          houseNumber: '188/9',
          villageName: 'บ้านตัวอย่างเหนือ',
          lane: '',
          road: '',
          sequenceInHouse: 1,
        },
        position: null,
        phone: null,
        statedMemberCount: 1,
        members: [
          {
            id: randomUUID(),
            title: 'นาง',
            firstName: 'คำแปลง',
            lastName: surname,
            sex: 'female',
            birth: { day: '1950-05-01', precision: 'day' },
            relation: 'HEAD',
            isHead: true,
            idKind: 'THAI_NID',
            nationalNumber: null,
            numberStatus: 'none',
            isThai: true,
            residence: 'resident',
          },
        ],
      },
    } as unknown as HouseholdCommand,
    {
      type: 'ReportProblem',
      input: {
        problemId: roof,
        roundId: round.id,
        kindCode: 'P201',
        memberId: null,
        description: 'หลังคารั่วทั้งหลัง',
        source: 'MANUAL',
      },
    } as unknown as HouseholdCommand,
    {
      type: 'ProposePlan',
      input: {
        planId,
        roundId: round.id,
        potential: 'WELFARE',
        fourT: { attitude: '', skill: '', resource: '', wayOut: '' },
        goals: 'มีบ้านที่มั่นคง',
        actions: [
          {
            id: actionId,
            problemIds: [roof],
            remedyId: null,
            what: 'มุงหลังคาใหม่ทั้งหลัง',
            level: 'SURVIVE',
            sector: 'REL',
            agencyCode: null,
            organisationId: temple.organisationId,
            ownerName: '',
            dueOn: '2024-03-01',
            budgetBaht: 0,
            fundSource: '',
          },
        ],
      },
    } as unknown as HouseholdCommand,
  )
  await push(chief, { type: 'ApprovePlan', input: { planId, note: '' } } as unknown as HouseholdCommand)
}

test('the temple pledges forty sheets without knowing whose roof it is, answers by a link, and is thanked without names, with the photo it may see', async () => {
  // The used link answers as one that is not there: the browser says so.
  journey.expectNoise(/status of 404.*\/api\/task\/read/)
  const [officer, chief, abbot] = await Promise.all([
    journey.witness(officerOfMueang),
    journey.witness(chiefOfMueang),
    journey.witness(abbotOfMueang),
  ])
  await layOut(officer, chief)
  const offersBefore = (await abbot.ask(listOffers, { query: {} })).offers
  const sheets = offersBefore.find(one => one.what.startsWith('สังกะสี'))
  const left = (sheets?.quantity ?? 0) - (sheets?.takenQuantity ?? 0)

  // The district publishes what is needed; words that tell the house are refused.
  const desk = await journey.signIn(officerOfMueang, 'desk')
  await desk.goto(`${journey.url}/households/${householdId}`)
  await openAct(desk, 'P201', 'เผยแพร่ความต้องการ')
  const publish = desk.getByRole('dialog')
  await publish.getByRole('textbox', { name: /^สิ่งที่ต้องการ/ }).fill(`หลังคาบ้านนางคำแปลง ${surname}`)
  await publish.getByRole('textbox', { name: /^จำนวน/ }).fill('40')
  await publish.getByRole('textbox', { name: /^หน่วยนับ/ }).fill('แผ่น')
  await publish.getByRole('button', { name: 'เผยแพร่', exact: true }).click()
  await publish.getByText('ระบุถึงครัวเรือนได้จากคำว่า “คำแปลง').waitFor()
  await publish.getByRole('textbox', { name: /^สิ่งที่ต้องการ/ }).fill(what)
  await publish.getByRole('button', { name: 'เผยแพร่', exact: true }).click()
  await publish.waitFor({ state: 'detached' })

  // The temple reads what is needed and in which tambon, and nothing of whose it is.
  const temple = await journey.signIn(abbotOfMueang, 'desk')
  await bringAxe(temple)
  await temple.goto(`${journey.url}/needs?tambon=${village.slice(0, 6)}`)
  const help = temple.getByRole('button', { name: `ช่วยรายการนี้: ${what}` })
  await help.waitFor()
  expect(await barriers(temple)).toEqual([])
  await help.click()
  const seen = await temple.locator('body').innerText()
  for (const hidden of hiddenWords) expect(seen).not.toContain(hidden)
  const { needs } = await abbot.ask(listNeeds, { query: { area: village.slice(0, 6) } })
  expect(needs.find(need => need.what === what)).toMatchObject({ householdId: null, quantity: 40, needId: roof })
  expect((await abbot.fetch(`/api/households/${householdId}`)).status).toBe(404)
  const pledge = temple.getByRole('dialog')
  await pledge.getByRole('textbox', { name: /^ข้อความถึงอำเภอ/ }).fill(note)
  await pledge.getByRole('button', { name: 'ให้คำมั่นว่าจะช่วย' }).click()
  await pledge.waitFor({ state: 'detached' })
  const taken = (await abbot.ask(listOffers, { query: {} })).offers.find(one => one.offerId === sheets?.offerId)
  expect((taken?.quantity ?? 0) - (taken?.takenQuantity ?? 0)).toBe(left - 40)

  // The district confirms, and sends the temple a link for the work itself.
  await desk.goto(`${journey.url}/offers`)
  const pledged = desk.getByRole('row').filter({ hasText: note })
  await pledged.getByRole('button', { name: 'ยืนยัน', exact: true }).click()
  await desk.getByRole('dialog').getByRole('button', { name: 'ยืนยัน', exact: true }).click()
  await pledged.getByText('อำเภอยืนยันแล้ว').waitFor()
  await desk.goto(`${journey.url}/households/${householdId}?tab=plan`)
  await desk.getByRole('button', { name: 'ลิงก์ตอบงาน: มุงหลังคาใหม่ทั้งหลัง' }).click()
  const linkDialog = desk.getByRole('dialog')
  await linkDialog.getByRole('button', { name: 'สร้างลิงก์', exact: true }).click()
  const link = await linkDialog.getByRole('textbox', { name: 'ลิงก์', exact: true }).inputValue()
  const lineText = await linkDialog.getByRole('textbox', { name: /LINE/ }).inputValue()
  for (const hidden of hiddenWords) expect(lineText).not.toContain(hidden)
  expect(new URL(link).hash.length).toBeGreaterThan(40)

  // On a phone, with no account: taken on, then done with a photo.
  const phone = await journey.open('phone')
  await bringAxe(phone)
  await phone.goto(link)
  await phone.getByText('มุงหลังคาใหม่ทั้งหลัง').waitFor()
  const before = await phone.locator('body').innerText()
  for (const hidden of hiddenWords) expect(before).not.toContain(hidden)
  expect(await barriers(phone)).toEqual([])
  await phone.getByRole('radio', { name: /^รับ/ }).click({ force: true })
  await phone.getByRole('textbox', { name: /^ชื่อผู้ตอบ/ }).fill('พระลูกวัดสมมติ')
  await phone.getByRole('button', { name: 'ยืนยันว่ารับงานนี้' }).click()
  await phone.getByText('188/9').waitFor()
  expect(await phone.locator('body').innerText()).not.toContain(surname)
  await phone.getByRole('radio', { name: /^เสร็จแล้ว/ }).click({ force: true })
  await phone.getByRole('textbox', { name: /^ทำอะไรไปแล้วบ้าง/ }).fill('มุงหลังคาใหม่ครบสี่สิบแผ่น')
  await phone.locator('input[type=file]').setInputFiles(aPhotograph(0x71))
  await phone.getByRole('img', { name: 'ภาพที่ 1' }).waitFor()
  await phone.getByRole('button', { name: 'ส่งผลงาน' }).click()
  await phone.getByText('ขอบคุณที่ช่วยเหลือ').waitFor()
  await phone.reload()
  await phone.getByText('ลิงก์นี้ใช้ไม่ได้แล้ว').first().waitFor()

  // Ten sheets are on their way still: the temple tells of thirty, and the rest goes on waiting.
  await temple.goto(`${journey.url}/offers`)
  const own = temple.getByRole('row').filter({ hasText: note })
  await own.getByRole('button', { name: 'ส่งมอบแล้ว' }).click()
  const delivering = temple.getByRole('dialog')
  await delivering.getByRole('textbox', { name: /^จำนวนที่ส่งมอบครั้งนี้/ }).fill('30')
  await delivering.getByText('ยังรอส่งมอบ').waitFor()
  expect(await barriers(temple)).toEqual([])
  await delivering.getByRole('button', { name: 'ส่งมอบแล้ว' }).click()
  await own.getByText('ส่งมอบแล้ว 30 จาก 40 แผ่น').waitFor()

  // The officer sees the answer and records the help from the allocation, in one act: no more than is outstanding.
  await desk.goto(`${journey.url}/households/${householdId}?tab=plan`)
  await desk.getByText('มุงหลังคาใหม่ครบสี่สิบแผ่น').waitFor()
  await desk.goto(`${journey.url}/households/${householdId}`)
  await openAct(desk, 'P201', 'บันทึกการช่วยเหลือ')
  const record = desk.getByRole('dialog')
  await choose(desk, record, 'ตามการจัดสรรที่อำเภอยืนยันแล้ว', 'สังกะสีและไม้โครงหลังคา 40 แผ่น')
  await record.getByText('ช่วยเหลือครบแล้ว ส่งตรวจผล').click()
  const given = record.getByRole('textbox', { name: /^จำนวน/ })
  expect(await given.inputValue()).toBe('10')
  await given.fill('40')
  await record.getByRole('button', { name: 'บันทึกการช่วยเหลือ' }).click()
  await record.getByText('คงค้างส่งมอบ 10 แผ่น โปรดระบุจำนวนไม่เกินที่คงค้าง').waitFor()
  await given.fill('10')
  await record.getByRole('button', { name: 'บันทึกการช่วยเหลือ' }).click()
  await record.waitFor({ state: 'detached' })
  const helped = await recordOf(officer, { householdId: householdId as never })
  expect(helped.assistances.at(-1)).toMatchObject({ quantity: 10, unit: 'แผ่น', sector: 'REL' })
  expect(helped.problems[0]).toMatchObject({ state: 'ASSISTED', doneActionIds: [actionId] })

  const { allocations } = await abbot.ask(listAllocations, { query: { search: note } })
  expect(allocations.map(a => [a.state, a.deliveredQuantity])).toEqual([['DELIVERED', 40]])

  // Somebody else verifies; the temple is thanked, and nobody is named.
  await push(chief, {
    type: 'CloseProblem',
    input: { problemId: roof, evidence: [], note: '', withoutOwnEvidence: 'ไม่มีภาพก่อนการซ่อม' },
  } as unknown as HouseholdCommand)
  await temple.goto(`${journey.url}/offers`)
  const thanks = temple.getByRole('listitem').filter({ hasText: 'ขอบคุณวัดโพธิ์ทองวราราม' })
  await thanks.first().waitFor()
  expect(await thanks.first().innerText()).toContain('1 ครัวเรือน')
  expect(await barriers(temple)).toEqual([])
  const thanked = await temple.locator('body').innerText()
  for (const hidden of hiddenWords) expect(thanked).not.toContain(hidden)
  await temple.goto(`${journey.url}/needs?tambon=${village.slice(0, 6)}`)
  await temple.getByText('ไม่มีความต้องการที่เผยแพร่').waitFor()

  // Whoever is in the photo lets the helper see it: the officer writes it down, and the temple alone is shown the picture.
  const photosOfTemple = async () =>
    (await abbot.ask(listAllocations, { query: {} })).allocations.flatMap(({ allocationId, photos }) =>
      photos.map(photoHash => routeAddress(thanksPhotoPath, { allocationId, photoHash })),
    )
  expect(await photosOfTemple()).toEqual([])
  await desk.goto(`${journey.url}/households/${householdId}?tab=photos`)
  await desk.getByRole('button', { name: /ภาพที่ 1/ }).click()
  await desk.getByRole('button', { name: 'บันทึกความยินยอม' }).click()
  const consent = desk.getByRole('dialog')
  await consent.getByRole('textbox', { name: /^ผู้ให้ความยินยอม/ }).fill(`นางคำแปลง ${surname}`)
  await consent.getByText('ผู้อยู่ในภาพยินยอมให้ผู้ให้ความช่วยเหลือเห็นภาพนี้').click()
  await consent.getByText('ตรวจแล้ว ในภาพไม่มีป้ายชื่อ').click()
  await consent.getByRole('button', { name: 'บันทึกความยินยอม' }).click()
  await desk.getByText('ผู้ให้ความช่วยเหลือเห็นภาพนี้ได้').waitFor()
  await temple.goto(`${journey.url}/offers`)
  const shown = temple.getByRole('list', { name: 'ภาพผลงานที่ผู้อยู่ในภาพยินยอมให้ท่านเห็น' }).getByRole('img')
  await shown.first().waitFor()
  expect(await shown.first().evaluate(image => (image as HTMLImageElement).decode().then(() => 'seen'))).toBe('seen')
  expect(await barriers(temple)).toEqual([])
  const thankedByPhoto = await temple.locator('body').innerText()
  for (const hidden of hiddenWords) expect(thankedByPhoto).not.toContain(hidden)
  const [address = ''] = await photosOfTemple()
  const foundation = await journey.witness(managerOfFoundation)
  expect([(await abbot.fetch(address)).status, (await foundation.fetch(address)).status]).toEqual([200, 404])

  // Taken back, it is gone at once.
  await desk.getByRole('button', { name: 'ถอนความยินยอม' }).click()
  await desk.getByRole('dialog').getByRole('button', { name: 'ถอนความยินยอม' }).click()
  await desk.getByText('ถอนความยินยอมแล้ว').waitFor()
  expect((await abbot.fetch(address)).status).toBe(404)
})
