import { isTest, parse, sourcesBelow, walk } from '../setup/source-code.mjs'

/**
 * Refusals that never reach the wire: those of starting the server and of restoring a backup have their sentences beside them, and those about
 * one written value (a date, a number, a cell of a spreadsheet) are worded by whoever reads the value for a person.
 */
const SPOKEN_ELSEWHERE =
  /^apps\/server\/(platform\/(database|startup|spreadsheet)|cli|backup)\/|^packages\/core\/(thai|form|baseline)\//

/** Keys of objects that hold a Thai and an English sentence. */
const namedIn = async path => {
  const names = new Set()
  walk(await parse(path), node => {
    if (node.type !== 'ObjectExpression') return
    for (const { key, value } of node.properties) {
      let isSentence = false
      if (value)
        walk(value, inner => {
          if (
            inner.type === 'ObjectExpression' &&
            inner.properties.some(({ key: own }) => /^(th|messageTh)$/.test(own?.value))
          )
            isSentence = true
        })
      if (isSentence) names.add(key?.value)
    }
  })
  return names
}

const refusedIn = async path => {
  const codes = new Set()
  walk(await parse(path), node => {
    if (node.type !== 'CallExpression' || node.callee.value !== 'refuse') return
    const [first] = node.arguments
    if (first?.expression.type === 'StringLiteral') codes.add(first.expression.value)
  })
  return codes
}

/** Every refusal is named in the contract with a sentence in Thai that tells a person what to do. */
export const check = {
  name: 'refusals',
  run: async () => {
    const named = new Set()
    for (const path of sourcesBelow('packages/contract').filter(name => !isTest(name)))
      for (const name of await namedIn(path)) named.add(name)
    const complaints = []
    const sources = sourcesBelow('packages/core', 'packages/contract', 'apps').filter(
      name => !isTest(name) && !SPOKEN_ELSEWHERE.test(name),
    )
    for (const path of sources)
      for (const code of await refusedIn(path))
        if (!named.has(code)) complaints.push(`'${code}' (${path}) has no sentence in packages/contract`)
    return complaints
  },
}
