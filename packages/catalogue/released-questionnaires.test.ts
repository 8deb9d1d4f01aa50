import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { questionnaireByVersion, questionnaireVersions } from './catalogue.ts'
import released from './questionnaires/released.json' with { type: 'json' }

const inFixedOrder = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(inFixedOrder)
    : value !== null && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, inner]) => [key, inFixedOrder(inner)]),
        )
      : value

/** Of the content, whatever the spacing and the order of keys. */
const hashOf = (version: string): string =>
  createHash('sha256')
    .update(JSON.stringify(inFixedOrder(questionnaireByVersion(version))))
    .digest('hex')

it('a released questionnaire never changes: answers given to it must mean the same for ever', () => {
  expect(Object.fromEntries(questionnaireVersions.map(version => [version, hashOf(version)]))).toEqual(
    Object.fromEntries(released.map(({ version, sha256 }) => [version, sha256])),
  )
})
