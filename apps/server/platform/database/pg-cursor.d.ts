/** The package brings no types; the query layer only hands the class on. */
declare module 'pg-cursor' {
  import type { PostgresCursorConstructor } from 'kysely'

  const Cursor: PostgresCursorConstructor
  export = Cursor
}
