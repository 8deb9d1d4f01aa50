import { describe, expect, it } from 'vitest'
import { judgeReadiness, type PhoneFacts, type ReadinessItem } from './readiness.ts'

const HOUR_IN_MS = 3_600_000
const MEGABYTE = 1024 * 1024

const goodPhone: PhoneFacts = {
  appFiles: 'stored',
  hasUpdate: false,
  hasForm: true,
  areas: [{ isWhole: true, ageInMs: 2 * HOUR_IN_MS }],
  viewLeftInMs: 6 * 24 * HOUR_IN_MS,
  households: 382,
  placed: 120,
  photos: { all: 40, here: 40, isKept: true },
  isPersisted: true,
  freeBytes: 2000 * MEGABYTE,
  isWriteReadBack: true,
  isInstalled: true,
  clockOffByMs: 900,
  waiting: 0,
  oldestWaitingAgeInMs: null,
}

const lineOf = (item: ReadinessItem, given: Partial<PhoneFacts>) => {
  const { verdict, lines } = judgeReadiness({ ...goodPhone, ...given })
  const line = lines.find(l => l.item === item)
  return `${line?.level} ${line?.state}, ${verdict}`
}

describe('a phone before the trip', () => {
  it('is ready when everything lies on it', () => {
    const { verdict, lines } = judgeReadiness(goodPhone)
    expect(verdict).toBe('ready')
    expect(lines).toHaveLength(13)
    expect(new Set(lines.map(line => line.level))).toEqual(new Set(['ready']))
  })

  it('says first what is missing', () => {
    const { lines } = judgeReadiness({ ...goodPhone, isInstalled: false, hasUpdate: true })
    expect(lines.slice(0, 3).map(line => line.item)).toEqual(['installed', 'version', 'households'])
  })

  it.each<[ReadinessItem, Partial<PhoneFacts>, string]>([
    ['households', { areas: [] }, 'not-ready none'],
    [
      'households',
      {
        areas: [
          { isWhole: true, ageInMs: 0 },
          { isWhole: false, ageInMs: 0 },
        ],
      },
      'not-ready partly',
    ],
    ['lease', { viewLeftInMs: 0 }, 'not-ready over'],
    ['app', { appFiles: 'storing' }, 'not-ready storing'],
    ['app', { appFiles: 'impossible' }, 'not-ready impossible'],
    ['form', { hasForm: false }, 'not-ready none'],
    ['form', { appFiles: 'storing' }, 'not-ready not-stored'],
    ['write', { isWriteReadBack: false }, 'not-ready failed'],
    ['space', { freeBytes: 300 * MEGABYTE - 1 }, 'not-ready little'],
    ['persisted', { isPersisted: false }, 'not-ready refused'],
    ['installed', { isInstalled: false }, 'not-ready not-installed'],
  ])('is not ready: %s', (item, given, found) => {
    expect(lineOf(item, given)).toBe(`${found}, not-ready`)
  })

  it.each<[ReadinessItem, Partial<PhoneFacts>, string]>([
    ['households', { areas: [{ isWhole: true, ageInMs: 25 * HOUR_IN_MS }] }, 'warning old'],
    ['lease', { viewLeftInMs: 30 * HOUR_IN_MS }, 'warning short'],
    ['photos', { photos: { all: 40, here: 12, isKept: true } }, 'warning partly'],
    ['space', { freeBytes: null }, 'warning unknown'],
    ['persisted', { isPersisted: null }, 'warning unknown'],
    ['clock', { clockOffByMs: -6 * 60_000 }, 'warning wrong'],
    ['clock', { clockOffByMs: null }, 'warning unknown'],
    ['unsent', { waiting: 2, oldestWaitingAgeInMs: 73 * HOUR_IN_MS }, 'warning old'],
    ['version', { hasUpdate: true }, 'warning old'],
  ])('is warned: %s', (item, given, found) => {
    expect(lineOf(item, given)).toBe(`${found}, warning`)
  })

  it.each<[ReadinessItem, Partial<PhoneFacts>, string]>([
    ['space', { freeBytes: 300 * MEGABYTE }, 'ready ready'],
    ['photos', { photos: { all: 0, here: 0, isKept: true } }, 'ready none'],
    ['photos', { photos: { all: 40, here: 0, isKept: false } }, 'ready off'],
    ['map', { placed: 0 }, 'ready none'],
    ['unsent', { waiting: 2, oldestWaitingAgeInMs: 5 * HOUR_IN_MS }, 'ready waiting'],
    ['clock', { clockOffByMs: 5 * 60_000 }, 'ready ready'],
  ])('goes all the same: %s', (item, given, found) => {
    expect(lineOf(item, given)).toBe(`${found}, ready`)
  })
})
