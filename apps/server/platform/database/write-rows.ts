import { sql } from 'kysely'
import type { Scoped } from './transaction.ts'

export type Cell = string | number | boolean | null | Uint8Array | readonly string[]

/** A table as a set-based statement writes it: its columns with their types, and the ones that tell rows apart. */
export interface TableShape<Column extends string> {
  readonly table: string
  readonly columns: Readonly<Record<Column, string>>
  readonly key: readonly Column[]
}

export type RowOf<Shape> = Shape extends TableShape<infer Column> ? Readonly<Record<Column, Cell>> : never

const namesOf = <Column extends string>(shape: TableShape<Column>): Column[] => Object.keys(shape.columns) as Column[]

const unnested = <Column extends string>(shape: TableShape<Column>, rows: readonly Readonly<Record<Column, Cell>>[]) =>
  sql`unnest(${sql.join(
    namesOf(shape).map(name => sql`${rows.map(row => row[name])}::${sql.raw(`${shape.columns[name]}[]`)}`),
  )})`

/** Adds rows in one statement, whatever their number. */
export const insertRows = async <Column extends string>(
  trx: Scoped,
  shape: TableShape<Column>,
  rows: readonly Readonly<Record<Column, Cell>>[],
): Promise<void> => {
  if (rows.length === 0) return
  await sql`insert into ${sql.table(shape.table)} (${sql.join(namesOf(shape).map(name => sql.ref(name)))})
    select * from ${unnested(shape, rows)}`.execute(trx)
}

/** Adds rows or replaces those with the same key, in one statement. */
export const upsertRows = async <Column extends string>(
  trx: Scoped,
  shape: TableShape<Column>,
  rows: readonly Readonly<Record<Column, Cell>>[],
): Promise<void> => {
  if (rows.length === 0) return
  const changing = namesOf(shape).filter(name => !shape.key.includes(name))
  await sql`insert into ${sql.table(shape.table)} (${sql.join(namesOf(shape).map(name => sql.ref(name)))})
    select * from ${unnested(shape, rows)}
    on conflict (${sql.join(shape.key.map(name => sql.ref(name)))}) do update
    set ${sql.join(changing.map(name => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`))}`.execute(trx)
}

/**
 * Takes rows out by their keys, in one statement. Only a key column that is null in one of these rows is compared with
 * `is not distinct from`: no index serves that comparison, and whole tables would be read.
 */
export const deleteRows = async <Column extends string>(
  trx: Scoped,
  shape: TableShape<Column>,
  rows: readonly Readonly<Record<Column, Cell>>[],
): Promise<void> => {
  if (rows.length === 0) return
  const keys = shape.key.map(name => sql`${rows.map(row => row[name])}::${sql.raw(`${shape.columns[name]}[]`)}`)
  const matches = shape.key.map(name =>
    rows.some(row => row[name] === null)
      ? sql`t.${sql.ref(name)} is not distinct from gone.${sql.ref(name)}`
      : sql`t.${sql.ref(name)} = gone.${sql.ref(name)}`,
  )
  await sql`delete from ${sql.table(shape.table)} t
    using unnest(${sql.join(keys)}) as gone(${sql.join(shape.key.map(name => sql.ref(name)))})
    where ${sql.join(matches, sql` and `)}`.execute(trx)
}
