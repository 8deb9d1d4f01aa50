import { describe, expect, test } from 'vitest'
import type { CliSettings, ServeOptions } from './cli-settings.ts'
import { helpOf } from './command-line.ts'
import { commands, runCli } from './run-cli.ts'
import { readMoment } from './show-figures.ts'

const run = async (...args: string[]) => {
  const said: string[] = []
  const complained: string[] = []
  const served: ServeOptions[] = []
  const settings: CliSettings = {
    dataDir: '/nowhere',
    databaseUrl: undefined,
    keysFile: undefined,
    host: '127.0.0.1',
    port: 4900,
    out: line => said.push(line),
    err: line => complained.push(line),
    openServer: () => Promise.reject(new Error('no command of this test opens a server')),
    serve: async options => {
      served.push(options)
      return 0
    },
  }
  return { code: await runCli(args, settings), said: said.join('\n'), complained: complained.join('\n'), served }
}

describe('the command line', () => {
  test('serves with its options, or with what the environment says', async () => {
    expect((await run('serve')).served[0]).toMatchObject({ dataDir: '/nowhere', port: 4900, practice: false })
    const { served, code } = await run(
      'serve',
      '--practice',
      '--households',
      '50',
      '--port=8080',
      '--data-dir',
      '/data',
    )
    expect(code).toBe(0)
    expect(served[0]).toMatchObject({ dataDir: '/data', port: 8080, practice: true, households: 50 })
  })

  test.each([
    [['paint', 'the', 'house'], 'paint the house'],
    [[], 'A command is needed'],
    [['import'], 'import'],
    [['serve', '--colour', 'red'], '--colour'],
    [['serve', 'now'], 'now'],
    [['serve', '--port'], '--port'],
    [['serve', '--port', '70000'], '--port'],
    [['serve', '--households', 'many'], '--households'],
    [['import', 'baseline'], 'FILE'],
    [['import', 'baseline', 'no-such-file.xlsx'], 'no-such-file.xlsx'],
    [['figures'], '--area'],
    [['figures', '--area', '123'], '2, 4, 6'],
    [['figures', '--area', '49', '--as-of', 'yesterday'], '--as-of'],
    [['person', 'add', '--username', 'x'], '--name'],
    [['person', 'add', '--username', 'somchai', '--name', 'ก', '--position', 'ข', '--role', 'KING'], '--role'],
    [['person', 'add', '--username', 'somchai', '--name', 'ก', '--position', 'ข', '--role', 'TAM'], '--area'],
  ])('what it cannot do it says in one sentence, and opens nothing: %j', async (args, word) => {
    const { code, said, complained } = await run(...args)
    expect(code).toBe(2)
    expect(said).toBe('')
    expect(complained).toContain(word)
    expect(complained).toMatch(/[ก-๙]/)
  })

  test('every command explains itself in Thai and English', async () => {
    for (const command of commands) {
      const { code, said } = await run(...command.name.split(' '), '--help')
      expect(code).toBe(0)
      expect(said).toBe(helpOf(command))
      expect(said).toContain(command.th)
      for (const option of [...Object.keys(command.options), 'json', 'help']) expect(said).toContain(`--${option}`)
    }
    const { said } = await run('--help')
    for (const { name } of commands) expect(said).toContain(`thaiqm ${name}`)
  })
})

test('a moment carries its offset; a day is its end in Bangkok', () => {
  expect(readMoment('2024-01-31')).toBe('2024-01-31T16:59:59.999Z')
  expect(readMoment('2024-01-31T23:59:59+07:00')).toBe('2024-01-31T16:59:59.000Z')
  expect(readMoment('2024-01-31T17:00Z')).toBe('2024-01-31T17:00:00.000Z')
  expect(readMoment('2024-02-31')).toBeUndefined()
  expect(readMoment('2024-01-31 10:00')).toBeUndefined()
})
