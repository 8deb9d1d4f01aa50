import { isTest, lineAt, parse, read, sourcesBelow, walk } from '../setup/source-code.mjs'

const THAI = /[\u0E00-\u0E7F]/

/** The button that changes the language names the other one in that language. */
const SAYS_THE_OTHER = new Set(['packages/ui/language.tsx'])

const textOf = node =>
  node.type === 'StringLiteral'
    ? node.value
    : node.type === 'TemplateLiteral'
      ? node.quasis.map(quasi => quasi.cooked ?? quasi.raw).join(' ')
      : undefined

const propertiesOf = object =>
  new Map(
    object.properties
      .filter(({ type }) => type === 'KeyValueProperty')
      .map(({ key, value }) => [key.value ?? key.expression?.value, value]),
  )

const complaintAbout = (path, th, en) => {
  if (th === undefined || en === undefined) return undefined
  if ((th.trim() === '') !== (en.trim() === '')) return 'is empty in one language'
  if (SAYS_THE_OTHER.has(path)) return undefined
  if (THAI.test(en)) return 'has Thai letters in its English'
  // Names of things (PDF, 4ท, P204) may stand alone; a sentence of Latin words was never translated.
  if (!THAI.test(th) && /[a-z]{4,} [a-z]{2,}/.test(th)) return 'has no Thai letters in its Thai'
  return undefined
}

/** Offsets in swc's tree count bytes over all files it has read so far; the program's own start makes them local. */
const lineOf = (path, node, program) =>
  lineAt(
    Buffer.from(read(path))
      .subarray(0, node.span.start - program.span.start)
      .toString(),
    Infinity,
  )

/** Every sentence a person reads is there in both languages, and each in its own. */
export const check = {
  name: 'messages',
  run: async () => {
    const complaints = []
    for (const path of sourcesBelow('packages', 'apps').filter(name => !isTest(name))) {
      const program = await parse(path)
      walk(program, node => {
        if (node.type !== 'ObjectExpression') return
        const properties = propertiesOf(node)
        const where = () => `${path}:${lineOf(path, node, program)}`
        if (
          properties.has('th') !== properties.has('en') &&
          [...properties.keys()].every(key => key === 'th' || key === 'en')
        ) {
          complaints.push(`${where()} is there in one language only`)
          return
        }
        if (!properties.has('th') || !properties.has('en')) return
        const complaint = complaintAbout(path, textOf(properties.get('th')), textOf(properties.get('en')))
        if (complaint) complaints.push(`${where()} ${complaint}`)
      })
    }
    return complaints
  },
}
