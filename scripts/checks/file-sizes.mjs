import { filesBelow } from '../setup/repository.mjs'
import { isTest, read } from '../setup/source-code.mjs'

const MOST_LINES = 400
const MOST_LINES_OF_A_TEST = 600

/** Files that may be longer, each with the reason why splitting would make it worse. */
const LONGER = new Map([])

/** A file holds one thing; one of more than 400 lines seldom does. */
export const check = {
  name: 'file-sizes',
  run: async () =>
    ['packages', 'apps', 'scripts', 'test', 'bench']
      .flatMap(filesBelow)
      .filter(path => /\.(tsx?|mjs|cjs|css)$/.test(path) && !LONGER.has(path))
      .map(path => ({
        path,
        lines: read(path).trimEnd().split('\n').length,
        most: isTest(path) ? MOST_LINES_OF_A_TEST : MOST_LINES,
      }))
      .filter(({ lines, most }) => lines > most)
      .map(({ path, lines, most }) => `${path} has ${lines} lines; ${most} is the most`),
}
