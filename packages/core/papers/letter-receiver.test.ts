import { expect, test } from 'vitest'
import { fillLetterPost, letterReceiver, receiverByPost } from './letter-receiver.ts'

test.each([
  ['สำนักงานสาธารณสุขอำเภอตัวอย่าง', 'สาธารณสุขอำเภอตัวอย่าง'],
  ['สำนักงานพัฒนาชุมชนอำเภอตัวอย่าง', 'พัฒนาการอำเภอตัวอย่าง'],
  ['สำนักงานพัฒนาสังคมและความมั่นคงของมนุษย์จังหวัดตัวอย่าง', 'พัฒนาสังคมและความมั่นคงของมนุษย์จังหวัดตัวอย่าง'],
  ['สำนักงานปศุสัตว์อำเภอตัวอย่าง', 'ปศุสัตว์อำเภอตัวอย่าง'],
  ['องค์การบริหารส่วนตำบลตัวอย่าง', 'นายกองค์การบริหารส่วนตำบลตัวอย่าง'],
  ['อบต.ตัวอย่าง', 'นายกองค์การบริหารส่วนตำบลตัวอย่าง'],
  ['เทศบาลเมืองตัวอย่าง', 'นายกเทศมนตรีเมืองตัวอย่าง'],
  ['รพ.สต.ตัวอย่าง', 'ผู้อำนวยการโรงพยาบาลส่งเสริมสุขภาพตำบลตัวอย่าง'],
  ['โรงพยาบาลตัวอย่าง', 'ผู้อำนวยการโรงพยาบาลตัวอย่าง'],
  ['ธนาคารเพื่อการเกษตรและสหกรณ์การเกษตร สาขาตัวอย่าง', 'ผู้จัดการธนาคารเพื่อการเกษตรและสหกรณ์การเกษตร สาขาตัวอย่าง'],
  ['การไฟฟ้าส่วนภูมิภาค', 'ผู้จัดการการไฟฟ้าส่วนภูมิภาค'],
  ['ตำรวจภูธรจังหวัดตัวอย่าง', 'ผู้บังคับการตำรวจภูธรจังหวัดตัวอย่าง'],
  ['กิ่งกาชาดอำเภอตัวอย่าง', 'นายกกิ่งกาชาดอำเภอตัวอย่าง'],
  ['บริษัทตัวอย่าง จำกัด', 'กรรมการผู้จัดการบริษัทตัวอย่าง จำกัด'],
  ['ชมรม อสม. อำเภอตัวอย่าง', 'ประธานชมรม อสม. อำเภอตัวอย่าง'],
])('a letter to %s is written to %s', (name, to) => {
  expect(letterReceiver(name)).toEqual({ to, opening: 'เรียน', closing: 'ขอแสดงความนับถือ' })
})

test.each([
  ['วัดตัวอย่าง', 'เจ้าอาวาสวัดตัวอย่าง'],
  ['คณะสงฆ์อำเภอตัวอย่าง', 'เจ้าคณะอำเภอตัวอย่าง'],
])('monks are written to in words of their own: %s', (name, to) => {
  expect(letterReceiver(name)).toEqual({ to, opening: 'นมัสการ', closing: 'ขอนมัสการด้วยความเคารพ' })
})

test.each([
  'สำนักงานพัฒนาชุมชนจังหวัด/อำเภอ',
  'สำนักงานสาธารณสุขจังหวัด/อำเภอ โรงพยาบาล และ รพ.สต.',
  'ธนาคารเพื่อการเกษตรและสหกรณ์การเกษตร และธนาคารออมสิน',
  'องค์กรปกครองส่วนท้องถิ่น (อบจ. เทศบาล อบต.) ในพื้นที่ตำบลตัวอย่าง',
  'วัด คณะสงฆ์ และศาสนสถาน',
  'ศาลากลางตัวอย่าง',
])('several offices in one name, or one we do not know, keep their name: %s', name => {
  expect(letterReceiver(name)).toMatchObject({ to: `หัวหน้าหน่วยงาน ${name}`, opening: 'เรียน' })
})

test('the post the catalogue or the record names is written as it is, to a monk in a monk’s words', () => {
  expect(receiverByPost('นายแพทย์สาธารณสุขจังหวัดตัวอย่าง')).toEqual({
    to: 'นายแพทย์สาธารณสุขจังหวัดตัวอย่าง',
    opening: 'เรียน',
    closing: 'ขอแสดงความนับถือ',
  })
  expect(receiverByPost('เจ้าคณะอำเภอตัวอย่าง')).toMatchObject({ opening: 'นมัสการ', closing: 'ขอนมัสการด้วยความเคารพ' })
})

test('a district’s letter goes to the agency’s head in the district where it has one; a missing name is never left as a hole', () => {
  const health = { province: 'นายแพทย์สาธารณสุขจังหวัด{province}', district: 'สาธารณสุขอำเภอ{district}' }
  const areas = { province: 'ก', district: 'อำเภอข' }
  expect(fillLetterPost(health, areas, true)).toBe('สาธารณสุขอำเภอข')
  expect(fillLetterPost(health, areas, false)).toBe('นายแพทย์สาธารณสุขจังหวัดก')
  expect(fillLetterPost({ province: 'แรงงานจังหวัด{province}' }, areas, true)).toBe('แรงงานจังหวัดก')
  expect(fillLetterPost({ province: 'ผู้บริหารท้องถิ่นในตำบล{tambon}' }, areas, true)).toBeUndefined()
  expect(fillLetterPost(health, { province: 'ก' }, true)).toBeUndefined()
})
