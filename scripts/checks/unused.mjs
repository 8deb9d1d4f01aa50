import { inRepository } from '../setup/repository.mjs'

/** Files, exports and dependencies nobody uses (knip.json). */
export const check = {
  name: 'unused',
  run: async ({ node, run }) => {
    const knip = inRepository('node_modules/knip/bin/knip.js')
    const { code, output } = await run(node, [knip, '--no-progress', '--no-config-hints'])
    return code === 0 ? [] : [output.trim()]
  },
}
