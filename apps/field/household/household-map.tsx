import { IconButton } from '@thaiqm/ui/button.tsx'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { memo, type PointerEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { ListedHousehold } from './household-filter.ts'
import { MapMark, type MarkKind, markOf } from './map-mark.tsx'
import {
  type MapSize,
  type MapView,
  moved,
  type Place,
  type SheetPoint,
  scaleBar,
  sheetOf,
  toPixel,
  viewOfAll,
  zoomed,
} from './map-view.ts'
import './map.css'

const words = defineWords({
  map: {
    th: (n: number) => `แผนที่แสดงตำแหน่ง ${n} ครัวเรือน รายชื่ออยู่ถัดจากแผนที่`,
    en: n => `Map of ${n} households; the list follows`,
  },
  nearer: { th: 'ขยายแผนที่', en: 'Zoom in' },
  farther: { th: 'ย่อแผนที่', en: 'Zoom out' },
  whole: { th: 'แสดงทั้งหมู่บ้าน', en: 'Show the whole village' },
  north: { th: 'เหนือ', en: 'North' },
  metres: { th: (n: string) => `${n} ม.`, en: n => `${n} m` },
  kilometres: { th: (n: string) => `${n} กม.`, en: n => `${n} km` },
})

export interface PlacedHousehold extends ListedHousehold {
  readonly place: Place
}

interface Mark {
  readonly id: string
  readonly kind: MarkKind
  readonly label: string
  readonly at: SheetPoint
}

const FINGER_IN_PIXELS = 30
const TAP_IN_PIXELS = 8
const ZOOM_STEP = 1.6
/** Numbers are written beside the marks where there is room for them. */
const METRES_PER_PIXEL_WITH_NUMBERS = 1.2
const MOST_NUMBERS = 40
const HEIGHT = 360

const Marks = memo(
  ({
    marks,
    view,
    size,
    chosen,
  }: {
    readonly marks: readonly Mark[]
    readonly view: MapView
    readonly size: MapSize
    readonly chosen: ReadonlySet<string>
  }) => {
    const shown = marks
      .map(mark => ({ ...mark, pixel: toPixel(mark.at, view, size) }))
      .filter(({ pixel: { x, y } }) => x > -20 && y > -20 && x < size.width + 20 && y < size.height + 20)
    const hasNumbers = shown.length <= MOST_NUMBERS || view.metresPerPixel < METRES_PER_PIXEL_WITH_NUMBERS
    return shown.map(({ id, kind, label, pixel }) => (
      <g key={id} transform={`translate(${pixel.x} ${pixel.y})`}>
        {chosen.has(id) && <circle r={17} className="fd-map-chosen" />}
        <MapMark kind={kind} />
        {hasNumbers && label !== '' && (
          <text x={12} y={5} className="fd-map-number">
            {label}
          </text>
        )}
      </g>
    ))
  },
)

const useWidth = () => {
  const frame = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(328)
  useLayoutEffect(() => {
    const element = frame.current
    if (element === null) return
    const watcher = new ResizeObserver(() => setWidth(Math.max(200, element.clientWidth)))
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [])
  return { frame, width }
}

/** One finger moves the sheet, two come nearer, a tap chooses. */
const useFingers = (size: MapSize, change: (by: (view: MapView) => MapView) => void, tap: (at: SheetPoint) => void) => {
  const fingers = useRef(new Map<number, SheetPoint>())
  const travelled = useRef(0)
  const pointOf = (event: PointerEvent<SVGSVGElement>): SheetPoint => {
    const box = event.currentTarget.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }
  const down = (event: PointerEvent<SVGSVGElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    if (fingers.current.size === 0) travelled.current = 0
    fingers.current.set(event.pointerId, pointOf(event))
  }
  const move = (event: PointerEvent<SVGSVGElement>) => {
    const before = fingers.current.get(event.pointerId)
    if (before === undefined) return
    const now = pointOf(event)
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1]
    fingers.current.set(event.pointerId, now)
    travelled.current += Math.hypot(now.x - before.x, now.y - before.y)
    if (travelled.current < TAP_IN_PIXELS) return
    if (other === undefined) change(view => moved(view, now.x - before.x, now.y - before.y))
    else {
      const [apart, wereApart] = [now, before].map(p => Math.max(1, Math.hypot(p.x - other.x, p.y - other.y)))
      change(view => zoomed(view, (apart ?? 1) / (wereApart ?? 1), other, size))
    }
  }
  const up = (event: PointerEvent<SVGSVGElement>) => {
    const at = fingers.current.get(event.pointerId)
    fingers.current.delete(event.pointerId)
    if (
      at !== undefined &&
      event.type === 'pointerup' &&
      fingers.current.size === 0 &&
      travelled.current < TAP_IN_PIXELS
    )
      tap(at)
  }
  return { onPointerDown: down, onPointerMove: move, onPointerUp: up, onPointerCancel: up }
}

export interface HouseholdMapProps {
  readonly households: readonly PlacedHousehold[]
  /** Where the phone is, with the accuracy it claims. */
  readonly here: (Place & { readonly accuracyInMetres: number }) | null
  readonly chosen: ReadonlySet<string>
  /** The households under the finger, the nearest first. */
  readonly onChoose: (householdIds: readonly string[]) => void
}

/** Households where they stand, drawn from what the phone holds: no tiles, no network. North is up. */
export const HouseholdMap = ({ households, here, chosen, onChoose }: HouseholdMapProps) => {
  const said = useWords(words)
  const { language } = useLanguage()
  const { frame, width } = useWidth()
  const size = useMemo(() => ({ width, height: HEIGHT }), [width])
  const { marks, flat } = useMemo(() => {
    const flatten = sheetOf(households.map(row => row.place))
    const made = households.map(
      (row): Mark => ({ id: row.householdId, kind: markOf(row), label: row.houseNumber, at: flatten(row.place) }),
    )
    return { marks: made, flat: flatten }
  }, [households])
  const whole = useMemo(
    () =>
      viewOfAll(
        marks.map(mark => mark.at),
        size,
      ),
    [marks, size],
  )
  const [own, setOwn] = useState<MapView>()
  const view = own ?? whole
  const change = (by: (from: MapView) => MapView) => setOwn(from => by(from ?? whole))
  const nearerBy = (factor: number) =>
    change(from => zoomed(from, factor, { x: size.width / 2, y: size.height / 2 }, size))
  const tap = (at: SheetPoint) => {
    const under = marks
      .map(mark => ({ id: mark.id, pixel: toPixel(mark.at, view, size) }))
      .map(({ id, pixel }) => ({ id, far: Math.hypot(pixel.x - at.x, pixel.y - at.y) }))
      .filter(({ far }) => far <= FINGER_IN_PIXELS)
      .sort((a, b) => a.far - b.far)
    onChoose(under.slice(0, 5).map(({ id }) => id))
  }
  const fingers = useFingers(size, change, tap)
  const ownPlace = here === null ? null : { at: flat(here), radius: here.accuracyInMetres }
  useEffect(() => {
    if (here !== null) setOwn(from => ({ ...(from ?? whole), middle: flat(here) }))
  }, [here, flat, whole])
  const bar = scaleBar(view.metresPerPixel, 110)
  const length =
    bar.metres < 1000
      ? said.metres(formatNumber(bar.metres, language))
      : said.kilometres(formatNumber(bar.metres / 1000, language))
  const herePixel = ownPlace === null ? null : toPixel(ownPlace.at, view, size)
  return (
    <div className="fd-map" ref={frame}>
      <svg width={size.width} height={size.height} role="img" aria-label={said.map(marks.length)} {...fingers}>
        {herePixel !== null && ownPlace !== null && (
          <g transform={`translate(${herePixel.x} ${herePixel.y})`}>
            <circle r={Math.min(400, ownPlace.radius / view.metresPerPixel)} className="fd-map-accuracy" />
            <circle r={8} className="fd-map-here" />
          </g>
        )}
        <Marks marks={marks} view={view} size={size} chosen={chosen} />
        <g transform="translate(24 34)" className="fd-map-north">
          <path d="M0-22 8 2 0-4-8 2z" />
          <text y={20} textAnchor="middle">
            {said.north}
          </text>
        </g>
        <g transform={`translate(16 ${size.height - 16})`} className="fd-map-scale">
          <path d={`M0-6V0H${bar.pixels}V-6`} />
          <text y={-10}>{length}</text>
        </g>
      </svg>
      <div className="fd-map-tools">
        <IconButton kind="secondary" icon="plus" label={said.nearer} onPress={() => nearerBy(ZOOM_STEP)} />
        <IconButton kind="secondary" icon="minus" label={said.farther} onPress={() => nearerBy(1 / ZOOM_STEP)} />
        <IconButton kind="secondary" icon="map" label={said.whole} onPress={() => setOwn(undefined)} />
      </div>
    </div>
  )
}
