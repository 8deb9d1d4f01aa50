import { describe, expect, test } from 'vitest'
import { parseHouseholdCommand } from './lay-over.ts'

describe('a command as the wire carries it', () => {
  test.each(['Nothing', 'constructor', 'toString', '__proto__'])('of the type %s is refused', type => {
    expect(parseHouseholdCommand({ type, input: {} })).toMatchObject({ ok: false, code: 'command-unknown' })
  })

  test('names the fields that are not as they must be', () => {
    expect(parseHouseholdCommand({ type: 'RecordVisit', input: { outcome: 'DONE' } })).toMatchObject({
      ok: false,
      code: 'not-well-formed',
      details: { fields: expect.arrayContaining(['roundId', 'outcome']) },
    })
  })
})
