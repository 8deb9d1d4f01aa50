import { CURRENT_QUESTIONNAIRE, compiledQuestionnaire, reXrayVerdicts } from '@thaiqm/catalogue/catalogue.ts'
import type { AnswerValue } from '@thaiqm/core/form/form-answers.ts'
import type { VerdictCode } from '@thaiqm/core/rexray/verdict.ts'
import type { Locator, Page } from 'playwright-core'
import { quietHousehold, quietMember } from '../../../apps/server/practice/plausible-answers.ts'
import { seededRandom } from '../../../apps/server/practice/seeded-random.ts'

/** On the list of a village: the household with this house number. */
export const findInVillage = async (page: Page, houseNumber: string): Promise<void> => {
  await page.getByRole('searchbox', { name: 'ค้นหาบ้านเลขที่หรือชื่อ' }).fill(houseNumber)
  await page.getByRole('link', { name: `บ้านเลขที่ ${houseNumber}`, exact: true }).click()
  await page.getByRole('heading', { level: 1, name: `บ้านเลขที่ ${houseNumber}` }).waitFor()
}

/** The same, opened as its surveyor does: home, village, house number. */
export const openHousehold = async (page: Page, village: string, houseNumber: string): Promise<void> => {
  await page.getByRole('link', { name: `เลือกครัวเรือนใน${village}` }).click()
  await findInVillage(page, houseNumber)
}

/** From the household's page into the first section of its form. */
export const beginSurvey = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'เริ่มสำรวจ' }).click()
  await page.getByRole('link', { name: /^(เริ่มถาม|ทำต่อ)$/ }).click()
}

/** To the next section; waits until its heading stands. */
export const nextSection = async (page: Page): Promise<void> => {
  const before = page.url()
  await page.getByRole('link', { name: 'ถัดไป' }).click()
  await page.waitForURL(url => url.href !== before)
}

/** From any section back to the form at a glance, and from there to its summary. */
export const goToSummary = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'ย้อนกลับ' }).click()
  await page.getByRole('link', { name: 'สรุปและส่งแบบสำรวจ' }).click()
  await page.getByRole('heading', { level: 1, name: 'สรุปและส่งแบบสำรวจ' }).waitFor()
}

/** The notice under the PDPA read aloud, and the house's position from the phone. */
export const tellOfVisit = async (page: Page): Promise<void> => {
  await page.getByText('อ่านข้อความนี้ให้ผู้ให้ข้อมูลฟังแล้ว และผู้ให้ข้อมูลรับทราบ').click()
  await page.getByRole('button', { name: 'บันทึกพิกัดบ้าน' }).click()
  await page.getByText(/^พิกัด 16\.4/).waitFor()
}

/** “Same as last round” in this section and in each one after it, up to the summary or the section of old hardships. */
export const sameAsLastRound = async (page: Page): Promise<void> => {
  while (!/\/(summary|re-x-ray)$/.test(new URL(page.url()).pathname)) {
    await page.getByText('เหมือนรอบก่อน (สอบถามแล้ว ไม่มีการเปลี่ยนแปลงในหมวดนี้)').click()
    await nextSection(page)
  }
}

/** The card of one old hardship in the section of old hardships. */
export const oldHardship = (page: Page, name: string): Locator =>
  page.locator('section').filter({ has: page.getByRole('heading', { name }) })

export const giveVerdict = async (card: Locator, verdict: VerdictCode): Promise<void> => {
  const name = reXrayVerdicts.find(({ code }) => code === verdict)?.th ?? verdict
  await card.getByText(name, { exact: true }).click()
}

/** A day typed into a date field, part by part, in B.E. */
export const typeDay = async (field: Locator, day: string, month: string, yearBe: string): Promise<void> => {
  const parts = field.getByRole('spinbutton')
  await parts.nth(0).click()
  await parts.nth(0).pressSequentially(day)
  await parts.nth(1).pressSequentially(month)
  await parts.nth(2).pressSequentially(yearBe)
}

