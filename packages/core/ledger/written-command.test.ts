import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readCommand } from './written-command.ts'

type Command = { readonly type: 'Rename'; readonly input: Record<string, string> }

const fields = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
const inputs = { Rename: z.object(Object.fromEntries(fields.map(field => [field, z.string()]))) }

describe('a written command', () => {
  test('is read as its type demands', () => {
    const input = Object.fromEntries(fields.map(field => [field, 'คำ']))
    expect(readCommand<Command>(inputs, { type: 'Rename', input: { ...input, more: 1 } })).toEqual({
      ok: true,
      value: { type: 'Rename', input },
    })
  })

  test.each(['Remove', 'constructor', 'toString', '__proto__', ''])('of no known type is unknown: “%s”', type => {
    expect(readCommand<Command>(inputs, { type, input: {} })).toMatchObject({ ok: false, code: 'command-unknown' })
  })

  test('with a malformed input is refused by the first few fields, not by what stood in them', () => {
    expect(readCommand<Command>(inputs, { type: 'Rename', input: { a: 7 } })).toMatchObject({
      code: 'not-well-formed',
      details: { fields: ['a', 'b', 'c', 'd', 'e'] },
    })
    expect(readCommand<Command>(inputs, { type: 'Rename' })).toMatchObject({ code: 'not-well-formed' })
  })
})
