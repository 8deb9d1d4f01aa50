import { join } from 'node:path'

export const repository = join(import.meta.dirname, '..')
export const serverDir = join(repository, 'apps', 'server')
/** Outside version control; loaded data folders stay here from run to run. */
export const cacheDir = join(repository, '.cache', 'bench')
export const outDir = join(repository, 'bench', 'out')
