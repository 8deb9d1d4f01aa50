import { expect, test } from 'vitest'
import { formatPersonName, readPersonName, readPersonNameParts } from './person-name.ts'

test.each([
  ['นางสาวสมหญิง ใจดี', 'นางสาว', 'สมหญิง', 'ใจดี'],
  ['นาย สมศักดิ์ คำภูเมือง', 'นาย', 'สมศักดิ์', 'คำภูเมือง'],
  ['น.ส. ปิ่นแก้ว  อาจวิชัย', 'นางสาว', 'ปิ่นแก้ว', 'อาจวิชัย'],
  ['ด.ช.ปิติ คนไว', 'เด็กชาย', 'ปิติ', 'คนไว'],
  ['ด.ญ. มานี คนไว', 'เด็กหญิง', 'มานี', 'คนไว'],
  ['ส.ต.ต.วีระ โสภา', 'สิบตำรวจตรี', 'วีระ', 'โสภา'],
  ['ส.ต. วีระ โสภา', 'สิบตรี', 'วีระ', 'โสภา'],
  ['ร.ต.อ.หญิง อรทัย ห้วยทราย', 'ร้อยตำรวจเอกหญิง', 'อรทัย', 'ห้วยทราย'],
  ['ว่าที่ ร.ต. สุพจน์ จันทะมาตย์', 'ว่าที่ร้อยตรี', 'สุพจน์', 'จันทะมาตย์'],
  ['พระสมชาย', 'พระ', 'สมชาย', ''],
  ['พระมหาสมชาย สุพร', 'พระมหา', 'สมชาย', 'สุพร'],
  ['Mrs. Somying Jaidee', 'นาง', 'Somying', 'Jaidee'],
  ['สมชาย ณ นคร', '', 'สมชาย', 'ณ นคร'],
  ['นางาม ใจดี', '', 'นางาม', 'ใจดี'],
  ['อาโป', '', 'อาโป', ''],
])('%s', (text, title, firstName, lastName) => {
  expect(readPersonName(text)).toEqual({ ok: true, value: { title, firstName, lastName } })
})

test.each([
  ['', 'name-missing'],
  ['-', 'name-missing'],
  ['ไม่ทราบ', 'name-missing'],
  ['นาย', 'name-missing'],
  ['123', 'name-has-no-letters'],
])('%o is refused: %s', (text, code) => {
  expect(readPersonName(text)).toMatchObject({ ok: false, code })
})

test('from three cells', () => {
  const read = (title: string, firstName: string, lastName: string) =>
    readPersonNameParts({ title, firstName, lastName })
  expect(read('น.ส.', 'สมหญิง', 'ใจดี')).toMatchObject({ value: { title: 'นางสาว', firstName: 'สมหญิง' } })
  expect(read('', 'นายสมชาย', 'ใจดี')).toMatchObject({ value: { title: 'นาย', firstName: 'สมชาย', lastName: 'ใจดี' } })
  expect(read('นาย', 'นายสมชาย', 'ใจดี')).toMatchObject({ value: { firstName: 'สมชาย' } })
  expect(read('นาย', 'พระทอง', 'ใจดี')).toMatchObject({ value: { title: 'นาย', firstName: 'พระทอง' } })
  expect(read('นาย', 'สมชาย ใจดี', '')).toMatchObject({ value: { firstName: 'สมชาย', lastName: 'ใจดี' } })
  expect(read('นาย', '', '')).toMatchObject({ ok: false, code: 'name-missing' })
  expect(read('นาย', '-', '-')).toMatchObject({ ok: false, code: 'name-missing' })
})

test('written for papers', () => {
  expect(formatPersonName({ title: 'นางสาว', firstName: 'สมหญิง', lastName: 'ใจดี' })).toBe('นางสาวสมหญิง ใจดี')
  expect(formatPersonName({ title: '', firstName: 'อาโป', lastName: '' })).toBe('อาโป')
})
