import { isSameBytes } from '../same-bytes.ts'
import type { Cell } from './binary-array.ts'
import type { TableShape } from './write-rows.ts'

type AnyRow = Readonly<Record<string, Cell>>

const isSameCell = (a: Cell | undefined, b: Cell | undefined): boolean =>
  a === b || (a instanceof Uint8Array && b instanceof Uint8Array && isSameBytes(a, b))

const isSameRow = (was: AnyRow, row: AnyRow): boolean => {
  for (const name in row) if (!isSameCell(was[name], row[name])) return false
  return true
}

/** What differs between the rows that stood and those that stand now: `changed` are new or other, `gone` are no more. */
export const changedRows = <Row extends AnyRow>(
  shape: Pick<TableShape<string>, 'key'>,
  before: readonly Row[],
  after: readonly Row[],
): { readonly gone: readonly Row[]; readonly changed: readonly Row[] } => {
  const keyOf = (row: AnyRow) => shape.key.map(name => row[name]).join('|')
  const old = new Map(before.map(row => [keyOf(row), row]))
  const changed = after.filter(row => {
    const key = keyOf(row)
    const was = old.get(key)
    old.delete(key)
    return was === undefined || !isSameRow(was, row)
  })
  return { gone: [...old.values()], changed }
}
