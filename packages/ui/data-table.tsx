import type { ReactNode } from 'react'
import { Link } from 'react-aria-components/Link'
import { classNames } from './class-names.ts'
import { Icon } from './icons.tsx'
import { useWords } from './language.tsx'
import { Skeleton } from './skeleton.tsx'
import { uiWords } from './ui-words.ts'
import './data-table.css'

export interface Column<Row> {
  readonly key: string
  readonly heading: string
  /** The heading is only read aloud: for a column of bars or buttons. In a card they stand at the end, on a line of their own. */
  readonly isHeadingHidden?: boolean | undefined
  /** “–” where there is nothing to tell: a table shows it, a card leaves the line out. */
  readonly cell: (row: Row) => ReactNode
  /** Numbers stand at the end. */
  readonly align?: 'start' | 'end' | undefined
  /** A day or a sum of money, which reads badly in two lines. */
  readonly isOneLine?: boolean | undefined
  /**
   * How soon it gives way: 1 (the default) stays everywhere, 2 leaves the table below 900 px of its own width but stays
   * in the card, 3 leaves first and is not in the card.
   */
  readonly priority?: 1 | 2 | 3 | undefined
  readonly isSortable?: boolean | undefined
}

export interface Sort {
  readonly by: string
  readonly direction: 'ascending' | 'descending'
}

export interface DataTableProps<Row> {
  /** What the table holds; read aloud, and shown when `isCaptionShown`. */
  readonly caption: string
  readonly isCaptionShown?: boolean | undefined
  /** The first one names the row: it holds the link and is the head of the card on narrow screens. */
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly rowHref?: ((row: Row) => string | undefined) | undefined
  readonly sort?: Sort | undefined
  readonly onSort?: ((sort: Sort) => void) | undefined
  /** Keys of the chosen rows; with it a column of boxes appears. */
  readonly selected?: ReadonlySet<string> | undefined
  readonly onSelect?: ((selected: ReadonlySet<string>) => void) | undefined
  /** What a row's box says: “เลือก …”. */
  readonly rowName?: ((row: Row) => string) | undefined
  /** Grey lines instead of rows on the first load; later loads keep the old rows, dimmed. */
  readonly isLoading?: boolean | undefined
  /** Shown instead of rows: an EmptyState. */
  readonly empty?: ReactNode
  /** Shown instead of rows: an ErrorState. */
  readonly error?: ReactNode
  /** A last row of sums, by column key. */
  readonly totals?: Readonly<Record<string, ReactNode>> | undefined
  readonly isRowMarked?: ((row: Row) => boolean) | undefined
}

// The roles are written out because the narrow form sets `display`, which takes a table's own roles away in browsers.
const roles = { table: 'table', group: 'rowgroup', row: 'row', heading: 'columnheader', cell: 'cell' } as const

const cellClass = <Row,>(column: Column<Row>, at: number) =>
  classNames(
    'tq-table-cell',
    at === 0 && 'tq-table-main',
    column.align === 'end' && 'tq-table-end',
    column.isOneLine === true && 'tq-table-one-line',
    column.isHeadingHidden === true && 'tq-table-unnamed',
    `tq-table-priority-${column.priority ?? 1}`,
  )

const NOTHING = '–'

/** The heading that a card writes before a cell. */
const labelOf = <Row,>(column: Column<Row>, at: number) =>
  at === 0 || column.isHeadingHidden === true ? {} : { 'data-label': column.heading }

