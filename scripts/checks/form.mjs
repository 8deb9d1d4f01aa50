import { inRepository } from '../setup/repository.mjs'

/** How the sources are written: formatting and lint rules of biome.json. */
export const check = {
  name: 'form',
  run: async ({ node, run }) => {
    const biome = inRepository('node_modules/@biomejs/biome/bin/biome')
    const { code, output } = await run(node, [
      biome,
      'check',
      '--diagnostic-level=error',
      '--max-diagnostics=30',
      '--colors=off',
    ])
    return code === 0 ? [] : [output.trim()]
  },
}
