import { filesBelow } from '../setup/repository.mjs'
import { isTest, lineAt, read } from '../setup/source-code.mjs'

const BINARY = /\.(png|jpe?g|webp|ico|woff2?|ttf|pdf|xlsx|docx|zip|gz)$/

// Written in two parts, so that this file does not find itself.
const WORKPLACE = new RegExp(
  String.raw`(?<![\w.-])/wo${'rk'}/|(?<![\w-])sha${'red'}/(domain|samples|architecture|stack|examples|reliability)`,
  'g',
)

/** Hosts an app may name: itself, the tests', names reserved for examples, and identifiers that are never fetched. */
const KNOWN_HOSTS =
  /^(localhost|127\.0\.0\.1|\[::1\]|0\.0\.0\.0|([\w-]+\.)*example(\.\w+)?|[\w.-]+\.(test|invalid|localhost)|www\.w3\.org|json-schema\.org|schemas\.openxmlformats\.org|purl\.org|schemas\.microsoft\.com|www\.opendatakit\.org|openrosa\.org|\$\{.*)$/

/** The one host that is called: only where an administrator gave a token for it, and with numbers only. */
const CALLED_BY_WISH = { 'apps/server/reminder/line-channel.ts': 'api.line.me' }

const findWorkplace = path => {
  const text = read(path)
  return [...text.matchAll(WORKPLACE)].map(
    match => `${path}:${lineAt(text, match.index)} names a place outside the repository`,
  )
}

const findForeignHosts = path => {
  const text = read(path)
  return [...text.matchAll(/\b(?:https?|wss?):\/\/([^\s/'"`)>\]:]+)/g)]
    .filter(([, host]) => !KNOWN_HOSTS.test(host) && CALLED_BY_WISH[path] !== host)
    .map(match => `${path}:${lineAt(text, match.index)} names a foreign host: ${match[1]}`)
}

/** What we hand in stands alone: no path of a workplace, and no app that calls another's server. */
export const check = {
  name: 'no-workplace-paths',
  run: async () => {
    const texts = filesBelow('').filter(path => !BINARY.test(path) && path !== 'package-lock.json')
    return [
      ...texts.filter(path => !isTest(path)).flatMap(findWorkplace),
      ...texts
        .filter(path => /^(apps|packages)\/.*\.(tsx?|css|html|mjs)$/.test(path) && !isTest(path))
        .flatMap(findForeignHosts),
    ]
  },
}
