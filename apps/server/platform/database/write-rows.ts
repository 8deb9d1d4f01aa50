import { CompiledQuery } from 'kysely'
import { binaryArray, type Cell, type ColumnType } from './binary-array.ts'
import { prepareText } from './prepared-statements.ts'
import type { Scoped } from './transaction.ts'

/** A table as a set-based statement writes it: its columns with their types, and the ones that tell rows apart. */
export interface TableShape<Column extends string> {
  readonly table: string
  readonly columns: Readonly<Record<Column, ColumnType>>
  readonly key: readonly Column[]
}

type Row<Column extends string> = Readonly<Record<Column, Cell>>

export type RowOf<Shape> = Shape extends TableShape<infer Column> ? Row<Column> : never

const quoted = (names: readonly string[], before = ''): string => names.map(name => `${before}"${name}"`).join(', ')

/** `unnest($1::int[], …)`: as many parameters as columns, each holding one column of all rows. */
const unnest = <Column extends string>(shape: TableShape<Column>, names: readonly Column[]): string =>
  `unnest(${names.map((name, at) => `$${at + 1}::${shape.columns[name]}[]`).join(', ')})`

const columnsOf = <Column extends string>(shape: TableShape<Column>): Column[] => Object.keys(shape.columns) as Column[]

type Making = 'insert' | 'insert-new' | 'upsert'

const insertText = <Column extends string>(shape: TableShape<Column>, making: Making): string => {
  const names = columnsOf(shape)
  const changing = names.filter(name => !shape.key.includes(name))
  const onConflict = {
    insert: '',
    'insert-new': ` on conflict (${quoted(shape.key)}) do nothing`,
    upsert: ` on conflict (${quoted(shape.key)}) do update set ${changing.map(name => `"${name}" = excluded."${name}"`).join(', ')}`,
  }
  return `insert into "${shape.table}" (${quoted(names)}) select * from ${unnest(shape, names)}${onConflict[making]}`
}

/** Only a key column that is null in one of the rows is compared with `is not distinct from`. */
const deleteText = <Column extends string>(shape: TableShape<Column>, nullable: readonly Column[]): string => {
  const matches = shape.key.map(
    name => `t."${name}" ${nullable.includes(name) ? 'is not distinct from' : '='} gone."${name}"`,
  )
  return `delete from "${shape.table}" t using ${unnest(shape, shape.key)} as gone(${quoted(shape.key)})
    where ${matches.join(' and ')}`
}

const texts = new WeakMap<TableShape<string>, Map<string, string>>()

/** The statement's text is put together once for each table. */
const textOf = (shape: TableShape<string>, name: string, make: () => string): string => {
  const known = texts.get(shape) ?? new Map<string, string>()
  texts.set(shape, known)
  const text = known.get(name) ?? make()
  known.set(name, text)
  return text
}

const valuesOf = <Column extends string>(
  shape: TableShape<Column>,
  names: readonly Column[],
  rows: readonly Row<Column>[],
): Buffer[] =>
  names.map(name =>
    binaryArray(
      shape.columns[name],
      rows.map(row => row[name]),
    ),
  )

const insert = async <Column extends string>(
  trx: Scoped,
  shape: TableShape<Column>,
  rows: readonly Row<Column>[],
  making: Making,
): Promise<void> => {
  if (rows.length === 0) return
  const text = textOf(shape, making, () => prepareText(insertText(shape, making)))
  await trx.executeQuery(CompiledQuery.raw(text, valuesOf(shape, columnsOf(shape), rows)))
}

/** Adds rows in one statement, whatever their number. */
export const insertRows = <Column extends string>(
  trx: Scoped,
  shape: TableShape<Column>,
  rows: readonly Row<Column>[],
): Promise<void> => insert(trx, shape, rows, 'insert')

/** Adds rows whose key is not there yet, in one statement; answers these columns of those it added. */
export const insertNewRows = async <Answer, Column extends string = string>(
  trx: Scoped,
  shape: TableShape<Column>,
  rows: readonly Row<Column>[],
  answered: readonly (keyof Answer & string)[],
): Promise<readonly Answer[]> => {
  if (rows.length === 0) return []
  const returning = ` returning ${quoted(answered)}`
  const text = textOf(shape, `insert-new${returning}`, () =>
    prepareText(`${insertText(shape, 'insert-new')}${returning}`),
  )
  return (await trx.executeQuery<Answer>(CompiledQuery.raw(text, valuesOf(shape, columnsOf(shape), rows)))).rows
}

/** Adds rows or replaces those with the same key, in one statement. */
export const upsertRows = <Column extends string>(
  trx: Scoped,
  shape: TableShape<Column>,
  rows: readonly Row<Column>[],
): Promise<void> => insert(trx, shape, rows, 'upsert')

/**
 * Takes rows out by their keys, in one statement. Only a key column that is null in one of these rows is compared with
 * `is not distinct from`: no index serves that comparison, and whole tables would be read.
 */
export const deleteRows = async <Column extends string>(
  trx: Scoped,
  shape: TableShape<Column>,
  rows: readonly Row<Column>[],
): Promise<void> => {
  if (rows.length === 0) return
  const nullable = shape.key.filter(name => rows.some(row => row[name] === null))
  const text = textOf(shape, `delete ${nullable.join()}`, () => deleteText(shape, nullable))
  await trx.executeQuery(CompiledQuery.raw(text, valuesOf(shape, shape.key, rows)))
}
