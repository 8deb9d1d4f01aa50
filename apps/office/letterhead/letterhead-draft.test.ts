import { expect, test } from 'vitest'
import { draftOf, newDraft, readDraft } from './letterhead-draft.ts'

const names: Readonly<Record<string, string>> = { '49': 'มุกดาหาร', '4901': 'เมืองมุกดาหาร' }
const findName = (code: string) => names[code]

test('an office begins with its own names and leaves to itself what nobody knows but it', () => {
  expect(newDraft('4901', findName)).toMatchObject({
    officeName: 'ที่ว่าการอำเภอเมืองมุกดาหาร',
    signerPosition: 'นายอำเภอเมืองมุกดาหาร',
    address: 'อำเภอเมืองมุกดาหาร\nจังหวัดมุกดาหาร 49000',
    phone: '',
    numberPrefix: '',
  })
  expect(newDraft('49', findName)).toMatchObject({
    officeName: 'ศาลากลางจังหวัดมุกดาหาร',
    signerPosition: 'ผู้ว่าราชการจังหวัดมุกดาหาร',
    address: 'จังหวัดมุกดาหาร 49000',
  })
})

test('what is typed becomes the command’s input, trimmed and by lines, and reads back the same', () => {
  const draft = { ...newDraft('4901', findName), address: ' ถนนสมมติ \n\n จังหวัด 49000 ', signerPosition: ' ก \n ข ' }
  const read = readDraft('4901', draft)
  expect(read.ok && read.details).toMatchObject({ addressLines: ['ถนนสมมติ', 'จังหวัด 49000'], signerPosition: 'ก\nข' })
  expect(read.ok && readDraft('4901', draftOf(read.details))).toEqual(read)
})

test('says which fields do not do: an empty office, four lines of address, an e-mail that is none', () => {
  const draft = { ...newDraft('4901', findName), officeName: ' ', address: 'ก\nข\nค\nง', email: 'ไม่มี' }
  const read = readDraft('4901', draft)
  expect(read.ok ? [] : [...read.fields].sort()).toEqual(['address', 'email', 'officeName'])
})