/** A semantic table that only shows: it neither fetches nor sorts. Folds into cards when its own width is small. */
export const DataTable = <Row,>(props: DataTableProps<Row>) => {
  const { caption, isCaptionShown = false, columns, rows, rowKey, isLoading = false, empty, error, totals } = props
  const words = useWords(uiWords)
  const isSelectable = props.onSelect !== undefined
  const isFirstLoad = isLoading && rows.length === 0
  const instead = error ?? (isFirstLoad ? <TableSkeleton /> : rows.length === 0 ? (empty ?? words.noData) : undefined)
  return (
    <div className="tq-table-frame" aria-busy={isLoading}>
      <table
        className={classNames('tq-table', isLoading && 'tq-table-loading', instead !== undefined && 'tq-table-bare')}
        role={roles.table}
      >
        <caption className={isCaptionShown ? 'tq-table-caption' : 'tq-visually-hidden'}>{caption}</caption>
        <thead role={roles.group}>
          <tr role={roles.row} data-sort-by={words.sortBy}>
            {isSelectable && <SelectAll {...props} />}
            {columns.map((column, at) => (
              <HeadingCell key={column.key} column={column} at={at} sort={props.sort} onSort={props.onSort} />
            ))}
          </tr>
        </thead>
        {instead === undefined && (
          <tbody role={roles.group}>
            {rows.map(row => (
              <TableRow key={rowKey(row)} row={row} table={props} />
            ))}
          </tbody>
        )}
        {instead === undefined && totals !== undefined && (
          <tfoot role={roles.group}>
            <tr role={roles.row} className="tq-table-totals">
              {isSelectable && <td role={roles.cell} className="tq-table-select" />}
              {columns.map((column, at) => (
                <td key={column.key} role={roles.cell} className={cellClass(column, at)} {...labelOf(column, at)}>
                  {totals[column.key]}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
      {instead !== undefined && <div className="tq-table-instead">{instead}</div>}
    </div>
  )
}

const TableSkeleton = () => (
  <div className="tq-table-skeleton">
    <Skeleton lines={6} />
  </div>
)

interface HeadingCellProps<Row> extends Pick<DataTableProps<Row>, 'sort' | 'onSort'> {
  readonly column: Column<Row>
  readonly at: number
}

const HeadingCell = <Row,>({ column, at, sort, onSort }: HeadingCellProps<Row>) => {
  const isSorted = sort?.by === column.key
  const next = isSorted && sort?.direction === 'ascending' ? 'descending' : 'ascending'
  return (
    <th
      role={roles.heading}
      scope="col"
      className={cellClass(column, at)}
      aria-sort={isSorted ? sort?.direction : undefined}
    >
      {column.isSortable === true && onSort !== undefined ? (
        <button type="button" className="tq-table-sort" onClick={() => onSort({ by: column.key, direction: next })}>
          <span>{column.heading}</span>
          <Icon name={isSorted ? (sort?.direction === 'descending' ? 'sort-down' : 'sort-up') : 'sort'} size={16} />
        </button>
      ) : (
        <span className={column.isHeadingHidden === true ? 'tq-visually-hidden' : undefined}>{column.heading}</span>
      )}
    </th>
  )
}

const TableRow = <Row,>({ row, table }: { readonly row: Row; readonly table: DataTableProps<Row> }) => {
  const key = table.rowKey(row)
  const href = table.rowHref?.(row)
  const isSelected = table.selected?.has(key) === true
  return (
    <tr
      role={roles.row}
      className={classNames(
        href !== undefined && 'tq-table-linked',
        isSelected && 'tq-table-chosen',
        table.isRowMarked?.(row) === true && 'tq-table-marked',
      )}
    >
      {table.onSelect !== undefined && <SelectRow rowId={key} row={row} table={table} isSelected={isSelected} />}
      {table.columns.map((column, at) => {
        const content = column.cell(row)
        return (
          <td
            key={column.key}
            role={roles.cell}
            className={classNames(cellClass(column, at), at > 0 && content === NOTHING && 'tq-table-nothing')}
            {...labelOf(column, at)}
          >
            {at === 0 && href !== undefined ? (
              <Link href={href} className="tq-table-link">
                {content}
              </Link>
            ) : (
              content
            )}
          </td>
        )
      })}
    </tr>
  )
}

interface SelectRowProps<Row> {
  readonly rowId: string
  readonly row: Row
  readonly table: DataTableProps<Row>
  readonly isSelected: boolean
}

const SelectRow = <Row,>({ rowId, row, table, isSelected }: SelectRowProps<Row>) => {
  const words = useWords(uiWords)
  const toggle = () => {
    const next = new Set(table.selected)
    if (!next.delete(rowId)) next.add(rowId)
    table.onSelect?.(next)
  }
  return (
    <td role={roles.cell} className="tq-table-select">
      <label className="tq-table-box">
        <input
          type="checkbox"
          checked={isSelected}
          onChange={toggle}
          aria-label={words.selectRow(table.rowName?.(row) ?? rowId)}
        />
      </label>
    </td>
  )
}

const SelectAll = <Row,>({ rows, rowKey, selected, onSelect }: DataTableProps<Row>) => {
  const words = useWords(uiWords)
  const keys = rows.map(rowKey)
  const chosen = keys.filter(key => selected?.has(key)).length
  const isAll = keys.length > 0 && chosen === keys.length
  const toggle = () => {
    const next = new Set(selected)
    for (const key of keys) isAll ? next.delete(key) : next.add(key)
    onSelect?.(next)
  }
  return (
    <th role={roles.heading} scope="col" className="tq-table-select">
      <label className="tq-table-box">
        <input
          type="checkbox"
          aria-label={words.selectAll}
          checked={isAll}
          ref={box => {
            if (box !== null) box.indeterminate = chosen > 0 && !isAll
          }}
          onChange={toggle}
        />
      </label>
    </th>
  )
}
