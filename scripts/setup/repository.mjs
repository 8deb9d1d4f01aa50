import { readdirSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the repository; every path the scripts name is relative to it, with forward slashes. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..')

export const inRepository = path => join(ROOT, ...path.split('/'))

const NOT_OURS = new Set(['node_modules', 'dist', '.git', '.cache', 'data', 'coverage'])
const NOT_OURS_EITHER = new Set(['bench/out', 'test/out'])

const toName = path => relative(ROOT, path).split(sep).join('/')

/** Every file of ours below a folder of the repository, sorted. */
export const filesBelow = folder => {
  const found = []
  const walk = dir => {
    for (const entry of readdirSync(dir, { withFileTypes: true })) {
      const path = join(dir, entry.name)
      if (NOT_OURS.has(entry.name) || NOT_OURS_EITHER.has(toName(path))) continue
      if (entry.isDirectory()) walk(path)
      else if (entry.isFile()) found.push(toName(path))
    }
  }
  try {
    walk(folder === '' ? ROOT : inRepository(folder))
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
  return found.sort()
}