const answerQuestion = async (place: Locator, questionId: string, value: AnswerValue): Promise<void> => {
  const question = compiledQuestionnaire(CURRENT_QUESTIONNAIRE)?.questionById.get(questionId)?.question
  if (question === undefined) throw new Error(`the form has no question ${questionId}`)
  const nameOf = (choice: string): string =>
    question.type === 'yesno'
      ? choice === 'yes'
        ? 'ใช่'
        : 'ไม่ใช่'
      : (question.choices?.find(one => one.value === choice)?.labelTh ?? choice)
  if (typeof value === 'number') return place.getByRole('textbox').fill(String(value))
  for (const choice of Array.isArray(value) ? value : [String(value)])
    await place.getByText(nameOf(choice), { exact: true }).click()
}

/** Answers of a house and its people without any hardship, with those that differ. */
export const answersOf = (
  people: readonly { readonly age: number; readonly sex: 'male' | 'female' }[],
  different: Readonly<Record<string, AnswerValue>> = {},
): Readonly<Record<string, AnswerValue>> => {
  const random = seededRandom('journey')
  const [first = { age: 45, sex: 'male' as const }] = people
  return {
    ...quietMember(random, first),
    ...quietHousehold(random, { residents: people.length, isPoor: false, overspends: false }),
    QA00: 'no_problem',
    ...different,
  }
}

/** Answers every question of this section, also those that an answer brings up. */
export const answerSection = async (page: Page, answers: Readonly<Record<string, AnswerValue>>): Promise<void> => {
  const done = new Set<string>()
  for (;;) {
    const places = await page
      .locator('[data-question]')
      .evaluateAll(elements =>
        elements.map(element => ({ id: element.id, questionId: element.getAttribute('data-question') ?? '' })),
      )
    const next = places.find(({ id, questionId }) => !done.has(id) && answers[questionId] !== undefined)
    if (next === undefined) return
    done.add(next.id)
    await answerQuestion(page.locator(`[id="${next.id}"]`), next.questionId, answers[next.questionId] ?? null)
  }
}

/** Every section from this one to the summary, answered; `first` does what a section wants before its questions. */
export const answerToTheEnd = async (
  page: Page,
  answers: Readonly<Record<string, AnswerValue>>,
  first: (section: string) => Promise<void> = async () => undefined,
): Promise<void> => {
  for (;;) {
    const section = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    if (section === 'summary') return
    await first(section)
    await answerSection(page, answers)
    await nextSection(page)
  }
}

interface NewMember {
  readonly firstName: string
  readonly lastName: string
  readonly sex: 'ชาย' | 'หญิง'
  /** Only the year is known. */
  readonly bornBe: string
  readonly relation: string
}

/** A person without a national number, added in the section of members. */
export const addMember = async (page: Page, member: NewMember): Promise<void> => {
  await page.getByRole('button', { name: 'เพิ่มสมาชิก' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('textbox', { name: 'ชื่อ', exact: true }).fill(member.firstName)
  await sheet.getByRole('textbox', { name: 'ชื่อสกุล' }).fill(member.lastName)
  await sheet.getByText(member.sex, { exact: true }).click()
  await sheet.getByRole('textbox', { name: 'ปี พ.ศ.' }).fill(member.bornBe)
  await sheet.getByRole('button', { name: 'ความสัมพันธ์กับหัวหน้าครัวเรือน' }).click()
  await page.getByRole('option', { name: member.relation, exact: true }).click()
  await sheet.getByText('ไม่มีเลขประจำตัวใด ๆ', { exact: true }).click()
  await sheet.getByRole('button', { name: 'บันทึกสมาชิก' }).click()
  await sheet.waitFor({ state: 'detached' })
}

/** Sends the form and waits for the server's receipt. */
export const sendForm = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'ส่งแบบสำรวจ' }).click()
  await page.getByText('ระบบรับแบบสำรวจแล้ว').waitFor()
  await page.getByText(/^เลขรับที่ \d+$/).waitFor()
}

/** Sends the form where there is no signal: it is kept on the phone. */
export const finishForm = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'ส่งแบบสำรวจ' }).click()
  await page.getByText('บันทึกในเครื่องแล้ว รอส่ง').waitFor()
}
