import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')

/** The colours of one theme: the last block with its name in the selector that sets a colour scheme. */
const themeOf = (name: string): ReadonlyMap<string, string> => {
  const block = [...css.matchAll(/([^{}]+)\{([^{}]*color-scheme:[^{}]*)\}/g)].find(([, selector]) =>
    selector?.includes(`[data-theme="${name}"]`),
  )
  const values = [...(block?.[2] ?? '').matchAll(/--tq-([\w-]+):\s*(#[0-9a-f]{6})/g)]
  return new Map(values.map(([, token = '', value = '']) => [token, value]))
}

const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map(at => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map(part => (part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** Contrast by WCAG 2.2, from 1 to 21. */
const contrast = (a: string, b: string): number => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

const tones = ['info', 'good', 'warning', 'danger', 'neutral', 'primary']
const texts: readonly (readonly [string, string])[] = [
  ...['ink', 'ink-muted', 'ink-faint', 'primary-ink'].flatMap(ink => [
    [ink, 'surface'] as const,
    [ink, 'ground'] as const,
  ]),
  ['ink', 'surface-sunk'],
  ['ink', 'surface-hover'],
  ...tones.map(tone => [`${tone}-ink`, `${tone}-soft`] as const),
  ['info-ink', 'surface'],
  ['good-ink', 'surface'],
  ['warning-ink', 'surface'],
  ['danger-ink', 'surface'],
  ['on-primary', 'primary'],
  ['on-primary', 'primary-hover'],
  ['on-primary', 'primary-pressed'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-hover'],
  ['on-brand', 'brand'],
  ['on-brand-muted', 'brand'],
]
const marks = ['primary', 'info', 'good', 'warning', 'danger', 'line-strong', 'focus']

describe.each([
  ['light', 4.5, 3],
  ['dark', 4.5, 3],
  ['sunlight', 7, 4.5],
])('the %s theme', (name, ofText, ofMarks) => {
  const theme = themeOf(name)
  const colour = (token: string) => theme.get(token) ?? expect.fail(`${name} has no ${token}`)

  it.each(texts)('%s can be read on %s', (ink, ground) => {
    expect(contrast(colour(ink), colour(ground))).toBeGreaterThanOrEqual(ofText)
  })

  it.each(marks)('%s can be seen on a surface', mark => {
    expect(contrast(colour(mark), colour('surface'))).toBeGreaterThanOrEqual(ofMarks)
  })
})

it('the device’s own dark is the chosen dark', () => {
  const device = /prefers-color-scheme: dark\)\s*\{[^{]*\{([^}]*)\}/.exec(css)?.[1] ?? ''
  for (const [token, value] of themeOf('dark')) expect(device).toContain(`--tq-${token}: ${value};`)
})

it('in the field, fingers find every target and no tone mark is cut off', () => {
  const field = /\[data-density="field"\]\s*\{([^}]*)\}/.exec(css)?.[1] ?? ''
  const pixels = [...field.matchAll(/--tq-target(?:-small)?:\s*(\d+)px/g)].map(([, size]) => Number(size))
  expect(pixels).toHaveLength(2)
  expect(Math.min(...pixels)).toBeGreaterThanOrEqual(48)
  expect(Number(/--tq-line-height-tight:\s*([\d.]+)/.exec(field)?.[1])).toBeGreaterThanOrEqual(1.6)
})
