import type { FigureValue } from '@thaiqm/contract/measure/measure-routes.ts'
import type { Sort } from '@thaiqm/ui/data-table.tsx'

export interface AreaStanding {
  readonly areaCode: string
  readonly nameTh: string
  readonly nameEn: string
  readonly figures: readonly FigureValue[]
}

export const figureIn = (area: Pick<AreaStanding, 'figures'>, key: string): FigureValue | undefined =>
  area.figures.find(figure => figure.key === key)

/** Work is left and the last seven days were slower than the deadline needs. Without a deadline nothing is behind. */
export const isBehind = (figure: FigureValue | undefined): boolean =>
  figure?.pace !== null && figure?.pace !== undefined && !figure.pace.onTrack && figure.pace.remaining > 0

// A share is compared as a share, a plain number as itself; where nothing is counted yet, the area stands last.
const weight = (figure: FigureValue | undefined): number | null => {
  if (figure === undefined) return null
  if (figure.of === null) return figure.n
  return figure.of === 0 ? null : figure.n / figure.of
}

/** Areas in the order of a column; `name` is the order of the codes, which officers know. Ties keep that order. */
export const sortLeague = <Area extends AreaStanding>(areas: readonly Area[], sort: Sort): readonly Area[] => {
  const sign = sort.direction === 'ascending' ? 1 : -1
  const byCode = [...areas].sort((a, b) => (a.areaCode < b.areaCode ? -1 : 1))
  if (sort.by === 'name') return sign === 1 ? byCode : byCode.reverse()
  return byCode.sort((a, b) => {
    const [x, y] = [weight(figureIn(a, sort.by)), weight(figureIn(b, sort.by))]
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1
    return (x - y) * sign
  })
}
