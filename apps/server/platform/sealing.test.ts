import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openDocument, type SealingKeys, sealDocument } from './sealing.ts'

const keys: SealingKeys = { version: 1, seal: new Uint8Array(32).fill(7), lookUp: new Uint8Array(32).fill(9) }
const owner = 'household-1'

const awkward = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '"nationalNumber":"1"',
    '"phone":{"sealed":"1:AAAA"}',
    '\\"phone\\":\\"',
    'phone":"x',
    'สายไฟ "ชำรุด"',
    '\\',
  ),
)

const person = fc.record({
  nationalNumber: fc.oneof(fc.constant(null), awkward),
  phone: fc.oneof(fc.constant(null), awkward),
  note: awkward,
  nested: fc.array(fc.record({ phone: awkward, words: awkward }), { maxLength: 3 }),
})

describe('sealing a document', () => {
  it('gives back exactly what was sealed, whatever people typed', () => {
    fc.assert(
      fc.property(person, document => {
        expect(openDocument(keys, sealDocument(keys, document, owner), owner)).toEqual(document)
      }),
    )
  })

  it('leaves no number open, wherever in the document it stands', () => {
    const sealed = sealDocument(
      keys,
      { members: [{ nationalNumber: '3490012345678' }], address: { phone: '080-000-0123' }, note: 'ปกติ' },
      owner,
    )
    expect(sealed).not.toContain('3490012345678')
    expect(sealed).not.toContain('080-000-0123')
    expect(sealed).toContain('ปกติ')
  })

  it('does not open for another ledger, nor once a letter of it was changed', () => {
    const sealed = sealDocument(keys, { phone: '080-000-0123' }, owner)
    expect(() => openDocument(keys, sealed, 'household-2')).toThrow()
    const changed = sealed.replace(/1:(.)/, (_whole, first: string) => `1:${first === 'A' ? 'B' : 'A'}`)
    expect(() => openDocument(keys, changed, owner)).toThrow()
  })

  it('leaves an empty field and a null as they are', () => {
    expect(sealDocument(keys, { phone: '', nationalNumber: null }, owner)).toBe('{"phone":"","nationalNumber":null}')
  })
})
