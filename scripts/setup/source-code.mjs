import { readFileSync } from 'node:fs'
import { filesBelow, inRepository } from './repository.mjs'

export const isTest = path =>
  /\.test\.tsx?$|\.journey\.ts$|^apps\/server\/.*\/test-[^/]+\.ts$/.test(path) ||
  /^(test|bench|packages\/testing)\//.test(path)

/** TypeScript sources of the workspaces. */
export const sourcesBelow = (...folders) => folders.flatMap(filesBelow).filter(path => /\.tsx?$/.test(path))

export const read = path => readFileSync(inRepository(path), 'utf8')

/** The line an offset lies on, from 1. */
export const lineAt = (text, offset) => text.slice(0, offset).split('\n').length

/** The syntax tree of a source, as swc gives it. */
export const parse = async path => {
  const { parse: parseSource } = await import('@swc/core')
  return parseSource(read(path), { syntax: 'typescript', tsx: path.endsWith('.tsx'), target: 'es2022' })
}

/** Calls `visit` for every node of a syntax tree, outermost first. */
export const walk = (node, visit) => {
  if (Array.isArray(node)) {
    for (const child of node) walk(child, visit)
    return
  }
  if (node === null || typeof node !== 'object') return
  if (typeof node.type === 'string') visit(node)
  for (const child of Object.values(node)) if (child !== null && typeof child === 'object') walk(child, visit)
}

/** The words a name is made of: `dueOnFor` → due, on, for; `HTTPReply2` → http, reply. */
export const wordsOf = name =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z]+/)
    .filter(word => word !== '')
    .map(word => word.toLowerCase())
