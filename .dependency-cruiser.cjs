/** Who may import whom (ARCHITECTURE.md). `npm run check` fails when this check has not seen every source file. */

const TESTS = String.raw`\.test\.tsx?$|\.journey\.ts$|^test/|^bench/|^apps/server/.*/test-[^/]+\.ts$`
const PACKAGE = name => `(^|/)node_modules/${name}/`

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

module.exports = {
  forbidden: [
    forbid(
      'core-is-pure',
      'The rules import zod and themselves: no clock, disk, network or framework',
      { path: '^packages/core/', pathNot: TESTS },
      { pathNot: ['^packages/core/', PACKAGE('zod')] },
    ),
    forbid(
      'contract-knows-core',
      'What crosses the wire is made of core and zod',
      { path: '^packages/contract/', pathNot: TESTS },
      { pathNot: ['^packages/(contract|core)/', PACKAGE('zod')] },
    ),
    forbid(
      'catalogue-is-data',
      'The catalogue is data for the rules of core',
      { path: '^packages/catalogue/', pathNot: TESTS },
      { pathNot: ['^packages/catalogue/', '^packages/core/', PACKAGE('zod')] },
    ),
    forbid(
      'ui-knows-no-domain',
      'Buttons and fields know how Thai is written and what a day is, and no household',
      { path: '^packages/ui/', pathNot: TESTS },
      { path: '^(apps|packages)/', pathNot: ['^packages/ui/', '^packages/core/(thai/|ledger/(day|outcome)\\.ts$)'] },
    ),
    forbid(
      'nobody-imports-an-app',
      'Apps meet through the contract',
      { path: '^(packages|apps)/([^/]+)/' },
      { path: '^apps/', pathNot: '^$1/$2/' },
    ),
    forbid(
      'testing-only-from-tests',
      'Builders and the simulated world are never shipped',
      { pathNot: [TESTS, '^packages/testing/'] },
      { path: '^packages/testing/' },
    ),
    forbid(
      'nothing-imports-a-test',
      'A test is the end of the line',
      { pathNot: TESTS },
      {
        path: [
          String.raw`\.test\.tsx?$`,
          String.raw`^apps/server/.*/test-[^/]+\.ts$`,
          '^test/',
          PACKAGE('(vitest|fast-check)'),
        ],
      },
    ),
    forbid(
      'sql-in-stores',
      'The query layer is for stores, report queries and platform/database',
      {
        pathNot: [
          TESTS,
          String.raw`^apps/server/.*-store\.ts$`,
          String.raw`^apps/server/reports/.*query\.ts$`,
          '^apps/server/platform/database/',
        ],
      },
      { path: PACKAGE('(kysely|pg|pg-[^/]+)') },
    ),
    forbid(
      'fastify-in-routes',
      'Requests and replies are seen only in routes and platform/http',
      {
        pathNot: [
          TESTS,
          String.raw`^apps/server/.*-routes\.ts$`,
          '^apps/server/platform/http/',
          String.raw`^apps/server/main\.ts$`,
        ],
      },
      { path: PACKAGE('(@fastify/[^/]+|fastify|fastify-[^/]+)') },
    ),
    forbid(
      'browser-has-no-node',
      'What runs in a browser imports nothing of Node',
      {
        path: '^(packages/(core|contract|catalogue|ui)|apps/(field|office))/',
        pathNot: [TESTS, 'vite\\.config\\.ts$', '-plugin\\.ts$'],
      },
      { dependencyTypes: ['core'] },
    ),
    forbid('no-cycles', 'Two files that need each other are one file', {}, { circular: true }),
    forbid('everything-resolves', 'An import that leads nowhere', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Only what we build: a package of another's may keep its sources in a folder called dist.
    exclude: { path: '^(apps|packages)/[^/]+/(dist|data)/' },
    // Types count: whoever needs a type of another room knows that room.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.d.ts', '.css'],
    },
  },
}
