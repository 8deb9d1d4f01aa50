import { basename, dirname } from 'node:path'
import { filesBelow } from '../setup/repository.mjs'

/** Folders whose files are numbered one by one, in the order in which they came. */
const NUMBERED = ['apps/server/migrations', 'docs/decisions']

/** Two migrations of one number run in an order nobody chose; two decisions of one number are cited as each other. */
export const check = {
  name: 'running-numbers',
  run: async () =>
    NUMBERED.flatMap(folder => {
      const names = filesBelow(folder)
        .filter(path => dirname(path) === folder)
        .map(path => basename(path))
        .sort()
      if (names.length === 0) return [`${folder} holds nothing to look at`]
      return names.flatMap((name, at) => {
        const expected = String(at + 1).padStart(4, '0')
        return name.startsWith(`${expected}-`) ? [] : [`${folder}/${name} should have the number ${expected}`]
      })
    }),
}
