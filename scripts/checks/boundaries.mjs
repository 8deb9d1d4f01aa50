import { inRepository } from '../setup/repository.mjs'
import { sourcesBelow } from '../setup/source-code.mjs'

const FOLDERS = ['packages', 'apps']

/** Who may import whom: the rules of .dependency-cruiser.cjs, over every source there is. */
export const check = {
  name: 'boundaries',
  run: async ({ node, run }) => {
    const cruiser = inRepository('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
    const args = [cruiser, ...FOLDERS, '--config', '.dependency-cruiser.cjs', '--output-type', 'json']
    const { output } = await run(node, args)
    const start = output.indexOf('{')
    if (start < 0) return [`dependency-cruiser did not answer: ${output.slice(-500)}`]
    const { modules, summary } = JSON.parse(output.slice(start, output.lastIndexOf('}') + 1))
    const seen = new Set(modules.map(module => module.source))
    // A cruiser that cannot read TypeScript sees nothing and finds nothing wrong.
    const unseen = sourcesBelow(...FOLDERS).filter(path => !path.endsWith('.d.ts') && !seen.has(path))
    if (unseen.length > 0 || seen.size === 0)
      return [`${unseen.length} sources were not seen by dependency-cruiser, such as ${unseen[0]}`]
    // The rules about SQL and HTTP bite only while these packages are seen.
    const seenPackages = modules.flatMap(module => module.dependencies).map(dependency => dependency.resolved)
    const blind = ['kysely', 'fastify', 'zod', 'react'].filter(
      name => !seenPackages.some(path => path.includes(`node_modules/${name}/`)),
    )
    if (blind.length > 0) return [`imports of ${blind.join(', ')} were not seen by dependency-cruiser`]
    return summary.violations.map(({ rule, from, to, cycle }) =>
      cycle
        ? `${rule.name}: ${[from, ...cycle.map(step => step.name)].join(' → ')}`
        : `${rule.name}: ${from} → ${to} (${summary.ruleSetUsed.forbidden.find(({ name }) => name === rule.name)?.comment})`,
    )
  },
}
