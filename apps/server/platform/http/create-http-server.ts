import fastifyCompress from '@fastify/compress'
import fastifyCookie from '@fastify/cookie'
import fastifySwagger from '@fastify/swagger'
import { commands } from '@thaiqm/contract/wire/commands.ts'
import { refuse } from '@thaiqm/core/ledger/outcome.ts'
import Fastify, { type FastifyInstance } from 'fastify'
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { BackupState } from '../../backup/backup-job.ts'
import { isOutage } from '../database/outage.ts'
import { placeOfFault } from '../place-of-fault.ts'
import { sendRefusal } from './answer-route.ts'

const MEGABYTE = 1024 * 1024

/** Nothing is loaded from other hosts, and nothing inline is run or styled. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const describedCommands = () =>
  commands.map(({ type, room, nameTh, nameEn, input, refusals }) => ({
    type,
    room,
    nameTh,
    nameEn,
    refusals,
    input: z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }),
  }))

const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'geolocation=(self), camera=(self), microphone=()',
}

export type LogFault = (event: string, details: Readonly<Record<string, string | number>>) => void

/** The HTTP server without its routes: validation, refusals, headers, the API's own description. */
export const createHttpServer = async (logFault: LogFault, backups?: () => BackupState): Promise<FastifyInstance> => {
  const app = Fastify({ bodyLimit: 20 * MEGABYTE, trustProxy: 'loopback', logger: false })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  await app.register(fastifyCookie)
  // Villages are heavy and signals weak: answers go out compressed, and phones may send compressed batches.
  await app.register(fastifyCompress, {
    threshold: 2048,
    encodings: ['gzip'],
    requestEncodings: ['gzip'],
    zlibOptions: { level: 4 },
  })
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'ThaiQM', description: 'The API that the screens use', version: '0.1.0' },
    },
    transform: jsonSchemaTransform,
  })
  app.addHook('onSend', async (request, reply) => {
    reply.headers(securityHeaders)
    if (request.protocol === 'https') reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains')
  })
  // Bytes come in as they are: workbooks and photos.
  app.addContentTypeParser(
    ['application/octet-stream', 'image/jpeg', 'image/png', 'image/webp'],
    { parseAs: 'buffer' },
    (_, body, done) => done(null, body),
  )
  app.setErrorHandler((error: Error & { validation?: unknown; statusCode?: number; code?: string }, request, reply) => {
    if (error.validation !== undefined || error.statusCode === 400) {
      const issues = Array.isArray(error.validation) ? error.validation : []
      const fields = issues
        .map(issue => String((issue as { instancePath?: string }).instancePath ?? ''))
        .filter(path => path !== '')
      return sendRefusal(reply, refuse('not-well-formed', { fields: fields.slice(0, 10) }))
    }
    if (isOutage(error)) {
      logFault('cannot-keep-now', { route: request.routeOptions.url ?? '', code: error.code ?? '' })
      return sendRefusal(reply, refuse('cannot-keep-now'))
    }
    const status = error.statusCode ?? 500
    if (status >= 500)
      logFault('request-failed', {
        route: request.routeOptions.url ?? '',
        name: error.name,
        code: error.code ?? '',
        place: placeOfFault(error),
      })
    return reply
      .code(status)
      .type('application/json')
      .serializer(JSON.stringify)
      .send({ fault: status >= 500 ? 'server' : 'request' })
  })
  // OpenAPI has no word for commands inside a push: they stand beside the paths, each with the schema of its input.
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => ({
    ...app.swagger(),
    'x-commands': describedCommands(),
  }))
  app.get('/api/health', { schema: { hide: true } }, async () => ({
    ok: true,
    ...(backups === undefined ? {} : { backups: backups() }),
  }))
  return app
}
