import { type Figure, findFigure } from '@thaiqm/core/measure/figure.ts'
import { TextLink } from '@thaiqm/ui/button.tsx'
import type { Sort } from '@thaiqm/ui/data-table.tsx'
import { formatPercent } from '@thaiqm/ui/format.ts'
import { Icon } from '@thaiqm/ui/icons.tsx'
import { useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'
import { addressOf } from '../platform/address.ts'
import { areaShortTitle, areaTitle } from '../platform/areas.ts'
import { CountLink } from './count-link.tsx'
import { type AreaStanding, figureIn, isBehind, sortLeague } from './league.ts'
import { listAddress } from './list-address.ts'

const words = defineWords({
  area: { th: 'พื้นที่', en: 'Area' },
  total: { th: 'รวม', en: 'Total' },
  of: { th: 'จาก', en: 'of' },
  behind: { th: 'ช้ากว่าที่ต้องทำ', en: 'behind' },
  legend: { th: 'แดง = ช้ากว่าจำนวนที่ต้องทำต่อวัน', en: 'Red = slower than the daily rate needed' },
})

/** Shown on a phone too: the three a governor asks for first. */
const leadKeys: readonly string[] = ['coverage', 're-x-ray', 'solved']
const columnKeys = [...leadKeys, 'households-solved', 'overdue', 'missed-found', 'unresolvable']

const shortNames: Readonly<Record<string, { readonly th: string; readonly en: string }>> = {
  coverage: { th: 'ครอบคลุม', en: 'Coverage' },
  // A hyphen that does not break keeps the name in one piece in a narrow column.
  're-x-ray': { th: 'Re‑X‑Ray', en: 'Re‑X‑Ray' },
  solved: { th: 'ปัญหาแก้แล้ว', en: 'Solved' },
  'households-solved': { th: 'ครัวเรือนแก้ครบ', en: 'Fully solved' },
  overdue: { th: 'เกินกำหนด', en: 'Overdue' },
  'missed-found': { th: 'พบตกหล่น', en: 'Missed found' },
  unresolvable: { th: 'เกินอำนาจ', en: 'Unresolvable' },
}

interface CellProps {
  readonly area: AreaStanding
  readonly areaName: string
  readonly figure: Figure
  readonly isEarlier: boolean
}

const FigureCell = ({ area, areaName, figure, isEarlier }: CellProps) => {
  const { language } = useLanguage()
  const say = useWords(words)
  const value = figureIn(area, figure.key)
  if (value === undefined) return <>–</>
  const label = `${language === 'th' ? figure.nameTh : figure.nameEn} ${areaName}`
  const href = isEarlier ? undefined : listAddress(figure.numerator, area.areaCode)
  const whole = isEarlier || figure.denominator === null ? undefined : listAddress(figure.denominator, area.areaCode)
  if (value.of === null) return <CountLink n={value.n} href={href} label={label} className="of-league-percent" />
  const isBad = isBehind(value)
  return (
    <>
      <span className={isBad ? 'of-league-percent of-bad' : 'of-league-percent'}>
        {formatPercent(value.n, value.of, language)}
        {isBad && <span className="tq-visually-hidden"> {say.behind}</span>}
      </span>
      <span className="of-league-count">
        <CountLink n={value.n} href={href} label={label} />/
        <CountLink n={value.of} href={whole} label={`${label} ${say.of}`} />
      </span>
    </>
  )
}

export interface LeagueTableProps {
  readonly caption: string
  readonly total: AreaStanding
  readonly areas: readonly AreaStanding[]
  readonly sort: Sort
  readonly onSort: (sort: Sort) => void
  readonly isEarlier: boolean
  /** Carries the as-of day along when an area is opened. */
  readonly asOf: string | undefined
}

/** The areas below one side by side. Names lead down, numbers open their lists; on a phone only the lead columns stay. */
export const LeagueTable = ({ caption, total, areas, sort, onSort, isEarlier, asOf }: LeagueTableProps) => {
  const { language } = useLanguage()
  const say = useWords(words)
  const figures = columnKeys.map(findFigure).filter(figure => figure !== undefined)
  const classOf = (figure: Figure) => (leadKeys.includes(figure.key) ? 'of-league-lead' : 'of-league-more')
  return (
    <div className="of-league-frame">
      <table className="of-league">
        <caption className="tq-visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <SortHeading by="name" label={say.area} sort={sort} onSort={onSort} className="of-league-name" />
            {figures.map(figure => (
              <SortHeading
                key={figure.key}
                by={figure.key}
                label={shortNames[figure.key]?.[language] ?? figure.nameTh}
                sort={sort}
                onSort={onSort}
                className={classOf(figure)}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {sortLeague(areas, sort).map(area => {
            const name = areaTitle(area, language)
            return (
              <tr key={area.areaCode}>
                <th scope="row" className="of-league-name">
                  <TextLink href={addressOf('/', { area: area.areaCode, asOf })}>
                    {areaShortTitle(area, language)}
                  </TextLink>
                </th>
                {figures.map(figure => (
                  <td key={figure.key} className={classOf(figure)}>
                    <FigureCell area={area} areaName={name} figure={figure} isEarlier={isEarlier} />
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className="of-league-name">
              {say.total}
            </th>
            {figures.map(figure => (
              <td key={figure.key} className={classOf(figure)}>
                <FigureCell area={total} areaName={say.total} figure={figure} isEarlier={isEarlier} />
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
      <p className="of-league-legend">
        <span className="of-league-swatch" aria-hidden="true" />
        {say.legend}
      </p>
    </div>
  )
}

interface SortHeadingProps {
  readonly by: string
  readonly label: string
  readonly sort: Sort
  readonly onSort: (sort: Sort) => void
  readonly className: string
}

const SortHeading = ({ by, label, sort, onSort, className }: SortHeadingProps) => {
  const isSorted = sort.by === by
  const next = isSorted && sort.direction === 'ascending' ? 'descending' : 'ascending'
  return (
    <th scope="col" className={className} aria-sort={isSorted ? sort.direction : undefined}>
      <button type="button" className="of-league-sort" onClick={() => onSort({ by, direction: next })}>
        <span>{label}</span>
        {isSorted && <Icon name={sort.direction === 'descending' ? 'sort-down' : 'sort-up'} size={14} />}
      </button>
    </th>
  )
}
