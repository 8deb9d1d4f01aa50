import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fastifyStatic from '@fastify/static'
import { refuse } from '@thaiqm/core/ledger/outcome.ts'
import type { FastifyInstance } from 'fastify'
import { sendRefusal } from './answer-route.ts'

const apps = dirname(dirname(dirname(import.meta.dirname)))

/** The built web apps: the office at `/`, the field app at `/field/`. Their own addresses all open their first page. */
export const serveApps = async (app: FastifyInstance): Promise<void> => {
  const built = [
    { root: join(apps, 'field', 'dist'), prefix: '/field/' },
    { root: join(apps, 'office', 'dist'), prefix: '/' },
  ].filter(({ root }) => existsSync(join(root, 'index.html')))
  for (const [index, { root, prefix }] of built.entries()) {
    await app.register(fastifyStatic, {
      root,
      prefix,
      decorateReply: index === 0,
      // Beside each file lies its gzip, made when the apps were built.
      preCompressed: true,
      setHeaders: (response, path) => {
        // Files under assets/ are named by their content; pages and the service worker are asked for anew.
        response.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  }
  app.get('/field', { schema: { hide: true } }, (_, reply) => reply.redirect('/field/'))
  const office = built.find(({ prefix }) => prefix === '/')
  // Behind a one-time link stands a page of its own; its token is in the fragment, which no browser sends.
  if (office !== undefined)
    app.get('/task', { schema: { hide: true } }, (_, reply) =>
      reply.header('cache-control', 'no-cache').sendFile('task.html', office.root),
    )
  app.setNotFoundHandler((request, reply) => {
    const isPage =
      request.method === 'GET' && !request.url.startsWith('/api/') && !/\.[a-z0-9]+(\?|$)/.test(request.url)
    if (!isPage) return sendRefusal(reply, refuse('not-found'))
    const home = built.find(({ prefix }) => request.url.startsWith(prefix))
    if (home === undefined) return sendRefusal(reply, refuse('not-found'))
    return reply.header('cache-control', 'no-cache').sendFile('index.html', home.root)
  })
}
