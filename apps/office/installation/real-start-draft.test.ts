import { startForReal } from '@thaiqm/contract/installation/installation-routes.ts'
import { expect, test } from 'vitest'
import { checkRealStart, type RealStartDraft } from './real-start-draft.ts'

const good: RealStartDraft = {
  provinceCode: '49',
  name: 'สมหมาย ใจงาม',
  position: 'จ่าจังหวัด',
  username: ' Sommai.J ',
  password: 'ฝนตกที่ริมโขงทุกเย็น',
  baselineNameTh: 'ThaiQM ปี 2565',
  baselineYearBe: 2565,
  nameTh: 'Re-X-Ray ปี 2567',
  yearBe: 2567,
  opensOn: '2023-12-01',
  recordBy: '2024-01-31',
  resolveBy: '2024-09-30',
  graceDays: 3,
}

test('what passes here is what the route takes', () => {
  const checked = checkRealStart(good)
  expect(checked.ok && startForReal.body.safeParse({ token: 'abcdef', ...checked.value }).success).toBe(true)
  expect(checked.ok && checked.value.administrator.username).toBe('sommai.j')
})

test('each wrong field is named', () => {
  const wrongOf = (patch: Partial<RealStartDraft>) => {
    const checked = checkRealStart({ ...good, ...patch })
    return checked.ok ? {} : checked.wrong
  }
  expect(wrongOf({ password: 'สั้นไป' })).toEqual({ password: 'passwordShort' })
  expect(wrongOf({ username: 'ก' })).toEqual({ username: 'usernameWrong' })
  expect(wrongOf({ provinceCode: null })).toEqual({ provinceCode: 'provinceMissing' })
  expect(wrongOf({ recordBy: '2023-11-01' })).toEqual({ recordBy: 'order' })
  expect(wrongOf({ resolveBy: '2024-01-01' })).toEqual({ resolveBy: 'order' })
})
