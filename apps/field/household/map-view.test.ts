import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distanceInMetres, moved, scaleBar, sheetOf, toPixel, viewOfAll, zoomed } from './map-view.ts'

const size = { width: 328, height: 360 }
const near = (latitude: number, longitude: number) => ({ latitude: 16.5 + latitude, longitude: 104.6 + longitude })
const place = fc
  .tuple(fc.double({ min: 0, max: 0.05, noNaN: true }), fc.double({ min: 0, max: 0.05, noNaN: true }))
  .map(([a, b]) => near(a, b))

describe('the map of a village', () => {
  it('has north above and east to the right', () => {
    const [south, north, east] = [near(0, 0), near(0.01, 0), near(0, 0.01)]
    const flat = sheetOf([south, north, east])
    expect(flat(north).y).toBeLessThan(flat(south).y)
    expect(flat(east).x).toBeGreaterThan(flat(south).x)
  })

  it('measures metres: a hundredth of a degree is 1,113 m north, a little less east', () => {
    expect(distanceInMetres(near(0, 0), near(0.01, 0))).toBeCloseTo(1113.2, 0)
    expect(distanceInMetres(near(0, 0), near(0, 0.01))).toBeCloseTo(1067.3, 0)
  })

  it('shows every house at first, wherever they stand', () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 40 }), places => {
        const flat = sheetOf(places)
        const points = places.map(flat)
        const view = viewOfAll(points, size)
        for (const point of points) {
          const { x, y } = toPixel(point, view, size)
          expect(x).toBeGreaterThanOrEqual(30)
          expect(x).toBeLessThanOrEqual(size.width - 30)
          expect(y).toBeGreaterThanOrEqual(30)
          expect(y).toBeLessThanOrEqual(size.height - 30)
        }
      }),
    )
  })

  it('shows a single house with its surroundings', () => {
    expect(viewOfAll([{ x: 0, y: 0 }], size).metresPerPixel).toBeGreaterThan(0.1)
  })

  it('keeps the point under the finger where it is while coming nearer', () => {
    const view = { middle: { x: 10, y: -20 }, metresPerPixel: 2 }
    const at = { x: 40, y: 300 }
    const under = { x: 10 + (40 - 164) * 2, y: -20 + (300 - 180) * 2 }
    const nearer = zoomed(view, 2, at, size)
    expect(nearer.metresPerPixel).toBe(1)
    expect(toPixel(under, nearer, size)).toEqual(at)
    expect(zoomed(view, 1e9, at, size).metresPerPixel).toBe(0.1)
  })

  it('follows the finger', () => {
    const view = { middle: { x: 0, y: 0 }, metresPerPixel: 2 }
    const before = toPixel({ x: 5, y: 5 }, view, size)
    const after = toPixel({ x: 5, y: 5 }, moved(view, 30, -12), size)
    expect([after.x - before.x, after.y - before.y]).toEqual([30, -12])
  })

  it('has a bar of a round length that fits', () => {
    expect(scaleBar(1, 100)).toEqual({ metres: 100, pixels: 100 })
    expect(scaleBar(0.7, 100)).toEqual({ metres: 50, pixels: 50 / 0.7 })
    expect(scaleBar(30, 100).metres).toBe(2000)
  })
})
