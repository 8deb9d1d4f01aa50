import { expect, test } from 'vitest'
import { cutPhotoPart } from './cut-photo.ts'
import { killPostgresPart, killServerPart } from './kill-server.ts'
import { type ChaosPart, isWell, tableOf } from './support/figure.ts'

/** A few blows of each kind; `npm run chaos` strikes as often as is needed to be believed. */
const small: readonly (readonly [string, ChaosPart, number])[] = [
  ['a server killed while phones push', killServerPart, 3],
  ['PostgreSQL killed while phones push', killPostgresPart, 2],
  ['photos over a line that is cut', cutPhotoPart, 3],
]

test.each(small)('%s: nothing acknowledged is lost', async (_, part, times) => {
  const figures = await part({ times, say: () => undefined })
  expect(figures.every(isWell), tableOf(figures)).toBe(true)
})
