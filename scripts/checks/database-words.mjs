import { isTest, parse, read, sourcesBelow, walk } from '../setup/source-code.mjs'

const SQL_HOMES = /-store\.ts$|^apps\/server\/reports\/.*query\.ts$|^apps\/server\/platform\/database\//
const ENVIRONMENT_HOMES = /^apps\/server\/main\.ts$|\.config\.ts$/
const HTTP_HOMES = /-routes\.ts$|^apps\/server\/platform\/http\/|^apps\/server\/main\.ts$/

/** A statement, not prose: a verb of SQL, then what always follows it. */
const STATEMENT =
  /^\s*(select\s[\s\S]*\sfrom\s|insert\s+into\s|update\s+\w+\s+set\s|delete\s+from\s|create\s+(table|index|role|database)\s|alter\s+(table|role)\s|truncate\s+\w|set\s+local\s)/i

const textsOf = node =>
  node.type === 'StringLiteral'
    ? [node.value]
    : node.type === 'TemplateLiteral'
      ? [node.quasis.map(quasi => quasi.cooked ?? quasi.raw).join('x')]
      : []

const isMember = (node, object, property) =>
  node.type === 'MemberExpression' && node.object.value === object && node.property.value === property

/** SQL lives in stores, the environment in main.ts, HTTP's request and reply in routes. */
export const check = {
  name: 'database-words',
  run: async () => {
    const complaints = new Set()
    for (const path of sourcesBelow('apps', 'packages').filter(name => !isTest(name))) {
      if (!/sql|select|insert|update|delete|alter|create|truncate|set local|process|Fastify/i.test(read(path))) continue
      walk(await parse(path), node => {
        if (!SQL_HOMES.test(path)) {
          if (textsOf(node).some(text => STATEMENT.test(text))) complaints.add(`${path} holds SQL: move it to a store`)
          if (node.type === 'TaggedTemplateExpression' && node.tag.value === 'sql')
            complaints.add(`${path} holds SQL: move it to a store`)
        }
        if (isMember(node, 'process', 'env') && !ENVIRONMENT_HOMES.test(path))
          complaints.add(`${path} reads the environment: only main.ts does, and hands on what is needed`)
        if (
          !HTTP_HOMES.test(path) &&
          node.type === 'Identifier' &&
          /^Fastify(Request|Reply|Instance)$/.test(node.value)
        )
          complaints.add(`${path} sees HTTP's request or reply: only routes do`)
      })
    }
    return [...complaints]
  },
}
