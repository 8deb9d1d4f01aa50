/** Round numbers for an axis from 0 to at least `highest`, about `count` steps: 0, 20, 40 … */
export const axisSteps = (highest: number, count = 4): readonly number[] => {
  if (highest <= 0) return [0, 1]
  const rough = highest / count
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 2.5, 5, 10].find(factor => factor * power >= rough) ?? 10) * power
  const steps = Math.ceil(highest / step - 1e-9)
  return Array.from({ length: steps + 1 }, (_, at) => Number((at * step).toPrecision(12)))
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** The points of a line in a box of `width` × `height`; values that are not there break the line. */
export const toPoints = (
  values: readonly (number | null)[],
  highest: number,
  width: number,
  height: number,
): readonly (Point | null)[] =>
  values.map((value, at) =>
    value === null
      ? null
      : {
          x: values.length === 1 ? width / 2 : (at / (values.length - 1)) * width,
          y: height - (highest > 0 ? value / highest : 0) * height,
        },
  )

/** An SVG path through the points that are there. */
export const toPath = (points: readonly (Point | null)[]): string =>
  points
    .map((point, at) => {
      if (point === null) return ''
      const start = at === 0 || points[at - 1] === null ? 'M' : 'L'
      return `${start}${point.x.toFixed(1)} ${point.y.toFixed(1)}`
    })
    .join('')
