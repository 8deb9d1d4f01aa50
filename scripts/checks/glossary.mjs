import { existsSync } from 'node:fs'
import { inRepository } from '../setup/repository.mjs'
import { isTest, parse, read, sourcesBelow, walk, wordsOf } from '../setup/source-code.mjs'

// Words of programming and of plain grammar; every other word in a name of core is a word of the field.
const PLAIN = new Set(
  `a add after age all allowed allows amount an and answer any apply are array as assign at backward base be before begin
  below between body boolean bounds bound build but by calendar calculate can change check child choose class clean code
  command compare compile compute condition constant content context count create current cut data date day days decide
  decision declare default define definition denominator depend dependency describe details detail difference digit digits
  divide does done down draft each edge else empty end ended entries entry equal equals error errors evaluate event events
  every evolve exact expect explain expression extra factor fail failed fact facts field fields file fill filter find
  finish first fit flag fold for format forward found from full function future get give given go group guess has hash
  have head here hold how id identifier ids if import in include index info initial input inside instant into invalid is
  issue item items iterate join keep key keyed keys kind kinds know known label language last late latest left length less
  letter letters level limit line lines list local long look looks lookup lower main make map mark match matched matches
  math max maximum may mean merge message min minimum missing moment money month months more move multiple must name named
  names narrow needs nested new next no node none not note nothing now null number numbers numerator object of off old on
  once one only open operation operator option optional options or order other out outcome outside over pad page pair
  parse parsed part parts past path pattern pick piece place plain plural position possible precedence prefix previous
  problem property publish put raise raised raises range rank read reason record refuse refusal register relevant remove
  repeat repeats replace require required reset resolve result results return reverse right rounded rows rule rules run
  safe same score search second section select separate set shape short show side sign since single size slice some sort
  source space split stage standing start state states status step still stop store string structure subject such sum
  symbol syntax table take target term test text than that the their them then there they this time times to token tokens
  toward tree true try turn type types under unit units unknown until up upper use used valid validate value values
  variable version wanted warn warning was way what when where which while who whole width with within without word words
  write written year years zero`.split(/\s+/),
)

/** A word counts as known in its plain form too: plural, past, -ing. */
const stems = word => [
  word,
  word.replace(/ies$/, 'y'),
  word.replace(/(es|s)$/, ''),
  word.replace(/s$/, ''),
  word.replace(/ied$/, 'y'),
  word.replace(/(ed|d)$/, ''),
  word.replace(/ed$/, ''),
  word.replace(/ing$/, ''),
  word.replace(/ing$/, 'e'),
  word.replace(/([a-z])\1(ed|ing)$/, '$1'),
]

const exportedNames = async path => {
  const names = []
  const { body } = await parse(path)
  for (const item of body) {
    if (item.type !== 'ExportDeclaration') continue
    const { declaration } = item
    if (declaration.type === 'VariableDeclaration')
      for (const { id } of declaration.declarations)
        walk(id, node => node.type === 'Identifier' && names.push(node.value))
    else names.push((declaration.id ?? declaration.identifier)?.value)
  }
  return names.filter(name => name !== undefined)
}

/** A word that is not in GLOSSARY.md (Thai beside English) may not enter core. */
export const check = {
  name: 'glossary',
  run: async () => {
    if (!existsSync(inRepository('GLOSSARY.md'))) return ['GLOSSARY.md is missing']
    const glossary = new Set(wordsOf(read('GLOSSARY.md')).flatMap(stems))
    const isKnown = word => word.length === 1 || stems(word).some(stem => PLAIN.has(stem) || glossary.has(stem))
    const strangers = new Map()
    for (const path of sourcesBelow('packages/core').filter(name => !isTest(name)))
      for (const name of await exportedNames(path))
        for (const word of wordsOf(name).filter(part => !isKnown(part)))
          strangers.set(word, [...(strangers.get(word) ?? []), `${name} (${path})`])
    return [...strangers].map(([word, places]) => `"${word}" is not in GLOSSARY.md: ${places.slice(0, 3).join(', ')}`)
  },
}
