import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { comeAgainIn, type LaneName, laneOf, makeLanes } from './lanes.ts'

const sizes = {
  sending: { atWork: 2, waiting: 100 },
  pulling: { atWork: 2, waiting: 3 },
  looking: { atWork: 2, waiting: 100 },
  photos: { atWork: 1, waiting: 100 },
}

/** Work that begins when its turn comes and ends when it is told to. */
const makeYard = () => {
  const lanes = makeLanes(sizes)
  const begun: string[] = []
  const endings = new Map<string, () => void>()
  const come = (lane: LaneName, name: string) =>
    lanes.enter(lane, () => {
      begun.push(name)
      return new Promise<string>(resolve => endings.set(name, () => resolve(name)))
    })
  const end = async (name: string) => {
    endings.get(name)?.()
    await sleep(0)
  }
  return { begun, come, end }
}

describe('lanes', () => {
  test('so many at once work in a lane, the others wait in the order they came', async () => {
    const { begun, come, end } = makeYard()
    for (const name of ['a', 'b', 'c', 'd']) void come('sending', name)
    await sleep(0)
    expect(begun).toEqual(['a', 'b'])
    await end('b')
    expect(begun).toEqual(['a', 'b', 'c'])
  })

  test('a storm of pulls leaves the sending lane free', async () => {
    const { begun, come } = makeYard()
    for (const name of ['p1', 'p2', 'p3', 'p4']) void come('pulling', name)
    void come('sending', 's')
    await sleep(0)
    expect(begun).toEqual(['p1', 'p2', 's'])
  })

  test('while pushes wait, pulls go on one at a time and never stand still', async () => {
    const { begun, come, end } = makeYard()
    for (const name of ['s1', 's2', 's3']) void come('sending', name)
    for (const name of ['p1', 'p2', 'p3']) void come('pulling', name)
    await sleep(0)
    expect(begun).toEqual(['s1', 's2', 'p1'])
    await end('p1')
    expect(begun).toEqual(['s1', 's2', 'p1', 'p2'])
    await end('s1')
    expect(begun).toEqual(['s1', 's2', 'p1', 'p2', 's3', 'p3'])
  })

  test('whoever comes when too many wait is turned away, and nothing is done', async () => {
    const { begun, come } = makeYard()
    for (const name of ['p1', 'p2', 'p3', 'p4', 'p5']) void come('pulling', name)
    await expect(come('pulling', 'p6')).resolves.toBe('turned-away')
    expect(begun).not.toContain('p6')
  })

  test('work that fails frees its place', async () => {
    const lanes = makeLanes({ ...sizes, photos: { atWork: 1, waiting: 5 } })
    await expect(lanes.enter('photos', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    await expect(lanes.enter('photos', async () => 'next')).resolves.toBe('next')
  })
})

test.each([
  ['POST', '/api/commands', 'sending'],
  ['PUT', '/api/drafts/:draftId', 'sending'],
  ['GET', '/api/drafts', 'looking'],
  ['GET', '/api/areas/:areaCode/changes', 'pulling'],
  ['PATCH', '/api/photos/:photoHash', 'photos'],
  ['POST', '/api/unsent-work', 'sending'],
  ['POST', '/api/unsent-work/photos', 'photos'],
  ['GET', '/api/photos/:photoHash/progress', 'photos'],
  ['GET', '/api/figures', 'looking'],
  ['POST', '/api/session', undefined],
  ['GET', '/api/session', undefined],
] as const)('%s %s goes in the lane %s', (method, path, lane) => {
  expect(laneOf({ method, path })).toBe(lane)
})

test('those turned away come again at different times', () => {
  expect([0, 0.5, 0.999].map(comeAgainIn)).toEqual([5, 17, 29])
})
