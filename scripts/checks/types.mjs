import { existsSync, readdirSync } from 'node:fs'
import { inRepository } from '../setup/repository.mjs'

const projects = () => [
  ...['packages', 'apps'].flatMap(folder => readdirSync(inRepository(folder)).map(name => `${folder}/${name}`)),
  '.',
]

/** The strict compiler, over every workspace and the tests above them. */
export const check = {
  name: 'types',
  run: async ({ node, run }) => {
    const compiler = inRepository('node_modules/typescript7/bin/tsc')
    const failures = []
    for (const project of projects().filter(path => existsSync(inRepository(`${path}/tsconfig.json`)))) {
      const { code, output } = await run(node, [compiler, '-p', project, '--pretty', 'false'])
      // A workspace that has no source yet (TS18003) is no mistake.
      if (code !== 0 && !/error TS18003/.test(output)) failures.push(output.trim())
    }
    return failures
  },
}
