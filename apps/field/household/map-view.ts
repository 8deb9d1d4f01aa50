/** A place on the ground. Degrees, as the phone measures them. */
export interface Place {
  readonly latitude: number
  readonly longitude: number
}

/** Metres east and south of the middle of what is drawn: a village is small enough for a flat sheet. */
export interface SheetPoint {
  readonly x: number
  readonly y: number
}

/** What part of the sheet is shown: its middle, and how many metres lie in a pixel. */
export interface MapView {
  readonly middle: SheetPoint
  readonly metresPerPixel: number
}

export interface MapSize {
  readonly width: number
  readonly height: number
}

const METRES_PER_DEGREE = 111_320
const CLOSEST = 0.1
const FARTHEST = 100
/** Room around the outermost houses for their marks and numbers. */
const MARGIN_IN_PIXELS = 36
/** One house alone is shown with its surroundings, not with its doorstep. */
const LEAST_SPAN_IN_METRES = 60

/** Lays places flat around their own middle. */
export const sheetOf = (places: readonly Place[]): ((place: Place) => SheetPoint) => {
  const latitudes = places.map(place => place.latitude)
  const longitudes = places.map(place => place.longitude)
  const middleOf = (values: readonly number[]) =>
    values.length === 0 ? 0 : (Math.min(...values) + Math.max(...values)) / 2
  const [latitude, longitude] = [middleOf(latitudes), middleOf(longitudes)]
  const shrink = Math.cos((latitude * Math.PI) / 180)
  return place => ({
    x: (place.longitude - longitude) * METRES_PER_DEGREE * shrink,
    y: (latitude - place.latitude) * METRES_PER_DEGREE,
  })
}

/** The view that shows all points. */
export const viewOfAll = (points: readonly SheetPoint[], size: MapSize): MapView => {
  const span = (values: readonly number[]) => ({ least: Math.min(...values, 0), most: Math.max(...values, 0) })
  const [across, down] = [span(points.map(p => p.x)), span(points.map(p => p.y))]
  const room = (pixels: number) => Math.max(1, pixels - 2 * MARGIN_IN_PIXELS)
  const metresPerPixel = Math.max(
    Math.max(across.most - across.least, LEAST_SPAN_IN_METRES) / room(size.width),
    Math.max(down.most - down.least, LEAST_SPAN_IN_METRES) / room(size.height),
  )
  return {
    middle: { x: (across.least + across.most) / 2, y: (down.least + down.most) / 2 },
    metresPerPixel: Math.min(FARTHEST, metresPerPixel),
  }
}

export const toPixel = (point: SheetPoint, view: MapView, size: MapSize): SheetPoint => ({
  x: (point.x - view.middle.x) / view.metresPerPixel + size.width / 2,
  y: (point.y - view.middle.y) / view.metresPerPixel + size.height / 2,
})

/** Nearer (a factor above 1) or farther, with the point under `at` (a pixel) staying where it is. */
export const zoomed = (view: MapView, factor: number, at: SheetPoint, size: MapSize): MapView => {
  const metresPerPixel = Math.min(FARTHEST, Math.max(CLOSEST, view.metresPerPixel / factor))
  const change = view.metresPerPixel - metresPerPixel
  return {
    metresPerPixel,
    middle: {
      x: view.middle.x + (at.x - size.width / 2) * change,
      y: view.middle.y + (at.y - size.height / 2) * change,
    },
  }
}

/** Moved as a finger moves the sheet, by pixels. */
export const moved = (view: MapView, byX: number, byY: number): MapView => ({
  ...view,
  middle: { x: view.middle.x - byX * view.metresPerPixel, y: view.middle.y - byY * view.metresPerPixel },
})

/** A round length (1, 2 or 5 and zeros, in metres) that is drawn at most so many pixels long. */
export const scaleBar = (metresPerPixel: number, mostPixels: number) => {
  const most = metresPerPixel * mostPixels
  const power = 10 ** Math.floor(Math.log10(most))
  const metres = power * ([5, 2, 1].find(step => step * power <= most) ?? 1)
  return { metres, pixels: metres / metresPerPixel }
}

export const distanceInMetres = (a: Place, b: Place): number => {
  const flat = sheetOf([a, b])
  const [from, to] = [flat(a), flat(b)]
  return Math.hypot(to.x - from.x, to.y - from.y)
}
